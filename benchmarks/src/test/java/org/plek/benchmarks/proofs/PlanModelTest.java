package org.plek.benchmarks.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.format.PlanJson;
import org.plek.format.ProblemJson;
import org.plek.scoring.ConstraintName.Level;
import org.plek.scoring.Weights;
import org.plek.scoring.fast.FastState;
import org.plek.scoring.fast.Tally;
import org.plek.scoring.plain.Match;
import org.plek.scoring.plain.PlainScore;
import org.plek.scoring.plain.PlainScorer;
import org.plek.search.PlanEngine;
import org.plek.search.SolveLimits;

/** The program admits every legal plan, at exactly what the rule book says it costs. */
class PlanModelTest {
  @ParameterizedTest
  @CsvSource({"VL, 1", "VL, 2", "NL, 1", "NL, 2", "EN, 1", "EN, 2", "FR, 1", "FR, 2"})
  void admitsWhatTheRuleBookFindsLegal(String pack, long seed) {
    SmallTown town = SmallTown.of(pack, 12, 60, seed);
    check(town, randomPlan(town, new Random(seed)));
    check(town, randomPlan(town, new Random(seed + 100)));
    check(
        town,
        new PlanEngine(town.index(), town.packs(), town.travel(), town.table())
            .solve(SolveLimits.moves(20_000, seed), progress -> true)
            .placements());
  }

  @ParameterizedTest
  @ValueSource(strings = {"VL", "NL", "EN", "FR"})
  void boundsUnservedCareAloneNoHigherThanAnyPlanLeaves(String pack) {
    SmallTown town = SmallTown.of(pack, 8, 40, 3);
    PlanModel model =
        PlanModel.of(
            town.index(), town.packs(), town.travel(), town.table(), PlanModel.Aim.UNSERVED);
    OrTools.Answer answer = OrTools.solve(model.linear(), OrTools.Method.HIGHS, 60, new double[0]);
    PlainScore score =
        new PlainScorer(town.index(), town.packs(), town.travel())
            .amounts(
                new PlanEngine(town.index(), town.packs(), town.travel(), town.table())
                    .solve(SolveLimits.moves(50_000, 1), progress -> true)
                    .placements());
    assertThat(answer.proven()).isTrue();
    assertThat(answer.bound())
        .isLessThanOrEqualTo(score.amount(org.plek.scoring.ConstraintName.UNSERVED) + 1e-6);
  }

  /** Both rules are exact in the program; a relaxation would let the illegal plan pass. */
  @ParameterizedTest
  @ValueSource(strings = {"HOME_GROUP", "FIXED_FACES"})
  void refusesGroupsAndFacesThatTheLawRefuses(String rule) throws IOException {
    Path folder = Path.of(System.getProperty("repository.root"), "datasets", "tiny", rule);
    SmallTown town = SmallTown.of(ProblemJson.read(folder.resolve("problem.json")));
    PlanModel legal = objective(town);
    fix(legal, town, PlanJson.read(folder.resolve("legal-plan.json")).placements());
    assertThat(OrTools.solve(legal.linear(), OrTools.Method.HIGHS, 60, new double[0]).proven())
        .isTrue();
    PlanModel illegal = objective(town);
    fix(illegal, town, PlanJson.read(folder.resolve("illegal-plan.json")).placements());
    assertThatThrownBy(
            () -> OrTools.solve(illegal.linear(), OrTools.Method.HIGHS, 60, new double[0]))
        .hasMessageContaining("no solution");
  }

  private static PlanModel objective(SmallTown town) {
    return PlanModel.of(
        town.index(), town.packs(), town.travel(), town.table(), PlanModel.Aim.OBJECTIVE);
  }

  private static void fix(PlanModel model, SmallTown town, List<Placement> plan) {
    int[] chosen = new int[town.table().sessions()];
    Arrays.fill(chosen, -1);
    for (Placement placement : plan) {
      int session = town.index().session(placement.sessionId());
      chosen[session] = town.table().indexOf(session, placement.legs());
    }
    for (int s = 0; s < chosen.length; s++) {
      for (int o = town.table().firstOption(s); o < town.table().endOption(s); o++) {
        model.linear().fix(o, o == chosen[s] ? 1 : 0);
      }
    }
  }

  private static void check(SmallTown town, List<Placement> plan) {
    PlainScorer plain = new PlainScorer(town.index(), town.packs(), town.travel());
    PlainScore score = plain.amounts(plan);
    assertThat(score.legal()).isTrue();
    long objective = new Weights(town.index().problem().policy()).objective(score.amounts());
    PlanModel model = objective(town);
    fix(model, town, plan);
    long cost;
    do {
      OrTools.Answer answer =
          OrTools.solve(model.linear(), OrTools.Method.HIGHS, 60, new double[0]);
      assertThat(answer.proven()).as("a legal plan is a solution").isTrue();
      cost = Math.round(answer.cost());
      assertThat(cost).as("never dearer than the rule book").isLessThanOrEqualTo(objective);
      assertThat(model.placements(answer.values()))
          .extracting(Placement::legs)
          .containsExactlyElementsOf(plan.stream().map(Placement::legs).toList());
      if (model.tighten(answer.values()) == 0) {
        break;
      }
    } while (true);
    assertThat(cost).isEqualTo(objective);
  }

  /** Places at random, then takes out whoever has a part in a broken rule. */
  private static List<Placement> randomPlan(SmallTown town, Random chance) {
    FastState state = new FastState(town.index(), town.packs(), town.travel(), town.table());
    Tally tally = state.startTally();
    List<Integer> sessions = new ArrayList<>();
    for (int s = 0; s < town.table().sessions(); s++) {
      sessions.add(s);
    }
    Collections.shuffle(sessions, chance);
    for (int s : sessions) {
      int options = town.table().endOption(s) - town.table().firstOption(s);
      for (int i = 0; i < 5 && options > 0 && state.option(s) < 0; i++) {
        state.tryPlace(s, town.table().firstOption(s) + chance.nextInt(options), tally);
      }
    }
    PlainScorer plain = new PlainScorer(town.index(), town.packs(), town.travel());
    while (true) {
      List<Placement> plan = new ArrayList<>();
      for (int s = 0; s < town.table().sessions(); s++) {
        if (state.option(s) >= 0) {
          plan.add(
              new Placement(
                  town.index().sessions().get(s).id(),
                  PlacementState.PROPOSED,
                  null,
                  town.table().legs(s, state.option(s))));
        }
      }
      Set<String> guilty = new HashSet<>();
      for (Match match : plain.score(plan).matches()) {
        if (match.constraint().level() == Level.HARD) {
          guilty.addAll(match.sessionIds());
          if (match.constraint() == org.plek.scoring.ConstraintName.ALL_OR_NOTHING) {
            int first = town.index().session(match.sessionIds().getFirst());
            int request = town.index().requestOf(first);
            for (int s = town.index().firstSession(request);
                s < town.index().firstSession(request + 1);
                s++) {
              guilty.add(town.index().sessions().get(s).id());
            }
          }
        }
      }
      if (guilty.isEmpty()) {
        return plan;
      }
      for (String id : guilty) {
        int session = town.index().session(id);
        if (state.option(session) >= 0) {
          state.remove(session, tally);
        }
      }
    }
  }
}
