package org.plek.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is taken out together for an exact repair. */
class RivalsTest {
  private int parts;

  @Test
  void ofAPlacedBundleAPartMayBeChosenOfOthersAll() {
    for (long seed = 1; seed <= 60; seed++) {
      CrowdedPlan plan = CrowdedPlan.greedy(seed);
      Rivals rivals = new Rivals(plan.chain(seed), 100);
      for (int bundle : plan.movable()) {
        for (int i = 0; i < 8; i++) {
          rivals.choose(bundle);
          check(plan, rivals);
        }
      }
    }
    assertThat(parts).isPositive();
  }

  /** Places go family by family and bundle by bundle, and no bundle is left out in part. */
  private void check(CrowdedPlan plan, Rivals rivals) {
    assertThat(rivals.count()).isLessThanOrEqualTo(Rivals.MOST_SESSIONS);
    Set<Integer> bundles = new HashSet<>();
    for (int first = 0; first < rivals.count(); first = rivals.endOfBundle[first]) {
      int bundle = plan.bundles.bundleOf(rivals.session[first]);
      assertThat(bundles.add(bundle)).isTrue();
      Set<Integer> sessions = new HashSet<>();
      for (int i = first; i < rivals.endOfBundle[first]; i++) {
        assertThat(plan.bundles.bundleOf(rivals.session[i])).isEqualTo(bundle);
        assertThat(plan.state.familyOf(rivals.session[i]))
            .isEqualTo(plan.state.familyOf(rivals.session[rivals.firstOf[rivals.family[i]]]));
        assertThat(sessions.add(rivals.session[i])).isTrue();
      }
      boolean whole = sessions.size() == sessionsOf(plan, bundle);
      assertThat(rivals.firstOfBundle[first]).isEqualTo(whole ? first : -1);
      if (!whole) {
        parts++;
        for (int unit : plan.bundles.unitsOf[bundle]) {
          for (int session : plan.bundles.sessionsOf[unit]) {
            assertThat(plan.state.option(session)).isNotNegative();
          }
        }
      }
    }
  }

  private static int sessionsOf(CrowdedPlan plan, int bundle) {
    int sessions = 0;
    for (int unit : plan.bundles.unitsOf[bundle]) {
      sessions += plan.bundles.sessionsOf[unit].length;
    }
    return sessions;
  }
}
