package org.plek.datasets.generator;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.plek.domain.Policy;
import org.plek.domain.Problem;
import org.plek.domain.Provider;
import org.plek.rules.RulePack;
import org.plek.rules.RulePacks;

/** Problems of four sizes that need no file: door of {@code generate --size}. */
public final class SyntheticProblem {
  /** First date of the two weeks, a Monday. */
  public static final LocalDate FROM = LocalDate.of(2026, 12, 7);

  private static final int DAYS = 14;

  private SyntheticProblem() {}

  /**
   * Makes a problem over towns of Flanders, the Netherlands and France, in one time zone.
   *
   * @param size how large
   * @param packs the rule packs
   * @param seed seed of all chance
   */
  public static Problem of(Size size, RulePacks packs, long seed) {
    List<Town> towns = Town.ALL.stream().filter(town -> !town.rulePack().equals("EN")).toList();
    int drawn = (int) (size.sessions() * (size.allAtOnce() ? 2 : 1.3));
    Problem all =
        of(
            size.name(),
            towns.subList(0, size.towns()),
            ZoneId.of("Europe/Brussels"),
            size.groups(),
            drawn,
            size.occupancy(),
            size.staffedShare(),
            size.fullWeekShare(),
            packs::pack,
            seed);
    return Servable.of(all, size.sessions(), size.allAtOnce(), packs, seed);
  }

  /** The same of any size and fullness, with regular children who come on some weekdays. */
  public static Problem of(
      String name,
      List<Town> towns,
      ZoneId zone,
      int groups,
      int sessions,
      double occupancy,
      double staffedShare,
      Function<String, RulePack> packs,
      long seed) {
    return of(name, towns, zone, groups, sessions, occupancy, staffedShare, 0, packs, seed);
  }

  /**
   * Makes a problem of any size and fullness.
   *
   * @param name end of the problem's id
   * @param towns where, all in one time zone
   * @param zone their time zone
   * @param groups groups in all
   * @param sessions care sessions in all
   * @param occupancy regular children per licensed place, 0 to 1
   * @param staffedShare share of daycare groups rostered for all their places, 0 to 1
   * @param fullWeekShare share of providers whose regular children come on every weekday, 0 to 1
   * @param packs finds a rule pack by its id
   * @param seed seed of all chance
   */
  public static Problem of(
      String name,
      List<Town> towns,
      ZoneId zone,
      int groups,
      int sessions,
      double occupancy,
      double staffedShare,
      double fullWeekShare,
      Function<String, RulePack> packs,
      long seed) {
    List<Provider> network =
        new SyntheticNetwork(packs, FROM, DAYS, occupancy, staffedShare, fullWeekShare, seed)
            .make(towns, groups);
    Policy policy = Policies.common("synthetic-" + name, network, true);
    return new Generator(
            GeneratorParameters.twoWeeks(
                "synthetic-" + name + "-" + seed, zone, FROM, "VL", policy, sessions),
            seed)
        .generate(network);
  }
}
