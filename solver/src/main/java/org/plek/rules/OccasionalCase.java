package org.plek.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plek.domain.ProviderKind;

/** A case about occasional care, registration or priority. */
final class OccasionalCase {
  private final DatedPack pack;
  private final LegalCase asked;
  private final LocalDate date;

  OccasionalCase(DatedPack pack, LegalCase asked) {
    this.pack = pack;
    this.asked = asked;
    date = asked.date(pack.document().referenceDate());
  }

  CaseAnswer occasional() {
    String type = asked.text("type");
    boolean use =
        clauses(Terms.OccasionalUse.class)
            .filter(rule -> type == null || rule.type().equals(type))
            .allMatch(
                rule ->
                    within(rule.mostHalfDaysPerWeek(), "half_days_this_week", "half_days")
                        && within(rule.mostDaysInRow(), "consecutive_days", "days_in_row"));
    String reason = asked.text("reason");
    boolean reasons =
        clauses(Terms.OccasionalReasons.class)
            .allMatch(
                rule ->
                    (reason == null || rule.reasons().contains(reason.toLowerCase(Locale.ROOT)))
                        && within(rule.mostMonths(), "months", "duration_months"));
    boolean urgent =
        type == null
            || !type.equals("urgent_place")
            || clauses(Terms.UrgentPlace.class)
                .allMatch(
                    rule ->
                        within(rule.mostLeadDays(), "lead_days")
                            && within(rule.mostMonths(), "months"));
    return CaseAnswer.of(use && reasons && urgent);
  }

  CaseAnswer noRegistration() {
    return CaseAnswer.of(clauses(Terms.NoRegistration.class).anyMatch(this::exempt));
  }

  private boolean exempt(Terms.NoRegistration rule) {
    String role = asked.text("role");
    if (!rule.roles().isEmpty() && (role == null || !rule.roles().contains(role))) {
      return false;
    }
    return minutesFit(rule)
        && known(rule.mostDaysPerYear(), "days_per_year", "days_a_year")
        && (rule.leastNoticeDays() == null
            || asked.whole(-1, "notice_days") >= rule.leastNoticeDays())
        && hoursFit(rule)
        && (rule.childFromMonths() == null
            || (!asked.agesMonths().isEmpty()
                && asked.agesMonths().stream().allMatch(age -> age >= rule.childFromMonths())))
        && (rule.mostFamilies() == null || asked.whole(1, "families") <= rule.mostFamilies());
  }

  private boolean minutesFit(Terms.NoRegistration rule) {
    Integer most = rule.mostChildMinutesPerDay();
    if (most == null || (rule.onlyIfPaid() && asked.isNot("paid"))) {
      return true;
    }
    Integer minutes =
        asked.minutesOfHours("max_child_hours_per_day", "hours_per_day", "hours", "child_hours");
    return minutes != null && (rule.below() ? minutes < most : minutes <= most);
  }

  private boolean hoursFit(Terms.NoRegistration rule) {
    LocalTime earliest = rule.from();
    LocalTime latest = rule.to();
    if (earliest == null || latest == null) {
      return true;
    }
    LocalTime from = asked.time("from");
    LocalTime to = asked.time("to");
    return from != null
        && to != null
        && sinceOpening(earliest, from) <= sinceOpening(earliest, to)
        && sinceOpening(earliest, to) <= sinceOpening(earliest, latest);
  }

  private static int sinceOpening(LocalTime earliest, LocalTime time) {
    return Math.floorMod(time.toSecondOfDay() - earliest.toSecondOfDay(), 24 * 60 * 60);
  }

  CaseAnswer priority() {
    String first = asked.text("first");
    String second = asked.text("second");
    if (first != null && second != null) {
      return CaseAnswer.of(
          clauses(Terms.PriorityOrder.class)
              .anyMatch(rule -> rank(rule, first) < rank(rule, second)));
    }
    boolean work = clauses(Terms.WorkPriority.class).anyMatch(this::worksEnough);
    boolean marked = clauses(Terms.MarkedPriority.class).anyMatch(this::marked);
    boolean aboutMarks = asked.care().contains("vulnerable") || asked.text("marks") != null;
    return CaseAnswer.of(aboutMarks ? marked : work);
  }

  /** Place in the order; codes that share a place are joined by {@code " / "}. */
  private static int rank(Terms.PriorityOrder rule, String code) {
    for (int i = 0; i < rule.order().size(); i++) {
      if (Arrays.asList(rule.order().get(i).split(" / ", -1)).contains(code)) {
        return i;
      }
    }
    return rule.order().size();
  }

  private boolean worksEnough(Terms.WorkPriority rule) {
    BigDecimal one = asked.number("p1");
    BigDecimal two = asked.number("p2");
    boolean marked = rule.alsoMarks().stream().anyMatch(asked::is);
    if (one == null) {
      return marked;
    }
    BigDecimal parents = BigDecimal.valueOf(two == null ? 1 : 2);
    BigDecimal sum = two == null ? one : one.add(two);
    BigDecimal least = BigDecimal.valueOf(rule.leastPercent(), 2).multiply(parents);
    return marked || sum.compareTo(least) >= 0;
  }

  private boolean marked(Terms.MarkedPriority rule) {
    String listed = asked.text("marks");
    List<String> named = listed == null ? List.of() : List.of(listed.split("[,;\\s]+", -1));
    List<String> held =
        rule.marks().stream().filter(mark -> named.contains(mark) || asked.is(mark)).toList();
    return held.size() >= rule.least() && held.stream().anyMatch(rule.oneOf()::contains);
  }

  private boolean within(@Nullable Integer most, String... names) {
    BigDecimal value = asked.number(names);
    return most == null || value == null || value.compareTo(BigDecimal.valueOf(most)) <= 0;
  }

  private boolean known(@Nullable Integer most, String... names) {
    return most == null || (asked.number(names) != null && within(most, names));
  }

  private <T extends Clause> Stream<T> clauses(Class<T> clause) {
    return Arrays.stream(ProviderKind.values())
        .flatMap(kind -> pack.holding(kind, date, Set.of()).stream())
        .distinct()
        .map(Provision::clause)
        .filter(clause::isInstance)
        .map(clause::cast);
  }
}
