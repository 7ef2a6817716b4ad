package org.plek.scoring.fast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.plek.domain.CareSession;
import org.plek.domain.Interval;
import org.plek.domain.LeastVolume;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Request;
import org.plek.domain.Timeline;
import org.plek.domain.Urgency;
import org.plek.options.KnownFaces;
import org.plek.options.OptionTable;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.Weights;

/**
 * What depends on the care sessions of one family together: a child in one place, siblings
 * together, all or nothing, least volume, few providers, settling in. Summed anew for a family at
 * each change: families are small and most changes are refused before.
 */
final class Families {
  private final FastModel model;
  private final Legs legs;
  private final OptionTable table;
  private final KnownFaces faces;
  private final int settlingInMinutes;
  private final int providersWeight;
  private final int apartWeight;
  private final int settlingWeight;

  private final int[][] sessionsOf;

  /** Pairs of sessions of one child that could overlap, two numbers a pair, by family. */
  private final int[][] clashes;

  /** Pairs of sessions of different children that could start on one date, by family. */
  private final int[][] sameDate;

  /** Pairs that must share a provider, by family. */
  private final int[][] together;

  private final boolean[] allOrNothing;
  private final boolean[] urgent;

  /** Requests that some provider of a least volume could serve. */
  private final boolean[] withVolume;

  private final LeastVolume[] volumeOf;

  Families(FastModel model, Legs legs, OptionTable table, KnownFaces faces, Weights weights) {
    this.model = model;
    this.legs = legs;
    this.table = table;
    this.faces = faces;
    ProblemIndex index = model.index;
    Problem problem = index.problem();
    settlingInMinutes = problem.policy().settlingInMinutes();
    providersWeight = weights.of(ConstraintName.PROVIDERS_PER_CHILD);
    apartWeight = weights.of(ConstraintName.SIBLINGS_APART);
    settlingWeight = weights.of(ConstraintName.SETTLING_IN);
    int requests = problem.requests().size();
    allOrNothing = new boolean[requests];
    urgent = new boolean[requests];
    withVolume = new boolean[requests];
    volumeOf = new LeastVolume[model.providers];
    for (int p = 0; p < model.providers; p++) {
      volumeOf[p] = problem.providers().get(p).leastVolume();
    }
    List<List<Integer>> lists = new ArrayList<>();
    for (int f = 0; f < problem.families().size(); f++) {
      lists.add(new ArrayList<>());
    }
    for (int r = 0; r < requests; r++) {
      Request request = problem.requests().get(r);
      allOrNothing[r] = request.limits().allOrNothing();
      urgent[r] = request.urgency() == Urgency.URGENT;
      for (int s = index.firstSession(r); s < index.firstSession(r + 1); s++) {
        lists.get(index.familyOf(r)).add(s);
        withVolume[r] |= anyVolume(s);
      }
    }
    sessionsOf = new int[lists.size()][];
    clashes = new int[lists.size()][];
    sameDate = new int[lists.size()][];
    together = new int[lists.size()][];
    for (int f = 0; f < lists.size(); f++) {
      sessionsOf[f] = lists.get(f).stream().mapToInt(Integer::intValue).toArray();
      fillPairs(f);
    }
  }

  private boolean anyVolume(int session) {
    for (int o = table.firstOption(session); o < table.endOption(session); o++) {
      if (hasVolume(table.providerOf(o))
          || (table.split(o) && hasVolume(model.providerOf[table.secondGroup(o)]))) {
        return true;
      }
    }
    return false;
  }

  boolean hasVolume(int provider) {
    LeastVolume volume = volumeOf[provider];
    return volume.minutesPerMonth() > 0 || volume.daysPerWeek() > 0;
  }

  private void fillPairs(int family) {
    int[] sessions = sessionsOf[family];
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
      for (int j = i + 1; j < sessions.length; j++) {
        boolean sameChild = model.index.childOf(sessions[i]) == model.index.childOf(sessions[j]);
        if (from[i] < to[i] && from[j] < to[j]) {
          if (sameChild && from[i] < to[j] && from[j] < to[i]) {
            clashing.addAll(List.of(sessions[i], sessions[j]));
          }
          if (!sameChild
              && model.dayOf[from[i]] <= model.dayOf[to[j] - 1]
              && model.dayOf[from[j]] <= model.dayOf[to[i] - 1]) {
            dated.addAll(List.of(sessions[i], sessions[j]));
          }
        }
        if (!sameChild && mustBeTogether(model.index, sessions[i], sessions[j])) {
          joined.addAll(List.of(sessions[i], sessions[j]));
        }
      }
    }
    clashes[family] = toArray(clashing);
    sameDate[family] = toArray(dated);
    together[family] = toArray(joined);
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
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  int[] sessionsOf(int family) {
    return sessionsOf[family];
  }

