package org.plek.datasets.towns;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.plek.datasets.generator.Generator;
import org.plek.datasets.generator.GeneratorParameters;
import org.plek.datasets.generator.SyntheticNetwork;
import org.plek.datasets.generator.Town;
import org.plek.domain.Policy;
import org.plek.domain.Problem;
import org.plek.domain.Provider;
import org.plek.rules.RulePack;

/**
 * Four towns, one per rule pack, and one of them over the day on which the Flemish law changes:
 * door of {@code generate --town}. Providers, families and requests are invented.
 */
public final class Towns {
  /** Seed of the files under {@code datasets/towns}. */
  public static final long SEED = 1;

  private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 8);
  private static final int DAYS = 14;

  /** A town, its network, and how full it is. */
  private enum Example {
    MECHELEN("Mechelen", "Europe/Brussels", DECEMBER, 26, 160, TownPolicies::flemish),
    MECHELEN_NEW_YEAR(
        "Mechelen", "Europe/Brussels", LocalDate.of(2026, 12, 28), 12, 60, TownPolicies::flemish),
    BREDA("Breda", "Europe/Amsterdam", DECEMBER, 26, 180, TownPolicies::dutch),
    BRIGHTON("Brighton", "Europe/London", DECEMBER, 24, 140, TownPolicies::english),
    SAINT_MARTIN_BOULOGNE(
        "Saint-Martin-Boulogne", "Europe/Paris", DECEMBER, 20, 120, TownPolicies::french);

    private final String town;
    private final String zone;
    private final LocalDate from;
    private final int groups;
    private final int sessions;
    private final BiFunction<String, List<Provider>, Policy> policy;

    Example(
        String town,
        String zone,
        LocalDate from,
        int groups,
        int sessions,
        BiFunction<String, List<Provider>, Policy> policy) {
      this.town = town;
      this.zone = zone;
      this.from = from;
      this.groups = groups;
      this.sessions = sessions;
      this.policy = policy;
    }

    String fileName() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  private Towns() {}

  /** Names of the towns, as in {@code datasets/towns/NAME.json}. */
  public static List<String> names() {
    return Arrays.stream(Example.values()).map(Example::fileName).toList();
  }

  /**
   * Makes a town; with {@link #SEED} that of the file.
   *
   * @throws IllegalArgumentException if there is no such town
   */
  public static Problem make(String name, Function<String, RulePack> packs, long seed) {
    Example example =
        Arrays.stream(Example.values())
            .filter(one -> one.fileName().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "No town %s. Maybe one of %s."
                            .formatted(name, String.join(", ", names()))));
    Town town =
        Town.ALL.stream().filter(one -> one.name().equals(example.town)).findFirst().orElseThrow();
    List<Provider> network =
        new SyntheticNetwork(packs, example.from, DAYS, 0.85, 0.5, 0, seed)
            .make(List.of(town), example.groups);
    if (example == Example.MECHELEN_NEW_YEAR) {
      network =
          network.stream().map(one -> Holidays.closed(one, LocalDate.of(2027, 1, 1))).toList();
    }
    GeneratorParameters parameters =
        new GeneratorParameters(
            seed == SEED ? name : name + "-" + seed,
            ZoneId.of(example.zone),
            example.from.minusDays(1).atTime(12, 0),
            example.from,
            DAYS,
            town.rulePack(),
            example.policy.apply(name, network),
            example.sessions,
            5);
    return new Generator(parameters, seed).generate(network);
  }
}
