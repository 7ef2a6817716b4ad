package org.plek.format;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** First date, first date after, and the moment of a problem. */
record Horizon(LocalDate from, LocalDate until, LocalDateTime asOf) {
  /** Of a document that has none. */
  static final Horizon ANY = new Horizon(LocalDate.MIN, LocalDate.MAX, LocalDateTime.MIN);

  /** Whether care that starts at this moment starts in the horizon. */
  boolean startsWithin(LocalDateTime start) {
    return !start.toLocalDate().isBefore(from) && start.toLocalDate().isBefore(until);
  }

  @Override
  public String toString() {
    return "the horizon " + from + " to " + until.minusDays(1);
  }
}
