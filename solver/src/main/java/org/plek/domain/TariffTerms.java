package org.plek.domain;

import java.util.List;
import java.util.Set;

/**
 * What a tariff says beyond its hourly prices; zero and empty mean that it says nothing.
 *
 * @param rates other prices in some hours of the week, the first that holds counts
 * @param dayClasses when not empty an income tariff: a stay costs a share of the family's rate for
 *     a full day instead of hourly prices; the first class that fits counts
 * @param dayRateCents full rate of the income tariff, for a family that entered none
 * @param centsPerVisit per stay (the way of a home carer), shared by the children of the request
 * @param minimumCents least charge per child and stay
 * @param agencyCentsPerMonth fee of the agency per child and calendar month with care
 * @param agencyCentsPerHour fee of the agency per child and hour billed
 * @param fundedSchemes codes of the schemes whose funded hours count here
 * @param subsidisedCentsPerHour highest hourly price of which the subsidy pays a share; 0 where the
 *     care is not subsidised
 * @param rounding how amounts become payable
 * @param noShowCents charged for a stay that the family neither uses nor cancels
 * @param noShowPermille besides, this many thousandths of the price of that stay
 * @param depositCents asked once from a family new to the provider, paid back at the end
 */
public record TariffTerms(
    List<RatePeriod> rates,
    List<DayClass> dayClasses,
    int dayRateCents,
    int centsPerVisit,
    int minimumCents,
    int agencyCentsPerMonth,
    int agencyCentsPerHour,
    Set<String> fundedSchemes,
    int subsidisedCentsPerHour,
    Rounding rounding,
    int noShowCents,
    int noShowPermille,
    int depositCents) {
  /** Hourly prices alone. */
  public static final TariffTerms NONE =
      new TariffTerms(List.of(), List.of(), 0, 0, 0, 0, 0, Set.of(), 0, Rounding.CENT, 0, 0, 0);

  public TariffTerms {
    rates = List.copyOf(rates);
    dayClasses = List.copyOf(dayClasses);
    fundedSchemes = Set.copyOf(fundedSchemes);
  }
}
