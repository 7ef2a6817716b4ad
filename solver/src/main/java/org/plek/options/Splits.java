package org.plek.options;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plek.domain.CareSession;
import org.plek.domain.Escort;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.Point;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.domain.ProviderKind;
import org.plek.domain.SearchLimits;
import org.plek.domain.SessionForm;
import org.plek.domain.Timeline;
import org.plek.domain.Travel;
import org.plek.domain.TravelMode;

/**
 * Splits a care session over two providers: the first from the start as long as it can, the second
 * from some time until the end, handed over on the grid by an escort. Of each pair a few handovers
 * are tried: when the first closes, when the second opens, at the limits of their forms, and two
 * times between. First the best handover of every pair counts, the cheapest pairs first, so that
 * the few options kept are different ways.
 */
final class Splits {
  private static final Comparator<Split> BEST_FIRST =
      Comparator.comparingInt(Split::rank).thenComparingInt(Split::cost);

  private final ProblemIndex index;
  private final Timeline timeline;
  private final Travel travel;
  private final StaticAmounts amounts;
  private final Spans spans;
  private final Fit fit;
  private final SearchLimits limits;

  private final Map<Long, Span> legSpans = new HashMap<>();
  private final List<Side> firsts = new ArrayList<>();
  private final List<Side> seconds = new ArrayList<>();

  /**
   * A group that can have the child at the beginning or at the end of a whole time: until, or
   * since, the slot {@code limit}; {@code way} is the family's way there, or back.
   */
  private record Side(
      int group, int provider, Provider facts, long timeless, Span whole, int limit, int way) {}

  Splits(ProblemIndex index, Travel travel, StaticAmounts amounts, Spans spans, Fit fit) {
    this.index = index;
    this.travel = travel;
    this.amounts = amounts;
    this.spans = spans;
    this.fit = fit;
    timeline = index.timeline();
    limits = index.problem().policy().limits();
  }

  /** Every legal option of two legs, best first, and the published one before all. */
  List<Split> of(int session, Candidates near, List<Span> windows, @Nullable Placement before) {
    List<Split> found = new ArrayList<>();
    legSpans.clear();
    CareSession asked = index.sessions().get(session);
    if (asked.parentAway() != null) {
      sides(session, near, null);
      pairs(session, before, found);
    } else {
      for (Span whole : windows) {
        sides(session, near, whole);
        pairs(session, before, found);
      }
    }
    found.sort(BEST_FIRST);
    return found;
  }

  private void sides(int session, Candidates near, @Nullable Span window) {
    firsts.clear();
    seconds.clear();
    int most = limits.maxProvidersPerSession();
    int firstProviders = 0;
    int secondProviders = 0;
    for (int i = 0; i < near.providers().length; i++) {
      if (firstProviders >= most && secondProviders >= most) {
        return;
      }
      int provider = near.providers()[i];
      Provider facts = index.problem().providers().get(provider);
      long timeless = fit.timeless(session, provider);
      if (timeless != 0) {
        continue;
      }
      Span whole = window == null ? spans.ofParent(session, provider, provider) : window;
      int firstsBefore = firsts.size();
      int secondsBefore = seconds.size();
      for (int g = index.firstGroup(provider); g < index.firstGroup(provider + 1); g++) {
        int until = fit.servesUntil(g, whole.from(), whole.until());
        if (facts.kind() != ProviderKind.HOME_CARER
            && until > whole.from()
            && firstProviders < most) {
          firsts.add(new Side(g, provider, facts, timeless, whole, until, near.toMinutes()[i]));
        }
        int since = fit.servesSince(g, whole.from(), whole.until());
        if (since < whole.until() && secondProviders < most) {
          seconds.add(new Side(g, provider, facts, timeless, whole, since, near.backMinutes()[i]));
        }
      }
      firstProviders += firsts.size() > firstsBefore ? 1 : 0;
      secondProviders += seconds.size() > secondsBefore ? 1 : 0;
    }
  }

  private void pairs(int session, @Nullable Placement before, List<Split> found) {
    for (Side one : firsts) {
      for (Side two : seconds) {
        if (one.provider() != two.provider() && two.limit() <= one.limit()) {
          pair(session, one, two, before, found);
        }
      }
    }
  }

