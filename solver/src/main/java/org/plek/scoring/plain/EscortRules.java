package org.plek.scoring.plain;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.plek.domain.Escort;
import org.plek.domain.Interval;
import org.plek.domain.Leg;
import org.plek.domain.Point;
import org.plek.domain.Timeline;
import org.plek.scoring.ConstraintName;

/** While a childminder is on the way, nobody arrives at or leaves her home. */
final class EscortRules {
  private static final int DAY_SLOTS = 24 * 60 / Timeline.SLOT_MINUTES;

  private final Facts facts;

  /** A way of a leg: she is away in {@code [from, until)} around the handover at a place. */
  private record Away(PlacedLeg leg, LocalDateTime handover, Object place, int from, int until) {
    boolean together(Away that) {
      return handover.equals(that.handover) && place.equals(that.place);
    }
  }

  EscortRules(Facts facts) {
    this.facts = facts;
  }

  /** What legs in {@code [from, until)} have to do with: no way takes a day. */
  void score(SitePresence here, int from, int until, Ledger ledger) {
    Escort escort = here.site.provider.escort();
    if (escort == null || escort.assistantStays()) {
      return;
    }
    List<PlacedLeg> legs = here.legs;
    if (from > 0 || until < facts.timeline.slots()) {
      legs =
          legs.stream()
              .filter(leg -> leg.from() < until + DAY_SLOTS && from - DAY_SLOTS < leg.until())
              .toList();
    }
    List<Away> ways = legs.stream().flatMap(leg -> ways(here, escort, leg).stream()).toList();
    for (int i = 0; i < ways.size(); i++) {
      Away away = ways.get(i);
      arrivals(here, legs, away, ways, ledger);
      for (int j = i + 1; j < ways.size(); j++) {
        Away that = ways.get(j);
        if (away.leg() != that.leg()
            && !away.together(that)
            && away.from() < that.until()
            && that.from() < away.until()) {
          write(here, away, that.leg(), ledger, "she is on two ways at once");
        }
      }
    }
  }

  /** The ways of a leg: to or from another provider, from school at its start, to it at its end. */
  private List<Away> ways(SitePresence here, Escort escort, PlacedLeg leg) {
    List<Away> ways = new ArrayList<>();
    Leg other = leg.other();
    if (other != null && leg.leg().escortMinutes() > 0) {
      LocalDateTime handover = leg.order() == 0 ? leg.leg().end() : leg.leg().start();
      ways.add(away(leg, handover, other.providerId(), leg.leg().escortMinutes()));
    }
    Point home = here.site.provider.location();
    Point fetchedAt = facts.fetchedAt(leg);
    if (fetchedAt != null) {
      int minutes = facts.travel.minutes(home, fetchedAt, escort.mode());
      ways.add(away(leg, leg.leg().start(), fetchedAt, minutes));
    }
    Point broughtTo = facts.broughtTo(leg);
    if (broughtTo != null) {
      int minutes = facts.travel.minutes(home, broughtTo, escort.mode());
      ways.add(away(leg, leg.leg().end(), broughtTo, minutes));
    }
    return ways;
  }

  private Away away(PlacedLeg leg, LocalDateTime handover, Object place, int minutes) {
    var moment = handover.atZone(facts.problem.zone());
    return new Away(
        leg,
        handover,
        place,
        facts.timeline.floorSlot(moment.minusMinutes(minutes).toLocalDateTime()),
        facts.timeline.ceilSlot(moment.plusMinutes(minutes).toLocalDateTime()));
  }

  private void arrivals(
      SitePresence here, List<PlacedLeg> legs, Away away, List<Away> ways, Ledger ledger) {
    for (PlacedLeg leg : legs) {
      boolean together = ways.stream().anyMatch(that -> that.leg() == leg && that.together(away));
      if (leg != away.leg() && !together && moves(leg.leg().start(), leg.leg().end(), away)) {
        write(
            here,
            away,
            leg,
            ledger,
            "the child of " + facts.sessionId(leg.session()) + " arrives or leaves meanwhile");
      }
    }
    for (Room room : here.site.rooms) {
      for (Interval booking : room.bookings) {
        if (moves(booking.start(), booking.end(), away)) {
          write(
              here,
              away,
              away.leg(),
              ledger,
              "a regular child of "
                  + Words.times(booking.start(), booking.end())
                  + " arrives or leaves meanwhile");
        }
      }
    }
  }

  private boolean moves(LocalDateTime start, LocalDateTime end, Away away) {
    return inside(start, away) || inside(end, away);
  }

  private boolean inside(LocalDateTime moment, Away away) {
    return facts.timeline.floorSlot(moment) < away.until()
        && facts.timeline.ceilSlot(moment) > away.from();
  }

  private void write(SitePresence here, Away away, PlacedLeg leg, Ledger ledger, String text) {
    String session = facts.sessionId(away.leg().session());
    String other = facts.sessionId(leg.session());
    ledger.note(
        ConstraintName.ESCORT,
        () ->
            new Place(
                here.site.place.label() + " on the way for " + session + " beside " + other,
                here.site.provider.id(),
                away.leg().leg().groupId()),
        facts.timeline.time(away.from()),
        facts.timeline.time(away.until()),
        1,
        () -> session.equals(other) ? List.of(session) : List.of(session, other),
        () -> text);
  }
}
