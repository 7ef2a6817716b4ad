package org.plek.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who has to leave so that a stay fits. */
class BlockersTest {
  @Test
  void thoseFoundCoverEverySlotThatRefusesAndNoneOfThemInVain() {
    int[] times = new int[Blockers.MOST + 1];
    for (long seed = 1; seed <= 12; seed++) {
      CrowdedPlan plan = CrowdedPlan.greedy(seed);
      Blockers blockers = new Blockers(plan.chain(seed));
      for (int s = 0; s < plan.table.sessions(); s++) {
        int bundle = plan.bundles.bundleOf(s);
        if (bundle >= 0) {
          plan.insertion.removeBundle(bundle);
          for (int o = plan.table.firstOption(s); o < plan.table.endOption(s); o++) {
            times[found(plan, blockers, s, o)]++;
          }
          plan.insertion.rollback(0);
        }
      }
    }
    assertThat(times[1]).isPositive();
    assertThat(times[2]).isPositive();
  }

  @Test
  void withThoseFoundGoneNobodyKeepsAHomeCarerAway() {
    int[] legs = new int[64];
    int nearHer = 0;
    int inHerWeek = 0;
    for (long seed = 1; seed <= 40; seed++) {
      CrowdedPlan plan = CrowdedPlan.greedy(seed);
      Blockers blockers = new Blockers(plan.chain(seed));
      for (int s = 0; s < plan.table.sessions(); s++) {
        int bundle = plan.bundles.bundleOf(s);
        if (bundle < 0) {
          continue;
        }
        plan.insertion.removeBundle(bundle);
        for (int o = plan.table.firstOption(s); o < plan.table.endOption(s); o++) {
          if (!plan.state.homeCarer(plan.table.group(o))
              || plan.state.free(s, o)
              || !refused(plan, s, o).isEmpty()) {
            continue;
          }
          boolean near = plan.state.inTheWay(s, o, legs) > 0;
          int count = blockers.find(s, o, bundle, -1, Blockers.MOST);
          int mark = plan.insertion.mark();
          for (int i = 0; i < count; i++) {
            plan.insertion.removeUnit(plan.bundles.unitOf[blockers.session(i)]);
          }
          if (count > 0 && near) {
            nearHer++;
            assertThat(plan.state.inTheWay(s, o, legs)).isZero();
          } else if (count > 0 && plan.state.free(s, o)) {
            inHerWeek++;
          }
          plan.insertion.rollback(mark);
        }
        plan.insertion.rollback(0);
      }
    }
    assertThat(nearHer).isPositive();
    assertThat(inHerWeek).as("a day of a full week was emptied").isPositive();
  }

  private static int found(CrowdedPlan plan, Blockers blockers, int session, int option) {
    int bundle = plan.bundles.bundleOf(session);
    int count = blockers.find(session, option, bundle, -1, Blockers.MOST);
    List<Integer> refused = refused(plan, session, option);
    if (count > 0 && !refused.isEmpty()) {
      List<Integer> leaving = IntStream.range(0, count).map(blockers::session).boxed().toList();
      assertThat(leaving).doesNotHaveDuplicates();
      assertThat(uncovered(plan, option, refused, leaving)).isEmpty();
      for (int stays : leaving) {
        List<Integer> others = leaving.stream().filter(each -> each != stays).toList();
        assertThat(uncovered(plan, option, refused, others)).isNotEmpty();
      }
    }
    return count;
  }

  private static List<Integer> refused(CrowdedPlan plan, int session, int option) {
    List<Integer> refused = new ArrayList<>();
    for (int slot = plan.table.start(option); slot < plan.table.end(option); slot++) {
      long found = plan.state.refusedSlots(session, option, slot);
      if (found >= 0 && found >>> 32 == slot) {
        refused.add(slot);
      }
    }
    return refused;
  }

  private static List<Integer> uncovered(
      CrowdedPlan plan, int option, List<Integer> slots, List<Integer> leaving) {
    int group = plan.table.group(option);
    return slots.stream()
        .filter(slot -> leaving.stream().noneMatch(s -> covers(plan, group, s, slot)))
        .toList();
  }

  private static boolean covers(CrowdedPlan plan, int group, int session, int slot) {
    int taken = plan.state.option(session);
    return (plan.table.group(taken) == group
            && plan.table.start(taken) <= slot
            && slot < plan.table.end(taken))
        || (plan.table.split(taken)
            && plan.table.secondGroup(taken) == group
            && plan.table.secondStart(taken) <= slot
            && slot < plan.table.secondEnd(taken));
  }
}
