package org.plek.benchmarks.instances;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plek.datasets.generator.Size;
import org.plek.datasets.generator.SyntheticProblem;
import org.plek.domain.Problem;
import org.plek.format.ProblemJson;
import org.plek.rules.RulePacks;

/**
 * Makes instances by name: {@code S-1} to {@code XL-5} are seeds of the generator, {@code poland-1}
 * and {@code nebraska-1} need the file of the register, {@code VL-1} to {@code FR-5} are small and
 * kept as files with their bounds. Seeds from 11 are for tuning and have no hash.
 */
public final class Instances {
  private static final Set<String> SMALL = Set.of("VL", "NL", "EN", "FR");
  private static final String HASHES = "instances.sha256";

  /** The first seed that is for tuning only. */
  public static final long FIRST_TUNING_SEED = 11;

  private final Path bounds;
  private final @Nullable Path poland;
  private final @Nullable Path nebraska;
  private final RulePacks packs = RulePacks.bundled();

  /**
   * @param bounds folder of the bounds, with the small instances
   * @param poland CSV of the Polish register, absent if it is not asked for
   * @param nebraska CSV of the roster of Nebraska, absent if it is not asked for
   */
  public Instances(Path bounds, @Nullable Path poland, @Nullable Path nebraska) {
    this.bounds = bounds;
    this.poland = poland;
    this.nebraska = nebraska;
  }

  /**
   * An instance with its options, held to its hash.
   *
   * @throws IllegalArgumentException when there is no such instance
   * @throws IllegalStateException when it is not the one that was written down
   */
  public Instance make(String name) {
    Instance made = Instance.of(name, problem(name), packs);
    String expected = SMALL.contains(kind(name)) ? smallHash(name) : hashes().get(name);
    if (expected == null && seed(name) < FIRST_TUNING_SEED) {
      throw new IllegalStateException(
          "%s has no hash in %s. Maybe write the hashes down first: instances --write."
              .formatted(name, HASHES));
    }
    if (expected != null && !expected.equals(made.sha256())) {
      throw new IllegalStateException(
          ("%s has hash %s, but %s was written down. Maybe the generator changed: then earlier"
                  + " results no longer compare, and instances --write writes new hashes.")
              .formatted(name, made.sha256(), expected));
    }
    return made;
  }

  /** The problem of a name, whatever its hash. */
  public Problem problem(String name) {
    long seed = seed(name);
    String kind = kind(name);
    return switch (kind) {
      case "VL", "NL", "EN", "FR" -> small(name);
      case "S", "M", "L", "XL" -> SyntheticProblem.of(Size.valueOf(kind), packs, seed);
      case "poland", "nebraska" -> {
        Path file = kind.equals("poland") ? poland : nebraska;
        if (file == null) {
          throw new IllegalArgumentException(
              "%s needs its register. Maybe give --%s FILE.".formatted(name, kind));
        }
        yield Register.valueOf(kind.toUpperCase(Locale.ROOT)).problem(file, packs, seed);
      }
      default -> throw unknown(name);
    };
  }

  /** Hashes that were written down, by name. */
  public static Map<String, String> hashes() {
    Map<String, String> hashes = new LinkedHashMap<>();
    try (InputStream in = Instances.class.getResourceAsStream(HASHES)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> !line.isBlank())
          .map(line -> line.split(" +", -1))
          .forEach(parts -> hashes.put(parts[1], parts[0]));
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read the hashes of the instances.", e);
    }
    return hashes;
  }

  private Problem small(String name) {
    Path file = bounds.resolve("small").resolve(name + ".json.gz");
    try {
      return ProblemJson.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Could not read %s. Maybe give --bounds DIRECTORY.".formatted(file), e);
    }
  }

  private @Nullable String smallHash(String name) {
    Path table = bounds.resolve("small").resolve("optima.csv");
    try {
      return Files.readAllLines(table).stream()
          .map(line -> line.split(",", -1))
          .filter(fields -> fields[0].equals(name))
          .map(fields -> fields[1])
          .findFirst()
          .orElse(null);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Could not read %s. Maybe give --bounds DIRECTORY.".formatted(table), e);
    }
  }

  private static String kind(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('-')));
  }

  private static long seed(String name) {
    int dash = name.lastIndexOf('-');
    if (dash < 1 || !name.substring(dash + 1).matches("[0-9]{1,9}")) {
      throw unknown(name);
    }
    return Long.parseLong(name.substring(dash + 1));
  }

  private static IllegalArgumentException unknown(String name) {
    return new IllegalArgumentException(
        "There is no instance %s. Maybe S-1, M-3, XL-5, poland-1 or nebraska-1.".formatted(name));
  }
}
