package org.plek.benchmarks.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SafeBoundTest {
  @Test
  void isWhatTheDualFunctionSays() {
    // 10 - 3a - 2b, a and b of one choice, a + c <= 1, c costs -1.
    LinearModel model = new LinearModel();
    int a = model.addVariable(0, 1, -3);
    int b = model.addVariable(0, 1, -2);
    int c = model.addVariable(0, 1, -1);
    model.addConstant(10);
    model.addRow(LinearModel.NO_LOWER, new LinearModel.Terms().plus(1, a).plus(1, c), 1);
    int[] choice = {0, 0, -1};
    // Without duals: min(-3, -2) - 1 = -4.
    assertThat(SafeBound.of(model, choice, new double[] {0})).isEqualTo(6);
    // Dual -1: -1 + min(-2, -2) + 0 = -3, and a = 1 or b = c = 1 reach it.
    assertThat(SafeBound.of(model, choice, new double[] {-1})).isEqualTo(7);
    // A dual of the wrong sign counts nothing, a rough one is rounded and stays below.
    assertThat(SafeBound.of(model, choice, new double[] {5})).isEqualTo(6);
    assertThat(SafeBound.of(model, choice, new double[] {-0.9999999})).isEqualTo(7);
    assertThat(SafeBound.of(model, choice, new double[] {-7.3})).isLessThanOrEqualTo(7);
    assertThat(model.variables()).isEqualTo(b + 2);
  }

  @Test
  void neverPassesTheOptimumWhateverTheDuals() {
    SmallTown town = SmallTown.of("VL", 8, 40, 7);
    Proof proof = new Proof(town.index(), town.packs(), town.travel(), town.table());
    long best = proof.prove(OrTools.Method.HIGHS, 60, () -> false).value();
    PlanModel model =
        PlanModel.of(
            town.index(), town.packs(), town.travel(), town.table(), PlanModel.Aim.OBJECTIVE);
    OrTools.Answer relaxed = OrTools.solve(model.linear(), OrTools.Method.GLOP, 60, new double[0]);
    long bound = SafeBound.of(model.linear(), model.choices(), relaxed.duals());
    assertThat(bound).isLessThanOrEqualTo(best);
    assertThat((double) bound).isGreaterThanOrEqualTo(relaxed.cost() - 1);
    Random chance = new Random(1);
    for (int i = 0; i < 20; i++) {
      double[] duals = relaxed.duals().clone();
      for (int r = 0; r < duals.length; r++) {
        duals[r] *= 1 + 0.3 * chance.nextGaussian();
      }
      assertThat(SafeBound.of(model.linear(), model.choices(), duals)).isLessThanOrEqualTo(best);
    }
  }
}
