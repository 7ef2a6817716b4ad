package org.plek.benchmarks.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plek.benchmarks.instances.Instance;
import org.plek.benchmarks.instances.Instances;
import org.plek.datasets.generator.SyntheticProblem;
import org.plek.datasets.generator.Town;
import org.plek.rules.RulePacks;

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

  @Test
  void boundsOfTownsThatLieApartAddUpToThatOfTheRegion(@TempDir Path folder) throws IOException {
    RulePacks packs = RulePacks.bundled();
    List<Town> towns =
        Town.ALL.stream().filter(town -> town.rulePack().equals("NL")).limit(2).toList();
    Instance region =
        Instance.of(
            "region",
            SyntheticProblem.of(
                "region", towns, ZoneId.of("Europe/Brussels"), 12, 300, 0.75, 0.6, packs::pack, 3),
            packs);
    assertThat(Pieces.of(region)).hasSizeGreaterThan(1);
    LinearModel whole =
        PlanModel.of(region.index(), packs, region.travel(), region.table(), PlanModel.Aim.UNSERVED)
            .linear();
    double relaxed = OrTools.solve(whole, OrTools.Method.GLOP, 60, new double[0]).cost();
    assertThat(relaxed).isGreaterThan(100);
    Path csv = folder.resolve("bounds.csv");
    new Bounds(new PrintWriter(new StringWriter()), InstantSource.system())
        .boundByPrices(region, 1_000, 2, csv);
    // Each piece may be rounded up to whole weights.
    assertThat((double) Bound.read(csv).getFirst().bound())
        .isBetween(0.95 * relaxed, relaxed + Pieces.of(region).size());
  }
}
