package org.plek.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plek.benchmarks.peers.Peers;
import org.plek.benchmarks.results.Results;
import picocli.CommandLine;

class BenchmarksTest {
  @TempDir private Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine line = Benchmarks.commandLine();
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  @Test
  void everyPresetNamesSolversThatExist() {
    for (Preset preset : Preset.values()) {
      assertThat(preset.jobs()).doesNotHaveDuplicates().isNotEmpty();
      preset.jobs().forEach(job -> assertThat(Peers.named(job.solver())).isNotNull());
    }
  }

  @Test
  void aRowIsAddedAndSkippedTheNextTime() {
    String folder = directory.toString();
    assertThat(
            run(
                "run",
                "--instance",
                "S-1",
                "--solver",
                "greedy",
                "--warm-up",
                "0",
                "--out",
                folder))
        .isZero();
    assertThat(new Results(directory).rows())
        .hasSize(1)
        .allMatch(row -> row.legal() && row.equal());
    String[] table = {
      "table", "--dry-run", "--out", folder, "--instance", "S-1,S-2", "--solver", "greedy"
    };
    assertThat(run(table)).isZero();
    assertThat(out.toString())
        .contains("S-2 by greedy")
        .doesNotContain("S-1 by greedy, 60 s, 2 threads, seed 1\n");
  }

  @Test
  void wrongNamesAreToldWithoutATrace() {
    assertThat(run("run", "--instance", "XS-1", "--solver", "greedy")).isEqualTo(2);
    assertThat(run("run", "--instance", "S-1", "--solver", "nobody")).isEqualTo(2);
    assertThat(List.of(err.toString().split("\n", -1)))
        .anyMatch(line -> line.contains("no instance XS-1"))
        .anyMatch(line -> line.contains("no solver nobody"))
        .noneMatch(line -> line.contains("\tat "));
  }
}
