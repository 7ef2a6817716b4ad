package org.plek.scoring.fast;

import java.util.Arrays;
import java.util.List;
import org.plek.domain.Leg;
import org.plek.domain.Timeline;
import org.plek.options.OptionTable;

/**
 * Where each care session is now, as at most two legs, and which legs start in a group on a day.
 * Leg {@code 2 * session + i} is the i-th of a session.
 */
final class Legs {
  private static final int NONE = -1;
  private static final int SLOTS_PER_DAY = 24 * 60 / Timeline.SLOT_MINUTES;

  private final FastModel model;
  private final OptionTable table;
  private final int days;

  /** Option of each session, -1 when it is not placed. */
  final int[] option;

  /** Group of each leg, -1 when there is none. */
  final int[] group;

  final char[] start;
  final char[] end;

  /** Minutes that really pass in each leg. */
  final int[] minutes;

  /** Minutes of the only leg of a session, whatever option it takes; -1 where options differ. */
  private final int[] minutesOfSession;

  /** Days before a date on which a stay may start that reaches into it, at least 1. */
  final int longestDays;

  private final int[] head;
  private final int[] next;
  private final int[] previous;

  Legs(FastModel model, OptionTable table) {
    this.model = model;
    this.table = table;
    days = model.timeline.days() + 1;
    int sessions = table.sessions();
    option = new int[sessions];
    group = new int[2 * sessions];
    start = new char[2 * sessions];
    end = new char[2 * sessions];
    minutes = new int[2 * sessions];
    minutesOfSession = new int[sessions];
    for (int s = 0; s < sessions; s++) {
      int first = table.firstOption(s);
      minutesOfSession[s] =
          first == table.endOption(s)
                  || table.split(first)
                  || model.index.sessions().get(s).parentAway() != null
              ? -1
              : exact(table.legs(s, first).getFirst());
    }
    longestDays = longestDays();
    next = new int[2 * sessions];
    previous = new int[2 * sessions];
    head = new int[model.groups * days];
    Arrays.fill(option, NONE);
    Arrays.fill(group, NONE);
    Arrays.fill(head, NONE);
  }

  private int longestDays() {
    int longest = 1;
    for (int o = 0; o < table.options(); o++) {
      if (table.end(o) - table.start(o) > SLOTS_PER_DAY) {
        longest = Math.max(longest, model.dayOf[table.end(o) - 1] - model.dayOf[table.start(o)]);
      }
    }
    return longest;
  }

  void place(int session, int newOption) {
    if (option[session] >= 0) {
      throw new IllegalStateException("Session " + session + " is placed already.");
    }
    option[session] = newOption;
    link(2 * session, table.group(newOption), table.start(newOption), table.end(newOption));
    if (table.split(newOption)) {
      link(
          2 * session + 1,
          table.secondGroup(newOption),
          table.secondStart(newOption),
          table.secondEnd(newOption));
    }
    if (minutesOfSession[session] >= 0 && !table.split(newOption)) {
      minutes[2 * session] = minutesOfSession[session];
    } else {
      List<Leg> exact = table.legs(session, newOption);
      for (int i = 0; i < exact.size(); i++) {
        minutes[2 * session + i] = exact(exact.get(i));
      }
    }
  }

  private int exact(Leg leg) {
    return (int) model.timeline.minutes(leg.start(), leg.end());
  }

  void remove(int session) {
    option[session] = NONE;
    unlink(2 * session);
    if (group[2 * session + 1] >= 0) {
      unlink(2 * session + 1);
    }
  }

  /** Whether a placed session has a leg with a provider. */
  boolean isAt(int session, int provider) {
    int one = group[2 * session];
    int two = group[2 * session + 1];
    return (one >= 0 && model.providerOf[one] == provider)
        || (two >= 0 && model.providerOf[two] == provider);
  }

  /** First slot after the last leg of a placed session. */
  int lastEnd(int session) {
    int second = 2 * session + 1;
    return group[second] >= 0 ? end[second] : end[2 * session];
  }

  /** Minutes of a leg: exact where all options of the session last as long, else by its slots. */
  int minutes(int session, int from, int to) {
    return session >= 0 && minutesOfSession[session] >= 0
        ? minutesOfSession[session]
        : (to - from) * Timeline.SLOT_MINUTES;
  }

  private void link(int leg, int inGroup, int from, int to) {
    group[leg] = inGroup;
    start[leg] = (char) from;
    end[leg] = (char) to;
    int bucket = inGroup * days + model.dayOf[from];
    int first = head[bucket];
    next[leg] = first;
    previous[leg] = NONE;
    if (first >= 0) {
      previous[first] = leg;
    }
    head[bucket] = leg;
  }

  private void unlink(int leg) {
    int after = next[leg];
    int before = previous[leg];
    if (before >= 0) {
      next[before] = after;
    } else {
      head[group[leg] * days + model.dayOf[start[leg]]] = after;
    }
    if (after >= 0) {
      previous[after] = before;
    }
    group[leg] = NONE;
  }

  /** The first leg that starts in a group on a day, or -1; then {@link #next(int)}. */
  int first(int inGroup, int day) {
    return day < 0 || day >= days ? NONE : head[inGroup * days + day];
  }

  /** The next leg of the same group and day, or -1. */
  int next(int leg) {
    return next[leg];
  }

  /** Day on which a leg starts. */
  int day(int leg) {
    return model.dayOf[start[leg]];
  }
}
