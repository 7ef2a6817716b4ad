package org.plek.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * Replaces the weekly hours on one date.
 *
 * @param date the date on which the replaced hours start
 * @param hours the hours of that date; empty means closed
 */
public record DayException(LocalDate date, List<TimeRange> hours) {
  public DayException {
    hours = List.copyOf(hours);
  }
}
