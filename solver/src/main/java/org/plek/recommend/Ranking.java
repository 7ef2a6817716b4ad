package org.plek.recommend;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plek.cost.CostOf;
import org.plek.domain.CareSession;
import org.plek.domain.Child;
import org.plek.domain.Interval;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.domain.Request;
import org.plek.domain.Travel;
import org.plek.domain.Wishes;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.Weights;

/**
 * Ranks all groups for one care session of a fixed time by their masks, in a fraction of a
 * millisecond: a filter and an order for the plain scorer, which judges before anything is shown.
 * Nothing legal is left out but what only the closure of the law refuses; limits of home carers
 * beyond their households are left to the plain scorer.
 */
final class Ranking {
  private final LiveFacts facts;
  private final LiveGroups groups;
  private final Travel travel;
  private final Weights weights;

  Ranking(LiveFacts facts, LiveGroups groups, Travel travel, Weights weights) {
    this.facts = facts;
    this.groups = groups;
    this.travel = travel;
    this.weights = weights;
  }

  /** A group that could have the child, with the minutes of the way there. */
  private record Found(Place place, int way, @Nullable Counted moved) {}

  /**
   * The best groups for a fixed care session.
   *
   * @param most most to return
   * @param withMoves also groups where one proposed placement makes room by going elsewhere
   */
  List<Ranked> rank(
      Request request, CareSession session, LocalDateTime asOf, int most, boolean withMoves) {
    Interval time =
        session.parentAway() == null ? session.windows().getFirst() : session.parentAway();
    Child child = facts.familyChild(request.familyId(), session.childId());
    if (groups.places().isEmpty()) {
      return List.of();
    }
    Asked asked = new Asked(facts, groups, travel, request, child, time, asOf);
    if (elsewhere(asked, session.id())) {
      return List.of();
    }
    MakingRoom makingRoom = new MakingRoom(facts, groups, travel, asOf);
    List<Found> found = new ArrayList<>();
    List<Place> places = groups.places();
    for (int i = asked.next(-1); i < places.size(); i = asked.next(i)) {
      if (!asked.mayEnter(i)) {
        continue;
      }
      Place place = places.get(i);
      int way = asked.way(place);
      if (way < 0) {
        continue;
      }
      long refused = asked.refused(place);
      if (refused >= 0 && !withMoves || !asked.accepted(place)) {
        continue;
      }
      if (refused < 0 && asked.alone(place, null)) {
        found.add(new Found(place, way, null));
      } else if (withMoves) {
        Counted moved = makingRoom.of(asked, place, refused);
        if (moved != null) {
          found.add(new Found(place, way, moved));
        }
      }
    }
    return costed(asked, session, found, most);
  }

  /** Whether the child is somewhere else at that time. */
  private boolean elsewhere(Asked asked, String sessionId) {
    for (String other : facts.sessionsOfFamily(asked.family.id())) {
      Placement placement = facts.standing(other, asked.asOf);
      if (placement != null
          && !placement.legs().isEmpty()
          && !other.equals(sessionId)
          && facts.childOf(other).id().equals(asked.child.id())
          && placement.legs().getFirst().start().isBefore(asked.end)
          && asked.start.isBefore(placement.legs().getLast().end())) {
        return true;
      }
    }
    return false;
  }

  private List<Ranked> costed(Asked asked, CareSession session, List<Found> found, int most) {
    if (found.isEmpty()) {
      return List.of();
    }
    Prices prices = new Prices(asked, session, found);
    List<Ranked> ranked = new ArrayList<>(found.size());
    LiveShares shares = new LiveShares(facts, asked);
    int ofShares = weights.of(ConstraintName.SHARE);
    Integer dearest = asked.request.limits().maxCentsPerHour();
    for (Found each : found) {
      Provider provider = each.place().provider();
      int cents = prices.cents(provider);
      if (dearest != null && cents * 60L > (long) dearest * asked.minutes) {
        continue;
      }
      Leg leg = new Leg(provider.id(), each.place().group().id(), asked.start, asked.end, 0);
      Counted moved = each.moved();
      long cost = cost(asked, each, cents) + ofShares * shares.more(provider.id());
      ranked.add(new Ranked(leg, cost, moved == null ? null : moved.placement));
    }
    // What is equally good stays in the order of the places.
    ranked.sort(Ranking::compare);
    return ranked.size() > most ? List.copyOf(ranked.subList(0, most)) : ranked;
  }

