package org.plek.recommend;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Child;
import org.plek.domain.Family;
import org.plek.domain.FamilyLimits;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Interval;
import org.plek.domain.Provider;
import org.plek.domain.Request;
import org.plek.domain.Timeline;
import org.plek.domain.Travel;
import org.plek.domain.TravelMode;
import org.plek.options.OptionBuilder;
import org.plek.scoring.fast.LiveMasks;

/** One care session of one child, as it is asked of every group. */
final class Asked {
  private static final double KILOMETRES_PER_DEGREE = 111.19;

  private final LiveGroups groups;
  private final Travel travel;
  final Request request;
  final Family family;
  final Child child;
  final LocalDateTime asOf;
  final LocalDateTime start;
  final LocalDateTime end;
  final int from;
  final int until;
  final int minutes;

  /** When care starts; far below zero before birth, {@link Doors#ADULT} for an adult. */
  private final int ageMonths;

  private final long noticeMinutes;
  private final int firstDay;
  private final int[] rowOfScheme = new int[64];
  private final boolean isNew;
  private final boolean boxed;
  private final double south;
  private final double north;
  private final double west;
  private final double east;
  private final double carerDegrees;

  /** The last providers asked about: the groups of one come one after the other. */
  private @Nullable Provider to;

  private @Nullable Provider backFrom;
  private int minutesTo;
  private int minutesBack;

