package org.plek.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Problem;
import org.plek.domain.Request;
import org.plek.rules.RulePacks;

/**
 * Explanations over crowded towns of all four packs, each confirmed by the plain scorer on the
 * whole town: what is offered is legal; what is refused breaks the named rule and none earlier; the
 * smallest change works, and nothing smaller of its kind does. {@code -Dexplanations=10000} for the
 * full count; the usual build confirms fewer.
 */
class RandomExplanationsTest {
  private static final RulePacks PACKS = RulePacks.bundled();
  private static final int COUNT = Integer.getInteger("explanations", 400);

  private final Map<String, Integer> confirmed = new TreeMap<>();

  @Test
  void areAllTrue() {
    for (long seed = 0; count() < COUNT; seed++) {
      Problem town = FullTown.of(seed, PACKS);
      Judge judge = new Judge(town, PACKS);
      Recommender recommender = new Recommender(town, PACKS, new GreatCircleTravel(town.policy()));
      for (Request request : town.requests()) {
        judge.asking(request);
        confirm(seed, judge, recommender.recommend(Question.of(request, town.asOf())));
      }
    }
    assertThat(confirmed)
        .containsKeys(
            "offer",
            "Shifted",
            "Shortened",
            "CaregiverLonger",
            "Moves",
            "MoreVolume",
            "FamilyLimit");
  }

  private int count() {
    return confirmed.values().stream().mapToInt(Integer::intValue).sum();
  }

  private void confirm(long seed, Judge judge, Recommendation answer) {
    for (Offer offer : answer.offers()) {
      assertThat(judge.blocker(offer.placements())).as("town %s: %s", seed, offer).isNull();
      confirmed.merge("offer", 1, Integer::sum);
    }
    for (Refusal refusal : answer.refusals()) {
      assertThat(judge.blocker(refusal.tried()))
          .as("town %s: %s", seed, refusal)
          .isEqualTo(refusal.rule());
      confirmed.merge("refusal", 1, Integer::sum);
      for (SmallestChange change : refusal.changes()) {
        confirm(seed, judge, refusal.providerId(), change);
      }
    }
    for (SmallestChange change : answer.helpsWhole()) {
      String provider = change.then().getFirst().legs().getFirst().providerId();
      assertThat(judge.works(provider, change)).as("town %s: %s", seed, change).isTrue();
      confirmed.merge("whole " + change.getClass().getSimpleName(), 1, Integer::sum);
    }
  }

  private void confirm(long seed, Judge judge, String provider, SmallestChange change) {
    assertThat(judge.works(provider, change))
        .as("town %s, %s: it works: %s", seed, provider, change)
        .isTrue();
    if (judge.tooManyWays(provider, change)) {
      return; // Not confirmed, so not counted.
    }
    assertThat(judge.smallerHelps(provider, change))
        .as("town %s, %s: nothing smaller helps than %s", seed, provider, change)
        .isFalse();
    confirmed.merge(change.getClass().getSimpleName(), 1, Integer::sum);
    assertThat(change.then()).isNotEmpty();
  }
}
