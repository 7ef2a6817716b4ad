package org.plek.options;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.plek.domain.CareSession;
import org.plek.domain.Escort;
import org.plek.domain.HomeCareTerms;
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

/**
 * Splits a care session over two providers: the first from the start as long as it can, the second
 * from some time until the end, handed over on the grid by an escort. Of each pair a few handovers
 * are tried: when the first closes, when the second opens, at the limits of their forms, and two
 * times between. First the best handover of every pair counts, the cheapest pairs first, so that
 * the few options kept are different ways.
 */
final class Splits {
  private static final Comparator<Split> BEST_FIRST =
      Comparator.comparingInt(Split::rank)
          .thenComparingInt(Split::cost)
          .thenComparingInt(Split::order);

  private final ProblemIndex index;
  private final Timeline timeline;
  private final Travel travel;
  private final StaticAmounts amounts;
  private final Spans spans;
  private final Fit fit;
  private final SearchLimits limits;

  /** The best so far, the worst of them first; of equals the later found goes first. */
  private final PriorityQueue<Split> best = new PriorityQueue<>(BEST_FIRST.reversed());

  private int dropped;
  private int made;

  /** The latest legs made for the session, by the slot of their handover. */
  private final @Nullable Span[] spansUntil;

  private final @Nullable Span[] spansSince;
  private int firstKept = Integer.MAX_VALUE;
  private int lastKept = -1;

