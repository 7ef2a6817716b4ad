package org.plek.options;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

  /** Options that there is room for at the start, by request: growing copies what is there. */
  private static final int ROOM_PER_REQUEST = 256;

  private final ProblemIndex index;
  private final StaticAmounts amounts;
  private final Spans spans;
  private final Reach reach;
  private final @Nullable Placement[] agreed;
  private final @Nullable Placement[] published;
  private final SearchLimits limits;
  private final boolean bruteForce;
  private final boolean onlyWhether;

  private final Around around;
  private final OneLeg oneLeg;
  private final Splits splits;
  private final OptionBuffer options;
  private final DropReport.Part drops = new DropReport.Part();
  private int[] counts = new int[64];
  private int sessions;

  /**
   * @param requests how many there will be
   * @param bruteForce looks at every provider for every care session, and works out again what care
   *     sessions of a request have in common
   * @param onlyWhether stops at the first option of each care session; then drops tell nothing
   */
  PartBuilder(
      ProblemIndex index,
      StaticAmounts amounts,
      Spans spans,
      Fit fit,
      Reach reach,
      Ways ways,
      @Nullable Placement[] agreed,
      @Nullable Placement[] published,
      int requests,
      boolean bruteForce,
      boolean onlyWhether) {
    this.index = index;
    options = new OptionBuffer(onlyWhether ? 0 : requests * ROOM_PER_REQUEST);
    this.amounts = amounts;
    this.spans = spans;
    this.reach = reach;
    around = new Around(index, amounts, spans, fit);
    oneLeg = new OneLeg(index, amounts, fit, around, options, drops);
    splits = new Splits(index, ways, amounts, spans, fit, around, onlyWhether);
    this.agreed = agreed;
    this.published = published;
    this.bruteForce = bruteForce;
    this.onlyWhether = onlyWhether;
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
    around.turnTo(near(number, request));
    for (int s = index.firstSession(number); s < index.firstSession(number + 1); s++) {
      if (bruteForce) {
        around.turnTo(near(number, request));
      }
      int before = options.size();
      Placement given = agreed[s];
      if (given == null) {
        around.turnTo(s);
        drops.count(ConstraintName.FAMILY_TRAVEL, around.near().groupsTooFar());
        drops.count(Limit.HOME_CARER_WAY, around.near().carersTooFar());
        List<Span> windows = spans.ofWindows(s);
        int most = onlyWhether ? 1 : limits.maxProvidersPerSession();
        int serving = oneLeg.add(s, windows, publishedLeg(s), most);
        boolean ofSchool = !index.sessions().get(s).school().equals(SchoolWays.NONE);
        if (request.limits().splitAllowed()
            && limits.maxSplitsPerSession() > 0
            && !ofSchool
            && !(onlyWhether && serving > 0)) {
          twoLegs(s, windows, serving);
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

  /** The published leg of a session, if there is exactly one. */
  private @Nullable Leg publishedLeg(int session) {
    Placement before = published[session];
    return before != null && before.legs().size() == 1 ? before.legs().getFirst() : null;
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

  private void twoLegs(int session, List<Span> windows, int serving) {
    Placement before = published[session];
    boolean few = serving < limits.maxSplitsPerSession();
    List<Split> found = splits.of(session, thinned(windows, before), before, few);
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
            == OneLeg.spread(
                next, until - from, Math.min(SPLIT_STARTS, limits.maxStartsPerGroup()))) {
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
}
