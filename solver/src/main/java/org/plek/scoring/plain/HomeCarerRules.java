package org.plek.scoring.plain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.plek.domain.Family;
import org.plek.domain.HomeCareTerms;
import org.plek.domain.Timeline;
import org.plek.rules.ChildCounts;
import org.plek.scoring.ConstraintName;

/** One household at a time, the way between homes, and the limits of carer and law. */
final class HomeCarerRules {
  private static final int DAY_MINUTES = 24 * 60;

  private final Facts facts;

  HomeCarerRules(Facts facts) {
    this.facts = facts;
  }

  /**
   * What legs in {@code [from, until)} have to do with; what is counted by the week, in the weeks
   * that it touches.
   */
  void score(SitePresence here, int from, int until, Ledger ledger) {
    if (!here.site.homeCarer()) {
      return;
    }
    for (int i = 0; i < here.legs.size(); i++) {
      PlacedLeg one = here.legs.get(i);
      boolean inside = touches(one, from, until);
      for (int j = i + 1; j < here.legs.size(); j++) {
        PlacedLeg other = here.legs.get(j);
        if (inside || touches(other, from, until)) {
          pair(here, one, other, ledger);
        }
      }
    }
    carerLimits(here, from, until, ledger);
    familyDays(here, from, until, ledger);
  }

  /** Whether a leg matters to some slots; to all of them every leg does, lie it where it may. */
  private boolean touches(PlacedLeg leg, int from, int until) {
    return leg.from() < until && from < leg.until()
        || (from <= 0 && until >= facts.timeline.slots());
  }

  private void pair(SitePresence here, PlacedLeg one, PlacedLeg other, Ledger ledger) {
    if (one.family() == other.family()) {
      return;
    }
    PlacedLeg earlier = one.from() <= other.from() ? one : other;
    PlacedLeg later = earlier == one ? other : one;
    int gap = (later.from() - earlier.until()) * Timeline.SLOT_MINUTES;
    if (gap >= DAY_MINUTES) {
      return; // No way between two homes takes a day.
    }
    if (oneHousehold(here.site, earlier, later)) {
      return;
    }
    int overlap = earlier.overlap(later);
    if (overlap > 0) {
      write(
          ConstraintName.HOUSEHOLD,
          here,
          earlier,
          later,
          overlap,
          ledger,
          "two households at once in " + Words.count(overlap, "quarter", "quarters"));
      return;
    }
    HomeCareTerms terms = here.site.provider.homeCare();
    if (terms == null) {
      return;
    }
    int way =
        facts.travel.minutes(
            facts.family(earlier.family()).home(),
            facts.family(later.family()).home(),
            terms.mode());
    write(
        ConstraintName.CARER_TRAVEL,
        here,
        earlier,
        later,
        Math.max(0, way - gap),
        ledger,
        way + " minutes between the homes, " + gap + " minutes between the visits");
  }

  private void write(
      ConstraintName constraint,
      SitePresence here,
      PlacedLeg earlier,
      PlacedLeg later,
      int amount,
      Ledger ledger,
      String text) {
    String one = facts.sessionId(earlier.session());
    String other = facts.sessionId(later.session());
    ledger.note(
        constraint,
        () ->
            new Place(
                here.site.place.label() + " between " + one + " and " + other,
                here.site.provider.id(),
                earlier.leg().groupId()),
        earlier.leg().start(),
        later.leg().end(),
        amount,
        () -> List.of(one, other),
        () -> text);
  }

  private boolean oneHousehold(Site site, PlacedLeg earlier, PlacedLeg later) {
    Family one = facts.family(earlier.family());
    Family other = facts.family(later.family());
    return other.id().equals(one.sharesHomeCareWith())
        && one.id().equals(other.sharesHomeCareWith())
        && site.pack.homeCareFamilies(later.leg().start().toLocalDate()) >= 2;
  }

  private void carerLimits(SitePresence here, int from, int until, Ledger ledger) {
    HomeCareTerms terms = here.site.provider.homeCare();
    if (terms == null
        || (terms.maxMinutesPerDay() == 0
            && terms.maxMinutesPerWeek() == 0
            && terms.maxDaysPerWeek() == 0)) {
      return;
    }
    for (Facts.Week week : facts.weeks) {
      if (week.until() <= from || until <= week.from()) {
        continue;
      }
      BitSet busy = busy(here, week);
      int weekMinutes = 0;
      int days = 0;
      int slot = week.from();
      while (slot < week.until()) {
        int day = facts.dayOf[slot];
        int endOfDay = facts.timeline.dayStart(day + 1);
        int minutes = busy.get(slot, endOfDay).cardinality() * Timeline.SLOT_MINUTES;
        slot = endOfDay;
        weekMinutes += minutes;
        days += minutes > 0 ? 1 : 0;
        limit(here, terms.maxMinutesPerDay(), minutes, "minutes", day, day + 1, ledger);
      }
      int first = facts.dayOf[week.from()];
      int end = facts.dayOf[week.until() - 1] + 1;
      limit(here, terms.maxMinutesPerWeek(), weekMinutes, "minutes", first, end, ledger);
      limit(here, terms.maxDaysPerWeek(), days, "days", first, end, ledger);
    }
  }

