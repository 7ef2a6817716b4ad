package org.plek.scoring.fast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.plek.domain.Interval;
import org.plek.domain.RegularChild;
import org.plek.domain.Schedule;
import org.plek.domain.TimeRange;
import org.plek.domain.Timeline;
import org.plek.domain.WeeklyHours;

/** Hours of schedules as slots: opening and caregivers inward, presence outward. */
final class SlotHours {
  private final Timeline timeline;

  SlotHours(Timeline timeline) {
    this.timeline = timeline;
  }

  /** Slots that lie wholly inside weekly hours. */
  BitSet weekly(List<WeeklyHours> hours) {
    return inward(new Schedule(hours, List.of()));
  }

  /** Slots that lie wholly inside the hours. */
  BitSet inward(Schedule schedule) {
    BitSet set = new BitSet(timeline.slots());
    for (int day = -1; day < timeline.days() + 1; day++) {
      LocalDate date = timeline.date(day);
      for (TimeRange range : schedule.on(date)) {
        set(
            set,
            timeline.ceilSlot(Timeline.start(date, range)),
            timeline.floorSlot(Timeline.end(date, range)));
      }
    }
    return set;
  }

  /** Slots in which a regular child is booked. */
  BitSet present(RegularChild child) {
    BitSet set = new BitSet(timeline.slots());
    for (Interval stay : stays(child)) {
      set(set, timeline.floorSlot(stay.start()), timeline.ceilSlot(stay.end()));
    }
    return set;
  }

  /** The exact stays of a regular child that touch the slots. */
  List<Interval> stays(RegularChild child) {
    List<Interval> stays = new ArrayList<>();
    for (int day = -1; day < timeline.days() + 1; day++) {
      LocalDate date = timeline.date(day);
      if ((child.from() != null && date.isBefore(child.from()))
          || (child.until() != null && !date.isBefore(child.until()))) {
        continue;
      }
      for (TimeRange range : child.hours().on(date)) {
        Interval stay = new Interval(Timeline.start(date, range), Timeline.end(date, range));
        if (timeline.floorSlot(stay.start()) < timeline.slots()
            && timeline.ceilSlot(stay.end()) > 0) {
          stays.add(stay);
        }
      }
    }
    return stays;
  }

  private void set(BitSet set, int from, int to) {
    int first = Math.max(0, from);
    int end = Math.min(timeline.slots(), to);
    if (first < end) {
      set.set(first, end);
    }
  }
}
