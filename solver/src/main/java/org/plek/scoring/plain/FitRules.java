package org.plek.scoring.plain;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plek.domain.AgeRange;
import org.plek.domain.Child;
import org.plek.domain.DayException;
import org.plek.domain.Escort;
import org.plek.domain.Family;
import org.plek.domain.Group;
import org.plek.domain.Point;
import org.plek.domain.Provider;
import org.plek.domain.Request;
import org.plek.domain.Schedule;
import org.plek.domain.SessionForm;
import org.plek.domain.TimeRange;
import org.plek.domain.Timeline;
import org.plek.scoring.ConstraintName;

/** What one leg and its provider decide alone. */
final class FitRules {
  private final Facts facts;
  private final HomeTerms home;

  FitRules(Facts facts) {
    this.facts = facts;
    home = new HomeTerms(facts);
  }

  void score(PlacedCare care, Site site, PlacedLeg leg, Ledger ledger) {
    open(site, leg, ledger);
    licensedHours(site, leg, ledger);
    ageAccepted(site, leg, ledger);
    needsMet(site, leg, ledger);
    requestAccepted(site, leg, ledger);
    notExcluded(site, leg, ledger);
    registration(site, leg, ledger);
    standIn(leg, ledger);
    school(site, leg, ledger);
    notice(site, care, leg, ledger);
    sessionForm(site, leg, ledger);
    home.minimumWage(site, leg, ledger);
    familyTravel(site, leg, ledger);
  }

  private void write(
      ConstraintName constraint, PlacedLeg leg, long amount, Ledger ledger, Supplier<String> text) {
    ledger.note(
        constraint,
        () -> place(facts, leg),
        leg.leg().start(),
        leg.leg().end(),
        amount,
        () -> List.of(facts.sessionId(leg.session())),
        text);
  }

  static Place place(Facts facts, PlacedLeg leg) {
    return new Place(
        "care session " + facts.sessionId(leg.session()) + " with " + leg.leg().providerId(),
        leg.leg().providerId(),
        leg.leg().groupId());
  }

  private void open(Site site, PlacedLeg leg, Ledger ledger) {
    BitSet open = site.rooms.get(site.roomOf(leg)).open;
    outside(ConstraintName.OPEN, open, "the group is open", leg, ledger);
  }

  private void licensedHours(Site site, PlacedLeg leg, Ledger ledger) {
    if (site.licensed != null) {
      outside(ConstraintName.LICENSED_HOURS, site.licensed, "the licence covers", leg, ledger);
    }
  }

  private void outside(
      ConstraintName constraint, BitSet hours, String what, PlacedLeg leg, Ledger ledger) {
    if (leg.from() >= leg.until()) {
      return;
    }
    int inside = hours.get(leg.from(), leg.until()).cardinality();
    int slots = leg.until() - leg.from();
    write(
        constraint,
        leg,
        slots - inside,
        ledger,
        () -> {
          int missing = hours.nextClearBit(leg.from());
          return what
              + " in "
              + inside
              + " of "
              + slots
              + " quarters of an hour, not at "
              + facts.timeline.time(missing).toLocalTime()
              + closedFor(constraint, leg, facts.timeline.time(missing).toLocalDate());
        });
  }

  private String closedFor(ConstraintName constraint, PlacedLeg leg, LocalDate date) {
    if (constraint != ConstraintName.OPEN) {
      return "";
    }
    Schedule own = facts.index.groups().get(leg.group()).opening();
    Schedule hours = own == null ? facts.provider(leg.provider()).opening() : own;
    DayException exception = hours.exception(date);
    return exception == null || exception.reason() == null ? "" : " (" + exception.reason() + ")";
  }

  private void ageAccepted(Site site, PlacedLeg leg, Ledger ledger) {
    Child child = facts.child(leg.child());
    Group group = facts.index.groups().get(leg.group());
    AgeRange ages = group.ages() == null ? site.provider.ages() : group.ages();
    LocalDate date = leg.leg().start().toLocalDate();
    long months = Period.between(child.birthDate(), date).toTotalMonths();
    boolean accepted =
        child.adult()
            ? home.takesAdults(site.provider)
            : !date.isBefore(child.birthDate()) && ages.accepts((int) months);
    write(
        ConstraintName.AGE_ACCEPTED,
        leg,
        accepted ? 0 : 1,
        ledger,
        () ->
            child.adult()
                ? "dependent adults are not accepted"
                : "the child is "
                    + months
                    + " months old, accepted are "
                    + ages.fromMonths()
                    + " to under "
                    + ages.toMonths());
  }

  private void needsMet(Site site, PlacedLeg leg, Ledger ledger) {
    Set<String> missing = new TreeSet<>(facts.child(leg.child()).needs());
    missing.removeAll(site.provider.needsServed());
    write(
        ConstraintName.NEEDS_MET,
        leg,
        missing.size(),
        ledger,
        () -> "the provider does not serve " + String.join(", ", missing));
  }

  private void requestAccepted(Site site, PlacedLeg leg, Ledger ledger) {
    Request request = facts.request(leg.request());
    Provider provider = site.provider;
    boolean reason =
        provider.acceptedReasons().isEmpty()
            || provider.acceptedReasons().contains(request.reason());
    boolean urgency =
        provider.acceptedUrgencies().isEmpty()
            || provider.acceptedUrgencies().contains(request.urgency());
    boolean apart = home.apart(provider, leg.request());
    write(
        ConstraintName.REQUEST_ACCEPTED,
        leg,
        (reason ? 0 : 1) + (urgency ? 0 : 1) + (apart ? 1 : 0),
        ledger,
        () ->
            reason && urgency
                ? "the carer takes several children only when they are asked together"
                : "the provider does not accept "
                    + (reason ? "" : "the reason " + request.reason())
                    + (reason || urgency ? "" : " and ")
                    + (urgency ? "" : "the urgency " + request.urgency()));
  }

