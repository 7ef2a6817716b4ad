package org.plek.options;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plek.domain.CareSession;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Request;
import org.plek.domain.SchoolWays;
import org.plek.domain.SearchLimits;
import org.plek.scoring.ConstraintName;

/** Makes the options of a run of requests, one after the other. */
final class PartBuilder {
  /** Starts of flexible care that are split, for each date. Chosen by plek. */
  private static final int SPLIT_STARTS = 3;

  private static final ConstraintName[] NAMES = ConstraintName.values();

  private final ProblemIndex index;
  private final StaticAmounts amounts;
  private final Spans spans;
  private final Fit fit;
  private final Reach reach;
  private final @Nullable Placement[] agreed;
  private final @Nullable Placement[] published;
  private final SearchLimits limits;
  private final boolean bruteForce;

  private final Splits splits;
  private final OptionBuffer options = new OptionBuffer(1024);
  private final DropReport.Part drops = new DropReport.Part();
  private int[] counts = new int[64];
  private int sessions;

  PartBuilder(
      ProblemIndex index,
      StaticAmounts amounts,
      Spans spans,
      Fit fit,
      Reach reach,
      Splits splits,
      @Nullable Placement[] agreed,
      @Nullable Placement[] published,
      boolean bruteForce) {
    this.index = index;
    this.amounts = amounts;
    this.spans = spans;
    this.fit = fit;
    this.reach = reach;
    this.splits = splits;
    this.agreed = agreed;
    this.published = published;
    this.bruteForce = bruteForce;
    limits = index.problem().policy().limits();
  }

  OptionBuffer options() {
    return options;
  }

  DropReport.Part drops() {
    return drops;
  }

  int[] optionsPerSession() {
    return Arrays.copyOf(counts, sessions);
  }

  void request(int number) {
    Request request = index.problem().requests().get(number);
    Candidates near = near(number, request);
    for (int s = index.firstSession(number); s < index.firstSession(number + 1); s++) {
      if (bruteForce) {
        near = near(number, request);
      }
      int before = options.size();
      Placement given = agreed[s];
      if (given == null) {
        drops.count(ConstraintName.FAMILY_TRAVEL, near.groupsTooFar());
        drops.count(Limit.HOME_CARER_WAY, near.carersTooFar());
        List<Span> windows = spans.ofWindows(s);
        int serving = oneLeg(s, near, windows);
        boolean ofSchool = !index.sessions().get(s).school().equals(SchoolWays.NONE);
        if (request.limits().splitAllowed() && limits.maxSplitsPerSession() > 0 && !ofSchool) {
          twoLegs(s, near, windows, serving);
        }
      } else {
        agreed(s, given.legs());
      }
      drops.endSession();
      if (sessions == counts.length) {
        counts = Arrays.copyOf(counts, 2 * sessions);
      }
      counts[sessions++] = options.size() - before;
    }
  }

  private Candidates near(int number, Request request) {
    return reach.of(
        index.problem().families().get(index.familyOf(number)).home(),
        request.limits().mode(),
        request.limits().maxTravelMinutes());
  }

  private void agreed(int session, List<Leg> legs) {
    if (legs.isEmpty() || legs.size() > 2) {
      return;
    }
    Leg one = legs.getFirst();
    Leg last = legs.getLast();
    int group = index.group(one.groupId());
    int lastGroup = index.group(last.groupId());
    if (group < 0 || lastGroup < 0) {
      return;
    }
    int cost = amounts.weighted(session, legs);
    if (legs.size() == 1) {
      options.add(group, onTimeline(floor(one)), onTimeline(ceil(one)), cost);
      return;
    }
    int side = one.escortMinutes() > 0 ? 1 : last.escortMinutes() > 0 ? 2 : 0;
    options.addSplit(
        group,
        onTimeline(floor(one)),
        onTimeline(ceil(one)),
        lastGroup,
        onTimeline(floor(last)),
        onTimeline(ceil(last)),
        side,
        one.escortMinutes() + last.escortMinutes(),
        cost);
  }

  private int floor(Leg leg) {
    return index.timeline().floorSlot(leg.start());
  }

  private int ceil(Leg leg) {
    return index.timeline().ceilSlot(leg.end());
  }

  private int onTimeline(int slot) {
    return Math.clamp(slot, 0, index.timeline().slots());
  }

  private void twoLegs(int session, Candidates near, List<Span> windows, int serving) {
    Placement before = published[session];
    boolean few = serving < limits.maxSplitsPerSession();
    List<Split> found = splits.of(session, near, thinned(windows, before), before, few);
    for (Split split : found) {
      options.addSplit(
          split.firstGroup(),
          split.first().from(),
          split.first().until(),
          split.secondGroup(),
          split.second().from(),
          split.second().until(),
          split.escortSide(),
          split.escortMinutes(),
          split.cost());
    }
    drops.count(Limit.SPLITS_PER_SESSION, splits.dropped());
  }

