package org.plek.benchmarks.proofs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.plek.datasets.generator.SyntheticProblem;
import org.plek.datasets.generator.Town;
import org.plek.domain.Problem;
import org.plek.format.ProblemJson;
import org.plek.rules.RulePacks;

/**
 * The 20 small instances: five sizes under each of the four bundled laws, each size with its own
 * seed, made once by the generator and kept as files, so that a later generator does not change
 * them. None was looked at before its seed was fixed, and none was replaced.
 */
final class SmallInstances {
  /** Regular children per licensed place, and share of groups staffed in full, as in size S. */
  private static final double OCCUPANCY = 0.80;

  private static final double STAFFED_SHARE = 0.60;

  /** Care sessions by seed; one group for every six of them. */
  private static final int[] SESSIONS = {50, 80, 110, 150, 200};

  private static final int SESSIONS_PER_GROUP = 6;

  private SmallInstances() {}

  /** Names such as {@code VL-1}, the smallest of a law first. */
  static List<String> names() {
    List<String> names = new ArrayList<>();
    for (String pack : List.of("VL", "NL", "EN", "FR")) {
      for (int seed = 1; seed <= SESSIONS.length; seed++) {
        names.add(pack + "-" + seed);
      }
    }
    return names;
  }

  /** Makes an instance with the generator as it is now. */
  static Problem make(String name, RulePacks packs) {
    String pack = name.substring(0, 2);
    int seed = Integer.parseInt(name.substring(3));
    int sessions = SESSIONS[seed - 1];
    return SyntheticProblem.of(
        "small-" + pack,
        Town.ALL.stream().filter(town -> town.rulePack().equals(pack)).limit(1).toList(),
        ZoneId.of(pack.equals("EN") ? "Europe/London" : "Europe/Brussels"),
        sessions / SESSIONS_PER_GROUP,
        sessions,
        OCCUPANCY,
        STAFFED_SHARE,
        packs::pack,
        seed);
  }

  static void write(Path folder, String name, Problem problem) throws IOException {
    try (GZIPOutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve(name + ".json.gz")))) {
      ProblemJson.write(problem, out);
    }
  }

  static Problem read(Path folder, String name) throws IOException {
    try (GZIPInputStream in =
        new GZIPInputStream(Files.newInputStream(folder.resolve(name + ".json.gz")))) {
      return ProblemJson.read(in);
    }
  }
}
