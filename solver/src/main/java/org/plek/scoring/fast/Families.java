package org.plek.scoring.fast;

import java.util.ArrayList;
import java.util.List;
import org.plek.domain.CareSession;
import org.plek.domain.Interval;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Request;
import org.plek.options.OptionTable;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.Weights;

/**
 * What depends on the care sessions of one family together: a child in one place, siblings together
 * and apart, all or nothing. Known by what one stay adds to the others; the pairs that can matter
 * are listed per session beforehand.
 */
final class Families {
  private static final int[] NONE = {};

  private final FastModel model;
  private final Legs legs;
  private final OptionTable table;
  private final int apartWeight;

  private final int[][] sessionsOf;

  /** Sessions of the same child that could overlap, by session. */
  private final int[][] clashes;

  /** Sessions of other children of the family that could start on the same date, by session. */
  private final int[][] sameDate;

  /** Sessions that must share a provider with it, by session. */
  private final int[][] together;

  private final boolean[] allOrNothing;

  /** Placed sessions by request. */
  private final int[] placed;

  Families(FastModel model, Legs legs, OptionTable table, Weights weights) {
    this.model = model;
    this.legs = legs;
    this.table = table;
    ProblemIndex index = model.index;
    Problem problem = index.problem();
    apartWeight = weights.of(ConstraintName.SIBLINGS_APART);
    int requests = problem.requests().size();
    allOrNothing = new boolean[requests];
    placed = new int[requests];
    List<List<Integer>> lists = new ArrayList<>();
    for (int f = 0; f < problem.families().size(); f++) {
      lists.add(new ArrayList<>());
    }
    for (int r = 0; r < requests; r++) {
      Request request = problem.requests().get(r);
      allOrNothing[r] = request.limits().allOrNothing();
      for (int s = index.firstSession(r); s < index.firstSession(r + 1); s++) {
        lists.get(index.familyOf(r)).add(s);
      }
    }
    int sessions = index.sessions().size();
    clashes = new int[sessions][];
    sameDate = new int[sessions][];
    together = new int[sessions][];
    sessionsOf = new int[lists.size()][];
    for (int f = 0; f < lists.size(); f++) {
      sessionsOf[f] = toArray(lists.get(f));
      fillPairs(sessionsOf[f]);
    }
  }

  private void fillPairs(int[] sessions) {
    int[] from = new int[sessions.length];
    int[] to = new int[sessions.length];
    for (int i = 0; i < sessions.length; i++) {
      from[i] = Integer.MAX_VALUE;
      for (int o = table.firstOption(sessions[i]); o < table.endOption(sessions[i]); o++) {
        from[i] = Math.min(from[i], table.start(o));
        to[i] = Math.max(to[i], table.split(o) ? table.secondEnd(o) : table.end(o));
      }
    }
    List<Integer> clashing = new ArrayList<>();
    List<Integer> dated = new ArrayList<>();
    List<Integer> joined = new ArrayList<>();
    for (int i = 0; i < sessions.length; i++) {
      clashing.clear();
      dated.clear();
      joined.clear();
      int one = sessions[i];
      for (int j = 0; j < sessions.length; j++) {
        int other = sessions[j];
        boolean sameChild = model.index.childOf(one) == model.index.childOf(other);
        if (i != j && from[i] < to[i] && from[j] < to[j]) {
          if (sameChild && from[i] < to[j] && from[j] < to[i]) {
            clashing.add(other);
          }
          if (!sameChild
              && model.dayOf[from[i]] <= model.dayOf[to[j] - 1]
              && model.dayOf[from[j]] <= model.dayOf[to[i] - 1]) {
            dated.add(other);
          }
        }
        if (!sameChild && mustBeTogether(model.index, one, other)) {
          joined.add(other);
        }
      }
      clashes[one] = toArray(clashing);
      sameDate[one] = toArray(dated);
      together[one] = toArray(joined);
    }
  }

