package org.plek.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plek.benchmarks.peers.Attempt;

class ResultsTest {
  private static final Circumstances HERE = new Circumstances("a, \"quoted\" machine", "25", "abc");

  @TempDir private Path directory;

  private static Row row(String instance, String solver, long unserved, long objective) {
    return row(instance, solver, 60, unserved, objective, true);
  }

  private static Row row(
      String instance, String solver, int seconds, long unserved, long objective, boolean legal) {
    return new Row(
        instance, "f00", solver, seconds, 2, 1, unserved, 3, objective, legal, true, 1_000, 2.5,
        HERE, "");
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    Results results = new Results(directory.resolve("new"));
    Row one = row("M-1", "plek", 40, 400_100);
    Row two = row("M-2", "plek", 50, 500_100);
    Figure figure = new Figure("first-plan", "XL-1", 1.25, 0.5, "s", HERE);
    results.add(one, List.of(new Attempt.Step(0.5, 7)));
    results.add(two, List.of());
    results.add(List.of(figure));
    assertThat(results.rows()).containsExactly(one, two);
    assertThat(results.figures()).containsExactly(figure);
    assertThat(one.job()).isNotEqualTo(two.job());
  }

  @Test
  void theSummaryTakesTheBestPeerAndTheMedianSeed() throws IOException {
    Files.writeString(
        directory.resolve("bounds.csv"),
        "instance,sha256,aim,bound\n"
            + "M-1,f00,UNSERVED,20\n"
            + "M-1,other,UNSERVED,39\n"
            + "S-1,f00,OBJECTIVE,100\n"
            + "XL-1,f00,UNSERVED,45\n");
    List<Row> rows = new ArrayList<>();
    rows.add(row("M-1", "plek", 40, 1));
    rows.add(row("M-1", "timefold-late", 200, 1));
    rows.add(row("M-1", "timefold-annealing", 120, 1));
    rows.add(row("M-2", "plek", 90, 1));
    rows.add(row("M-2", "timefold-late", 100, 1));
    rows.add(row("M-3", "plek", 10, 1));
    rows.add(row("M-3", "timefold-late", 100, 1));
    rows.add(row("S-1", "plek", 0, 110));
    rows.add(row("S-1", "greedy", 0, 200));
    rows.add(row("XL-1", "plek", 60, 1));
    rows.add(row("XL-1", "greedy", 100, 1));
    rows.add(row("XL-2", "plek", 1, 60, 1, false));
    List<String> lines = Summary.of(rows, List.of(), new Bounds(directory));
    // M-1: (40 - 20) / (120 - 20) = 0.2 and 40 / 120; M-2: 0.9 twice; M-3: 0.1 twice.
    assertThat(lines)
        .contains(
            "| M, 60 s: (unserved - bound) / (best Timefold's - bound) | <= 0.350"
                + " | 0.200 (0.100 to 0.900) | 3 | met |",
            "| M, 60 s: unserved / best Timefold's | <= 0.400 | 0.333 (0.100 to 0.900) | 3 | met |",
            // 20 / 120; M-2 and M-3 have no bound.
            "| M, 60 s: no plan is below / best Timefold's |  | 0.167 | 1 |  |",
            // (110 - 100) / (200 - 100)
            "| S, 60 s: (objective - bound) / (greedy's - bound) | <= 0.200 | 0.100 | 1 | met |",
            "| XL, 60 s: unserved / greedy's | <= 0.550 | 0.600 | 1 | MISSED |",
            "| XL: no plan is below / greedy's |  | 0.450 | 1 |  |",
            "| plans not legal or not worth what was claimed | 0 | 1 | 12 | MISSED |");
  }

  @Test
  void comparingShowsTheSpread() {
    List<Row> before = List.of(row("M-1", "plek", 40, 100), row("M-2", "plek", 50, 100));
    List<Row> after = List.of(row("M-1", "plek", 20, 90), row("M-2", "plek", 50, 110));
    List<String> lines =
        Comparison.of(
            before,
            after,
            List.of(new Figure("micro x", "", 10, 1, "ns/op", HERE)),
            List.of(new Figure("micro x", "", 11, 1, "ns/op", HERE)),
            new Bounds(directory));
    assertThat(lines)
        .contains(
            "| M plek 60 s, 2 threads | 2 | 0.750 | 0.500 to 1.000 | 1.000 | 0.900 to 1.100 | 1.000"
                + " |",
            "| micro x  | 10.0 ± 1.000 ns/op | 11.0 ± 1.000 ns/op | 1.100, within the error |");
  }
}
