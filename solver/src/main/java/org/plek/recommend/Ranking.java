package org.plek.recommend;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plek.cost.CostOf;
import org.plek.domain.AgeRange;
import org.plek.domain.CareSession;
import org.plek.domain.Child;
import org.plek.domain.Family;
import org.plek.domain.FamilyLimits;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Interval;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.domain.Request;
import org.plek.domain.Timeline;
import org.plek.domain.Travel;
import org.plek.domain.TravelMode;
import org.plek.domain.Wishes;
import org.plek.options.OptionBuilder;
import org.plek.recommend.LiveGroups.Counted;
import org.plek.recommend.LiveGroups.Place;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.Weights;

/**
 * Ranks all groups for one care session of a fixed time by their masks, in a fraction of a
 * millisecond: a filter and an order for the plain scorer, which judges before anything is shown.
 * Nothing legal is left out but what only the closure of the law refuses; limits of home carers
 * beyond their households are left to the plain scorer.
 */
final class Ranking {
  private static final double KILOMETRES_PER_DEGREE = 111.19;

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

  /** One care session of one child, as it is asked. */
  private final class Asked {
    final Request request;
    final Family family;
    final Child child;
    final LocalDateTime asOf;
    final LocalDateTime start;
    final LocalDateTime end;
    final int from;
    final int until;
    final int minutes;
    final int[] rowOfScheme = new int[64];
    private final boolean boxed;
    private final double south;
    private final double north;
    private final double west;
    private final double east;
    private final double carerDegrees;

    Asked(Request request, Child child, Interval time, LocalDateTime asOf) {
      this.request = request;
      this.child = child;
      this.asOf = asOf;
      family = facts.family(request.familyId());
      start = time.start();
      end = time.end();
      Timeline timeline = groups.places().getFirst().masks().timeline();
      from = timeline.floorSlot(start);
      until = timeline.ceilSlot(end);
      minutes = (int) timeline.minutes(start, end);
      Arrays.fill(rowOfScheme, -1);
      FamilyLimits limits = request.limits();
      boxed = travel instanceof GreatCircleTravel;
      double degrees =
          travel instanceof GreatCircleTravel circle
              ? circle.kilometresWithin(limits.maxTravelMinutes(), limits.mode())
                      / KILOMETRES_PER_DEGREE
                      * 1.001
                  + 1e-6
              : 0;
      double wide =
          degrees
              / Math.max(
                  1e-9,
                  Math.cos(
                      Math.toRadians(Math.min(90, Math.abs(family.home().latitude()) + degrees))));
      south = family.home().latitude() - degrees;
      north = family.home().latitude() + degrees;
      west = family.home().longitude() - wide;
      east = family.home().longitude() + wide;
      carerDegrees =
          travel instanceof GreatCircleTravel circle
              ? circle.kilometresWithin(OptionBuilder.HOME_CARER_MINUTES, TravelMode.CAR)
                  / KILOMETRES_PER_DEGREE
                  * 1.001
              : 0;
    }

    /** The next place that may be in reach: home carers, then the band of latitudes. */
    int next(int number) {
      int next = number + 1;
      if (!boxed || next < groups.carers()) {
        return next;
      }
      if (next == groups.carers()) {
        return Math.max(next, groups.firstFrom(south));
      }
      return next < groups.places().size() && groups.latitude(next) > north
          ? groups.places().size()
          : next;
    }

    /** Minutes of the way, or -1 beyond reach. */
    int way(int number, Place place) {
      double latitude = groups.latitude(number);
      double longitude = groups.longitude(number);
      if (place.atHome()) {
        if (boxed
            && (Math.abs(latitude - family.home().latitude()) > carerDegrees
                || Math.abs(longitude - family.home().longitude()) > 2 * carerDegrees)) {
          return -1;
        }
        int way = Travels.minutes(place.provider(), family, request, travel);
        return way <= OptionBuilder.HOME_CARER_MINUTES ? way : -1;
      }
      if (boxed && (latitude < south || latitude > north || longitude < west || longitude > east)) {
        return -1;
      }
      int way = travel.minutes(family.home(), place.provider().location(), request.limits().mode());
      return way <= request.limits().maxTravelMinutes() ? way : -1;
    }