  /** Slots of a week in which somebody is with the carer. */
  private BitSet busy(SitePresence here, Facts.Week week) {
    BitSet busy = new BitSet(week.until());
    for (SitePresence.InRoom in : here.rooms) {
      long[] own = in.room.own;
      for (int slot = week.from(); slot < week.until(); slot++) {
        if (ChildCounts.total(in.counts[slot]) > 0 || (own != null && own[slot] != 0)) {
          busy.set(slot);
        }
      }
    }
    for (PlacedLeg leg : here.legs) {
      if (facts.child(leg.child()).adult() && leg.from() < leg.until()) {
        busy.set(leg.from(), leg.until());
      }
    }
    return busy;
  }

  private void limit(
      SitePresence here, int most, int used, String unit, int day, int endDay, Ledger ledger) {
    if (most == 0 || used <= most) {
      return;
    }
    int from = facts.timeline.dayStart(day);
    int until = facts.timeline.dayStart(endDay);
    String period = endDay - day == 1 ? "day" : "week";
    ledger.note(
        ConstraintName.CARER_LIMITS,
        () ->
            new Place(
                here.site.place.label() + ", " + unit + " of the " + period,
                here.site.provider.id(),
                null),
        facts.timeline.time(from),
        facts.timeline.time(until),
        used - most,
        () ->
            here.legs.stream()
                .filter(leg -> leg.from() < until && from < leg.until())
                .map(leg -> facts.sessionId(leg.session()))
                .toList(),
        () -> used + " " + unit + ", at most " + most);
  }

  private void familyDays(SitePresence here, int from, int until, Ledger ledger) {
    record Pair(int family, LocalDate monday) {}
    int number = facts.index.provider(here.site.provider.id());
    Map<Integer, Map<LocalDate, Set<LocalDate>>> dates = new TreeMap<>();
    Set<Integer> families = new HashSet<>();
    for (PlacedLeg leg : here.legs) {
      if (touches(leg, from, until)) {
        families.add(leg.family());
      }
    }
    for (PlacedLeg leg : here.legs) {
      if (!families.contains(leg.family())) {
        continue;
      }
      LocalDate date = leg.leg().start().toLocalDate();
      dates
          .computeIfAbsent(leg.family(), key -> new TreeMap<>())
          .computeIfAbsent(monday(date), key -> new HashSet<>())
          .add(date);
    }
    List<Pair> pairs = new ArrayList<>();
    dates.forEach((family, weeks) -> weeks.keySet().forEach(m -> pairs.add(new Pair(family, m))));
    for (Pair pair : pairs) {
      Set<LocalDate> used = new HashSet<>(weekOf(dates, pair.family(), pair.monday()));
      for (LocalDate stay : facts.stayDates(pair.family(), number)) {
        if (monday(stay).equals(pair.monday())) {
          used.add(stay);
        }
      }
      int most = here.site.pack.homeCareDaysPerWeek(pair.monday());
      String family = facts.family(pair.family()).id();
      ledger.note(
          ConstraintName.CARER_FAMILY_DAYS,
          () ->
              new Place(
                  here.site.place.label()
                      + " with family "
                      + family
                      + " in the week of "
                      + pair.monday(),
                  here.site.provider.id(),
                  null),
          pair.monday().atStartOfDay(),
          pair.monday().plusWeeks(1).atStartOfDay(),
          used.size() - most,
          () ->
              here.legs.stream()
                  .filter(leg -> leg.family() == pair.family())
                  .filter(leg -> monday(leg.leg().start().toLocalDate()).equals(pair.monday()))
                  .map(leg -> facts.sessionId(leg.session()))
                  .toList(),
          () -> used.size() + " days with the family, at most " + most);
    }
  }

  private static Set<LocalDate> weekOf(
      Map<Integer, Map<LocalDate, Set<LocalDate>>> dates, int family, LocalDate monday) {
    return dates.getOrDefault(family, Map.of()).getOrDefault(monday, Set.of());
  }

  private static LocalDate monday(LocalDate date) {
    return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
