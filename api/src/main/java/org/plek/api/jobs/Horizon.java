package org.plek.api.jobs;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plek.domain.CarePattern;
import org.plek.domain.CareSession;
import org.plek.domain.Interval;
import org.plek.domain.Leg;
import org.plek.domain.Request;

/**
 * The whole weeks in which a request lies, at most 120 days, as some rules count by the week.
 *
 * @param from a Monday
 * @param days whole weeks
 */
record Horizon(LocalDate from, int days) {
  private static final int MOST_DAYS = 119;

  static Horizon of(Request request, Collection<List<Leg>> stays) {
    LocalDate first = null;
    LocalDate last = null;
    for (List<Leg> legs : stays) {
      for (Leg leg : legs) {
        first = earlier(first, leg.start().toLocalDate());
        last = later(last, leg.end().toLocalDate());
      }
    }
    LocalDate asked = first;
    for (CareSession session : request.sessions()) {
      for (Interval window : session.windows()) {
        first = earlier(first, window.start().toLocalDate());
        last = later(last, window.end().toLocalDate());
      }
      Interval away = session.parentAway();
      if (away != null) {
        first = earlier(first, away.start().toLocalDate());
        last = later(last, away.end().toLocalDate());
      }
    }
    for (CarePattern pattern : request.patterns()) {
      first = earlier(first, pattern.from());
      last = later(last, pattern.until());
    }
    if (first == null || last == null) {
      first = request.askedAt().toLocalDate();
      last = first;
    }
    if (asked != null && ChronoUnit.DAYS.between(first, asked) >= MOST_DAYS - 7) {
      first = asked;
    }
    LocalDate monday = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate end = last.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    return new Horizon(monday, (int) Math.min(MOST_DAYS, ChronoUnit.DAYS.between(monday, end)));
  }

  /** A week longer, so that later dates can be tried, too. */
  Horizon andAWeek() {
    return new Horizon(from, Math.min(MOST_DAYS, days + 7));
  }

  LocalDate until() {
    return from.plusDays(days);
  }

  private static LocalDate earlier(@Nullable LocalDate a, LocalDate b) {
    return a == null || b.isBefore(a) ? b : a;
  }

  private static LocalDate later(@Nullable LocalDate a, LocalDate b) {
    return a == null || b.isAfter(a) ? b : a;
  }
}
