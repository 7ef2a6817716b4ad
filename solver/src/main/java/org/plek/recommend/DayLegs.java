package org.plek.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.plek.recommend.LiveGroups.Counted;

/**
 * Legs that start in one group on one day, in the order in which they came. Their hours lie side by
 * side, because most legs are passed over by their hours alone.
 */
final class DayLegs {
  private final List<Counted> legs = new ArrayList<>(0);

  /** First slot and first slot after of each leg. */
  private int[] hours = {};

  void add(Counted leg) {
    int size = legs.size();
    if (2 * size == hours.length) {
      hours = Arrays.copyOf(hours, Math.max(8, 4 * size));
    }
    hours[2 * size] = leg.from;
    hours[2 * size + 1] = leg.until;
    legs.add(leg);
  }

  void remove(int number) {
    legs.remove(number);
    System.arraycopy(hours, 2 * number + 2, hours, 2 * number, 2 * (legs.size() - number));
  }

  int size() {
    return legs.size();
  }

  Counted get(int number) {
    return legs.get(number);
  }

  /**
   * The next leg that starts in or before one slot and ends after another; -1 if there is none.
   *
   * @param after number of the leg before, -1 for the first
   */
  int next(int after, int startsBy, int endsAfter) {
    for (int i = after + 1; i < legs.size(); i++) {
      if (hours[2 * i] <= startsBy && hours[2 * i + 1] > endsAfter) {
        return i;
      }
    }
    return -1;
  }
}
