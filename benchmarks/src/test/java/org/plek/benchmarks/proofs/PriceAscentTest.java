package org.plek.benchmarks.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceAscentTest {
  @ParameterizedTest
  @ValueSource(strings = {"VL", "NL", "EN", "FR"})
  void comesCloseToTheRelaxationFromBelow(String pack) {
    SmallTown town = SmallTown.of(pack, 6, 150, 3);
    PlanModel model =
        PlanModel.of(
            town.index(), town.packs(), town.travel(), town.table(), PlanModel.Aim.UNSERVED);
    LinearModel linear = model.linear();
    double relaxed = OrTools.solve(linear, OrTools.Method.GLOP, 60, new double[0]).cost();
    long few = bound(model, 20);
    long many = bound(model, 1_000);
    assertThat(relaxed).isGreaterThan(0.02 * linear.constant());
    assertThat(many).isGreaterThan(few);
    assertThat((double) many).isBetween(0.97 * relaxed, Math.ceil(relaxed));
    assertThat(bound(model, 20)).isEqualTo(few);
  }

  private static long bound(PlanModel model, int rounds) {
    double[] prices = new PriceAscent(model.linear(), model.choices()).prices(rounds);
    return SafeBound.of(model.linear(), model.choices(), prices);
  }
}
