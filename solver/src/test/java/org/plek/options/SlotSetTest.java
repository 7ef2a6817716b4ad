package org.plek.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.plek.domain.Schedule;
import org.plek.domain.Timeline;
import org.plek.domain.WeeklyHours;

/** Questions over many slots at once, against the same asked slot by slot. */
class SlotSetTest {
  private static final Timeline TIMELINE =
      new Timeline(ZoneId.of("Europe/Brussels"), LocalDate.of(2026, 3, 2), 4);

  private static Schedule some(RandomGenerator random) {
    List<WeeklyHours> week =
        random
            .ints(random.nextInt(12), 0, 7 * 24)
            .mapToObj(
                hour -> {
                  LocalTime from = LocalTime.of(hour % 24, 0);
                  LocalTime to = from.plusMinutes(random.nextInt(1, 60));
                  return new WeeklyHours(DayOfWeek.of(1 + hour / 24), from, to, false);
                })
            .toList();
    return new Schedule(week, List.of());
  }

  private static boolean has(SlotSet set, int slot) {
    return slot >= 0 && slot < TIMELINE.slots() && set.covers(slot, slot + 1);
  }

  @Test
  void manySlotsAtOnceAnswerAsOneByOne() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
    for (int round = 0; round < 3_000; round++) {
      SlotSet one = SlotSet.inside(TIMELINE, some(random));
      Schedule hours = some(random);
      SlotSet other = SlotSet.inside(TIMELINE, hours);
      int from = random.nextInt(TIMELINE.slots());
      int until = random.nextInt(from, TIMELINE.slots() + 1);
      int first = from;
      while (first < until && has(one, first)) {
        first++;
      }
      assertThat(one.firstMissing(from, until)).isEqualTo(first);
      boolean any = false;
      SlotSet both = SlotSet.inside(TIMELINE, hours);
      both.addBoth(one, one, from - 20, until + 20);
      for (int slot = 0; slot < TIMELINE.slots(); slot++) {
        boolean inside = slot >= from && slot < until;
        any |= inside && has(one, slot);
        boolean added = slot >= from - 20 && slot < until + 20 && has(one, slot);
        assertThat(has(both, slot)).isEqualTo(has(other, slot) || added);
      }
      assertThat(one.meets(from, until)).isEqualTo(any);
    }
  }
}