  Asked(
      LiveFacts facts,
      LiveGroups groups,
      Travel travel,
      Request request,
      Child child,
      Interval time,
      LocalDateTime asOf) {
    this.groups = groups;
    this.travel = travel;
    this.request = request;
    this.child = child;
    this.asOf = asOf;
    family = facts.family(request.familyId());
    start = time.start();
    end = time.end();
    Timeline timeline = groups.places().getFirst().masks().timeline();
    from = timeline.floorSlot(start);
    until = timeline.ceilSlot(end);
    firstDay = timeline.dayOf(from);
    minutes = (int) timeline.minutes(start, end);
    noticeMinutes = timeline.minutes(asOf, start);
    ageMonths = ageMonths(child, start.toLocalDate());
    Arrays.fill(rowOfScheme, -1);
    isNew = groups.isNew(family.id(), child.id());
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

  private static int ageMonths(Child child, LocalDate date) {
    if (child.adult()) {
      return Doors.ADULT;
    }
    return child.birthDate().isAfter(date)
        ? Integer.MIN_VALUE
        : (int) ChronoUnit.MONTHS.between(child.birthDate(), date);
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

  /** Whether a place may be in reach; cheap to ask. */
  private boolean inBox(int number) {
    if (!boxed) {
      return true;
    }
    double latitude = groups.latitude(number);
    double longitude = groups.longitude(number);
    return number < groups.carers()
        ? Math.abs(latitude - family.home().latitude()) <= carerDegrees
            && Math.abs(longitude - family.home().longitude()) <= 2 * carerDegrees
        : latitude >= south && latitude <= north && longitude >= west && longitude <= east;
  }

  /** Minutes of the way, or -1 beyond reach. */
  int way(Place place) {
    Provider provider = place.provider();
    if (provider != to) {
      to = provider;
      minutesTo = Travels.minutes(provider, family, request, travel);
    }
    int most =
        place.atHome() ? OptionBuilder.HOME_CARER_MINUTES : request.limits().maxTravelMinutes();
    return minutesTo <= most ? minutesTo : -1;
  }

  /** Minutes of the family's way home. */
  int wayBack(Provider provider) {
    if (provider != backFrom) {
      backFrom = provider;
      minutesBack = travel.minutes(provider.location(), family.home(), request.limits().mode());
    }
    return minutesBack;
  }

  /** Whether a place may be in reach, open, and for a child of this age; cheap to ask. */
  boolean mayEnter(int number) {
    return inBox(number)
        && groups.doors().open(number, from, until)
        && groups.doors().accepts(number, ageMonths, minutes, noticeMinutes);
  }

  /** Whether a group could have the child. */
  boolean fits(Place place) {
    return mayEnter(place.order)
        && refused(place) < 0
        && accepted(place)
        && alone(place, null)
        && way(place) >= 0;
  }

  /**
   * Whether a group that accepts the child would have room for it while another one is out.
   *
   * @param out number of the leg that is out
   */
  boolean hasRoomWithout(Place place, DayLegs ofDay, int out) {
    if (place.atHome() && !alone(place, ofDay.get(out))) {
      return false;
    }
    LiveMasks masks = place.masks();
    int variant = variant(place);
    for (int start = from; start < until; ) {
      int day = masks.dayOf(start);
      int end = Math.min(until, masks.timeline().dayStart(day + 1));
      LiveMasks.Hours asked = new LiveMasks.Hours(row(place, day), variant, start, end);
      int rowOfOther =
          day == masks.dayOf(ofDay.from(out))
              ? ofDay.row(out)
              : masks.row(place.number(), ofDay.get(out).child, masks.timeline().date(day));
      LiveMasks.Hours other =
          new LiveMasks.Hours(rowOfOther, ofDay.variant(out), ofDay.from(out), ofDay.until(out));
      if (!masks.freeWithout(place.number(), asked, other)) {
        return false;
      }
      start = end;
    }
    return true;
  }

  /** Whether the child knows a provider. */
  boolean knows(Provider provider) {
    return !isNew && groups.knows(family.id(), child.id(), provider);
  }

  int variant(Place place) {
    return LiveGroups.variant(place, request, !knows(place.provider()));
  }

  /** Refused slots of a group, -1 for none. */
  long refused(Place place) {
    int variant = variant(place);
    int day = place.masks().dayOf(from);
    int firstEnd = Math.min(until, place.masks().timeline().dayStart(day + 1));
    long refused = place.masks().refused(place.number(), row(place, day), variant, from, firstEnd);
    if (firstEnd < until) {
      long other =
          place.masks().refused(place.number(), row(place, day + 1), variant, firstEnd, until);
      refused =
          refused < 0
              ? other
              : other < 0 ? refused : (refused >>> 32) << 32 | (other & 0xFFFFFFFFL);
    }
    return refused;
  }

  /** The row of the child in a group's masks on a day; remembered for the first day. */
  int row(Place place, int day) {
    int scheme = place.masks().scheme(place.number());
    if (day != firstDay
        || scheme >= rowOfScheme.length
        || place.masks() != groups.places().getFirst().masks()) {
      return place.masks().row(place.number(), child, place.masks().timeline().date(day));
    }
    if (rowOfScheme[scheme] < 0) {
      rowOfScheme[scheme] =
          place.masks().row(place.number(), child, place.masks().timeline().date(day));
    }
    return rowOfScheme[scheme];
  }

  /** Whether needs, reason, urgency and wishes of both sides are fine with a provider. */
  boolean accepted(Place place) {
    if (groups.doors().plain(place.order)
        && child.needs().isEmpty()
        && family.excludedProviders().isEmpty()) {
      return true;
    }
    Provider there = place.provider();
    return (child.needs().isEmpty() || there.needsServed().containsAll(child.needs()))
        && (there.acceptedReasons().isEmpty() || there.acceptedReasons().contains(request.reason()))
        && (there.acceptedUrgencies().isEmpty()
            || there.acceptedUrgencies().contains(request.urgency()))
        && !there.excludedFamilies().contains(family.id())
        && !family.excludedProviders().contains(there.id());
  }

  /**
   * Whether a home carer would have no other household at that time; elsewhere always.
   *
   * @param but a leg that does not count
   */
  boolean alone(Place place, @Nullable Counted but) {
    if (!place.atHome()) {
      return true;
    }
    for (int day = firstDay(place); day <= lastDay(place); day++) {
      DayLegs ofDay = place.on(day);
      for (int i = ofDay.next(-1, until - 1, from); i >= 0; i = ofDay.next(i, until - 1, from)) {
        Counted other = ofDay.get(i);
        if (other != but
            && !other.familyId.equals(family.id())
            && !other.familyId.equals(family.sharesHomeCareWith())) {
          return false;
        }
      }
    }
    return true;
  }

  /** The first day on which legs start that reach into the time asked. */
  int firstDay(Place place) {
    int day = place.masks().dayOf(from);
    return place.events().overnight == 0 ? day : Math.max(0, day - 1);
  }

  int lastDay(Place place) {
    return place.masks().dayOf(until - 1);
  }
}
