package org.plek.scoring.fast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.plek.CrowdedTown;
import org.plek.domain.Child;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.rules.RulePacks;
import org.plek.scoring.fast.LiveMasks.Hours;

/** What the masks say of a child who would leave, beside masks of which the child has left. */
class LiveMasksTest {
  private static final RulePacks PACKS = RulePacks.bundled();

  /** Which children are in a group. */
  private record Stay(int group, Hours hours) {}

  @Test
  void sayWhetherThereIsRoomWithoutAnotherChildAsIfItHadLeft() {
    int makesRoom = 0;
    int keepsOut = 0;
    for (long seed = 0; seed < 64; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Problem town = CrowdedTown.of(seed, 3, 2, 1, 12);
      ProblemIndex index = new ProblemIndex(town);
      LiveMasks masks = new LiveMasks(index, PACKS);
      List<Stay> stays = new ArrayList<>();
      for (int step = 0; step < 400; step++) {
        int group = random.nextInt(index.groups().size());
        Hours hours = hours(masks, index, group, random);
        if (masks.free(group, hours.row(), hours.variant(), hours.from(), hours.until())) {
          change(masks, new Stay(group, hours), 1);
          stays.add(new Stay(group, hours));
        } else if (stays.size() > 40) {
          change(masks, stays.remove(random.nextInt(stays.size())), -1);
        }
        for (Stay out : stays) {
          if (out.group() != group) {
            continue;
          }
          boolean before =
              masks.free(group, hours.row(), hours.variant(), hours.from(), hours.until());
          boolean said = masks.freeWithout(group, hours, out.hours());
          change(masks, out, -1);
          boolean free =
              masks.free(group, hours.row(), hours.variant(), hours.from(), hours.until());
          change(masks, out, 1);
          assertThat(said).as("%s %s without %s", town.id(), hours, out).isEqualTo(free);
          makesRoom += free && !before ? 1 : 0;
          keepsOut += free ? 0 : 1;
        }
      }
    }
    assertThat(makesRoom).isGreaterThan(1_000);
    assertThat(keepsOut).isGreaterThan(1_000);
  }

  private static Hours hours(
      LiveMasks masks, ProblemIndex index, int group, SplittableRandom random) {
    Child child = index.children().get(random.nextInt(index.children().size()));
    int day = random.nextInt(2);
    int from = masks.timeline().dayStart(day) + 28 + random.nextInt(24);
    return new Hours(
        masks.row(group, child, masks.timeline().date(day)),
        masks.variant(group, random.nextBoolean(), random.nextBoolean(), null),
        from,
        from + 2 + random.nextInt(24));
  }

  private static void change(LiveMasks masks, Stay stay, int sign) {
    Hours at = stay.hours();
    masks.change(stay.group(), at.row(), at.variant(), at.from(), at.until(), sign);
  }
}