  /** The starts to split at: a few of each date, and the published one. */
  private List<Span> thinned(List<Span> windows, @Nullable Placement before) {
    List<Span> kept = new ArrayList<>();
    for (int from = 0; from < windows.size(); ) {
      int until = from;
      while (until < windows.size()
          && windows.get(until).startDay() == windows.get(from).startDay()) {
        until++;
      }
      int next = 0;
      for (int i = from; i < until; i++) {
        Span span = windows.get(i);
        if (i - from
            == spread(next, until - from, Math.min(SPLIT_STARTS, limits.maxStartsPerGroup()))) {
          next++;
          kept.add(span);
        } else if (before != null && before.legs().getFirst().start().equals(span.start())) {
          kept.add(span);
        }
      }
      from = until;
    }
    return kept;
  }

  /** Returns how many providers serve the whole session. */
  private int oneLeg(int session, Candidates near, List<Span> windows) {
    CareSession asked = index.sessions().get(session);
    Placement before = published[session];
    Leg wanted = before != null && before.legs().size() == 1 ? before.legs().getFirst() : null;
    int wantedProvider = wanted == null ? -1 : index.provider(wanted.providerId());
    int serving = 0;
    for (int i = 0; i < near.providers().length; i++) {
      int provider = near.providers()[i];
      int groups = index.firstGroup(provider + 1) - index.firstGroup(provider);
      if (serving >= limits.maxProvidersPerSession() && provider != wantedProvider) {
        drops.count(Limit.PROVIDERS_PER_SESSION, groups);
        continue;
      }
      List<Span> possible =
          asked.parentAway() == null
              ? windows
              : List.of(spans.ofParent(session, provider, provider));
      int made = options.size();
      long timeless = fit.timeless(session, provider);
      int travelMinutes = near.toMinutes()[i] + near.backMinutes()[i];
      long cost = amounts.costWithoutPrice(session, provider, provider, false, travelMinutes);
      for (int g = index.firstGroup(provider); g < index.firstGroup(provider + 1); g++) {
        group(session, g, possible, timeless, cost, wanted);
      }
      if (options.size() > made) {
        serving++;
      }
    }
    return serving;
  }

  private void group(
      int session,
      int group,
      List<Span> possible,
      long timeless,
      long costWithoutPrice,
      @Nullable Leg wanted) {
    int provider = index.providerOf(group);
    int furthest = -1;
    int[] legal = new int[possible.size()];
    int found = 0;
    for (int i = 0; i < possible.size(); i++) {
      Span span = possible.get(i);
      int rule = fit.blocked(session, group, span, timeless);
      if (rule < 0
          && fit.tooDear(session, amounts.cents(session, provider, span), span.minutes())) {
        rule = ConstraintName.FAMILY_PRICE.ordinal();
      }
      if (rule < 0) {
        legal[found++] = i;
      } else {
        furthest = Math.max(furthest, rule);
      }
    }
    if (found == 0) {
      drops.count(furthest < 0 ? ConstraintName.SESSION_TIME : NAMES[furthest], 1);
      return;
    }
    Leg wantedHere = wanted != null && index.group(wanted.groupId()) == group ? wanted : null;
    for (int from = 0; from < found; ) {
      int until = from;
      long day = possible.get(legal[from]).startDay();
      while (until < found && possible.get(legal[until]).startDay() == day) {
        until++;
      }
      int next = 0;
      for (int i = from; i < until; i++) {
        Span span = possible.get(legal[i]);
        boolean same =
            wantedHere != null
                && wantedHere.start().equals(span.start())
                && wantedHere.end().equals(span.end());
        boolean kept = i - from == spread(next, until - from, limits.maxStartsPerGroup());
        if (kept) {
          next++;
        }
        if (kept || same) {
          int cents = amounts.cents(session, provider, span);
          long cost = costWithoutPrice + amounts.priceCost(cents);
          if (same) {
            cost -= amounts.changeCost(session);
          }
          options.add(group, span.from(), span.until(), Math.toIntExact(cost));
        } else {
          drops.count(Limit.STARTS_PER_GROUP, 1);
        }
      }
      from = until;
    }
  }

  /** Position of the {@code number}-th start kept of {@code starts}, spread evenly; -1 past it. */
  private static int spread(int number, int starts, int limit) {
    int most = Math.min(starts, limit);
    if (number >= most) {
      return -1;
    }
    return most == 1 ? 0 : (int) ((long) number * (starts - 1) / (most - 1));
  }
}
