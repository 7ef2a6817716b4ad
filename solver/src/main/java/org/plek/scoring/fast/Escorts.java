package org.plek.scoring.fast;

import java.time.LocalDateTime;
import java.util.List;
import org.plek.domain.Interval;
import org.plek.domain.Leg;
import org.plek.domain.Timeline;
import org.plek.options.OptionTable;
import org.plek.scoring.ConstraintName;

/**
 * Childminders who are on the way with children and leave nobody at home: nobody arrives or leaves
 * meanwhile, and no other escort goes elsewhere.
 */
final class Escorts {
  private final FastModel model;
  private final Legs legs;
  private final OptionTable table;

  Escorts(FastModel model, Legs legs, OptionTable table) {
    this.model = model;
    this.legs = legs;
    this.table = table;
  }

  boolean concerns(int group) {
    return model.escorts[group];
  }

  /** Adds what one leg breaks together with the others of its group. */
  void sum(int leg, int sign, Tally tally) {
    int group = legs.group[leg];
    int day = legs.day(leg);
    int broken = 0;
    boolean away = escorted(leg);
    if (away) {
      for (Interval stay : model.regularStays.getOrDefault(group, List.of())) {
        broken += inside(leg, stay.start(), stay.end()) ? 1 : 0;
      }
    }
    for (int near = day - 1; near <= day + 1; near++) {
      for (int other = legs.first(group, near); other >= 0; other = legs.next(other)) {
        if (other != leg) {
          broken += pair(leg, away, other);
        }
      }
    }
    if (broken > 0) {
      tally.hard(ConstraintName.ESCORT, (long) sign * broken);
    }
  }

  private int pair(int leg, boolean away, int other) {
    boolean otherAway = escorted(other);
    if (!away && !otherAway) {
      return 0;
    }
    if (away && otherAway && together(leg, other)) {
      return 0;
    }
    int broken = 0;
    if (away) {
      Leg there = exact(other);
      broken += inside(leg, there.start(), there.end()) ? 1 : 0;
    }
    if (otherAway) {
      Leg here = exact(leg);
      broken += inside(other, here.start(), here.end()) ? 1 : 0;
    }
    if (away && otherAway && awayFrom(leg) < awayTo(other) && awayFrom(other) < awayTo(leg)) {
      broken++;
    }
    return broken;
  }

  private boolean escorted(int leg) {
    int option = legs.option[leg >> 1];
    return table.escortSide(option) == (leg & 1) + 1 && table.escortMinutes(option) > 0;
  }

  private boolean together(int leg, int other) {
    int otherEnd = model.providerOf[legs.group[leg ^ 1]];
    return handover(leg) == handover(other) && otherEnd == model.providerOf[legs.group[other ^ 1]];
  }

  private int handover(int leg) {
    return (leg & 1) == 0 ? legs.end[leg] : legs.start[leg];
  }

  private int awaySlots(int leg) {
    int minutes = table.escortMinutes(legs.option[leg >> 1]);
    return (minutes + Timeline.SLOT_MINUTES - 1) / Timeline.SLOT_MINUTES;
  }

  private int awayFrom(int leg) {
    return handover(leg) - awaySlots(leg);
  }

  private int awayTo(int leg) {
    return handover(leg) + awaySlots(leg);
  }

  private boolean inside(int escort, LocalDateTime start, LocalDateTime end) {
    return inside(escort, start) || inside(escort, end);
  }

  private boolean inside(int escort, LocalDateTime moment) {
    int slot = model.timeline.floorSlot(moment);
    boolean onGrid = model.timeline.ceilSlot(moment) == slot;
    int from = awayFrom(escort);
    return slot < awayTo(escort) && (onGrid ? slot > from : slot >= from);
  }

  private Leg exact(int leg) {
    int session = leg >> 1;
    return table.legs(session, legs.option[session]).get(leg & 1);
  }
}
