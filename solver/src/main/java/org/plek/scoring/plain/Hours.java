package org.plek.scoring.plain;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.plek.domain.Interval;
import org.plek.domain.RegularChild;
import org.plek.domain.Schedule;
import org.plek.domain.TimeRange;
import org.plek.domain.Timeline;
import org.plek.domain.WeeklyHours;

/** From hours on the clock to slots. The night before the horizon reaches into it. */
final class Hours {
  private Hours() {}

  /** Slots that lie wholly inside one of the ranges. */
  static BitSet inward(Schedule schedule, Timeline timeline) {
    BitSet slots = new BitSet(timeline.slots());
    for (int day = -1; day <= timeline.days(); day++) {
      for (Interval range : on(schedule, timeline.date(day))) {
        int from = Math.max(0, timeline.ceilSlot(range.start()));
        int until = Math.min(timeline.slots(), timeline.floorSlot(range.end()));
        if (from < until) {
          slots.set(from, until);
        }
      }
    }
    return slots;
  }

  /** Whether some slot of {@code [from, until)} lies wholly inside one of the ranges. */
  static boolean anyInward(Schedule schedule, Timeline timeline, int from, int until) {
    for (int day = timeline.dayOf(from) - 1; day <= timeline.dayOf(until - 1); day++) {
      for (Interval range : on(schedule, timeline.date(day))) {
        int first = Math.max(from, timeline.ceilSlot(range.start()));
        if (first < Math.min(until, timeline.floorSlot(range.end()))) {
          return true;
        }
      }
    }
    return false;
  }

  /** As {@link #inward(Schedule, Timeline)}, for hours without exceptions. */
  static BitSet inward(List<WeeklyHours> week, Timeline timeline) {
    return inward(new Schedule(week, List.of()), timeline);
  }

  /** The booked ranges of a regular child that start on a date of the contract. */
  static List<Interval> booked(RegularChild child, Timeline timeline) {
    List<Interval> ranges = new ArrayList<>();
    for (int day = -1; day <= timeline.days(); day++) {
      LocalDate date = timeline.date(day);
      boolean before = child.from() != null && date.isBefore(child.from());
      boolean after = child.until() != null && !date.isBefore(child.until());
      if (!before && !after) {
        ranges.addAll(on(child.hours(), date));
      }
    }
    return ranges;
  }

  /** Slots touched by any of the ranges. */
  static BitSet outward(List<Interval> ranges, Timeline timeline) {
    BitSet slots = new BitSet(timeline.slots());
    for (Interval range : ranges) {
      int from = firstSlot(range.start(), timeline);
      int until = endSlot(range.end(), timeline);
      if (from < until) {
        slots.set(from, until);
      }
    }
    return slots;
  }

  /** First slot of presence, on the timeline. */
  static int firstSlot(LocalDateTime start, Timeline timeline) {
    return Math.max(0, timeline.floorSlot(start));
  }

  /** First slot after the presence, on the timeline. */
  static int endSlot(LocalDateTime end, Timeline timeline) {
    return Math.min(timeline.slots(), timeline.ceilSlot(end));
  }

  private static List<Interval> on(Schedule schedule, LocalDate date) {
    List<Interval> ranges = new ArrayList<>();
    for (TimeRange range : schedule.on(date)) {
      ranges.add(new Interval(Timeline.start(date, range), Timeline.end(date, range)));
    }
    return ranges;
  }
}
