package org.plek.benchmarks.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plek.benchmarks.instances.Instance;
import org.plek.benchmarks.instances.Instances;

class BoundsTest {
  private static final Path BOUNDS =
      Path.of(System.getProperty("repository.root"), "benchmarks", "bounds");

  @Test
  void pricesBoundWhatTheBestPlanLeavesAndOnlyAHigherBoundIsKept(@TempDir Path folder)
      throws IOException {
    Instance town = new Instances(BOUNDS, null, null).make("VL-1");
    // The proven best plan of VL-1 leaves care of weight 788 without a place.
    long left = 788;
    Path csv = folder.resolve("bounds.csv");
    Bounds bounds =
        new Bounds(
            new PrintWriter(new StringWriter()),
            InstantSource.fixed(Instant.parse("2026-11-27T12:00:00Z")));
    bounds.boundByPrices(town, 500, 2, csv);
    List<Bound> kept = Bound.read(csv);
    assertThat(kept).hasSize(1);
    assertThat(kept.getFirst().sha256()).isEqualTo(town.sha256());
    assertThat(kept.getFirst().aim()).isEqualTo("UNSERVED");
    assertThat(kept.getFirst().bound()).isBetween(left * 9 / 10, left);
    bounds.boundByPrices(town, 1, 1, csv);
    assertThat(Bound.read(csv)).isEqualTo(kept);
  }
}
