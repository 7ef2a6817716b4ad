package org.plek.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.plek.api.cli.Cli.plek;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plek.api.cli.Cli.Ended;
import org.plek.domain.Problem;
import org.plek.format.ProblemJson;

class ImportCommandTest {
  private static final Path POLAND =
      Path.of(
          System.getProperty("repository.root"),
          "../shared/data/poland_nurseries/nurseries_2025-09-17.csv");

  @TempDir Path folder;

  @Test
  void aRegionBecomesANetworkThenAProblem() throws IOException {
    assumeThat(POLAND).as("the Polish register is not on this machine").exists();
    Path network = folder.resolve("network.json.gz");
    Path report = folder.resolve("report.txt");
    Path problem = folder.resolve("problem.json.gz");

    Ended imported =
        plek("import", "poland", POLAND, "--region", "OPOLSKIE", "-o", network, "--report", report);
    Ended generated = plek("generate", network, "--sessions", 100, "-o", problem);

    assertThat(imported.code()).as(imported.err()).isZero();
    assertThat(imported.err()).contains("6,385").contains("Modelled");
    assertThat(Files.readString(report)).contains("line ");
    assertThat(generated.code()).as(generated.err()).isZero();
    Problem made = ProblemJson.read(problem);
    assertThat(made.providers()).hasSizeGreaterThan(50);
    assertThat(made.requests()).isNotEmpty();
  }

  @Test
  void anotherTableIsRefused() throws IOException {
    Path table = Files.writeString(folder.resolve("table.csv"), "a;b\n1;2\n");

    Ended ended = plek("import", "poland", table, "-o", folder.resolve("network.json"));

    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.err()).startsWith("plek: ").doesNotContain("Exception");
    assertThat(folder.resolve("network.json")).doesNotExist();
  }

  @Test
  void theLawMustBeKnown() throws IOException {
    Path table = Files.writeString(folder.resolve("table.csv"), "a\n");

    Ended ended = plek("import", "csv", table, "--law", "XX");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("EN, FR, NL, VL");
  }
}
