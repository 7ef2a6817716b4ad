package org.plek.benchmarks.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plek.scoring.Weights;
import org.plek.scoring.plain.PlainScore;
import org.plek.scoring.plain.PlainScorer;
import org.plek.search.PlanEngine;
import org.plek.search.PlanResult;
import org.plek.search.SolveLimits;

class ProofTest {
  @ParameterizedTest
  @ValueSource(strings = {"VL", "NL", "EN", "FR"})
  void provesTheBestPlan(String pack) {
    SmallTown town = SmallTown.of(pack, 8, 40, 7);
    Proof.Result result =
        new Proof(town.index(), town.packs(), town.travel(), town.table())
            .prove(OrTools.Method.HIGHS, 60, () -> false);
    assertThat(result.proven()).isTrue();
    PlainScore score =
        new PlainScorer(town.index(), town.packs(), town.travel()).amounts(result.placements());
    assertThat(score.legal()).isTrue();
    assertThat(new Weights(town.index().problem().policy()).objective(score.amounts()))
        .isEqualTo(result.value());
    PlanResult found =
        new PlanEngine(town.index(), town.packs(), town.travel(), town.table())
            .solve(SolveLimits.moves(100_000, 1), progress -> true);
    assertThat(found.objective()).isGreaterThanOrEqualTo(result.value());
  }

  @Test
  void twoSolversProveTheSame() {
    SmallTown town = SmallTown.of("VL", 6, 25, 5);
    assertThat(value(town, OrTools.Method.SAT)).isEqualTo(value(town, OrTools.Method.HIGHS));
  }

  private static long value(SmallTown town, OrTools.Method method) {
    Proof.Result result =
        new Proof(town.index(), town.packs(), town.travel(), town.table())
            .prove(method, 120, () -> false);
    assertThat(result.proven()).isTrue();
    return result.value();
  }
}
