package org.plek;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.plek.domain.DatedTariff;
import org.plek.domain.DayClass;
import org.plek.domain.FamilyRate;
import org.plek.domain.Funding;
import org.plek.domain.ProviderKind;
import org.plek.domain.RatePeriod;
import org.plek.domain.Rounding;
import org.plek.domain.Tariff;
import org.plek.domain.TariffTerms;
import org.plek.domain.WeeklyHours;

/** Prices of a random town, of every kind. */
final class TownPrices {
  private static final WeeklyHours EVENING =
      new WeeklyHours(DayOfWeek.TUESDAY, LocalTime.of(17, 30), LocalTime.of(7, 0), true);

  private TownPrices() {}

  static Tariff tariff(RandomGenerator random, ProviderKind kind) {
    boolean atHome = kind == ProviderKind.HOME_CARER;
    int child = atHome ? 0 : 500 + random.nextInt(500);
    int carer = atHome ? 1400 + random.nextInt(400) : 0;
    if (random.nextInt(3) == 0) {
      return new Tariff(child, carer, 15, 0);
    }
    TariffTerms terms =
        new TariffTerms(
            random.nextBoolean()
                ? List.of()
                : List.of(new RatePeriod(List.of(EVENING), child + 151, carer)),
            random.nextInt(4) == 0 && !atHome
                ? List.of(
                    new DayClass(180, 400, 30), new DayClass(300, 600, 0), new DayClass(0, 1000, 0))
                : List.of(),
            2800,
            random.nextInt(2) * 350,
            random.nextInt(2) * 900,
            random.nextInt(2) * 2500,
            random.nextInt(2) * 35,
            random.nextBoolean() ? Set.of() : Set.of("FIFTEEN"),
            random.nextInt(2) * 627,
            new Rounding(
                Rounding.Per.STAY,
                Rounding.Way.values()[random.nextInt(3)],
                random.nextBoolean() ? 1 : 5),
            0,
            0,
            0);
    return new Tariff(
        child,
        carer,
        15,
        0,
        terms,
        random.nextBoolean()
            ? List.of()
            : List.of(
                new DatedTariff(
                    LocalDate.of(2026, 1, 1), child + 20, carer, 30, 60, TariffTerms.NONE)));
  }

  static List<Funding> fundings(RandomGenerator random) {
    return random.nextInt(3) > 0
        ? List.of()
        : List.of(new Funding("FIFTEEN", 900, List.of(), List.of()));
  }

  static FamilyRate rate(RandomGenerator random) {
    return random.nextBoolean()
        ? FamilyRate.NONE
        : new FamilyRate(500 + random.nextInt(2500), random.nextInt(960));
  }
}
