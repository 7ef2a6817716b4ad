package org.plek.domain;

/**
 * What a family pays, in the currency of the network.
 *
 * @param centsPerChildHour per child and hour of presence
 * @param centsPerCarerHour per hour of the carer, shared by the children present (home carers)
 * @param billingBlockMinutes presence is billed in blocks of this length, rounded up; at least 1
 * @param minimumMinutes least time billed per stay
 */
public record Tariff(
    int centsPerChildHour, int centsPerCarerHour, int billingBlockMinutes, int minimumMinutes) {
  /** No price known. */
  public static final Tariff FREE = new Tariff(0, 0, 1, 0);

  /**
   * Price of one stay of one child in cents, half cents rounded up.
   *
   * @param minutes minutes of presence
   * @param childrenSharing children of the request who share the carer's hours, at least 1
   */
  public int cents(int minutes, int childrenSharing) {
    int blocks =
        (Math.max(minutes, minimumMinutes) + billingBlockMinutes - 1) / billingBlockMinutes;
    long billed = (long) blocks * billingBlockMinutes;
    long halves = 2 * billed * centsPerChildHour + 2 * billed * centsPerCarerHour / childrenSharing;
    return Math.toIntExact((halves + 60) / 120);
  }
}
