package org.plek.format;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.plek.domain.DateRange;
import org.plek.domain.DatedTariff;
import org.plek.domain.DayClass;
import org.plek.domain.FamilyRate;
import org.plek.domain.Funding;
import org.plek.domain.HomeCareTerms;
import org.plek.domain.Programme;
import org.plek.domain.RatePeriod;
import org.plek.domain.Rounding;
import org.plek.domain.Tariff;
import org.plek.domain.TariffTerms;
import org.plek.domain.TravelMode;
import org.plek.domain.WeeklyHours;

/** Random tariffs and certificates. */
final class RandomPrices {
  private static final WeeklyHours NIGHT =
      new WeeklyHours(DayOfWeek.FRIDAY, LocalTime.of(19, 0), LocalTime.of(7, 0), true);

  private RandomPrices() {}

  static Tariff tariff(RandomGenerator random) {
    List<DatedTariff> later =
        random.nextBoolean()
            ? List.of()
            : List.of(
                new DatedTariff(LocalDate.of(2027, 1, 1), cents(random), 0, 30, 0, terms(random)));
    return new Tariff(
        cents(random), cents(random), 15, 1 + random.nextInt(120), terms(random), later);
  }

  private static TariffTerms terms(RandomGenerator random) {
    if (random.nextBoolean()) {
      return TariffTerms.NONE;
    }
    List<DayClass> classes =
        random.nextBoolean()
            ? List.of()
            : List.of(new DayClass(300, 600, 30), new DayClass(0, 1000, 0));
    return new TariffTerms(
        List.of(new RatePeriod(List.of(NIGHT), cents(random), 0)),
        classes,
        cents(random),
        cents(random),
        cents(random),
        cents(random),
        cents(random),
        random.nextBoolean() ? Set.of() : Set.of("EN_15", "EN_30"),
        cents(random),
        new Rounding(Rounding.Per.DAY, Rounding.Way.DOWN, 5),
        cents(random),
        random.nextInt(1000),
        cents(random));
  }

  static HomeCareTerms homeCare(RandomGenerator random, TravelMode mode) {
    return new HomeCareTerms(
        mode,
        random.nextInt(600),
        random.nextInt(2400),
        random.nextInt(5),
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextBoolean() ? null : 18 + random.nextInt(50));
  }

  static List<Funding> fundings(RandomGenerator random) {
    return random.nextBoolean()
        ? List.of()
        : List.of(
            new Funding(
                "EN_15",
                900,
                List.of(new DateRange(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 19))),
                List.of(NIGHT)));
  }

  static FamilyRate rate(RandomGenerator random) {
    return random.nextBoolean()
        ? FamilyRate.NONE
        : new FamilyRate(random.nextBoolean() ? null : cents(random), random.nextInt(1000));
  }

  static List<Programme> programmes(RandomGenerator random) {
    return random.nextBoolean()
        ? List.of()
        : List.of(new Programme("VDAB", cents(random), random.nextInt(1000), true));
  }

  private static int cents(RandomGenerator random) {
    return random.nextInt(1500);
  }
}