  private static int compare(Ranked one, Ranked other) {
    if (one.moved() == null != (other.moved() == null)) {
      return one.moved() == null ? -1 : 1;
    }
    return Long.compare(one.objective(), other.objective());
  }

  /** What the stay costs with each provider; most prices are per hour and need no more. */
  private final class Prices {
    private final Asked asked;
    private final CareSession session;
    private final int sharing;
    private @Nullable ProblemIndex others;
    private @Nullable CostOf costs;

    Prices(Asked asked, CareSession session, List<Found> found) {
      this.asked = asked;
      this.session = session;
      Set<String> children = new HashSet<>();
      facts.sessions(asked.request).forEach(each -> children.add(each.childId()));
      sharing = children.size();
      boolean paying = CostOf.paying(facts.policy(), asked.request) != null;
      Set<Provider> special = Collections.newSetFromMap(new IdentityHashMap<>());
      for (Found each : found) {
        Provider provider = each.place().provider();
        if (paying || !CostOf.simple(provider.tariff())) {
          special.add(provider);
        }
      }
      if (!special.isEmpty()) {
        others =
            new ProblemIndex(
                facts.problem(
                    asked.asOf,
                    facts.policy(),
                    List.copyOf(special),
                    List.of(asked.family),
                    List.of(asked.request),
                    List.of()));
        costs = new CostOf(others);
      }
    }

    int cents(Provider provider) {
      int number = others == null ? -1 : others.provider(provider.id());
      return others == null || costs == null || number < 0
          ? CostOf.simpleCents(provider.tariff(), asked.minutes, sharing)
          : costs.cents(others.session(session.id()), number, asked.start, asked.minutes);
    }
  }

  private long cost(Asked asked, Found found, int cents) {
    Place place = found.place();
    Provider provider = place.provider();
    boolean known = asked.knows(provider);
    int back = place.atHome() ? 0 : asked.wayBack(provider);
    long cost =
        (known ? 0 : weights.of(ConstraintName.UNKNOWN_FACES))
            + (long) ((place.atHome() ? 0 : found.way()) + back) * weights.of(ConstraintName.TRAVEL)
            + (cents + 9L) / 10 * weights.of(ConstraintName.PRICE)
            + wishesMissed(asked.request.wishes(), provider) * weights.of(ConstraintName.WISHES);
    int day = place.masks().dayOf(asked.from);
    int variant = asked.variant(place);
    for (int from = asked.from; from < asked.until; ) {
      int end = Math.min(asked.until, place.masks().timeline().dayStart(day + 1));
      cost += place.masks().cost(place.number(), asked.row(place, day), variant, from, end);
      from = end;
      day++;
    }
    return cost + ofFamily(asked, provider.id());
  }

  private static long wishesMissed(Wishes wishes, Provider provider) {
    long missed = 0;
    if (!wishes.providers().isEmpty() && !wishes.providers().contains(provider.id())) {
      missed++;
    }
    if (!wishes.kinds().isEmpty() && !wishes.kinds().contains(provider.kind())) {
      missed++;
    }
    if (!wishes.languages().isEmpty()
        && wishes.languages().stream().noneMatch(provider.languages()::contains)) {
      missed++;
    }
    return missed;
  }

  /** Further providers of the child, and siblings elsewhere on the date. */
  private long ofFamily(Asked asked, String providerId) {
    boolean any = false;
    boolean there = false;
    long apart = 0;
    for (String sessionId : facts.sessionsOfFamily(asked.family.id())) {
      Placement placement = facts.standing(sessionId, asked.asOf);
      if (placement == null || placement.legs().isEmpty()) {
        continue;
      }
      Leg first = placement.legs().getFirst();
      if (facts.childOf(sessionId).id().equals(asked.child.id())) {
        any = true;
        there |= placement.legs().stream().anyMatch(leg -> leg.providerId().equals(providerId));
      } else if (!first.providerId().equals(providerId)
          && first.start().toLocalDate().equals(asked.start.toLocalDate())) {
        apart++;
      }
    }
    return (any && !there ? weights.of(ConstraintName.PROVIDERS_PER_CHILD) : 0)
        + apart * weights.of(ConstraintName.SIBLINGS_APART);
  }
}
