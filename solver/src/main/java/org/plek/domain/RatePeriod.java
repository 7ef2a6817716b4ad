package org.plek.domain;

import java.util.List;

/**
 * Other prices in some hours of the week: nights, weekends.
 *
 * @param hours hours of the week in which these prices hold
 * @param centsPerChildHour per child and hour, in place of the tariff's
 * @param centsPerCarerHour per hour of the carer, in place of the tariff's
 */
public record RatePeriod(List<WeeklyHours> hours, int centsPerChildHour, int centsPerCarerHour) {
  public RatePeriod {
    hours = List.copyOf(hours);
  }
}
