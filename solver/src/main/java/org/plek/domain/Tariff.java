package org.plek.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * What a family pays, in the currency of the network.
 *
 * @param centsPerChildHour per child and hour of presence
 * @param centsPerCarerHour per hour of the carer, shared by the children of the request
 * @param billingBlockMinutes presence is billed in blocks of this length, rounded up; at least 1
 * @param minimumMinutes least time billed per stay
 * @param terms what else it says
 * @param later tariffs that follow, by date
 */
public record Tariff(
    int centsPerChildHour,
    int centsPerCarerHour,
    int billingBlockMinutes,
    int minimumMinutes,
    TariffTerms terms,
    List<DatedTariff> later) {

  /** No price known. */
  public static final Tariff FREE = new Tariff(0, 0, 1, 0);

  public Tariff {
    later = List.copyOf(later);
  }

  /** Hourly prices alone. */
  public Tariff(
      int centsPerChildHour, int centsPerCarerHour, int billingBlockMinutes, int minimumMinutes) {
    this(
        centsPerChildHour,
        centsPerCarerHour,
        billingBlockMinutes,
        minimumMinutes,
        TariffTerms.NONE,
        List.of());
  }

  /** The tariff of stays that start on a date. */
  public Tariff on(LocalDate date) {
    Tariff valid = this;
    LocalDate since = LocalDate.MIN;
    for (DatedTariff next : later) {
      if (!next.validFrom().isAfter(date) && !next.validFrom().isBefore(since)) {
        valid = next.tariff();
        since = next.validFrom();
      }
    }
    return valid;
  }

  /** Minutes billed for minutes of presence: at least the minimum, in whole blocks. */
  public int billedMinutes(int minutes) {
    int least = Math.max(minutes, minimumMinutes);
    return (least + billingBlockMinutes - 1) / billingBlockMinutes * billingBlockMinutes;
  }
}
