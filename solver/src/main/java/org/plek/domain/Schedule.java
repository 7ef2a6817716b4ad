package org.plek.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When something is open or someone is present: weekly hours, replaced on single dates.
 *
 * @param week hours that return every week
 * @param exceptions dates on which other hours hold (holidays, closures, longer evenings)
 */
public record Schedule(List<WeeklyHours> week, List<DayException> exceptions) {
  /** Never open. */
  public static final Schedule NEVER = new Schedule(List.of(), List.of());

  public Schedule {
    week = List.copyOf(week);
    exceptions = List.copyOf(exceptions);
  }

  /** The hours that start on this date, exceptions applied. */
  public List<TimeRange> on(LocalDate date) {
    DayException exception = exception(date);
    if (exception != null) {
      return exception.hours();
    }
    List<TimeRange> ranges = new ArrayList<>(2);
    for (WeeklyHours hours : week) {
      if (hours.day() == date.getDayOfWeek()) {
        ranges.add(hours.range());
      }
    }
    return ranges;
  }

  /** The exception of a date, if it has one. */
  public @Nullable DayException exception(LocalDate date) {
    for (DayException exception : exceptions) {
      if (exception.date().equals(date)) {
        return exception;
      }
    }
    return null;
  }

  /** The same hours, but none on the dates of some closures. */
  Schedule without(List<Closure> closures) {
    if (week.isEmpty() && exceptions.isEmpty()) {
      return this;
    }
    List<DayException> all = new ArrayList<>();
    for (DayException exception : exceptions) {
      if (closures.stream().noneMatch(closure -> closure.covers(exception.date()))) {
        all.add(exception);
      }
    }
    for (Closure closure : closures) {
      closure
          .from()
          .datesUntil(closure.until())
          .forEach(date -> all.add(new DayException(date, List.of(), closure.reason())));
    }
    return new Schedule(week, all);
  }
}
