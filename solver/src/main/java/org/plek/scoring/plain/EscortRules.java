package org.plek.scoring.plain;

import java.time.LocalDateTime;
import java.util.List;
import org.plek.domain.Escort;
import org.plek.domain.Interval;
import org.plek.domain.Leg;
import org.plek.scoring.ConstraintName;

/** While a childminder is on the way, nobody arrives at or leaves her home. */
final class EscortRules {
  private final Facts facts;

  /** An escort of a leg: she is away in {@code [from, until)} around the handover. */
  private record Away(
      PlacedLeg leg, LocalDateTime handover, String otherProvider, int from, int until) {
    boolean together(Away that) {
      return handover.equals(that.handover) && otherProvider.equals(that.otherProvider);
    }
  }

  EscortRules(Facts facts) {
    this.facts = facts;
  }

  void score(SitePresence here, Ledger ledger) {
    Escort escort = here.site.provider.escort();
    if (escort == null || escort.assistantStays()) {
      return;
    }
    List<Away> escorts =
        here.legs.stream()
            .filter(leg -> leg.leg().escortMinutes() > 0 && leg.other() != null)
            .map(this::away)
            .toList();
    for (int i = 0; i < escorts.size(); i++) {
      Away away = escorts.get(i);
      arrivals(here, away, escorts, ledger);
      for (int j = i + 1; j < escorts.size(); j++) {
        Away that = escorts.get(j);
        if (!away.together(that) && away.from() < that.until() && that.from() < away.until()) {
          write(here, away, that.leg(), ledger, "she is on two ways at once");
        }
      }
    }
  }

  private Away away(PlacedLeg leg) {
    Leg other = leg.other();
    if (other == null) {
      throw new IllegalArgumentException("Leg without a handover: " + leg);
    }
    LocalDateTime handover = leg.order() == 0 ? leg.leg().end() : leg.leg().start();
    int minutes = leg.leg().escortMinutes();
    var moment = handover.atZone(facts.problem.zone());
    return new Away(
        leg,
        handover,
        other.providerId(),
        facts.timeline.floorSlot(moment.minusMinutes(minutes).toLocalDateTime()),
        facts.timeline.ceilSlot(moment.plusMinutes(minutes).toLocalDateTime()));
  }

  private void arrivals(SitePresence here, Away away, List<Away> escorts, Ledger ledger) {
    for (PlacedLeg leg : here.legs) {
      boolean together =
          escorts.stream().anyMatch(that -> that.leg() == leg && that.together(away));
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