  private void pair(
      int session, Side one, Side two, @Nullable Placement before, List<Split> found) {
    int brings = bringsMinutes(session, one, two);
    int fetches = fetchesMinutes(session, one, two);
    if (brings < 0 && fetches < 0) {
      return;
    }
    List<Split> here = new ArrayList<>();
    int from = Math.max(two.limit(), one.whole().from() + 1);
    int until = Math.min(one.limit(), two.whole().until() - 1);
    for (int slot : handovers(one, two, from, until, before)) {
      LocalDateTime handover = timeline.time(slot);
      if (timeline.floorSlot(handover) != slot) {
        continue;
      }
      Span first = leg(session, one.whole().start(), handover);
      Span second = leg(session, handover, two.whole().end());
      if (fit.blocked(session, one.group(), first, one.timeless()) >= 0
          || fit.blocked(session, two.group(), second, two.timeless()) >= 0) {
        continue;
      }
      int cents =
          amounts.cents(session, one.provider(), first.minutes())
              + amounts.cents(session, two.provider(), second.minutes());
      if (fit.tooDear(session, cents, first.minutes() + second.minutes())) {
        continue;
      }
      // One who is on the way longer than the child is in care does not take it along.
      if (brings >= 0 && brings <= first.minutes()) {
        add(session, one, two, first, second, 1, brings, cents, before, here);
      }
      if (fetches >= 0 && fetches <= second.minutes()) {
        add(session, one, two, first, second, 2, fetches, cents, before, here);
      }
    }
    here.sort(Comparator.comparingInt(Split::rank).thenComparingInt(Split::cost));
    for (int i = 0; i < here.size(); i++) {
      Split split = here.get(i);
      found.add(split.rank() < 0 ? split : split.ranked(i));
    }
  }

  private void add(
      int session,
      Side one,
      Side two,
      Span first,
      Span second,
      int side,
      int escortMinutes,
      int cents,
      @Nullable Placement before,
      List<Split> here) {
    int travelMinutes = one.way() + two.way();
    long cost =
        amounts.costWithoutPrice(session, one.provider(), two.provider(), true, travelMinutes)
            + amounts.priceCost(cents);
    boolean same =
        before != null
            && before
                .legs()
                .equals(
                    List.of(
                        leg(one, first, side == 1 ? escortMinutes : 0),
                        leg(two, second, side == 2 ? escortMinutes : 0)));
    if (same) {
      cost -= amounts.changeCost(session);
    }
    here.add(
        new Split(
            one.group(),
            first,
            two.group(),
            second,
            side,
            escortMinutes,
            Math.toIntExact(cost),
            same ? -1 : 0));
  }

  private Leg leg(Side side, Span span, int escortMinutes) {
    String group = index.groups().get(side.group()).id();
    return new Leg(side.facts().id(), group, span.start(), span.end(), escortMinutes);
  }

  private Span leg(int session, LocalDateTime start, LocalDateTime end) {
    long key = (long) timeline.floorSlot(start) << 32 | timeline.ceilSlot(end);
    Span known = legSpans.get(key);
    if (known == null || !known.start().equals(start) || !known.end().equals(end)) {
      known = spans.of(session, start, end);
      legSpans.put(key, known);
    }
    return known;
  }

  /** Minutes on the way when the first provider brings; -1 when it does not. */
  private int bringsMinutes(int session, Side one, Side two) {
    Escort escort = one.facts().escort();
    if (escort == null) {
      return -1;
    }
    int way = travel.minutes(one.facts().location(), carePlace(session, two), escort.mode());
    return way <= escort.maxMinutes() ? way : -1;
  }

  /** Minutes on the way when the second provider fetches; -1 when it does not. */
  private int fetchesMinutes(int session, Side one, Side two) {
    Provider second = two.facts();
    boolean carer = second.kind() == ProviderKind.HOME_CARER;
    Escort escort = second.escort();
    if (!carer && escort == null) {
      return -1;
    }
    TravelMode mode = carer || escort == null ? Reach.mode(second) : escort.mode();
    int most = carer || escort == null ? OptionBuilder.HOME_CARER_MINUTES : escort.maxMinutes();
    int way = travel.minutes(one.facts().location(), carePlace(session, two), mode);
    return way <= most ? way : -1;
  }

  private Point carePlace(int session, Side side) {
    int family = index.familyOf(index.requestOf(session));
    return side.facts().kind() == ProviderKind.HOME_CARER
        ? index.problem().families().get(family).home()
        : side.facts().location();
  }

  /** Slots to try, in order, each once, within {@code [from, until]}. */
  private int[] handovers(Side one, Side two, int from, int until, @Nullable Placement before) {
    SessionForm first = one.facts().form();
    SessionForm second = two.facts().form();
    int start = one.whole().from();
    int end = two.whole().until();
    int slot = Timeline.SLOT_MINUTES;
    int published = before == null ? -1 : timeline.floorSlot(before.legs().getFirst().end());
    return java.util.stream.IntStream.of(
            until,
            from,
            from + (until - from) / 3,
            from + (until - from) * 2 / 3,
            start + (first.minMinutes() + slot - 1) / slot,
            first.maxMinutes() > 0 ? start + first.maxMinutes() / slot : -1,
            end - (second.minMinutes() + slot - 1) / slot,
            second.maxMinutes() > 0 ? end - second.maxMinutes() / slot : -1,
            published)
        .filter(at -> at >= from && at <= until)
        .distinct()
        .toArray();
  }
}