  /** Whether two sessions of different children are a pair of {@code SIBLINGS_TOGETHER}. */
  static boolean mustBeTogether(ProblemIndex index, int one, int other) {
    int request = index.requestOf(one);
    return request == index.requestOf(other)
        && index.problem().requests().get(request).limits().siblingsTogether()
        && index.childOf(one) != index.childOf(other)
        && asked(index.sessions().get(one)).stream()
            .anyMatch(
                a ->
                    asked(index.sessions().get(other)).stream()
                        .anyMatch(b -> a.start().isBefore(b.end()) && b.start().isBefore(a.end())));
  }

  private static List<Interval> asked(CareSession session) {
    return session.parentAway() == null ? session.windows() : List.of(session.parentAway());
  }

  private static int[] toArray(List<Integer> numbers) {
    return numbers.isEmpty() ? NONE : numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  int[] sessionsOf(int family) {
    return sessionsOf[family];
  }

  /** Most that a move of one session can save here. */
  int mostSaved(int session) {
    return sameDate[session].length * apartWeight;
  }

  /** Whether an option of a session overlaps where its child already is. */
  boolean clashes(int session, int option) {
    for (int other : clashes[session]) {
      if (legs.option[other] >= 0) {
        int end = table.split(option) ? table.secondEnd(option) : table.end(option);
        if (table.start(option) < legs.lastEnd(other) && legs.start[2 * other] < end) {
          return true;
        }
      }
    }
    return false;
  }

  /** Adds ({@code sign} 1) or takes out (-1) what a stay adds to the other stays of its family. */
  void sum(Stay stay, int sign, Tally tally) {
    for (int other : clashes[stay.session]) {
      if (legs.option[other] >= 0) {
        int overlap = overlap(stay, 2 * other) + overlap(stay, 2 * other + 1);
        if (overlap > 0) {
          tally.hard(ConstraintName.ONE_PLACE_AT_A_TIME, (long) sign * overlap);
        }
      }
    }
    int apart = 0;
    for (int other : together[stay.session]) {
      boolean there = legs.option[other] >= 0;
      apart += there ? (shareProvider(stay, other) ? -1 : 0) : 1;
    }
    if (apart != 0) {
      tally.bundle(ConstraintName.SIBLINGS_TOGETHER, (long) sign * apart);
    }
    int request = model.index.requestOf(stay.session);
    if (allOrNothing[request]) {
      int others = placed[request] - (legs.option[stay.session] >= 0 ? 1 : 0);
      int all = model.index.firstSession(request + 1) - model.index.firstSession(request);
      int missing = others > 0 ? -1 : all - 1;
      tally.bundle(ConstraintName.ALL_OR_NOTHING, (long) sign * missing);
    }
    int siblings = apart(stay);
    if (siblings > 0) {
      tally.soft(ConstraintName.SIBLINGS_APART, (long) sign * siblings, apartWeight);
    }
  }

  private int overlap(Stay stay, int leg) {
    if (legs.group[leg] < 0) {
      return 0;
    }
    int one = Math.min(stay.end, legs.end[leg]) - Math.max(stay.start, legs.start[leg]);
    int two =
        stay.secondProvider < 0
            ? 0
            : Math.min(stay.secondEnd, legs.end[leg]) - Math.max(stay.secondStart, legs.start[leg]);
    return Math.max(0, one) + Math.max(0, two);
  }

  private boolean shareProvider(Stay stay, int other) {
    return legs.isAt(other, stay.provider)
        || (stay.secondProvider >= 0 && legs.isAt(other, stay.secondProvider));
  }

  /** Siblings who are elsewhere on the date of a stay. */
  private int apart(Stay stay) {
    int apart = 0;
    for (int other : sameDate[stay.session]) {
      int leg = 2 * other;
      if (legs.group[leg] >= 0
          && legs.day(leg) == model.dayOf[stay.start]
          && model.providerOf[legs.group[leg]] != stay.provider) {
        apart++;
      }
    }
    return apart;
  }

  /** What a stay adds to the weighted soft aims here. */
  long soft(Stay stay) {
    return (long) apart(stay) * apartWeight;
  }

  /** Notes that a session was placed (1) or taken out (-1). */
  void count(int session, int sign) {
    placed[model.index.requestOf(session)] += sign;
  }
}
