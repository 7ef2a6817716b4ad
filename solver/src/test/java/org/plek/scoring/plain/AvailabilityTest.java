package org.plek.scoring.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plek.Fixture;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Reserve;
import org.plek.rules.RulePacks;

/** Free places, counted by hand under Dutch law. */
class AvailabilityTest {
  private static GroupRoom monday(Fixture fixture, int fromSlot, int untilSlot, int step) {
    ProblemIndex index = fixture.index();
    return new Availability(
            index,
            RulePacks.bundled(),
            new GreatCircleTravel(index.problem().policy()),
            index.problem().placements())
        .of("Ann", fromSlot, untilSlot, step)
        .getFirst();
  }

  private static Fixture childminder() {
    return Fixture.from("2026-03-02", 1)
        .childminder(
            "Ann",
            p ->
                p.open("Mon 08:00-12:00")
                    .places(6)
                    .standIn()
                    .regular("Mia", "2025-10-01", "Mon 09:00-10:00"))
        .family("Peeters", f -> f.child("Lea", "2024-01-01"))
        .request("r", "Peeters", r -> r.care("Lea", "2026-03-02 11:00-12:00"));
  }

  @Test
  void a_childminder_has_room_by_the_caps_of_the_law() {
    // Caps: 2 of 0 years, 4 of 0 and 1, 5 under 4, 6 in all.
    GroupRoom room = monday(childminder(), 32, 44, 4);
    assertThat(room.classes()).hasSize(4);
    SlotRoom eight = room.slots().get(0);
    assertThat(eight.free()).containsExactly(2, 4, 5, 6);
    // Mia, 5 months, is there from nine to ten: one of each cap is taken.
    SlotRoom nine = room.slots().get(1);
    assertThat(nine.children()).containsExactly(1, 0, 0, 0);
    assertThat(nine.free()).containsExactly(1, 3, 4, 5);
    assertThat(nine.caregiversRequired()).isEqualTo(1);
    assertThat(room.slots().get(2).free()).containsExactly(2, 4, 5, 6);
  }

  @Test
  void slots_put_together_show_the_tightest_one() {
    // 08:30 to 09:30: Mia is there in the second half.
    SlotRoom half = monday(childminder(), 34, 38, 4).slots().getFirst();
    assertThat(half.children()).containsExactly(1, 0, 0, 0);
    assertThat(half.free()).containsExactly(1, 3, 4, 5);
    // 11:30 to 12:30: closed from noon on.
    SlotRoom noon = monday(childminder(), 46, 50, 4).slots().getFirst();
    assertThat(noon.open()).isFalse();
    assertThat(noon.free()).containsExactly(0, 0, 0, 0);
  }

  @Test
  void a_place_kept_free_is_there_for_the_urgent_only() {
    Fixture kept =
        childminder().policy(policy -> Policies.keeping(policy, new Reserve("Ann-1", 1, 0, 60)));
    SlotRoom eight = monday(kept, 32, 33, 1).slots().getFirst();
    assertThat(eight.free().get(3)).isEqualTo(5);
    assertThat(eight.freeUrgent()).isEqualTo(List.of(2, 4, 5, 6));
  }
}
