package org.plek.cost;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import org.plek.domain.Funding;
import org.plek.domain.RatePeriod;
import org.plek.domain.Tariff;
import org.plek.domain.WeeklyHours;

/**
 * The billed time of one stay, cut wherever another price or a funded hour begins or ends. Offsets
 * are minutes from the start, on the clock.
 */
final class Pieces {
  private final LocalDateTime start;
  private final Tariff tariff;
  private final int[] cuts;

  Pieces(LocalDateTime start, int billedMinutes, Tariff tariff, List<Funding> fundings) {
    this.start = start;
    this.tariff = tariff;
    TreeSet<Integer> found = new TreeSet<>(List.of(0, billedMinutes));
    for (RatePeriod rate : tariff.terms().rates()) {
      cut(rate.hours(), billedMinutes, found);
    }
    for (Funding funding : fundings) {
      cut(funding.hours(), billedMinutes, found);
    }
    cuts = found.stream().mapToInt(Integer::intValue).toArray();
  }

  private void cut(List<WeeklyHours> week, int billed, TreeSet<Integer> found) {
    for (WeeklyHours hours : week) {
      for (LocalDate date = start.toLocalDate().minusDays(1);
          !date.isAfter(start.plusMinutes(billed).toLocalDate());
          date = date.plusDays(1)) {
        if (date.getDayOfWeek() == hours.day()) {
          LocalDate end = hours.range().overnight() ? date.plusDays(1) : date;
          keep(date.atTime(hours.range().from()), billed, found);
          keep(end.atTime(hours.range().to()), billed, found);
        }
      }
    }
  }

  private void keep(LocalDateTime moment, int billed, TreeSet<Integer> found) {
    long offset = ChronoUnit.MINUTES.between(start, moment);
    if (offset > 0 && offset < billed) {
      found.add((int) offset);
    }
  }

  int count() {
    return cuts.length - 1;
  }

  int minutes(int piece) {
    return cuts[piece + 1] - cuts[piece];
  }

  /** The rate that holds in a piece, -1 for the prices of the tariff itself. */
  int rate(int piece) {
    List<RatePeriod> rates = tariff.terms().rates();
    for (int r = 0; r < rates.size(); r++) {
      if (holds(rates.get(r).hours(), piece)) {
        return r;
      }
    }
    return -1;
  }

  int centsPerChildHour(int piece) {
    int rate = rate(piece);
    return rate < 0
        ? tariff.centsPerChildHour()
        : tariff.terms().rates().get(rate).centsPerChildHour();
  }

  int centsPerCarerHour(int piece) {
    int rate = rate(piece);
    return rate < 0
        ? tariff.centsPerCarerHour()
        : tariff.terms().rates().get(rate).centsPerCarerHour();
  }

  /** Exact price of the first minutes of a piece for one child. */
  long price(int piece, int minutes, int children) {
    return Exact.hourly(centsPerChildHour(piece), minutes, 1)
        + Exact.hourly(centsPerCarerHour(piece), minutes, children);
  }

  /** Whether a funding is valid in a piece. */
  boolean funded(Funding funding, int piece) {
    LocalDate date = start.plusMinutes(cuts[piece]).toLocalDate();
    return (funding.weeks().isEmpty()
            || funding.weeks().stream().anyMatch(range -> range.contains(date)))
        && (funding.hours().isEmpty() || holds(funding.hours(), piece));
  }

  private boolean holds(List<WeeklyHours> week, int piece) {
    LocalDateTime moment = start.plusMinutes(cuts[piece]);
    for (WeeklyHours hours : week) {
      for (int back = 0; back <= 1; back++) {
        LocalDate date = moment.toLocalDate().minusDays(back);
        if (date.getDayOfWeek() == hours.day()) {
          LocalDate end = hours.range().overnight() ? date.plusDays(1) : date;
          if (!moment.isBefore(date.atTime(hours.range().from()))
              && moment.isBefore(end.atTime(hours.range().to()))) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