    /** Refused slots of a group, -1 for none. */
    long refused(Place place) {
      int variant = groups.variant(place, request, child);
      int day = place.masks().dayOf(from);
      int firstEnd = Math.min(until, place.masks().timeline().dayStart(day + 1));
      long refused =
          place.masks().refused(place.number(), row(place, day), variant, from, firstEnd);
      if (firstEnd < until) {
        int next = place.masks().row(place.number(), child, place.masks().timeline().date(day + 1));
        long other = place.masks().refused(place.number(), next, variant, firstEnd, until);
        refused =
            refused < 0
                ? other
                : other < 0 ? refused : (refused >>> 32) << 32 | (other & 0xFFFFFFFFL);
      }
      return refused;
    }

    int row(Place place, int day) {
      int scheme = place.masks().scheme(place.number());
      LocalDate date = place.masks().timeline().date(day);
      if (scheme >= rowOfScheme.length
          || !place.masks().equals(groups.places().getFirst().masks())) {
        return place.masks().row(place.number(), child, date);
      }
      if (rowOfScheme[scheme] < 0) {
        rowOfScheme[scheme] = place.masks().row(place.number(), child, date);
      }
      return rowOfScheme[scheme];
    }

    /** Rules that provider and care session decide alone. */
    boolean accepted(Place place) {
      Provider there = place.provider();
      AgeRange own = place.group().ages();
      long age =
          child.birthDate().isAfter(start.toLocalDate())
              ? Integer.MIN_VALUE
              : ChronoUnit.MONTHS.between(child.birthDate(), start.toLocalDate());
      return (own == null ? there.ages() : own).accepts((int) age)
          && (child.needs().isEmpty() || there.needsServed().containsAll(child.needs()))
          && (there.acceptedReasons().isEmpty()
              || there.acceptedReasons().contains(request.reason()))
          && (there.acceptedUrgencies().isEmpty()
              || there.acceptedUrgencies().contains(request.urgency()))
          && !there.excludedFamilies().contains(family.id())
          && !family.excludedProviders().contains(there.id())
          && (there.noticeMinutes() <= 0
              || place.masks().timeline().minutes(asOf, start) >= there.noticeMinutes())
          && (there.form().minMinutes() <= minutes)
          && (there.form().maxMinutes() <= 0 || minutes <= there.form().maxMinutes())
          && (!place.atHome() || alone(place));
    }

