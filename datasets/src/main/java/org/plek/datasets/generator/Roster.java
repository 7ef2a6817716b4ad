package org.plek.datasets.generator;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import org.plek.domain.WeeklyHours;

/**
 * How many caregivers stand in a group over the week: the number of the core of each opening, fewer
 * in its first and last hour and a half, never fewer than needed.
 */
final class Roster {
  private static final int EDGE = 6;
  private static final int SLOTS_PER_DAY = 96;

  /** One post of one weekday: slots from the midnight before. */
  record Span(
      DayOfWeek day,
      int fromSlot,
      int toSlot,
      int early,
      int coreFrom,
      int coreTo,
      int core,
      int late) {}

  private final List<Span> spans = new ArrayList<>();

  /**
   * @param opening opening hours
   * @param need caregivers required per weekday and quarter of an hour
   * @param core caregivers wanted in the core, 1 at least
   * @param chance whether an edge has one more than needed
   */
  Roster(List<WeeklyHours> opening, int[][] need, int core, Chance chance) {
    for (WeeklyHours range : opening) {
      int from = (WeekHours.from(range) + 14) / 15;
      int to = WeekHours.to(range) / 15;
      if (to <= from) {
        continue;
      }
      int coreFrom = Math.min(from + EDGE, to);
      int coreTo = Math.max(coreFrom, to - EDGE);
      if (to - from > 56) {
        // Long openings are full by day only.
        coreFrom = Math.max(from, Math.min(28, to));
        coreTo = Math.max(coreFrom, Math.min(to, 72));
      }
      int day = range.day().getValue() - 1;
      int early = most(need, day, from, coreFrom);
      int late = most(need, day, coreTo, to);
      int middle =
          Math.max(Math.max(core, most(need, day, coreFrom, coreTo)), Math.max(early, late));
      early = Math.min(middle, Math.max(1, early + (chance.in(0.4) ? 1 : 0)));
      late = Math.min(middle, Math.max(1, late + (chance.in(0.4) ? 1 : 0)));
      spans.add(new Span(range.day(), from, to, early, coreFrom, coreTo, middle, late));
    }
  }

  /** Most caregivers at once. */
  int posts() {
    return spans.stream().mapToInt(Span::core).max().orElse(0);
  }

  /** Hours of the post with this number, from 1. */
  List<WeeklyHours> post(int number) {
    List<WeeklyHours> hours = new ArrayList<>();
    for (Span span : spans) {
      if (span.core() < number) {
        continue;
      }
      int from = span.early() >= number ? span.fromSlot() : span.coreFrom();
      int to = span.late() >= number ? span.toSlot() : span.coreTo();
      if (from < SLOTS_PER_DAY && from < to) {
        hours.add(WeekHours.of(span.day(), from * 15, to * 15));
      }
    }
    return hours;
  }

  private static int most(int[][] need, int day, int fromSlot, int toSlot) {
    int most = 0;
    for (int slot = fromSlot; slot < toSlot; slot++) {
      most = Math.max(most, need[(day + slot / SLOTS_PER_DAY) % 7][slot % SLOTS_PER_DAY]);
    }
    return most;
  }
}
