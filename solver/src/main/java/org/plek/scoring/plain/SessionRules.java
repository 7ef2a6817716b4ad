package org.plek.scoring.plain;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plek.domain.CareSession;
import org.plek.domain.Escort;
import org.plek.domain.FamilyLimits;
import org.plek.domain.HomeCareTerms;
import org.plek.domain.Interval;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.Point;
import org.plek.domain.Provider;
import org.plek.domain.SchoolWays;
import org.plek.domain.Timeline;
import org.plek.domain.TravelMode;
import org.plek.scoring.ConstraintName;

/** Whether a placement is the care that was asked, at a price that the family accepts. */
final class SessionRules {
  private final Facts facts;

  SessionRules(Facts facts) {
    this.facts = facts;
  }

  void score(PlacedCare care, Ledger ledger) {
    sessionTime(care, ledger);
    familyPrice(care, ledger);
  }

  /** A placement of an unknown or already placed session, of which nothing else is measured. */
  void unusable(Placement placement, boolean known, Ledger ledger) {
    ledger.note(
        ConstraintName.SESSION_TIME,
        () -> new Place("care session " + placement.sessionId(), null, null),
        null,
        null,
        1,
        () -> List.of(placement.sessionId()),
        () -> known ? "it is placed twice" : "it is not among the problem's care sessions");
  }

  private void flaw(PlacedCare care, Ledger ledger, Supplier<String> text) {
    write(ConstraintName.SESSION_TIME, care, 1, ledger, text);
  }

  private void write(
      ConstraintName constraint,
      PlacedCare care,
      long amount,
      Ledger ledger,
      Supplier<String> text) {
    List<Leg> legs = care.placement().legs();
    ledger.note(
        constraint,
        () ->
            new Place(
                "care session " + facts.sessionId(care.session()),
                legs.isEmpty() ? null : legs.getFirst().providerId(),
                legs.isEmpty() ? null : legs.getFirst().groupId()),
        legs.isEmpty() ? null : legs.getFirst().start(),
        legs.isEmpty() ? null : legs.getLast().end(),
        amount,
        () -> List.of(facts.sessionId(care.session())),
        text);
  }

  private void sessionTime(PlacedCare care, Ledger ledger) {
    List<Leg> legs = care.placement().legs();
    for (Leg leg : legs) {
      if (care.legs().stream().noneMatch(placed -> placed.leg() == leg)) {
        flaw(
            care,
            ledger,
            () -> "there is no group " + leg.groupId() + " with a provider " + leg.providerId());
      }
    }
    if (legs.isEmpty() || legs.size() > 2 || !inOrder(legs)) {
      flaw(care, ledger, () -> "its " + legs.size() + " legs are not one or two in order");
    } else if (legs.size() == 2 && !limits(care).splitAllowed()) {
      flaw(care, ledger, () -> "the family allows no split");
    } else if (legs.size() == 2
        && !facts.index.sessions().get(care.session()).school().equals(SchoolWays.NONE)) {
      flaw(care, ledger, () -> "care with a school at an end is not split");
    }
    if (legs.size() <= 2 && care.legs().size() == legs.size() && !legs.isEmpty()) {
      escort(care, ledger);
    }
    if (!legs.isEmpty() && care.legs().size() == legs.size()) {
      askedTime(care, ledger);
    }
  }

  private FamilyLimits limits(PlacedCare care) {
    return facts.request(care.request()).limits();
  }

  private boolean inOrder(List<Leg> legs) {
    for (Leg leg : legs) {
      if (!leg.start().isBefore(leg.end())) {
        return false;
      }
    }
    return legs.size() == 1
        || (legs.getFirst().end().equals(legs.getLast().start()) && onGrid(legs.getFirst().end()));
  }

  private boolean onGrid(LocalDateTime moment) {
    return facts.timeline.floorSlot(moment) == facts.timeline.ceilSlot(moment);
  }

  /** One leg has no escort; of two, the first provider brings or the second fetches. */
  private void escort(PlacedCare care, Ledger ledger) {
    int firstMinutes = care.first().leg().escortMinutes();
    int secondMinutes = care.last().leg().escortMinutes();
    if (care.legs().size() == 1) {
      if (firstMinutes != 0) {
        flaw(care, ledger, () -> "an escort of " + firstMinutes + " minutes without a split");
      }
      return;
    }
    Integer brings = way(care, care.first(), false);
    Integer fetches = way(care, care.last(), true);
    boolean brought = brings != null && brings == firstMinutes && secondMinutes == 0;
    boolean fetched = fetches != null && fetches == secondMinutes && firstMinutes == 0;
    if (!brought && !fetched) {
      flaw(
          care,
          ledger,
          () ->
              "the handover has escorts of "
                  + firstMinutes
                  + " and "
                  + secondMinutes
                  + " minutes, "
                  + (brings == null
                      ? "the first provider cannot bring"
                      : "bringing takes " + brings)
                  + " and "
                  + (fetches == null ? "the second cannot fetch" : "fetching takes " + fetches));
    }
  }

