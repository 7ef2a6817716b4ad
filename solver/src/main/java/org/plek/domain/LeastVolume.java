package org.plek.domain;

/**
 * The least that a provider takes on for one request; zero means no minimum. Measured over the care
 * placed with the provider in the horizon, agreed care included.
 *
 * @param minutesPerMonth least minutes in 30 days; a horizon of fewer days asks for its share,
 *     {@code minutesPerMonth * min(days, 30) / 30}, rounded down
 * @param daysPerWeek least days in every week (from Monday) that lies wholly in the horizon and in
 *     which the provider serves the request at all
 */
public record LeastVolume(int minutesPerMonth, int daysPerWeek) {
  /** No minimum. */
  public static final LeastVolume NONE = new LeastVolume(0, 0);
}
