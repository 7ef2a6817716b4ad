package org.plek.cost;

import java.util.List;

/**
 * What one option costs the family.
 *
 * @param cents to pay, rounded as the tariffs say
 * @param minutes minutes of presence it is for
 * @param lines how it comes about; they add up to {@code cents}
 * @param noShowCents what it costs the family if it neither uses nor cancels it; no part of {@code
 *     cents}
 * @param depositCents what a family new to the providers pays once and gets back; no part of {@code
 *     cents}
 */
public record Price(
    long cents, int minutes, List<Line> lines, long noShowCents, long depositCents) {
  public Price {
    lines = List.copyOf(lines);
  }

  /** Cents for an hour of presence of one child, to the nearest, halves up; 0 without presence. */
  public long centsPerHour() {
    return CostOf.perHour(cents, minutes);
  }
}
