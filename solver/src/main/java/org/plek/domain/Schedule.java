package org.plek.domain;

import java.time.LocalDate;
import java.util.List;

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
    for (DayException exception : exceptions) {
      if (exception.date().equals(date)) {
        return exception.hours();
      }
    }
    return week.stream()
        .filter(hours -> hours.day() == date.getDayOfWeek())
        .map(WeeklyHours::range)
        .toList();
  }
}
