package org.plek.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.api.score.HardSoftScore;
import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plek.benchmarks.instances.Instance;
import org.plek.datasets.generator.SyntheticProblem;
import org.plek.datasets.generator.Town;
import org.plek.domain.Placement;
import org.plek.rules.RulePacks;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.Weights;
import org.plek.scoring.plain.PlainScore;
import org.plek.scoring.plain.PlainScorer;

/** Timefold is given the same score as everybody, whatever the plan. */
class TimefoldTest {
  private static final Instance TOWN = town(24, 160, 5);

  private static Instance town(int groups, int sessions, long seed) {
    List<Town> towns = Town.ALL.stream().filter(t -> !t.rulePack().equals("EN")).toList();
    RulePacks packs = RulePacks.bundled();
    return Instance.of(
        "town",
        SyntheticProblem.of(
            "town",
            towns.subList(0, 2),
            ZoneId.of("Europe/Brussels"),
            groups,
            sessions,
            0.9,
            0.4,
            1,
            packs::pack,
            seed),
        packs);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void scoresAsThePlainScorerDoes(boolean streams) {
    Timefold peer = new Timefold(TimefoldVariant.LATE, streams);
    SolutionManager<TimefoldPlan, HardSoftScore> manager =
        SolutionManager.create(
            SolverFactory.<TimefoldPlan>create(peer.config(Duration.ofSeconds(1), 1)));
    PlainScorer plain = new PlainScorer(TOWN.index(), TOWN.packs(), TOWN.travel());
    Weights weights = new Weights(TOWN.index().problem().policy());
    long[] none = plain.amounts(List.of()).amounts();
    Random random = new Random(3);
    for (int round = 0; round < 20; round++) {
      TimefoldPlan plan = TimefoldPlan.empty(TOWN, new TimefoldScoring(TOWN, 0, 0));
      for (TimefoldSession session : plan.getSessions()) {
        int options =
            TOWN.table().endOption(session.getSession())
                - TOWN.table().firstOption(session.getSession());
        if (random.nextInt(20) >= round) {
          session.setOption(random.nextInt(options));
        }
      }
      manager.update(plan);
      HardSoftScore score = Objects.requireNonNull(plan.getScore());
      List<Placement> placements = Plans.placements(TOWN, plan.options(TOWN));
      PlainScore truth = plain.amounts(placements);
      assertThat(-score.softScore()).isEqualTo(weights.objective(truth.amounts()));
      assertThat(-score.hardScore()).isEqualTo(hard(truth.amounts()) - hard(none));
    }
  }

  private static long hard(long[] amounts) {
    long sum = 0;
    for (ConstraintName name : ConstraintName.values()) {
      sum += name.level() == ConstraintName.Level.HARD ? amounts[name.ordinal()] : 0;
    }
    return sum;
  }

  @ParameterizedTest
  @EnumSource(TimefoldVariant.class)
  void everyVariantEndsInALegalPlanWorthWhatItClaims(TimefoldVariant variant) {
    solves(variant, false, EnvironmentMode.NO_ASSERT, 20_000);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void deltasHoldUnderTimefoldsOwnAssertions(boolean streams) {
    solves(TimefoldVariant.LATE_CHANGE, streams, EnvironmentMode.FULL_ASSERT, 2_000);
  }

  @Test
  void streamsEndInALegalPlanWorthWhatTheyClaim() {
    solves(TimefoldVariant.LATE, true, EnvironmentMode.NO_ASSERT, 20_000);
  }

  private static void solves(
      TimefoldVariant variant, boolean streams, EnvironmentMode mode, long scores) {
    Instance small = town(8, 24, 6);
    SolverConfig config =
        new Timefold(variant, streams).config(Duration.ofMinutes(10), 1).withEnvironmentMode(mode);
    TerminationConfig enough = new TerminationConfig().withScoreCalculationCountLimit(scores);
    config.setTerminationConfig(enough);
    config
        .getPhaseConfigList()
        .subList(variant.fromGreedy() ? 0 : 1, config.getPhaseConfigList().size())
        .forEach(phase -> phase.setTerminationConfig(enough));
    TimefoldPlan first =
        TimefoldPlan.empty(
            small, new TimefoldScoring(small, variant.hardPrice, variant.bundlePrice));
    if (variant.fromGreedy()) {
      first.take(small, Greedy.plan(small));
    }
    TimefoldPlan plan = SolverFactory.<TimefoldPlan>create(config).buildSolver().solve(first);
    int[] options = plan.options(small);
    long objective = Plans.mend(small, options);
    Judge.Verdict verdict =
        Judge.judge(
            small, new Attempt(Plans.placements(small, options), objective, 0, 1, List.of(), ""));
    assertThat(verdict.legal()).isTrue();
    assertThat(verdict.equal()).isTrue();
    assertThat(verdict.unplaced()).isLessThan(small.index().sessions().size());
  }

  @Test
  void mendingTakesOutWhatBreaksARule() {
    int[] options = new int[TOWN.table().sessions()];
    Arrays.setAll(
        options,
        s ->
            TOWN.table().firstOption(s) < TOWN.table().endOption(s)
                ? TOWN.table().firstOption(s)
                : -1);
    long objective = Plans.mend(TOWN, options);
    Judge.Verdict verdict =
        Judge.judge(
            TOWN, new Attempt(Plans.placements(TOWN, options), objective, 0, 1, List.of(), ""));
    assertThat(verdict.legal()).isTrue();
    assertThat(verdict.equal()).isTrue();
    assertThat(verdict.unplaced()).isPositive();
  }
}
