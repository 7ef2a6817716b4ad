package org.plek.search;

import java.util.SplittableRandom;
import org.plek.options.OptionTable;
import org.plek.scoring.fast.FastState;

/**
 * Who is in the way of an option: those who together cover all slots that refuse it and weigh
 * least, with some chance. A long stay often takes the place of several that follow each other. Of
 * a home carer those whom she is with then or too near to it; where it is her week that is full,
 * those of another day of it.
 */
final class Blockers {
  /** Most who may give way to one session at once. */
  static final int MOST = 4;

  /** Sessions of a group and day that are looked at. */
  private static final int MOST_THERE = 64;

  private static final int NONE = -1;

  private final Chain chain;
  private final OptionTable table;
  private final Bundles bundles;
  private final FastState state;
  private final SplittableRandom random;

  private final int[] there = new int[MOST_THERE];
  private final int[] from = new int[MOST_THERE];
  private final int[] to = new int[MOST_THERE];
  private final long[] cost = new long[MOST_THERE];
  private int count;

  /** The next slot that refuses the option after each has left and all before it. */
  private final int[] open = new int[MOST_THERE];

  private final int[] before = new int[MOST_THERE];
  private final int[] size = new int[MOST_THERE];
  private final int[] found = new int[MOST];

  /** Legs of a home carer that are to go. */
  private final int[] going = new int[MOST_THERE];

  Blockers(Chain chain) {
    this.chain = chain;
    table = chain.table;
    bundles = chain.bundles;
    state = chain.state;
    random = chain.random;
  }

  /** One of those found last. */
  int session(int place) {
    return found[place];
  }

  /**
   * Looks who would have to leave.
   *
   * @param own a bundle that stays, as does {@code other}; -1 for none
   * @param most how many may leave, at most {@link #MOST}
   * @return how many were found; 0 when nobody is in the way or those who are may not move
   */
  int find(int session, int option, int own, int other, int most) {
    long refused = state.refusedSlots(session, option);
    if (refused < 0) {
      if (!state.homeCarer(table.group(option))) {
        return 0;
      }
      return ofCarer(session, option, own, other, most);
    }
    int first = (int) (refused >>> 32);
    int last = (int) refused;
    gather(table.group(option), first, last + 1, own, other);
    return most == 1 ? lightest(first, last) : cover(session, option, first, last, most);
  }

  /** Sessions with a leg in some slot of a group, from the earliest end to the latest. */
  private void gather(int group, int first, int end, int own, int other) {
    count = 0;
    int day = state.dayOf(first);
    for (int near = day - 1; near <= state.dayOf(end - 1); near++) {
      for (int leg = state.firstLeg(group, near); leg >= 0; leg = state.nextLeg(leg)) {
        if (state.legStart(leg) < end
            && first < state.legEnd(leg)
            && count < MOST_THERE
            && mayGo(leg >> 1, own, other)) {
          add(leg);
        }
      }
    }
  }

  private void add(int leg) {
    int end = state.legEnd(leg);
    int place = count++;
    while (place > 0 && to[place - 1] > end) {
      there[place] = there[place - 1];
      from[place] = from[place - 1];
      to[place] = to[place - 1];
      cost[place] = cost[place - 1];
      place--;
    }
    there[place] = leg >> 1;
    from[place] = state.legStart(leg);
    to[place] = end;
    cost[place] = state.unservedCost(leg >> 1) * 8 + (random.nextInt() >>> 26) * 2_000L;
  }

  /** Those near a home carer's visit, all of whom must go; without any, those of a day. */
  private int ofCarer(int session, int option, int own, int other, int most) {
    int keeping = state.inTheWay(session, option, going);
    if (keeping == 0) {
      keeping = lightestDay(table.group(option), state.dayOf(table.start(option)), own, other);
    }
    return unitsOf(keeping, own, other, most);
  }

  /**
   * The legs of the day, another one of the same week, that weighs least; none where somebody stays
   * on each.
   */
  private int lightestDay(int group, int busy, int own, int other) {
    int lightest = NONE;
    long least = Long.MAX_VALUE;
    for (int day = state.firstOfWeek(busy); day < state.firstOfNextWeek(busy); day++) {
      long weight = (random.nextInt() >>> 26) * 2_000L;
      boolean all = day != busy && state.firstLeg(group, day) >= 0;
      for (int leg = state.firstLeg(group, day); leg >= 0 && all; leg = state.nextLeg(leg)) {
        weight += state.unservedCost(leg >> 1) * 8;
        all = mayGo(leg >> 1, own, other);
      }
      if (all && weight < least) {
        least = weight;
        lightest = day;
      }
    }
    int legs = 0;
    if (lightest >= 0) {
      for (int leg = state.firstLeg(group, lightest);
          leg >= 0 && legs < going.length;
          leg = state.nextLeg(leg)) {
        going[legs++] = leg;
      }
    }
    return legs;
  }

  /** Finds those to whom some legs belong, one of each unit; 0 when one of them may not go. */
  private int unitsOf(int legs, int own, int other, int most) {
    int units = 0;
    for (int i = 0; i < legs; i++) {
      int session = going[i] >> 1;
      if (!mayGo(session, own, other)) {
        return 0;
      }
      boolean known = false;
      for (int k = 0; k < units; k++) {
        known |= bundles.unitOf[found[k]] == bundles.unitOf[session];
      }
      if (!known && units == most) {
        return 0;
      }
      if (!known) {
        found[units++] = session;
      }
    }
    return units;
  }

  private boolean mayGo(int session, int own, int other) {
    int bundle = bundles.bundleOf(session);
    return bundle >= 0 && bundle != own && bundle != other && chain.mine(bundle);
  }

  /** The lightest of those who cover a range of slots alone. */
  private int lightest(int first, int last) {
    int best = NONE;
    for (int i = 0; i < count; i++) {
      if (from[i] <= first && last < to[i] && (best < 0 || cost[i] < cost[best])) {
        best = i;
      }
    }
    if (best < 0) {
      return 0;
    }
    found[0] = there[best];
    return 1;
  }

  /** The lightest few who together cover every slot that refuses: shortest path by end. */
  private int cover(int session, int option, int first, int last, int most) {
    int best = NONE;
    for (int i = 0; i < count; i++) {
      long least = from[i] <= first ? 0 : Long.MAX_VALUE;
      before[i] = NONE;
      size[i] = 1;
      for (int j = 0; j < i && least > 0; j++) {
        if (size[j] > 0 && size[j] < most && open[j] >= from[i] && cost[j] < least) {
          least = cost[j];
          before[i] = j;
          size[i] = size[j] + 1;
        }
      }
      if (least == Long.MAX_VALUE || to[i] <= first) {
        size[i] = 0;
        continue;
      }
      cost[i] += least;
      long refused = state.refusedSlots(session, option, to[i]);
      open[i] = refused < 0 ? last + 1 : (int) (refused >>> 32);
      if (open[i] > last && (best < 0 || cost[i] < cost[best])) {
        best = i;
      }
    }
    int leaving = 0;
    for (int i = best; i >= 0; i = before[i]) {
      found[leaving++] = there[i];
    }
    return leaving;
  }
}
