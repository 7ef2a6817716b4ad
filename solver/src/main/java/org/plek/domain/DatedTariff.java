package org.plek.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * A tariff that replaces an earlier one; its parts are those of {@link Tariff}.
 *
 * @param validFrom first date of stays to which it applies
 */
public record DatedTariff(
    LocalDate validFrom,
    int centsPerChildHour,
    int centsPerCarerHour,
    int billingBlockMinutes,
    int minimumMinutes,
    TariffTerms terms) {
  /** The tariff that is valid from then on. */
  public Tariff tariff() {
    return new Tariff(
        centsPerChildHour,
        centsPerCarerHour,
        billingBlockMinutes,
        minimumMinutes,
        terms,
        List.of());
  }
}
