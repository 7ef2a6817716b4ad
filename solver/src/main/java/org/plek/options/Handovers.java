package org.plek.options;

import org.plek.domain.SessionForm;
import org.plek.domain.Timeline;

/** The few slots at which a handover between two providers is tried, in order, each once. */
final class Handovers {
  private final int[] slots = new int[9];
  private int count;

  int count() {
    return count;
  }

  int slot(int number) {
    return slots[number];
  }

  /**
   * Notes the slots to try within {@code [from, until]}.
   *
   * @param first form that the first provider sells
   * @param second form that the second sells
   * @param start first slot of the first leg
   * @param end slot after the second leg
   * @param published handover of the published placement, negative for none
   */
  void find(
      SessionForm first,
      SessionForm second,
      int start,
      int end,
      int from,
      int until,
      int published) {
    int slot = Timeline.SLOT_MINUTES;
    count = 0;
    tryAt(until, from, until);
    tryAt(from, from, until);
    tryAt(from + (until - from) / 3, from, until);
    tryAt(from + (until - from) * 2 / 3, from, until);
    tryAt(start + (first.minMinutes() + slot - 1) / slot, from, until);
    tryAt(first.maxMinutes() > 0 ? start + first.maxMinutes() / slot : -1, from, until);
    tryAt(end - (second.minMinutes() + slot - 1) / slot, from, until);
    tryAt(second.maxMinutes() > 0 ? end - second.maxMinutes() / slot : -1, from, until);
    tryAt(published, from, until);
  }

  private void tryAt(int slot, int from, int until) {
    if (slot < from || slot > until) {
      return;
    }
    for (int i = 0; i < count; i++) {
      if (slots[i] == slot) {
        return;
      }
    }
    slots[count++] = slot;
  }
}
