package org.plek.domain;

import java.time.LocalDate;

/**
 * Dates in a row, half open.
 *
 * @param from first date
 * @param until first date after
 */
public record DateRange(LocalDate from, LocalDate until) {
  /** Whether a date lies inside. */
  public boolean contains(LocalDate date) {
    return !date.isBefore(from) && date.isBefore(until);
  }
}
