package org.plek.scoring.fast;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plek.domain.CareSession;
import org.plek.domain.Escort;
import org.plek.domain.Interval;
import org.plek.domain.Leg;
import org.plek.domain.Point;
import org.plek.domain.SchoolWays;
import org.plek.domain.Timeline;
import org.plek.domain.Travel;
import org.plek.options.OptionTable;
import org.plek.scoring.ConstraintName;

/**
 * Childminders who are on the way with children and leave nobody at home: nobody arrives or leaves
 * meanwhile, and no other way leads elsewhere.
 */
final class Escorts {
  private static final Way[] NO_WAYS = {};
  private static final int[] NO_STAYS = {};

  private final FastModel model;
  private final Legs legs;
  private final OptionTable table;
  private final Travel travel;

  /** Number of each school, after those of the providers. */
  private final Map<Point, Integer> schools = new HashMap<>();

  /** By group the {@link #moment moments} at which regular children arrive and leave, in turn. */
  private final int[][] regular;

  /** By leg what its option means there, worked out when first asked; absent for the others. */
  private final @Nullable Known[] known;

  /**
   * What is known of a leg with an option.
   *
   * @param arrives {@link #moment} at which the child arrives
   * @param leaves {@link #moment} at which the child leaves
   */
  private record Known(int option, int arrives, int leaves, Way[] ways) {}

  /** She is away in the slots {@code [from, to)} for a handover at a provider or school. */
  private record Way(int from, int to, long handover, int place) {
    boolean together(Way that) {
      return handover == that.handover && place == that.place;
    }

    boolean meets(Way that) {
      return from < that.to && that.from < to;
    }

    /** Whether she is away at a {@link #moment}, the first and the last one left out. */
    boolean holds(int moment) {
      return moment > 2 * from && moment < 2 * to;
    }
  }

  Escorts(FastModel model, Legs legs, OptionTable table, Travel travel) {
    this.model = model;
    this.legs = legs;
    this.table = table;
    this.travel = travel;
    for (CareSession session : model.index.sessions()) {
      number(session.school().fetchedAt());
      number(session.school().broughtTo());
    }
    regular = new int[model.groups][];
    for (int g = 0; g < regular.length; g++) {
      List<Interval> stays = model.regularStays.getOrDefault(g, List.of());
      regular[g] =
          stays.isEmpty()
              ? NO_STAYS
              : stays.stream()
                  .flatMapToInt(stay -> IntStream.of(moment(stay.start()), moment(stay.end())))
                  .toArray();
    }
    known = new Known[legs.group.length];
  }

  private void number(@Nullable Point school) {
    if (school != null) {
      schools.putIfAbsent(school, model.providers + schools.size());
    }
  }

  boolean concerns(int group) {
    return model.escorts[group];
  }

  /** Adds what one leg breaks together with the others of its group. */
  void sum(int leg, int sign, Tally tally) {
    int group = legs.group[leg];
    int day = legs.day(leg);
    Known here = known(leg);
    int broken = 0;
    for (Way way : here.ways) {
      int[] moments = regular[group];
      for (int i = 0; i < moments.length; i += 2) {
        broken += way.holds(moments[i]) || way.holds(moments[i + 1]) ? 1 : 0;
      }
    }
    for (int near = day - 1; near <= day + 1; near++) {
      for (int other = legs.first(group, near); other >= 0; other = legs.next(other)) {
        if (other != leg) {
          broken += pair(here, known(other));
        }
      }
    }
    if (broken > 0) {
      tally.hard(ConstraintName.ESCORT, (long) sign * broken);
    }
  }

  private static int pair(Known one, Known other) {
    int broken = 0;
    for (Way way : one.ways) {
      broken += shutOut(way, other);
      for (Way otherWay : other.ways) {
        broken += !way.together(otherWay) && way.meets(otherWay) ? 1 : 0;
      }
    }
    for (Way otherWay : other.ways) {
      broken += shutOut(otherWay, one);
    }
    return broken;
  }

  /** 1 if a leg starts or ends during a way on which its child is not. */
  private static int shutOut(Way way, Known leg) {
    for (Way own : leg.ways) {
      if (own.together(way)) {
        return 0;
      }
    }
    return way.holds(leg.arrives) || way.holds(leg.leaves) ? 1 : 0;
  }

  private Known known(int leg) {
    int option = legs.option[leg >> 1];
    Known before = known[leg];
    if (before != null && before.option == option) {
      return before;
    }
    Leg exact = table.legs(leg >> 1, option).get(leg & 1);
    Known now =
        new Known(option, moment(exact.start()), moment(exact.end()), ways(leg, option, exact));
    known[leg] = now;
    return now;
  }

  private Way[] ways(int leg, int option, Leg exact) {
    SchoolWays school = model.index.sessions().get(leg >> 1).school();
    Point fetchedAt = (leg & 1) == 0 ? school.fetchedAt() : null;
    Point broughtTo = legs.group[leg | 1] < 0 || (leg & 1) == 1 ? school.broughtTo() : null;
    int minutes = table.escortSide(option) == (leg & 1) + 1 ? table.escortMinutes(option) : 0;
    int count = (minutes > 0 ? 1 : 0) + (fetchedAt != null ? 1 : 0) + (broughtTo != null ? 1 : 0);
    if (count == 0) {
      return NO_WAYS;
    }
    Way[] ways = new Way[count];
    if (minutes > 0) {
      int handover = (leg & 1) == 0 ? legs.end[leg] : legs.start[leg];
      int slots = (minutes + Timeline.SLOT_MINUTES - 1) / Timeline.SLOT_MINUTES;
      int other = model.providerOf[legs.group[leg ^ 1]];
      ways[--count] = new Way(handover - slots, handover + slots, handover, other);
    }
    if (fetchedAt != null) {
      ways[--count] = way(leg, exact.start(), fetchedAt);
    }
    if (broughtTo != null) {
      ways[--count] = way(leg, exact.end(), broughtTo);
    }
    return ways;
  }

  private Way way(int leg, LocalDateTime handover, Point school) {
    var provider = model.index.problem().providers().get(model.providerOf[legs.group[leg]]);
    Escort escort = provider.escort();
    int minutes = escort == null ? 0 : travel.minutes(provider.location(), school, escort.mode());
    var moment = handover.atZone(model.index.problem().zone());
    return new Way(
        model.timeline.floorSlot(moment.minusMinutes(minutes).toLocalDateTime()),
        model.timeline.ceilSlot(moment.plusMinutes(minutes).toLocalDateTime()),
        moment.toEpochSecond(),
        Objects.requireNonNull(schools.get(school)));
  }

  /** Twice the slot of a moment, one more where it lies within the slot, not at its start. */
  private int moment(LocalDateTime moment) {
    int slot = model.timeline.floorSlot(moment);
    return 2 * slot + (model.timeline.ceilSlot(moment) == slot ? 0 : 1);
  }
}
