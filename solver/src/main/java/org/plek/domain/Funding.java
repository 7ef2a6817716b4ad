package org.plek.domain;

import java.util.List;

/**
 * Hours of a child's care that somebody else pays (English funded hours).
 *
 * @param scheme code; counts with the providers whose tariff names it
 * @param minutesPerWeek how much a week (from Monday)
 * @param weeks dates on which it is valid (term weeks); empty means always
 * @param hours hours of the week in which it is valid; empty means all
 */
public record Funding(
    String scheme, int minutesPerWeek, List<DateRange> weeks, List<WeeklyHours> hours) {
  public Funding {
    weeks = List.copyOf(weeks);
    hours = List.copyOf(hours);
  }
}
