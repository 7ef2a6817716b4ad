package org.plek.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plek.api.cli.Cli.plek;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.plek.api.cli.Cli.Ended;
import tools.jackson.databind.json.JsonMapper;

/** {@code plek staffing} on the example of a nursery's planning. */
class StaffingCommandTest {
  private static final Path NURSERY =
      Path.of(System.getProperty("repository.root"), "datasets/systems/06-butterfly-planning");
  private static final Path PROBLEM = NURSERY.resolve("problem.json");
  private static final Path PLAN = NURSERY.resolve("expected-plan.json");

  @Test
  void tellsWhenEachCaregiverMustStartAndWhereOneMoreHourHelps() {
    Ended run = plek("staffing", PROBLEM, PLAN, "--date", "2026-11-30");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.FINE);
    assertThat(run.out())
        .contains("group babies: at most 4 children, 2 caregivers from 10:00")
        .contains("  caregiver 2  10:00–12:00  2.0 h needed")
        .contains("  2026-11-30 07:15–08:15, group babies: 1.0 h of care (zoe-early)")
        .doesNotContain("2026-12-01");
  }

  @Test
  void printsJson() {
    Ended run = plek("staffing", PROBLEM, PLAN, "--hours", "0", "--json");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.FINE);
    assertThat(JsonMapper.builder().build().readTree(run.out()).get("days")).hasSize(8);
  }

  @Test
  void saysWhichProviderIsUnknown() {
    Ended run = plek("staffing", PROBLEM, PLAN, "--provider", "nowhere");
    assertThat(run.code()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(run.err()).contains("There is no provider nowhere").contains("Maybe one like");
  }
}
