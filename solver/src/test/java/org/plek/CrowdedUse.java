package org.plek;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.plek.domain.BlackOut;
import org.plek.domain.Dates;
import org.plek.domain.Entitlement;
import org.plek.domain.Entitlement.Holder;
import org.plek.domain.Entitlement.Measure;
import org.plek.domain.Entitlement.Period;
import org.plek.domain.Share;

/** Tight limits on use for the crowded town, so that walks run into every kind of them. */
final class CrowdedUse {
  private CrowdedUse() {}

  static List<Entitlement> entitlements(SplittableRandom random, LocalDate from, String provider) {
    List<Entitlement> drawn = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      for (Holder holder : Holder.values()) {
        if (random.nextInt(3) > 0) {
          continue;
        }
        boolean spell = measure == Measure.SPELL_DAYS;
        Period period =
            spell ? Period.IN_TOTAL : Period.values()[random.nextInt(Period.values().length)];
        int most = measure == Measure.MINUTES ? 60 * random.nextInt(1, 30) : random.nextInt(1, 5);
        drawn.add(
            new Entitlement(
                measure + " of " + holder,
                holder,
                measure,
                period,
                period == Period.ROLLING ? 1 + random.nextInt(9) : 0,
                spell ? random.nextInt(3) : 0,
                most,
                random.nextBoolean() ? Map.of() : Map.of("f1", 2 * most, "f0-k0", 0),
                random.nextInt(3) > 0 ? Set.of() : Set.of(provider),
                random.nextInt(4) > 0 ? Set.of() : Set.of("FACTORY"),
                random.nextInt(3) > 0 ? Set.of() : Set.of("WORK"),
                240,
                random.nextInt(3) > 0
                    ? Dates.ALWAYS
                    : new Dates(from.minusDays(4), from.plusDays(random.nextInt(4)))));
      }
    }
    return drawn;
  }

  static List<BlackOut> blackOuts(SplittableRandom random, LocalDate from, String provider) {
    return random.nextBoolean()
        ? List.of()
        : List.of(
            new BlackOut(
                "stocktaking",
                new Dates(from.plusDays(1), from.plusDays(2)),
                random.nextBoolean() ? Set.of() : Set.of(provider),
                Set.of("FACTORY"),
                Set.of(),
                Set.of()),
            new BlackOut(
                "home",
                new Dates(null, from.plusDays(2)),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of("f2-k0")));
  }

  static List<Share> shares(SplittableRandom random, LocalDate from, String provider) {
    Share alone =
        new Share("alone", 40, Set.of("SINGLE_PARENT"), 1, Set.of(), Set.of(), Dates.ALWAYS);
    Share late =
        new Share(
            "late",
            75,
            Set.of("SINGLE_PARENT"),
            1,
            Set.of(),
            Set.of(provider),
            new Dates(from.plusDays(1), from.plusDays(7)));
    return random.nextInt(3) == 0 ? List.of() : List.of(alone, late);
  }
}
