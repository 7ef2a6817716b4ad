package org.plek.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Dates on which a provider is closed altogether: nobody is there, neither staff nor children.
 *
 * @param from first date closed
 * @param until first date open again
 * @param reason code for people, e.g. {@code HOUSEHOLD_FEVER}; absent for none
 */
public record Closure(LocalDate from, LocalDate until, @Nullable String reason) {
  /** Whether a date lies in it. */
  public boolean covers(LocalDate date) {
    return !date.isBefore(from) && date.isBefore(until);
  }
}
