package org.plek.options;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Escort;
import org.plek.domain.HomeCareTerms;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.Point;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.domain.ProviderKind;
import org.plek.domain.SearchLimits;
import org.plek.domain.Timeline;
import org.plek.domain.TravelMode;

/**
 * Splits a care session over two providers: the first from the start as long as it can, the second
 * from some time until the end, handed over on the grid by an escort. Of each pair a few handovers
 * are tried: when the first closes, when the second opens, at the limits of their forms, and two
 * times between. First the best handover of every pair counts, the cheapest pairs first, so that
 * the few options kept are different ways.
 */
final class Splits {
  private static final Comparator<Split> BEST_FIRST = Splits::compare;

  private final ProblemIndex index;
  private final Timeline timeline;
  private final Ways ways;
  private final StaticAmounts amounts;
  private final Spans spans;
  private final Fit fit;
  private final SearchLimits limits;
  private final Around around;
  private final boolean onlyWhether;

  /** The best so far, the worst of them first; of equals the later found goes first. */
  private final PriorityQueue<Split> best = new PriorityQueue<>(BEST_FIRST.reversed());

  private int dropped;
  private int made;

  /** The care session in hand, and its published placement. */
  private int session;

  private @Nullable Placement before;
  private Ways.Home home;

  /** The latest legs made for the session, by the slot of their handover. */
  private final @Nullable Span[] spansUntil;

  private final @Nullable Span[] spansSince;
  private int firstKept = Integer.MAX_VALUE;
  private int lastKept = -1;

  private final Handovers handovers = new Handovers();
  private final List<Side> firsts = new ArrayList<>();
  private final List<Side> seconds = new ArrayList<>();
  private final List<Split> here = new ArrayList<>();

  private final LeastPrices prices;

  /**
   * A group that can have the child at the beginning or at the end of a whole time: until, or
   * since, the slot {@code limit}.
   *
   * @param place place of the provider among those around
   * @param cost what it adds to the cost without the price
   * @param wished whether the family wishes the provider, or none in particular
   * @param escorts whether it brings the child from here, or fetches it to here
   */
  private record Side(
      int group,
      int place,
      Provider facts,
      Span whole,
      int limit,
      long cost,
      boolean wished,
      boolean escorts) {}

  /**
   * @param onlyWhether stops at the first pair of providers that serves a session
   */
  Splits(
      ProblemIndex index,
      Ways ways,
      StaticAmounts amounts,
      Spans spans,
      Fit fit,
      Around around,
      boolean onlyWhether) {
    this.index = index;
    this.ways = ways;
    home = ways.home(new Point(0, 0));
    this.amounts = amounts;
    this.spans = spans;
    this.fit = fit;
    this.around = around;
    this.onlyWhether = onlyWhether;
    prices = new LeastPrices(amounts, around);
    timeline = index.timeline();
    limits = index.problem().policy().limits();
    spansUntil = new Span[timeline.slots() + 1];
    spansSince = new Span[timeline.slots() + 1];
  }

  private static int compare(Split one, Split two) {
    if (one.rank() != two.rank()) {
      return Integer.compare(one.rank(), two.rank());
    }
    return one.cost() != two.cost()
        ? Integer.compare(one.cost(), two.cost())
        : Integer.compare(one.order(), two.order());
  }

