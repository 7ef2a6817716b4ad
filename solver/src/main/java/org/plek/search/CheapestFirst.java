package org.plek.search;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.plek.options.OptionTable;

/** The options of each session from cheap to dear, two bytes an option. */
final class CheapestFirst {
  private static final int PLACE_BITS = 16;
  private static final int MOST_OPTIONS = 1 << PLACE_BITS;
  private static final int SESSIONS_PER_PART = 1_000;

  private final OptionTable table;
  private final char[] place;

  CheapestFirst(OptionTable table) {
    this.table = table;
    place = new char[table.options()];
    int parts = Math.ceilDiv(table.sessions(), SESSIONS_PER_PART);
    IntStream.range(0, parts)
        .parallel()
        .forEach(
            part -> {
              int from = part * SESSIONS_PER_PART;
              sort(from, Math.min(table.sessions(), from + SESSIONS_PER_PART));
            });
  }

  private void sort(int from, int to) {
    long[] keys = new long[64];
    for (int s = from; s < to; s++) {
      int first = table.firstOption(s);
      int count = count(s);
      if (keys.length < count) {
        keys = new long[Math.max(count, 2 * keys.length)];
      }
      for (int i = 0; i < count; i++) {
        keys[i] = (long) table.cost(first + i) << PLACE_BITS | i;
      }
      Arrays.sort(keys, 0, count);
      for (int i = 0; i < count; i++) {
        place[first + i] = (char) keys[i];
      }
    }
  }

  /** Options of a session that have a place here: all of them, or the first 65,536. */
  int count(int session) {
    return Math.min(MOST_OPTIONS, table.endOption(session) - table.firstOption(session));
  }

  /** The option of a session at a place, 0 for the cheapest. */
  int option(int session, int rank) {
    int first = table.firstOption(session);
    return first + place[first + rank];
  }
}
