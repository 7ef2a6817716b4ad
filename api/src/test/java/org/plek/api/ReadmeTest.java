package org.plek.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plek.scoring.ConstraintName;

/** What the README says must stay true. */
class ReadmeTest {
  private static final Path ROOT = Path.of(System.getProperty("repository.root"));

  @Test
  void tableHoldsEveryConstraintInItsOrder() throws IOException {
    List<String> rows =
        Arrays.stream(ConstraintName.values())
            .map(
                name ->
                    "| %s | %s | %s |"
                        .formatted(
                            name, name.level().name().toLowerCase(Locale.ROOT), name.meaning()))
            .toList();

    assertThat(lines()).containsSubsequence(rows);
  }

  @Test
  void isNoLongerThanPeopleRead() throws IOException {
    assertThat(lines()).hasSizeLessThanOrEqualTo(150);
  }

  @Test
  void pointsToFilesThatExist() throws IOException {
    List<String> targets =
        Pattern.compile("\\]\\(([^)#:]+)\\)")
            .matcher(String.join("\n", lines()))
            .results()
            .map((MatchResult link) -> link.group(1))
            .toList();

    assertThat(targets).isNotEmpty().allSatisfy(file -> assertThat(ROOT.resolve(file)).exists());
  }

  @Test
  void itsFirstCommandPlansADataSetThatExists() throws IOException {
    List<String> dataSets =
        Pattern.compile("plek\\.jar solve (\\S+)")
            .matcher(String.join("\n", lines()))
            .results()
            .map((MatchResult command) -> command.group(1))
            .toList();

    assertThat(dataSets).isNotEmpty().allSatisfy(file -> assertThat(ROOT.resolve(file)).exists());
  }

  @Test
  void continuousIntegrationRunsItsTestCommand() throws IOException {
    assertThat(lines()).contains("mvn -B verify");
    assertThat(Files.readString(ROOT.resolve(".ci/run"))).contains("mvn -B verify");
  }

  private static List<String> lines() throws IOException {
    return Files.readAllLines(ROOT.resolve("README.md"));
  }
}
