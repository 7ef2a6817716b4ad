package org.plek.options;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Leg;
import org.plek.domain.ProblemIndex;
import org.plek.domain.SearchLimits;
import org.plek.scoring.ConstraintName;

/** Makes the options of one leg, one care session after the other. */
final class OneLeg {
  private static final ConstraintName[] NAMES = ConstraintName.values();
  private static final int UNKNOWN = -1;

  private final ProblemIndex index;
  private final StaticAmounts amounts;
  private final Fit fit;
  private final Around around;
  private final SearchLimits limits;
  private final OptionBuffer options;
  private final DropReport.Part drops;

  private int session;
  private long changeCost;

  /** The times of the session with the provider in hand, and what holds for each of them. */
  private Span[] times = new Span[0];

  private long[] rules = new long[0];
  private int[] cents = new int[0];
  private int[] legal = new int[0];

  /** Most cents an hour that the family pays; negative for any. */
  private long mostPerHour;

  private boolean pricedByMinutes;
  private int pricedMinutes;
  private int centsOfMinutes;
  private @Nullable Leg wanted;

  OneLeg(
      ProblemIndex index,
      StaticAmounts amounts,
      Fit fit,
      Around around,
      OptionBuffer options,
      DropReport.Part drops) {
    this.index = index;
    this.amounts = amounts;
    this.fit = fit;
    this.around = around;
    this.options = options;
    this.drops = drops;
    limits = index.problem().policy().limits();
  }

  /**
   * Adds the options of a care session.
   *
   * @param ofSession the care session that the surroundings have turned to
   * @param windows its times, where they do not depend on the provider
   * @param before the published leg, if the session has exactly one
   * @param most providers that may serve it; further ones are dropped
   * @return how many providers serve the whole session
   */
  int add(int ofSession, List<Span> windows, @Nullable Leg before, int most) {
    session = ofSession;
    changeCost = amounts.changeCost(session);
    wanted = before;
    int wantedProvider = before == null ? -1 : index.provider(before.providerId());
    boolean byParent = index.sessions().get(session).parentAway() != null;
    Integer perHour = fit.request(session).limits().maxCentsPerHour();
    mostPerHour = perHour == null ? -1 : perHour;
    times = byParent ? new Span[1] : windows.toArray(new Span[0]);
    if (legal.length < times.length) {
      rules = new long[times.length];
      cents = new int[times.length];
      legal = new int[times.length];
    }
    int serving = 0;
    for (int i = 0; i < around.size(); i++) {
      int provider = around.provider(i);
      if (serving >= most) {
        if (wantedProvider < 0) {
          drops.count(Limit.PROVIDERS_PER_SESSION, around.groupsFrom(i));
          break;
        }
        if (provider != wantedProvider) {
          int groups = index.firstGroup(provider + 1) - index.firstGroup(provider);
          drops.count(Limit.PROVIDERS_PER_SESSION, groups);
          continue;
        }
      }
      if (byParent) {
        times[0] = around.parentSpan(i);
      }
      Arrays.fill(rules, 0, times.length, UNKNOWN);
      Arrays.fill(cents, 0, times.length, UNKNOWN);
      pricedByMinutes = amounts.pricedByMinutes(session, provider);
      pricedMinutes = UNKNOWN;
      int made = options.size();
      for (int g = index.firstGroup(provider); g < index.firstGroup(provider + 1); g++) {
        int found = findLegal(g, provider, i);
        if (found > 0) {
          addSpread(g, provider, found, around.wholeCost(i));
        }
      }
      if (options.size() > made) {
        serving++;
      }
    }
    return serving;
  }

  /** Notes the times at which a group can have the child, or counts why there is none. */
  private int findLegal(int group, int provider, int place) {
    int found = 0;
    int furthest = -1;
    for (int t = 0; t < times.length; t++) {
      if (!fit.hours().serves(group, times[t])) {
        continue;
      }
      if (rules[t] == UNKNOWN) {
        rules[t] = around.rules(place) | fit.ofTime(session, provider, times[t]);
      }
      int rule = fit.blockedBesides(session, group, times[t], rules[t]);
      if (rule < 0 && tooDear(provider, t)) {
        rule = ConstraintName.FAMILY_PRICE.ordinal();
      }
      if (rule < 0) {
        legal[found++] = t;
      } else {
        furthest = Math.max(furthest, rule);
      }
    }
    if (found == 0) {
      for (int t = 0; t < times.length && furthest < ConstraintName.RATIO.ordinal(); t++) {
        furthest = Math.max(furthest, fit.hours().blocked(group, times[t]));
      }
      drops.count(furthest < 0 ? ConstraintName.SESSION_TIME : NAMES[furthest], 1);
    }
    return found;
  }

  private boolean tooDear(int provider, int time) {
    return mostPerHour >= 0 && cents(provider, time) * 60L > mostPerHour * times[time].minutes();
  }

  /** Price at one of the times, worked out once for all groups of the provider. */
  private int cents(int provider, int time) {
    if (cents[time] == UNKNOWN) {
      int minutes = times[time].minutes();
      if (!pricedByMinutes || minutes != pricedMinutes) {
        centsOfMinutes = amounts.cents(session, provider, times[time]);
        pricedMinutes = minutes;
      }
      cents[time] = centsOfMinutes;
    }
    return cents[time];
  }

  /** Of the legal times of each date as many as there may be, spread evenly. */
  private void addSpread(int group, int provider, int found, long costWithoutPrice) {
    Leg here = wanted != null && index.group(wanted.groupId()) == group ? wanted : null;
    for (int from = 0; from < found; ) {
      int until = from;
      long day = times[legal[from]].startDay();
      while (until < found && times[legal[until]].startDay() == day) {
        until++;
      }
      int next = 0;
      for (int i = from; i < until; i++) {
        Span span = times[legal[i]];
        boolean same =
            here != null && here.start().equals(span.start()) && here.end().equals(span.end());
        boolean kept = i - from == spread(next, until - from, limits.maxStartsPerGroup());
        if (kept) {
          next++;
        }
        if (kept || same) {
          long price = amounts.priceCost(cents(provider, legal[i]));
          long cost = costWithoutPrice + price + (same ? 0 : changeCost);
          options.add(group, span.from(), span.until(), Math.toIntExact(cost));
        } else {
          drops.count(Limit.STARTS_PER_GROUP, 1);
        }
      }
      from = until;
    }
  }

  /** Position of the {@code number}-th start kept of {@code starts}, spread evenly; -1 past it. */
  static int spread(int number, int starts, int limit) {
    int most = Math.min(starts, limit);
    if (number >= most) {
      return -1;
    }
    return most == 1 ? 0 : (int) ((long) number * (starts - 1) / (most - 1));
  }
}
