package org.plek.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The dates on which something holds, such as a decision of a committee.
 *
 * @param from first date; absent when it always held
 * @param until first date on which it holds no longer; absent when it holds for good
 */
public record Dates(@Nullable LocalDate from, @Nullable LocalDate until) {
  /** Every date. */
  public static final Dates ALWAYS = new Dates(null, null);

  /** Whether it holds on a date. */
  public boolean hold(LocalDate date) {
    return (from == null || !date.isBefore(from)) && (until == null || date.isBefore(until));
  }

  /** Whether some date is in both. */
  public boolean meet(Dates other) {
    return (from == null || other.until == null || from.isBefore(other.until))
        && (other.from == null || until == null || other.from.isBefore(until));
  }
}
