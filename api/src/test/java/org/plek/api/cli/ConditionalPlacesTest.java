package org.plek.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plek.api.cli.Cli.plek;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plek.api.cli.Cli.Ended;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A place that hangs on children staying away, in what the commands say of a plan. */
class ConditionalPlacesTest {
  private static final Path NURSERY =
      Path.of(System.getProperty("repository.root"), "datasets/systems/06-butterfly-planning");
  private static final Path PROBLEM = NURSERY.resolve("problem.json");
  private static final Path PLAN = NURSERY.resolve("expected-plan.json");
  private static final String PIA =
      "pia-tue: twos, 2026-12-01 09:30–12:30, if regular children stay away (09:30–11:00 at least 1"
          + " of 4); refused on the day with a probability of at most 22.67 %";

  @TempDir Path folder;

  @Test
  void solveListsItBesideWhatHasNoPlace() {
    Ended solved =
        plek(
            "solve",
            PROBLEM,
            "--moves",
            2000,
            "-o",
            folder.resolve("plan.json"),
            "--summary",
            folder.resolve("plan.html"));
    assertThat(solved.code()).as(solved.err()).isEqualTo(ExitCode.FINE);
    assertThat(solved.out())
        .contains("Of these, places if regular children stay away: 1")
        .contains(PIA);
    assertThat(folder.resolve("plan.html")).content().contains(PIA);
  }

  @Test
  void explainTellsItOfTheCareSession() {
    Ended explained = plek("explain", PROBLEM, PLAN, "--session", "pia-tue");
    assertThat(explained.code()).as(explained.err()).isEqualTo(ExitCode.FINE);
    assertThat(explained.out()).contains("pia-tue has no place.").contains(PIA);
    JsonNode document =
        JsonMapper.builder()
            .build()
            .readTree(plek("explain", PROBLEM, PLAN, "--session", "pia-tue", "--json").out());
    assertThat(document.path("conditional").path("risk").asDouble()).isEqualTo(0.2267);
  }

  @Test
  void checkCountsTheRiskAgain() throws IOException {
    Ended fine = plek("check", PROBLEM, PLAN);
    assertThat(fine.code()).as(fine.out()).isEqualTo(ExitCode.FINE);
    assertThat(fine.out()).contains("each within the risk that the policy accepts");
    Path rosy = folder.resolve("rosy.json");
    Files.writeString(
        rosy, Files.readString(PLAN).replaceFirst("\"risk\":0.2267", "\"risk\":0.05"));
    Ended refused = plek("check", PROBLEM, rosy);
    assertThat(refused.code()).isEqualTo(ExitCode.RULE_BROKEN);
    assertThat(refused.out()).contains("pia-tue states a risk of 5.00 %, but has one of 22.67 %.");
  }
}