  /**
   * The best options of two legs, best first, and the published one before all.
   *
   * @param ofSession the care session that the surroundings have turned to
   * @param windows its times to split, where they do not depend on the provider
   * @param published its published placement
   * @param alsoWhole also by providers of whom one could serve the whole time alone
   */
  List<Split> of(
      int ofSession, List<Span> windows, @Nullable Placement published, boolean alsoWhole) {
    session = ofSession;
    before = published;
    int family = index.familyOf(index.requestOf(session));
    home = ways.home(index.problem().families().get(family).home());
    best.clear();
    dropped = 0;
    made = 0;
    forgetSpans();
    prices.turnTo(session);
    if (index.sessions().get(session).parentAway() != null) {
      sides(null, alsoWhole);
      pairs();
    } else {
      for (Span whole : windows) {
        sides(whole, alsoWhole);
        pairs();
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

  private void sides(@Nullable Span window, boolean alsoWhole) {
    firsts.clear();
    seconds.clear();
    int most = limits.maxProvidersPerSession();
    int firstProviders = 0;
    int secondProviders = 0;
    for (int i = 0; i < around.size(); i++) {
      if (firstProviders >= most && secondProviders >= most) {
        return;
      }
      if (around.rules(i) != 0) {
        continue;
      }
      int provider = around.provider(i);
      Provider facts = index.problem().providers().get(provider);
      boolean wanted = involved(facts);
      Span whole = window == null ? around.parentSpan(i) : window;
      int firstsBefore = firsts.size();
      int secondsBefore = seconds.size();
      for (int g = index.firstGroup(provider); g < index.firstGroup(provider + 1); g++) {
        int until = fit.hours().servesUntil(g, whole.from(), whole.until());
        if (until >= whole.until() && !alsoWhole && !wanted) {
          continue;
        }
        boolean wished = amounts.wished(session, provider);
        if (facts.kind() != ProviderKind.HOME_CARER
            && until > whole.from()
            && firstProviders < most) {
          long cost = around.firstCost(i);
          boolean brings = facts.escort() != null;
          firsts.add(new Side(g, i, facts, whole, until, cost, wished, brings));
        }
        int since = fit.hours().servesSince(g, whole.from(), whole.until());
        if (since < whole.until() && secondProviders < most) {
          long cost = around.secondCost(i);
          boolean fetches = facts.escort() != null || homeCare(facts) != null;
          seconds.add(new Side(g, i, facts, whole, since, cost, wished, fetches));
        }
      }
      firstProviders += firsts.size() > firstsBefore ? 1 : 0;
      secondProviders += seconds.size() > secondsBefore ? 1 : 0;
    }
  }

  /** Whether a provider has a leg of the published placement. */
  private boolean involved(Provider provider) {
    return before != null
        && before.legs().stream().anyMatch(leg -> leg.providerId().equals(provider.id()));
  }

  private static @Nullable HomeCareTerms homeCare(Provider provider) {
    return provider.kind() == ProviderKind.HOME_CARER ? provider.homeCare() : null;
  }

  private void pairs() {
    int start = firsts.stream().mapToInt(one -> one.whole().from()).min().orElse(0);
    int end = seconds.stream().mapToInt(two -> two.whole().until()).max().orElse(0);
    prices.makeRoom(end - start);
    long common = amounts.handoverCost() + amounts.changeCost(session);
    long ceiling = ceiling();
    for (Side one : firsts) {
      for (Side two : seconds) {
        int from = Math.max(two.limit(), one.whole().from() + 1);
        int until = Math.min(one.limit(), two.whole().until() - 1);
        if (from > until || one.place() == two.place() || two.limit() > one.limit()) {
          continue;
        }
        long cost =
            one.cost()
                + two.cost()
                + common
                + (one.wished() || two.wished() ? 0 : amounts.unwishedCost());
        if (cost + leastPrice(one, two, from, until) >= ceiling
            && !(involved(one.facts()) && involved(two.facts()))) {
          dropped++;
        } else if (one.escorts() || two.escorts()) {
          pair(one, two, from, until, cost);
          if (onlyWhether && !best.isEmpty()) {
            return;
          }
          ceiling = ceiling();
        }
      }
    }
  }

  private void pair(Side one, Side two, int from, int until, long costWithoutPrice) {
    int brings = bringsMinutes(one, two);
    int fetches = fetchesMinutes(one, two);
    if (brings < 0 && fetches < 0) {
      return;
    }
    here.clear();
    handovers.find(
        one.facts().form(),
        two.facts().form(),
        one.whole().from(),
        two.whole().until(),
        from,
        until,
        before == null ? -1 : timeline.floorSlot(before.legs().getFirst().end()));
    for (int i = 0; i < handovers.count(); i++) {
      int slot = handovers.slot(i);
      Span first = until(one.whole(), slot);
      if (first.until() != slot) {
        continue; // A local time that is repeated is meant the first time.
      }
      Span second = since(slot, two.whole());
      if (fit.blocked(session, one.group(), first, 0) >= 0
          || fit.blocked(session, two.group(), second, 0) >= 0) {
        continue;
      }
      int cents =
          amounts.cents(session, index.providerOf(one.group()), first)
              + amounts.cents(session, index.providerOf(two.group()), second);
      if (fit.tooDear(session, cents, first.minutes() + second.minutes())) {
        continue;
      }
      long cost = costWithoutPrice + amounts.priceCost(cents);
      // One who is on the way longer than the child is in care does not take it along.
      if (brings >= 0 && brings <= first.minutes()) {
        add(one, two, first, second, 1, brings, cost);
      }
      if (fetches >= 0 && fetches <= second.minutes()) {
        add(one, two, first, second, 2, fetches, cost);
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
  private long leastPrice(Side one, Side two, int from, int until) {
    int start = one.whole().from();
    int end = two.whole().until();
    int early = prices.cents(one.place(), from - start) + prices.cents(two.place(), end - from);
    int late = prices.cents(one.place(), until - start) + prices.cents(two.place(), end - until);
    return amounts.priceCost(Math.min(early, late));
  }

  /** The cost from which enough other pairs are known to cost no more. */
  private long ceiling() {
    Split worst = best.peek();
    return worst != null && best.size() >= limits.maxSplitsPerSession() && worst.rank() <= 0
        ? worst.cost()
        : Long.MAX_VALUE;
  }

  private void add(
      Side one, Side two, Span first, Span second, int side, int escortMinutes, long cost) {
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
  private Span until(Span whole, int handover) {
    Span known = spansUntil[handover];
    if (known == null || !known.start().equals(whole.start())) {
      known = spans.of(session, whole.start(), timeline.time(handover));
      keep(spansUntil, handover, known);
    }
    return known;
  }

  /** The leg from a handover until the end of a whole time. */
  private Span since(int handover, Span whole) {
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
  private int bringsMinutes(Side one, Side two) {
    Escort escort = one.facts().escort();
    if (escort == null) {
      return -1;
    }
    int way = minutesBetween(one, two, escort.mode());
    return way <= escort.maxMinutes() ? way : -1;
  }

  /** Minutes on the way when the second provider fetches; -1 when it does not. */
  private int fetchesMinutes(Side one, Side two) {
    Provider second = two.facts();
    Escort escort = second.escort();
    HomeCareTerms terms = homeCare(second);
    if (escort != null) {
      int way = minutesBetween(one, two, escort.mode());
      return way <= escort.maxMinutes() ? way : -1;
    }
    if (terms == null) {
      return -1;
    }
    int way = minutesBetween(one, two, terms.mode());
    return way <= OptionBuilder.HOME_CARER_MINUTES ? way : -1;
  }

  /** Minutes from a provider to where the second has the child. */
  private int minutesBetween(Side one, Side two, TravelMode mode) {
    int provider = index.providerOf(one.group());
    return two.facts().kind() == ProviderKind.HOME_CARER
        ? home.back(provider, mode)
        : ways.between(provider, index.providerOf(two.group()), mode);
  }
}