  private void notExcluded(Site site, PlacedLeg leg, Ledger ledger) {
    Family family = facts.family(leg.family());
    boolean byFamily = family.excludedProviders().contains(site.provider.id());
    boolean byProvider = site.provider.excludedFamilies().contains(family.id());
    write(
        ConstraintName.NOT_EXCLUDED,
        leg,
        (byFamily ? 1 : 0) + (byProvider ? 1 : 0),
        ledger,
        () ->
            (byFamily ? "family " + family.id() + " excludes the provider" : "")
                + (byFamily && byProvider ? " and " : "")
                + (byProvider ? "the provider excludes family " + family.id() : ""));
  }

  private void registration(Site site, PlacedLeg leg, Ledger ledger) {
    write(
        ConstraintName.REGISTRATION,
        leg,
        home.unregistered(leg) ? 1 : 0,
        ledger,
        () -> "the programme takes only home carers whom the family registered beforehand");
    if (site.provider.registrationDays() == 0 || facts.registered(leg.family(), leg.provider())) {
      return;
    }
    LocalDate asked = facts.request(leg.request()).askedAt().toLocalDate();
    LocalDate earliest = asked.plusDays(site.provider.registrationDays());
    write(
        ConstraintName.REGISTRATION,
        leg,
        Math.max(0, ChronoUnit.DAYS.between(leg.leg().start().toLocalDate(), earliest)),
        ledger,
        () ->
            "a new family that asked on "
                + asked
                + " can start after "
                + site.provider.registrationDays()
                + " days, on "
                + earliest);
  }

  private void standIn(PlacedLeg leg, Ledger ledger) {
    String away = facts.request(leg.request()).continuity().standInFor();
    write(
        ConstraintName.STAND_IN,
        leg,
        away == null || facts.known(leg.child(), leg.provider()) ? 0 : 1,
        ledger,
        () -> "the child does not know this stand-in for " + away);
  }

  /** A school at an end of the session needs an escort that reaches it. */
  private void school(Site site, PlacedLeg leg, Ledger ledger) {
    reached(site, leg, facts.fetchedAt(leg), ledger);
    reached(site, leg, facts.broughtTo(leg), ledger);
  }

  private void reached(Site site, PlacedLeg leg, @Nullable Point school, Ledger ledger) {
    if (school == null) {
      return;
    }
    Escort escort = site.provider.escort();
    int way =
        escort == null ? 0 : facts.travel.minutes(site.provider.location(), school, escort.mode());
    write(
        ConstraintName.ESCORT,
        leg,
        escort == null || way > escort.maxMinutes() ? 1 : 0,
        ledger,
        () ->
            escort == null
                ? "nobody there fetches from school or brings to it"
                : "the school is " + way + " minutes away, at most " + escort.maxMinutes());
  }

  private void notice(Site site, PlacedCare care, PlacedLeg leg, Ledger ledger) {
    if (facts.isAgreed(care.placement())) {
      return;
    }
    LocalDateTime asOf = facts.problem.asOf();
    long ahead = facts.timeline.minutes(asOf, leg.leg().start());
    write(
        ConstraintName.NOTICE,
        leg,
        Math.max(0, site.provider.noticeMinutes() - ahead),
        ledger,
        () ->
            "it starts "
                + ahead
                + " minutes after "
                + asOf
                + ", the provider's notice is "
                + site.provider.noticeMinutes());
  }

  private void sessionForm(Site site, PlacedLeg leg, Ledger ledger) {
    SessionForm form = site.provider.form();
    boolean tooShort = leg.minutes() < form.minMinutes();
    boolean tooLong = form.maxMinutes() > 0 && leg.minutes() > form.maxMinutes();
    boolean outside = !form.blocks().isEmpty() && !insideOneRun(form.blocks(), leg);
    write(
        ConstraintName.SESSION_FORM,
        leg,
        tooShort || tooLong || outside ? 1 : 0,
        ledger,
        () ->
            tooShort
                ? leg.minutes() + " minutes, at least " + form.minMinutes()
                : tooLong
                    ? leg.minutes() + " minutes, at most " + form.maxMinutes()
                    : "not inside one run of the provider's blocks");
  }

  private static boolean insideOneRun(List<TimeRange> blocks, PlacedLeg leg) {
    LocalDateTime reached = leg.leg().start();
    // From the start on, follow any block that covers the moment reached.
    while (reached.isBefore(leg.leg().end())) {
      LocalDateTime further = reached;
      for (TimeRange block : blocks) {
        for (int back = 0; back <= 1; back++) {
          LocalDate date = reached.toLocalDate().minusDays(back);
          LocalDateTime end = Timeline.end(date, block);
          if (!Timeline.start(date, block).isAfter(reached) && end.isAfter(further)) {
            further = end;
          }
        }
      }
      if (further.equals(reached)) {
        return false;
      }
      reached = further;
    }
    return true;
  }

  private void familyTravel(Site site, PlacedLeg leg, Ledger ledger) {
    if (facts.homeCarer(leg.provider())) {
      return;
    }
    int most = facts.request(leg.request()).limits().maxTravelMinutes();
    int way = facts.minutesFromHome(leg);
    write(
        ConstraintName.FAMILY_TRAVEL,
        leg,
        Math.max(0, way - most),
        ledger,
        () -> way + " minutes from home, at most " + most);
  }
}
