package org.plek.search;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.plek.options.OptionTable;

/** The options of each session from cheap to dear, two bytes an option. */
final class CheapestFirst {
  private static final int PLACE_BITS = 16;
  private static final int MOST_OPTIONS = 1 << PLACE_BITS;

  private final OptionTable table;
  private final char[] place;

  CheapestFirst(OptionTable table) {
    this.table = table;
    place = new char[table.options()];
    IntStream.range(0, table.sessions()).parallel().forEach(this::sort);
  }

  private void sort(int session) {
    int first = table.firstOption(session);
    long[] keys = new long[count(session)];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (long) table.cost(first + i) << PLACE_BITS | i;
    }
    Arrays.sort(keys);
    for (int i = 0; i < keys.length; i++) {
      place[first + i] = (char) keys[i];
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
