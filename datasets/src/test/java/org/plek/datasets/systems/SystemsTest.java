package org.plek.datasets.systems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plek.datasets.SharedData;
import org.plek.domain.Unplaced;
import org.plek.format.PlanJson;
import org.plek.scoring.plain.ProviderAnswer;

/**
 * Every example system is solved, checked and explained. With {@code -Dsystems.rewrite=true} the
 * expected plans are written again, after an intended change; read the difference before it is
 * kept.
 */
class SystemsTest {
  @TempDir Path folder;

  static List<String> systems() {
    try (Stream<Path> found = Files.list(SolvedSystem.SYSTEMS)) {
      return found
          .filter(Files::isDirectory)
          .map(path -> path.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("systems")
  void aSystemIsSolvedLegallyExplainedAndAsExpected(String name) throws IOException {
    SolvedSystem system = SolvedSystem.of(name);
    assertThat(system.problem.id()).isEqualTo(name);
    assertThat(system.check.caused()).isEmpty();
    for (Unplaced unplaced : system.plan.unplaced()) {
      assertThat(unplaced.constraint())
          .as("%s would fit, but was left out: %s", unplaced.sessionId(), unplaced.reason())
          .isNotEqualTo("UNSERVED");
      assertThat(system.explain(unplaced.sessionId()).nearest())
          .as("every provider answers why not %s", unplaced.sessionId())
          .extracting(ProviderAnswer::blocker)
          .doesNotContainNull();
    }
    Path written = folder.resolve("plan.json");
    PlanJson.write(system.plan, written);
    Path expected = SolvedSystem.SYSTEMS.resolve(name).resolve("expected-plan.json");
    if (Boolean.getBoolean("systems.rewrite")) {
      Files.copy(written, expected, StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(Files.readString(written))
        .as("plan of %s; if the change is intended, write it again as docs/systems.md says", name)
        .isEqualTo(Files.readString(expected));
  }

  @ParameterizedTest
  @MethodSource("systems")
  void aSystemSaysWhatItIsAndStandsInTheTable(String name) throws IOException {
    Path own = SolvedSystem.SYSTEMS.resolve(name);
    assertThat(name).matches("(0[1-9]|1[0-4])-[a-z-]+");
    assertThat(Files.readString(own.resolve("README.md"))).startsWith("# ").contains("ynthetic");
    assertThat(Files.readString(SharedData.root().resolve("datasets/docs/systems.md")))
        .contains("(../systems/" + name + "/README.md)");
  }

  @Test
  void noTwoSystemsHaveOneNumber() {
    assertThat(systems().stream().map(name -> name.substring(0, 2))).doesNotHaveDuplicates();
  }
}