  /** Whether an option of a session overlaps where its child already is. */
  boolean clashes(int family, int session, int option) {
    int[] pairs = clashes[family];
    for (int i = 0; i < pairs.length; i += 2) {
      int other = pairs[i] == session ? pairs[i + 1] : pairs[i + 1] == session ? pairs[i] : -1;
      if (other >= 0 && legs.option[other] >= 0) {
        int end = table.split(option) ? table.secondEnd(option) : table.end(option);
        if (table.start(option) < lastEnd(other) && legs.start[2 * other] < end) {
          return true;
        }
      }
    }
    return false;
  }

  private int lastEnd(int session) {
    int second = 2 * session + 1;
    return legs.group[second] >= 0 ? legs.end[second] : legs.end[2 * session];
  }

  /** Adds all amounts of one family as it is now. */
  void sum(int family, int sign, Tally tally) {
    sumClashes(family, sign, tally);
    sumTogether(family, sign, tally);
    sumRequests(family, sign, tally);
    sumChildren(family, sign, tally);
    sumApart(family, sign, tally);
  }

  private void sumClashes(int family, int sign, Tally tally) {
    int[] pairs = clashes[family];
    for (int i = 0; i < pairs.length; i += 2) {
      for (int a = 2 * pairs[i]; a < 2 * pairs[i] + 2; a++) {
        for (int b = 2 * pairs[i + 1]; b < 2 * pairs[i + 1] + 2; b++) {
          if (legs.group[a] >= 0 && legs.group[b] >= 0) {
            int overlap =
                Math.min(legs.end[a], legs.end[b]) - Math.max(legs.start[a], legs.start[b]);
            if (overlap > 0) {
              tally.hard(ConstraintName.ONE_PLACE_AT_A_TIME, (long) sign * overlap);
            }
          }
        }
      }
    }
  }

  private void sumTogether(int family, int sign, Tally tally) {
    int[] pairs = together[family];
    for (int i = 0; i < pairs.length; i += 2) {
      boolean one = legs.option[pairs[i]] >= 0;
      boolean other = legs.option[pairs[i + 1]] >= 0;
      if (one != other || (one && !shareProvider(pairs[i], pairs[i + 1]))) {
        tally.amounts[ConstraintName.SIBLINGS_TOGETHER.ordinal()] += sign;
        tally.bundle += sign;
      }
    }
  }

  private boolean shareProvider(int one, int other) {
    for (int a = 2 * one; a < 2 * one + 2; a++) {
      for (int b = 2 * other; b < 2 * other + 2; b++) {
        if (legs.group[a] >= 0
            && legs.group[b] >= 0
            && model.providerOf[legs.group[a]] == model.providerOf[legs.group[b]]) {
          return true;
        }
      }
    }
    return false;
  }

  private void sumRequests(int family, int sign, Tally tally) {
    int[] sessions = sessionsOf[family];
    for (int i = 0; i < sessions.length; ) {
      int request = model.index.requestOf(sessions[i]);
      int end = model.index.firstSession(request + 1);
      if (allOrNothing[request]) {
        int missing = 0;
        boolean any = false;
        for (int s = sessions[i]; s < end; s++) {
          missing += legs.option[s] < 0 ? 1 : 0;
          any |= legs.option[s] >= 0;
        }
        if (any && missing > 0) {
          tally.amounts[ConstraintName.ALL_OR_NOTHING.ordinal()] += (long) sign * missing;
          tally.bundle += (long) sign * missing;
        }
      }
      if (withVolume[request]) {
        int first = 2 * sessions[i];
        for (int leg = first; leg < 2 * end; leg++) {
          if (legs.group[leg] >= 0) {
            int provider = model.providerOf[legs.group[leg]];
            if (hasVolume(provider) && !servedBefore(first, leg, provider)) {
              int missing = missingVolume(provider, leg, 2 * end);
              tally.amounts[ConstraintName.LEAST_VOLUME.ordinal()] += (long) sign * missing;
              tally.bundle += (long) sign * missing;
            }
          }
        }
      }
      i += end - sessions[i];
    }
  }

  /** Minutes and days missing to the least volume of a request at a provider that serves it. */
  int missingVolume(int request, int provider) {
    int end = 2 * model.index.firstSession(request + 1);
    if (!hasVolume(provider)) {
      return 0;
    }
    for (int leg = 2 * model.index.firstSession(request); leg < end; leg++) {
      if (legs.group[leg] >= 0 && model.providerOf[legs.group[leg]] == provider) {
        return missingVolume(provider, leg, end);
      }
    }
    return 0;
  }

  private boolean servedBefore(int first, int leg, int provider) {
    for (int other = first; other < leg; other++) {
      if (legs.group[other] >= 0 && model.providerOf[legs.group[other]] == provider) {
        return true;
      }
    }
    return false;
  }

