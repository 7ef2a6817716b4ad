package org.plek.search;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.config.solver.EnvironmentMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plek.CrowdedTown;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Placement;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Request;
import org.plek.domain.Travel;
import org.plek.options.OptionBuilder;
import org.plek.options.OptionTable;
import org.plek.rules.RulePacks;
import org.plek.scoring.Weights;
import org.plek.scoring.plain.CheckReport;
import org.plek.scoring.plain.Checker;

/** What every plan must be, whatever the town and the chance. */
class PlanEngineTest {
  private static final RulePacks PACKS = RulePacks.bundled();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void neverBreaksARuleAndIsWorthWhatTheRuleBookSays(long seed) {
    Town town = new Town(seed);
    PlanResult result = town.solve(4_000, 1);
    CheckReport report = Checker.check(town.index, PACKS, town.travel, result.placements());
    assertThat(report.caused()).isEmpty();
    assertThat(result.objective()).isLessThanOrEqualTo(result.greedyObjective());
    if (!town.problem.policy().strictTiers()) {
      long plain = new Weights(town.problem.policy()).objective(report.score().amounts());
      long fast = new Weights(town.problem.policy()).objective(result.amounts());
      assertThat(fast).isEqualTo(plain);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 6, 10})
  void givesTheSamePlanForTheSameSeedWhateverTheThreads(long seed) {
    Town town = new Town(seed);
    List<Placement> one = town.solve(6_000, 1).placements();
    assertThat(town.solve(6_000, 1).placements()).isEqualTo(one);
    assertThat(town.solve(6_000, 2).placements()).isEqualTo(one);
    assertThat(town.solve(6_000, 4).placements()).isEqualTo(one);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 4, 5, 8})
  void coolsTwoPlansSideBySideWhenThereAreMovesToSpare(long seed) {
    Town town = new Town(seed);
    long moves = 2_500L * town.index.sessions().size();
    PlanResult few = town.solve(4_000, 1);
    PlanResult one = town.solve(moves, 1);
    assertThat(one.moves()).isGreaterThan(moves / 2);
    assertThat(one.objective()).isLessThanOrEqualTo(few.objective());
    CheckReport report = Checker.check(town.index, PACKS, town.travel, one.placements());
    assertThat(report.caused()).isEmpty();
    if (!town.problem.policy().strictTiers()) {
      assertThat(one.objective())
          .isEqualTo(new Weights(town.problem.policy()).objective(report.score().amounts()));
    }
    assertThat(town.solve(moves, 2).placements()).isEqualTo(one.placements());
    assertThat(town.solve(moves, 4).placements()).isEqualTo(one.placements());
  }

  /**
   * While plans are cooled, care may cost less to leave out than it does. One thread and many
   * moves, so that the listener is told while a cooling is under way.
   */
  @Test
  void tellsOfNoPlanThatIsBetterThanItsBest() {
    Town town = new Town(1);
    List<Long> told = new ArrayList<>();
    PlanResult result =
        town.engine()
            .solve(
                new SolveLimits(null, 20_000L * town.index.sessions().size(), 1, 1),
                progress -> {
                  told.add(progress.objective());
                  return true;
                });
    assertThat(told).hasSizeGreaterThan(10).allMatch(objective -> objective >= result.objective());
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 5, 9})
  void neverMovesWhatIsAgreed(long seed) {
    Town town = new Town(seed);
    List<Placement> agreed = town.problem.placements().stream().filter(town.index::agreed).toList();
    assertThat(town.solve(3_000, 1).placements()).containsAll(agreed);
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 7, 11})
  void placesARequestOfAllOrNothingWholeOrNotAtAll(long seed) {
    Town town = new Town(seed);
    Set<String> placed = new HashSet<>();
    town.solve(3_000, 1).placements().forEach(placement -> placed.add(placement.sessionId()));
    for (Request request : town.problem.requests()) {
      if (request.limits().allOrNothing()) {
        long served = request.sessions().stream().filter(s -> placed.contains(s.id())).count();
        assertThat(served).isIn(0L, (long) request.sessions().size());
      }
    }
  }

  @Test
  void keepsItsScoreUnderTimefoldsFullAssertions() {
    Town town = new Town(8);
    PlanResult plain = town.solve(500, 1);
    PlanResult asserted =
        town.engine()
            .solve(
                SolveLimits.moves(500, 1), ProgressListener.NONE, 2, EnvironmentMode.FULL_ASSERT);
    assertThat(asserted.placements()).isEqualTo(plain.placements());
  }

  @Test
  void stopsWhenTheListenerSaysSoWithTheBestPlanSoFar() {
    Town town = new Town(6);
    List<Double> told = new ArrayList<>();
    PlanResult result =
        town.engine()
            .solve(
                SolveLimits.moves(1_000_000_000L, 1),
                progress -> {
                  told.add(progress.fraction());
                  return false;
                });
    assertThat(result.interrupted()).isTrue();
    assertThat(told).isNotEmpty();
    assertThat(result.objective()).isLessThanOrEqualTo(result.greedyObjective());
  }

  @Test
  void improvesTheGreedyPlanWhereThereIsTooLittleRoom() {
    Town town = new Town(5);
    PlanResult result = town.solve(20_000, 1);
    assertThat(result.objective()).isLessThan(result.greedyObjective());
    assertThat(result.moves()).isBetween(19_000L, 20_000L);
  }

  private static final class Town {
    final Problem problem;
    final ProblemIndex index;
    final Travel travel;
    final OptionTable table;

    Town(long seed) {
      problem = CrowdedTown.of(seed, 2, 3, 2, 12);
      index = new ProblemIndex(problem);
      travel = new GreatCircleTravel(problem.policy());
      table = OptionBuilder.build(index, PACKS, travel);
    }

    PlanEngine engine() {
      return new PlanEngine(index, PACKS, travel, table);
    }

    PlanResult solve(long moves, int threads) {
      return engine()
          .solve(
              new SolveLimits(null, moves, 1, threads),
              ProgressListener.NONE,
              2,
              EnvironmentMode.NON_REPRODUCIBLE);
    }
  }
}
