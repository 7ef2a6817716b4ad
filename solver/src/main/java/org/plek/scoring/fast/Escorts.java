package org.plek.scoring.fast;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private static final Way[] NONE = {};

  private final FastModel model;
  private final Legs legs;
  private final OptionTable table;
  private final Travel travel;

  /** Number of each school, after those of the providers. */
  private final Map<Point, Integer> schools = new HashMap<>();

  /** She is away in the slots {@code [from, to)} for a handover at a provider or school. */
  private record Way(int from, int to, long handover, int place) {
    boolean together(Way that) {
      return handover == that.handover && place == that.place;
    }

    boolean meets(Way that) {
      return from < that.to && that.from < to;
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
    int broken = 0;
    Way[] ways = ways(leg);
    for (Way way : ways) {
      for (Interval stay : model.regularStays.getOrDefault(group, List.of())) {
        broken += inside(way, stay.start(), stay.end()) ? 1 : 0;
      }
    }
    for (int near = day - 1; near <= day + 1; near++) {
      for (int other = legs.first(group, near); other >= 0; other = legs.next(other)) {
        if (other != leg) {
          broken += pair(leg, ways, other);
        }
      }
    }
    if (broken > 0) {
      tally.hard(ConstraintName.ESCORT, (long) sign * broken);
    }
  }

  private int pair(int leg, Way[] ways, int other) {
    Way[] otherWays = ways(other);
    int broken = 0;
    for (Way way : ways) {
      broken += shutOut(way, otherWays, other);
      for (Way otherWay : otherWays) {
        broken += !way.together(otherWay) && way.meets(otherWay) ? 1 : 0;
      }
    }
    for (Way otherWay : otherWays) {
      broken += shutOut(otherWay, ways, leg);
    }
    return broken;
  }

  /** 1 if a leg starts or ends during a way on which its child is not. */
  private int shutOut(Way way, Way[] ownWays, int leg) {
    for (Way own : ownWays) {
      if (own.together(way)) {
        return 0;
      }
    }
    Leg there = exact(leg);
    return inside(way, there.start(), there.end()) ? 1 : 0;
  }

  private Way[] ways(int leg) {
    int session = leg >> 1;
    int option = legs.option[session];
    SchoolWays school = model.index.sessions().get(session).school();
    Point fetchedAt = (leg & 1) == 0 ? school.fetchedAt() : null;
    Point broughtTo = legs.group[leg | 1] < 0 || (leg & 1) == 1 ? school.broughtTo() : null;
    int minutes = table.escortSide(option) == (leg & 1) + 1 ? table.escortMinutes(option) : 0;
    int count = (minutes > 0 ? 1 : 0) + (fetchedAt != null ? 1 : 0) + (broughtTo != null ? 1 : 0);
    if (count == 0) {
      return NONE;
    }
    Way[] ways = new Way[count];
    if (minutes > 0) {
      int handover = (leg & 1) == 0 ? legs.end[leg] : legs.start[leg];
      int slots = (minutes + Timeline.SLOT_MINUTES - 1) / Timeline.SLOT_MINUTES;
      int other = model.providerOf[legs.group[leg ^ 1]];
      ways[--count] = new Way(handover - slots, handover + slots, handover, other);
    }
    if (fetchedAt != null) {
      ways[--count] = way(leg, exact(leg).start(), fetchedAt);
    }
    if (broughtTo != null) {
      ways[--count] = way(leg, exact(leg).end(), broughtTo);
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

  private boolean inside(Way way, LocalDateTime start, LocalDateTime end) {
    return inside(way, start) || inside(way, end);
  }

  private boolean inside(Way way, LocalDateTime moment) {
    int slot = model.timeline.floorSlot(moment);
    boolean onGrid = model.timeline.ceilSlot(moment) == slot;
    return slot < way.to && (onGrid ? slot > way.from : slot >= way.from);
  }

  private Leg exact(int leg) {
    int session = leg >> 1;
    return table.legs(session, legs.option[session]).get(leg & 1);
  }
}