  private int missingVolume(int provider, int firstLeg, int endLeg) {
    LeastVolume volume = volumeOf[provider];
    Timeline timeline = model.timeline;
    long minutes = 0;
    long days = 0;
    for (int leg = firstLeg; leg < endLeg; leg++) {
      if (legs.group[leg] >= 0 && model.providerOf[legs.group[leg]] == provider) {
        minutes += legs.minutes[leg];
        days |= 1L << Math.min(63, legs.day(leg));
      }
    }
    long least = (long) volume.minutesPerMonth() * Math.min(timeline.days(), 30) / 30;
    long missing = Math.max(0, least - minutes);
    if (volume.daysPerWeek() > 0) {
      int toMonday = (8 - timeline.date(0).getDayOfWeek().getValue()) % 7;
      for (int monday = toMonday; monday + 7 <= timeline.days(); monday += 7) {
        int served = 0;
        for (int leg = firstLeg; leg < endLeg; leg++) {
          if (legs.group[leg] >= 0
              && model.providerOf[legs.group[leg]] == provider
              && startsNewDay(firstLeg, leg, provider)
              && legs.day(leg) >= monday
              && legs.day(leg) < monday + 7) {
            served++;
          }
        }
        missing += served > 0 ? Math.max(0, volume.daysPerWeek() - served) : 0;
      }
    }
    return (int) missing;
  }

  private boolean startsNewDay(int firstLeg, int leg, int provider) {
    for (int other = firstLeg; other < leg; other++) {
      if (legs.group[other] >= 0
          && model.providerOf[legs.group[other]] == provider
          && legs.day(other) == legs.day(leg)) {
        return false;
      }
    }
    return true;
  }

  private void sumChildren(int family, int sign, Tally tally) {
    int[] sessions = sessionsOf[family];
    int extra = 0;
    int unsettled = 0;
    for (int i = 0; i < sessions.length; i++) {
      int child = model.index.childOf(sessions[i]);
      boolean firstOfChild = true;
      for (int j = 0; j < i && firstOfChild; j++) {
        firstOfChild = model.index.childOf(sessions[j]) != child || legs.option[sessions[j]] < 0;
      }
      for (int leg = 2 * sessions[i]; leg < 2 * sessions[i] + 2; leg++) {
        if (legs.group[leg] >= 0 && newToChild(sessions, i, child, leg)) {
          extra += firstOfChild && (leg & 1) == 0 ? 0 : 1;
          if (settlingInMinutes > 0) {
            unsettled += unsettled(sessions, child, model.providerOf[legs.group[leg]]);
          }
        }
      }
    }
    if (extra > 0) {
      tally.soft(ConstraintName.PROVIDERS_PER_CHILD, (long) sign * extra, providersWeight);
    }
    if (unsettled > 0) {
      tally.soft(ConstraintName.SETTLING_IN, (long) sign * unsettled, settlingWeight);
    }
  }

  private boolean newToChild(int[] sessions, int until, int child, int leg) {
    int provider = model.providerOf[legs.group[leg]];
    for (int j = 0; j <= until; j++) {
      if (model.index.childOf(sessions[j]) == child) {
        for (int other = 2 * sessions[j]; other < 2 * sessions[j] + 2; other++) {
          if (other >= leg) {
            break;
          }
          if (legs.group[other] >= 0 && model.providerOf[legs.group[other]] == provider) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private int unsettled(int[] sessions, int child, int provider) {
    if (faces.knows(child, provider)) {
      return 0;
    }
    int first = -1;
    for (int session : sessions) {
      if (model.index.childOf(session) == child) {
        for (int leg = 2 * session; leg < 2 * session + 2; leg++) {
          if (legs.group[leg] >= 0
              && model.providerOf[legs.group[leg]] == provider
              && (first < 0 || legs.start[leg] < legs.start[first])) {
            first = leg;
          }
        }
      }
    }
    return first >= 0
            && !urgent[model.index.requestOf(first >> 1)]
            && legs.minutes[first] > settlingInMinutes
        ? 1
        : 0;
  }

  private void sumApart(int family, int sign, Tally tally) {
    int[] pairs = sameDate[family];
    int apart = 0;
    for (int i = 0; i < pairs.length; i += 2) {
      int a = 2 * pairs[i];
      int b = 2 * pairs[i + 1];
      if (legs.group[a] >= 0
          && legs.group[b] >= 0
          && legs.day(a) == legs.day(b)
          && model.providerOf[legs.group[a]] != model.providerOf[legs.group[b]]) {
        apart++;
      }
    }
    if (apart > 0) {
      tally.soft(ConstraintName.SIBLINGS_APART, (long) sign * apart, apartWeight);
    }
  }

  /** Sessions of the family that are placed with a provider and belong to a request. */
  int[] sessionsAt(int request, int provider) {
    int first = model.index.firstSession(request);
    int end = model.index.firstSession(request + 1);
    int[] found = new int[end - first];
    int count = 0;
    for (int s = first; s < end; s++) {
      for (int leg = 2 * s; leg < 2 * s + 2; leg++) {
        if (legs.group[leg] >= 0 && model.providerOf[legs.group[leg]] == provider) {
          found[count++] = s;
          break;
        }
      }
    }
    return Arrays.copyOf(found, count);
  }

  boolean withVolume(int request) {
    return withVolume[request];
  }
}
