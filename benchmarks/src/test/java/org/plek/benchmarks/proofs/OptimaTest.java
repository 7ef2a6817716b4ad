package org.plek.benchmarks.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plek.benchmarks.instances.Instance;
import org.plek.benchmarks.instances.Instances;
import org.plek.search.PlanEngine;
import org.plek.search.SolveLimits;

/** The values written down are those that are proven now, and plek reaches them. */
class OptimaTest {
  private static final Path BOUNDS =
      Path.of(System.getProperty("repository.root"), "benchmarks", "bounds");
  private static final Path SMALL = BOUNDS.resolve("small");

  @Test
  void allTwentyAreProven() throws IOException {
    List<Optimum> table = Optimum.read(SMALL.resolve(Optima.TABLE));
    assertThat(table)
        .extracting(Optimum::instance)
        .containsExactlyElementsOf(SmallInstances.names());
    assertThat(table).allMatch(Optimum::proven);
    assertThat(table).allMatch(row -> row.bound().equals(row.value()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"VL-1", "NL-1", "EN-1", "FR-1"})
  void provesTheSmallestAgain(String name, @TempDir Path folder) throws IOException {
    Files.copy(SMALL.resolve(name + ".json.gz"), folder.resolve(name + ".json.gz"));
    Files.copy(SMALL.resolve(Optima.TABLE), folder.resolve(Optima.TABLE));
    new Optima(
            folder,
            new PrintWriter(java.io.Writer.nullWriter()),
            InstantSource.fixed(Instant.parse("2026-11-25T12:00:00Z")))
        .prove(List.of(name), OrTools.Method.HIGHS, true);
    Optimum written = row(SMALL, name);
    Optimum again = row(folder, name);
    assertThat(again.value()).isEqualTo(written.value());
    assertThat(again.sha256()).isEqualTo(written.sha256());
    assertThat(again.options()).isEqualTo(written.options());

    Instance instance = new Instances(BOUNDS, null, null).make(name);
    long best = Long.parseLong(written.value());
    long found = Long.MAX_VALUE;
    for (int seed = 1; seed <= 3 && found > best; seed++) {
      found =
          Math.min(
              found,
              new PlanEngine(
                      instance.index(), instance.packs(), instance.travel(), instance.table())
                  .solve(SolveLimits.moves(2_000_000, seed), progress -> true)
                  .objective());
    }
    assertThat(found).isEqualTo(best);
  }

  private static Optimum row(Path folder, String name) throws IOException {
    return Optimum.read(folder.resolve(Optima.TABLE)).stream()
        .filter(each -> each.instance().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
