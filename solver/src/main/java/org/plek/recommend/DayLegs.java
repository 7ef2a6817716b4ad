package org.plek.recommend;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Legs that start in one group on one day, in the order in which they came. Their hours lie side by
 * side, because most legs are passed over by their hours alone.
 */
final class DayLegs {
  private static final int[] NO_HOURS = {};
  private static final @Nullable Counted[] NO_LEGS = {};

  private @Nullable Counted[] legs = NO_LEGS;

  /** First slot and first slot after of each leg. */
  private int[] hours = NO_HOURS;

  private int size;

  void add(Counted leg) {
    if (size == legs.length) {
      legs = Arrays.copyOf(legs, Math.max(4, 2 * size));
      hours = Arrays.copyOf(hours, 2 * legs.length);
    }
    hours[2 * size] = leg.from;
    hours[2 * size + 1] = leg.until;
    legs[size++] = leg;
  }

  void remove(int number) {
    size--;
    System.arraycopy(legs, number + 1, legs, number, size - number);
    System.arraycopy(hours, 2 * number + 2, hours, 2 * number, 2 * (size - number));
    legs[size] = null;
  }

  int size() {
    return size;
  }

  Counted get(int number) {
    return Objects.requireNonNull(legs[number]);
  }

  /**
   * The next leg that starts in or before one slot and ends after another; -1 if there is none.
   *
   * @param after number of the leg before, -1 for the first
   */
  int next(int after, int startsBy, int endsAfter) {
    for (int i = after + 1; i < size; i++) {
      if (hours[2 * i] <= startsBy && hours[2 * i + 1] > endsAfter) {
        return i;
      }
    }
    return -1;
  }
}
