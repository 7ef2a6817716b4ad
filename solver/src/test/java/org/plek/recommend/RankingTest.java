package org.plek.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plek.domain.CareSession;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.domain.Request;
import org.plek.domain.Travel;
import org.plek.rules.RulePacks;
import org.plek.scoring.Weights;
import org.plek.scoring.plain.Verdict;
import org.plek.scoring.plain.Workbench;

/** The ranking by masks beside a slow one that asks the plain scorer about every group. */
class RankingTest {
  private static final RulePacks PACKS = RulePacks.bundled();

  private int compared;
  private int missed;

  @Test
  void ranksWhatThePlainScorerAllowsByTheSameWeights() {
    for (long seed = 0; seed < 96 && compared <= 120; seed++) {
      Problem town = FullTown.of(seed, PACKS);
      Travel travel = new GreatCircleTravel(town.policy());
      Recommender recommender = new Recommender(town, PACKS, travel);
      churn(recommender, town);
      Workbench bench = new Workbench(new ProblemIndex(town), PACKS, travel, town.placements());
      for (Request request : town.requests()) {
        if (request.limits().allOrNothing() || request.limits().siblingsTogether()) {
          continue;
        }
        for (CareSession session : request.sessions()) {
          if (Variants.fixed(session)
              && session.parentAway() == null
              && bench.standing(session.id()) == null) {
            compare(town, recommender, bench, request, session);
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(100);
    // Only the closure of the law refuses what the law allows, and seldom.
    assertThat(missed).isLessThan(compared / 20);
  }

  /** Events that come and go leave no trace. */
  private static void churn(Recommender recommender, Problem town) {
    recommender.rank(
        town.requests().getFirst(),
        town.requests().getFirst().sessions().getFirst().id(),
        town.asOf(),
        1,
        false);
    for (Placement placement : town.placements()) {
      recommender.removePlacement(placement.sessionId());
    }
    for (Provider provider : town.providers().subList(0, 3)) {
      recommender.put(provider);
    }
    town.placements().forEach(recommender::put);
    recommender.put(town.providers().getLast());
  }

  private void compare(
      Problem town,
      Recommender recommender,
      Workbench bench,
      Request request,
      CareSession session) {
    Map<String, Long> fast = new HashMap<>();
    for (Ranked ranked :
        recommender.rank(request, session.id(), town.asOf(), Integer.MAX_VALUE, false)) {
      fast.put(ranked.leg().groupId(), ranked.objective());
    }
    Weights weights = new Weights(town.policy());
    Set<Long> differences = new HashSet<>();
    for (Provider provider : town.providers()) {
      for (Placement way : bench.ways(session.id(), provider.id())) {
        Placement proposed = new Placement(session.id(), PlacementState.PROPOSED, null, way.legs());
        Verdict verdict = bench.judge(List.of(), List.of(proposed));
        if (bench.closedQuarters(way) > 0 || !verdict.legal()) {
          continue;
        }
        Long objective = fast.get(way.legs().getFirst().groupId());
        compared++;
        if (objective == null) {
          missed++;
        } else if (town.policy().settlingInMinutes() == 0) {
          differences.add(objective - verdict.objective(weights));
        }
      }
    }
    assertThat(differences).as("%s %s", town.id(), request.id()).hasSizeLessThan(2);
  }
}
