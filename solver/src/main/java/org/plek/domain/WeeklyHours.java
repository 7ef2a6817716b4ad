package org.plek.domain;

import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * Hours that return every week, half open.
 *
 * @param day the weekday on which they start
 * @param from start, local time
 * @param to end, local time; must lie after {@code from} unless {@code overnight}
 * @param overnight the end lies on the next date
 */
public record WeeklyHours(DayOfWeek day, LocalTime from, LocalTime to, boolean overnight) {
  /** The same hours without their weekday. */
  public TimeRange range() {
    return new TimeRange(from, to, overnight);
  }
}
