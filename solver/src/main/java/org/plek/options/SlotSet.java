package org.plek.options;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Schedule;
import org.plek.domain.TimeRange;
import org.plek.domain.Timeline;

/** A set of slots of the timeline. */
final class SlotSet {
  private final int slots;
  private final long[] words;

  SlotSet(int slots) {
    this.slots = slots;
    words = new long[(slots + 63) / 64];
  }

  /** Slots that lie wholly inside one range of the schedule. */
  static SlotSet inside(Timeline timeline, Schedule schedule) {
    SlotSet set = new SlotSet(timeline.slots());
    set.addInside(timeline, schedule);
    return set;
  }

  void addInside(Timeline timeline, Schedule schedule) {
    for (int day = -1; day <= timeline.days(); day++) {
      LocalDate date = timeline.date(day);
      for (TimeRange range : schedule.on(date)) {
        add(
            timeline.ceilSlot(Timeline.start(date, range)),
            timeline.floorSlot(Timeline.end(date, range)));
      }
    }
  }

  /** Adds every slot that a booking touches, on its start dates in {@code [from, until)}. */
  void addTouched(
      Timeline timeline, Schedule schedule, @Nullable LocalDate from, @Nullable LocalDate until) {
    for (int day = -1; day <= timeline.days(); day++) {
      LocalDate date = timeline.date(day);
      if ((from != null && date.isBefore(from)) || (until != null && !date.isBefore(until))) {
        continue;
      }
      for (TimeRange range : schedule.on(date)) {
        add(
            timeline.floorSlot(Timeline.start(date, range)),
            timeline.ceilSlot(Timeline.end(date, range)));
      }
    }
  }

  /** Adds the slots of {@code [from, until)} that are in both sets. */
  void addBoth(SlotSet one, SlotSet other, int from, int until) {
    int first = Math.max(0, from);
    int end = Math.min(slots, until);
    for (int w = first >>> 6; w << 6 < end; w++) {
      words[w] |= one.words[w] & other.words[w] & part(w, first, end);
    }
  }

  private void add(int from, int until) {
    int first = Math.max(0, from);
    int end = Math.min(slots, until);
    for (int w = first >>> 6; w << 6 < end; w++) {
      words[w] |= part(w, first, end);
    }
  }

  /** The slots of a word that lie in {@code [from, until)}. */
  static long part(int word, int from, int until) {
    long bits = word == from >>> 6 ? -1L << from : -1L;
    return word == until >>> 6 ? bits & ~(-1L << until) : bits;
  }

  /** The 64 slots from {@code 64 * number}, one a bit. */
  long word(int number) {
    return words[number];
  }

  /** Whether every slot of {@code [from, until)} is in the set and on the timeline. */
  boolean covers(int from, int until) {
    return from >= 0 && until <= slots && firstMissing(from, until) >= until;
  }

  /** The first slot at or after {@code from} that is not in the set; {@code until} at most. */
  int firstMissing(int from, int until) {
    for (int slot = from; slot < until; ) {
      long missing = ~words[slot >>> 6] & (-1L << slot);
      if (missing != 0) {
        return Math.min(until, (slot & ~63) + Long.numberOfTrailingZeros(missing));
      }
      slot = (slot & ~63) + 64;
    }
    return until;
  }

  /** Whether any slot of {@code [from, until)} is in the set. */
  boolean meets(int from, int until) {
    int first = Math.max(0, from);
    int end = Math.min(slots, until);
    for (int w = first >>> 6; w << 6 < end; w++) {
      if ((words[w] & part(w, first, end)) != 0) {
        return true;
      }
    }
    return false;
  }
}
