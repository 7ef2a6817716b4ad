package org.plek.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the weekly hours on one date.
 *
 * @param date the date on which the replaced hours start
 * @param hours the hours of that date; empty means closed
 * @param reason code for people, e.g. {@code HOLIDAY}; absent for none
 */
public record DayException(LocalDate date, List<TimeRange> hours, @Nullable String reason) {
  public DayException {
    hours = List.copyOf(hours);
  }

  /** Other hours without a reason. */
  public DayException(LocalDate date, List<TimeRange> hours) {
    this(date, hours, null);
  }
}