  /** Minutes of the way between the providers for the one who escorts; absent if she cannot. */
  private @Nullable Integer way(PlacedCare care, PlacedLeg escorting, boolean fetching) {
    Provider provider = facts.provider(escorting.provider());
    Escort escort = provider.escort();
    HomeCareTerms homeCare = provider.homeCare();
    TravelMode mode;
    if (escort != null) {
      mode = escort.mode();
    } else if (fetching && homeCare != null && facts.homeCarer(escorting.provider())) {
      mode = homeCare.mode();
    } else {
      return null;
    }
    Point from = facts.carePlace(care.first().provider(), care.family());
    Point to = facts.carePlace(care.last().provider(), care.family());
    int minutes = facts.travel.minutes(from, to, mode);
    return escort != null && minutes > escort.maxMinutes() ? null : minutes;
  }

  private void askedTime(PlacedCare care, Ledger ledger) {
    CareSession session = facts.index.sessions().get(care.session());
    LocalDateTime start = care.first().leg().start();
    LocalDateTime end = care.last().leg().end();
    Interval away = session.parentAway();
    if (away != null) {
      Interval asked = parentsHours(care, away);
      if (!start.equals(asked.start()) || !end.equals(asked.end())) {
        flaw(
            care,
            ledger,
            () -> "the parent's hours and the way ask " + Words.times(asked.start(), asked.end()));
      }
    } else if (fixed(session)) {
      Interval asked = session.windows().getFirst();
      if (!start.equals(asked.start()) || !end.equals(asked.end())) {
        flaw(care, ledger, () -> "asked is " + Words.times(asked.start(), asked.end()));
      }
    } else {
      long minutes = facts.timeline.minutes(start, end);
      boolean inside =
          session.windows().stream()
              .anyMatch(window -> !start.isBefore(window.start()) && !end.isAfter(window.end()));
      if (minutes != session.minutes() || !inside || !onGrid(start)) {
        flaw(
            care,
            ledger,
            () ->
                minutes
                    + " minutes, asked are "
                    + session.minutes()
                    + " inside one window, from a quarter of an hour");
      }
    }
  }

  /** Whether the only window is as long as the care on the clock. */
  static boolean fixed(CareSession session) {
    return session.windows().size() == 1
        && ChronoUnit.MINUTES.between(
                session.windows().getFirst().start(), session.windows().getFirst().end())
            == session.minutes();
  }

  /** Drop-off and pick-up that follow from the parent's hours. */
  private Interval parentsHours(PlacedCare care, Interval away) {
    return parentsHours(
        facts, care.request(), care.first().provider(), care.last().provider(), away);
  }

  /** Drop-off at one provider and pick-up at another that follow from the parent's hours. */
  static Interval parentsHours(Facts facts, int request, int first, int last, Interval away) {
    int family = facts.index.familyOf(request);
    Point destination = facts.request(request).destination();
    if (destination == null) {
      return away;
    }
    TravelMode mode = facts.request(request).limits().mode();
    int there = facts.travel.minutes(facts.carePlace(first, family), destination, mode);
    int back = facts.travel.minutes(destination, facts.carePlace(last, family), mode);
    return new Interval(shifted(facts, away.start(), -there), shifted(facts, away.end(), back));
  }

  private static LocalDateTime shifted(Facts facts, LocalDateTime moment, int minutes) {
    return moment.atZone(facts.problem.zone()).plusMinutes(minutes).toLocalDateTime();
  }

  private void familyPrice(PlacedCare care, Ledger ledger) {
    Integer most = limits(care).maxCentsPerHour();
    long minutes = care.legs().stream().mapToLong(PlacedLeg::minutes).sum();
    if (most == null || minutes == 0) {
      return;
    }
    long cents = facts.cents(care);
    // Cents an hour over the most: cents * 60 / minutes - most, rounded up.
    long over = Math.ceilDiv(cents * 60 - most * minutes, minutes);
    write(
        ConstraintName.FAMILY_PRICE,
        care,
        Math.max(0, over),
        ledger,
        () -> cents + " cents for " + minutes + " minutes, at most " + most + " cents an hour");
  }

  /** Minutes of care asked, as the policy weighs them. */
  static int askedMinutes(CareSession session, Timeline timeline) {
    Interval away = session.parentAway();
    return away == null ? session.minutes() : (int) timeline.minutes(away.start(), away.end());
  }
}