    private boolean alone(Place place) {
      for (int day = Math.max(0, place.masks().dayOf(from) - 1);
          day <= place.masks().dayOf(from);
          day++) {
        for (Counted other : place.byDay().get(day)) {
          String theirs = other.request().familyId();
          if (other.from() < until
              && from < other.until()
              && !theirs.equals(family.id())
              && !theirs.equals(family.sharesHomeCareWith())) {
            return false;
          }
        }
      }
      return true;
    }
  }

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
    Asked asked = new Asked(request, child, time, asOf);
    if (elsewhere(asked, session.id())) {
      return List.of();
    }
    List<Found> found = new ArrayList<>();
    List<Place> places = groups.places();
    for (int i = asked.next(-1); i < places.size(); i = asked.next(i)) {
      Place place = places.get(i);
      if (!place.masks().open(place.number(), asked.from, asked.until)) {
        continue;
      }
      int way = asked.way(i, place);
      if (way < 0) {
        continue;
      }
      long refused = asked.refused(place);
      if (refused >= 0 && !withMoves || !asked.accepted(place)) {
        continue;
      }
      if (refused < 0) {
        found.add(new Found(place, way, null));
      } else {
        Counted moved = moved(asked, place, refused);
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

  /** The first proposed placement whose going makes room and that has another place to go to. */
  private @Nullable Counted moved(Asked asked, Place place, long refused) {
    int first = (int) (refused >>> 32);
    int last = (int) refused;
    List<Counted> ofDay = place.byDay().get(place.masks().dayOf(asked.from));
    for (int i = 0; i < ofDay.size(); i++) {
      Counted there = ofDay.get(i);
      if (there.from() > first
          || there.until() <= last
          || there.placement().state() != PlacementState.PROPOSED
          || there.placement().legs().size() > 1
          || there.request().id().equals(asked.request.id())) {
        continue;
      }
      groups.change(place, there, -1);
      boolean helps = asked.refused(place) < 0 && elsewhere(there, place, asked.asOf);
      groups.change(place, there, 1);
      if (helps) {
        return there;
      }
    }
    return null;
  }

  private boolean elsewhere(Counted there, Place but, LocalDateTime asOf) {
    Leg leg = there.placement().legs().getFirst();
    Asked moving =
        new Asked(there.request(), there.child(), new Interval(leg.start(), leg.end()), asOf);
    List<Place> places = groups.places();
    for (int i = moving.next(-1); i < places.size(); i = moving.next(i)) {
      Place place = places.get(i);
      if (place != but
          && place.masks().open(place.number(), moving.from, moving.until)
          && moving.way(i, place) >= 0
          && moving.refused(place) < 0
          && moving.accepted(place)) {
        return true;
      }
    }
    return false;
  }

  private List<Ranked> costed(Asked asked, CareSession session, List<Found> found, int most) {
    if (found.isEmpty()) {
      return List.of();
    }
    Map<String, Provider> providers = new LinkedHashMap<>();
    found.forEach(each -> providers.put(each.place().provider().id(), each.place().provider()));
    ProblemIndex index =
        new ProblemIndex(
            facts.problem(
                asked.asOf,
                facts.policy(),
                List.copyOf(providers.values()),
                List.of(asked.family),
                List.of(asked.request),
                List.of()));
    CostOf costs = new CostOf(index);
    int number = index.session(session.id());
    List<Ranked> ranked = new ArrayList<>(found.size());
    Integer dearest = asked.request.limits().maxCentsPerHour();
    for (Found each : found) {
      Provider provider = each.place().provider();
      int cents = costs.cents(number, index.provider(provider.id()), asked.start, asked.minutes);
      if (dearest != null && cents * 60L > (long) dearest * asked.minutes) {
        continue;
      }
      Leg leg = new Leg(provider.id(), each.place().group().id(), asked.start, asked.end, 0);
      Counted moved = each.moved();
      ranked.add(
          new Ranked(leg, cost(asked, each, cents), moved == null ? null : moved.placement()));
    }
    ranked.sort(
        Comparator.<Ranked>comparingInt(each -> each.moved() == null ? 0 : 1)
            .thenComparingLong(Ranked::objective)
            .thenComparing(each -> each.leg().groupId()));
    return ranked.size() > most ? List.copyOf(ranked.subList(0, most)) : ranked;
  }

  private long cost(Asked asked, Found found, int cents) {
    Place place = found.place();
    Provider provider = place.provider();
    boolean known = groups.knows(asked.family.id(), asked.child.id(), provider);
    int back =
        place.atHome()
            ? 0
            : travel.minutes(
                provider.location(), asked.family.home(), asked.request.limits().mode());
    long cost =
        (known ? 0 : weights.of(ConstraintName.UNKNOWN_FACES))
            + (long) ((place.atHome() ? 0 : found.way()) + back) * weights.of(ConstraintName.TRAVEL)
            + (cents + 9L) / 10 * weights.of(ConstraintName.PRICE)
            + wishesMissed(asked.request.wishes(), provider) * weights.of(ConstraintName.WISHES);
    int day = place.masks().dayOf(asked.from);
    int variant = groups.variant(place, asked.request, asked.child);
    for (int from = asked.from; from < asked.until; ) {
      int end = Math.min(asked.until, place.masks().timeline().dayStart(day + 1));
      int row = place.masks().row(place.number(), asked.child, place.masks().timeline().date(day));
      cost += place.masks().cost(place.number(), row, variant, from, end);
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
