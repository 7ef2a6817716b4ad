package org.plek.scoring.plain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.plek.domain.Entitlement;

/** First dates of the periods within which use is counted. */
final class UsePeriods {
  private UsePeriods() {}

  /** The first date of the period of a date; of {@code IN_TOTAL} that of the entitlement. */
  static LocalDate start(Entitlement entitlement, LocalDate date) {
    LocalDate from = entitlement.valid().from();
    return switch (entitlement.period()) {
      case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> date.withDayOfMonth(1);
      case YEAR -> date.withDayOfYear(1);
      case IN_TOTAL -> from == null ? LocalDate.EPOCH : from;
      case DAY, ROLLING -> date;
    };
  }

  /** The first date after the period that starts on a date. */
  static LocalDate end(Entitlement entitlement, LocalDate start) {
    LocalDate until = entitlement.valid().until();
    return switch (entitlement.period()) {
      case WEEK -> start.plusWeeks(1);
      case MONTH -> start.plusMonths(1);
      case YEAR -> start.plusYears(1);
      case IN_TOTAL -> until == null ? LocalDate.of(9999, 12, 31) : until;
      case DAY, ROLLING -> start.plusDays(1);
    };
  }
}
