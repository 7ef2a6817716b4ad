package org.plek.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plek.CrowdedTown;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Request;
import org.plek.domain.Travel;
import org.plek.rules.RulePacks;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.plain.PlainScorer;

/**
 * Explanations over crowded towns of all four packs, each confirmed by the plain scorer on the
 * whole town: what is offered is legal, what is refused breaks the named rule and none earlier.
 */
class RandomExplanationsTest {
  private static final RulePacks PACKS = RulePacks.bundled();

  @Test
  void areAllTrue() {
    int offers = 0;
    int refusals = 0;
    for (long seed : LongStream.range(0, 4).toArray()) {
      Town town = new Town(seed);
      for (Request request : town.problem.requests()) {
        Recommendation answer = town.ask(request);
        for (Offer offer : answer.offers()) {
          assertThat(town.blocker(offer.placements())).as("%s: %s", seed, offer).isNull();
          offers++;
        }
        for (Refusal refusal : answer.refusals()) {
          assertThat(town.blocker(refusal.tried()))
              .as("%s: %s", seed, refusal)
              .isEqualTo(refusal.rule());
          refusals++;
        }
      }
    }
    assertThat(offers).isPositive();
    assertThat(refusals).isPositive();
  }

  private static final class Town {
    final Problem problem;
    final LocalDateTime asOf;
    final PlainScorer scorer;
    final Recommender recommender;

    Town(long seed) {
      problem = CrowdedTown.of(seed, 2, 3, 2, 12);
      asOf = problem.asOf();
      Travel travel = new GreatCircleTravel(problem.policy());
      scorer = new PlainScorer(new ProblemIndex(problem), PACKS, travel);
      recommender = new Recommender(problem, PACKS, travel);
    }

    Recommendation ask(Request request) {
      // What is proposed for the request itself is asked anew.
      placements.clear();
      Set<String> own = new java.util.HashSet<>();
      request.sessions().forEach(session -> own.add(session.id()));
      for (Placement placement : problem.placements()) {
        if (placement.state() != PlacementState.PROPOSED || !own.contains(placement.sessionId())) {
          placements.add(placement);
        }
      }
      before = scorer.amounts(placements).amounts();
      return recommender.recommend(Question.of(request, asOf));
    }

    private final List<Placement> placements = new ArrayList<>();
    private long[] before = {};

    @Nullable ConstraintName blocker(List<Placement> added) {
      List<Placement> all = new ArrayList<>(placements);
      all.addAll(added);
      long[] after = scorer.amounts(all).amounts();
      for (ConstraintName name : ConstraintName.values()) {
        if (name.level() == ConstraintName.Level.HARD
            && after[name.ordinal()] > before[name.ordinal()]) {
          return name;
        }
      }
      return null;
    }
  }
}