  private final int[] handovers = new int[9];
  private int handoverCount;
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
    spansUntil = new Span[timeline.slots() + 1];
    spansSince = new Span[timeline.slots() + 1];
  }

  /**
   * The best options of two legs, best first, and the published one before all.
   *
   * @param alsoWhole also by providers of whom one could serve the whole time alone
   */
  List<Split> of(
      int session,
      Candidates near,
      List<Span> windows,
      @Nullable Placement before,
      boolean alsoWhole) {
    best.clear();
    dropped = 0;
    made = 0;
    forgetSpans();
    CareSession asked = index.sessions().get(session);
    if (asked.parentAway() != null) {
      sides(session, near, null, before, alsoWhole);
      pairs(session, before);
    } else {
      for (Span whole : windows) {
        sides(session, near, whole, before, alsoWhole);
        pairs(session, before);
      }
    }
    List<Split> found = new ArrayList<>(best);
    found.sort(BEST_FIRST);
    return found;
  }

  /** Options left out of the last answer; a pair left out as dearer at once counts one. */
  int dropped() {
    return dropped;
  }

  private void sides(
      int session,
      Candidates near,
      @Nullable Span window,
      @Nullable Placement before,
      boolean alsoWhole) {
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
      boolean wanted = before != null && involves(before, facts);
      Span whole = window == null ? spans.ofParent(session, provider, provider) : window;
      int firstsBefore = firsts.size();
      int secondsBefore = seconds.size();
      for (int g = index.firstGroup(provider); g < index.firstGroup(provider + 1); g++) {
        int until = fit.servesUntil(g, whole.from(), whole.until());
        if (until >= whole.until() && !alsoWhole && !wanted) {
          continue;
        }
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

  private static boolean involves(Placement placement, Provider provider) {
    return placement.legs().stream().anyMatch(leg -> leg.providerId().equals(provider.id()));
  }

  private void pairs(int session, @Nullable Placement before) {
    for (Side one : firsts) {
      for (Side two : seconds) {
        if (one.provider() != two.provider() && two.limit() <= one.limit()) {
          pair(session, one, two, before);
        }
      }
    }
  }

  private void pair(int session, Side one, Side two, @Nullable Placement before) {
    int from = Math.max(two.limit(), one.whole().from() + 1);
    int until = Math.min(one.limit(), two.whole().until() - 1);
    if (from > until) {
      return;
    }
    long costWithoutPrice =
        amounts.costWithoutPrice(
            session, one.provider(), two.provider(), true, one.way() + two.way());
    boolean published =
        before != null && involves(before, one.facts()) && involves(before, two.facts());
    if (!published && dearer(costWithoutPrice + leastPrice(session, one, two, from, until))) {
      dropped++;
      return;
    }
    int brings = bringsMinutes(session, one, two);
    int fetches = fetchesMinutes(session, one, two);
    if (brings < 0 && fetches < 0) {
      return;
    }
    List<Split> here = new ArrayList<>(4);
    findHandovers(one, two, from, until, before);
    for (int i = 0; i < handoverCount; i++) {
      int slot = handovers[i];
      Span first = until(session, one.whole(), slot);
      if (first.until() != slot) {
        continue; // A local time that is repeated is meant the first time.
      }
      Span second = since(session, slot, two.whole());
      if (fit.blocked(session, one.group(), first, one.timeless()) >= 0
          || fit.blocked(session, two.group(), second, two.timeless()) >= 0) {
        continue;
      }
      int cents =
          amounts.cents(session, one.provider(), first)
              + amounts.cents(session, two.provider(), second);
      if (fit.tooDear(session, cents, first.minutes() + second.minutes())) {
        continue;
      }
      long cost = costWithoutPrice + amounts.priceCost(cents);
      // One who is on the way longer than the child is in care does not take it along.
      if (brings >= 0 && brings <= first.minutes()) {
        add(session, one, two, first, second, 1, brings, cost, before, here);
      }
      if (fetches >= 0 && fetches <= second.minutes()) {
        add(session, one, two, first, second, 2, fetches, cost, before, here);
      }
    }
    here.sort(BEST_FIRST);
    for (int i = 0; i < here.size(); i++) {
      Split split = here.get(i);
      best.add(split.rank() < 0 ? split : split.ranked(i));
      if (best.size() > limits.maxSplitsPerSession()) {
        best.remove();
        dropped++;
      }
    }
  }

  /** Weighted price of the cheaper of the two outermost handovers. */
  private long leastPrice(int session, Side one, Side two, int from, int until) {
    int start = one.whole().from();
    int end = two.whole().until();
    int early = cents(session, one, from - start) + cents(session, two, end - from);
    int late = cents(session, one, until - start) + cents(session, two, end - until);
    return amounts.priceCost(Math.min(early, late));
  }

  private int cents(int session, Side side, int slots) {
    return amounts.leastCents(session, side.provider(), slots * Timeline.SLOT_MINUTES);
  }

  /** Whether enough other pairs are known to cost no more. */
  private boolean dearer(long cost) {
    Split worst = best.peek();
    return worst != null
        && best.size() >= limits.maxSplitsPerSession()
        && worst.rank() <= 0
        && worst.cost() <= cost;
  }

  private void add(
      int session,
      Side one,
      Side two,
      Span first,
      Span second,
      int side,
      int escortMinutes,
      long cost,
      @Nullable Placement before,
      List<Split> here) {
    boolean same =
        before != null
            && before
                .legs()
                .equals(
                    List.of(
                        leg(one, first, side == 1 ? escortMinutes : 0),
                        leg(two, second, side == 2 ? escortMinutes : 0)));
    here.add(
        new Split(
            one.group(),
            first,
            two.group(),
            second,
            side,
            escortMinutes,
            Math.toIntExact(same ? cost - amounts.changeCost(session) : cost),
            same ? -1 : 0,
            made++));
  }

  private Leg leg(Side side, Span span, int escortMinutes) {
    String group = index.groups().get(side.group()).id();
    return new Leg(side.facts().id(), group, span.start(), span.end(), escortMinutes);
  }

  /** The leg from the start of a whole time until a handover. */
  private Span until(int session, Span whole, int handover) {
    Span known = spansUntil[handover];
    if (known == null || !known.start().equals(whole.start())) {
      known = spans.of(session, whole.start(), timeline.time(handover));
      keep(spansUntil, handover, known);
    }
    return known;
  }

  /** The leg from a handover until the end of a whole time. */
  private Span since(int session, int handover, Span whole) {
    Span known = spansSince[handover];
    if (known == null || !known.end().equals(whole.end())) {
      known = spans.of(session, timeline.time(handover), whole.end());
      keep(spansSince, handover, known);
    }
    return known;
  }

  private void keep(@Nullable Span[] spansAt, int handover, Span span) {
    spansAt[handover] = span;
    firstKept = Math.min(firstKept, handover);
    lastKept = Math.max(lastKept, handover);
  }

  private void forgetSpans() {
    for (int slot = firstKept; slot <= lastKept; slot++) {
      spansUntil[slot] = null;
      spansSince[slot] = null;
    }
    firstKept = Integer.MAX_VALUE;
    lastKept = -1;
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
    Escort escort = second.escort();
    HomeCareTerms terms = second.kind() == ProviderKind.HOME_CARER ? second.homeCare() : null;
    if (escort != null) {
      int way = travel.minutes(one.facts().location(), carePlace(session, two), escort.mode());
      return way <= escort.maxMinutes() ? way : -1;
    }
    if (terms == null) {
      return -1;
    }
    int way = travel.minutes(one.facts().location(), carePlace(session, two), terms.mode());
    return way <= OptionBuilder.HOME_CARER_MINUTES ? way : -1;
  }

  private Point carePlace(int session, Side side) {
    int family = index.familyOf(index.requestOf(session));
    return side.facts().kind() == ProviderKind.HOME_CARER
        ? index.problem().families().get(family).home()
        : side.facts().location();
  }

  /** Notes the slots to try, in order, each once, within {@code [from, until]}. */
  private void findHandovers(Side one, Side two, int from, int until, @Nullable Placement before) {
    SessionForm first = one.facts().form();
    SessionForm second = two.facts().form();
    int start = one.whole().from();
    int end = two.whole().until();
    int slot = Timeline.SLOT_MINUTES;
    int published = before == null ? -1 : timeline.floorSlot(before.legs().getFirst().end());
    handoverCount = 0;
    tryAt(until, from, until);
    tryAt(from, from, until);
    tryAt(from + (until - from) / 3, from, until);
    tryAt(from + (until - from) * 2 / 3, from, until);
    tryAt(start + (first.minMinutes() + slot - 1) / slot, from, until);
    tryAt(first.maxMinutes() > 0 ? start + first.maxMinutes() / slot : -1, from, until);
    tryAt(end - (second.minMinutes() + slot - 1) / slot, from, until);
    tryAt(second.maxMinutes() > 0 ? end - second.maxMinutes() / slot : -1, from, until);
    tryAt(published, from, until);
  }

  private void tryAt(int slot, int from, int until) {
    if (slot < from || slot > until) {
      return;
    }
    for (int i = 0; i < handoverCount; i++) {
      if (handovers[i] == slot) {
        return;
      }
    }
    handovers[handoverCount++] = slot;
  }
}
