package org.plek.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plek.api.cli.Cli.plek;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plek.api.cli.Cli.Ended;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code plek throughflow} on the example of a local desk. */
class ThroughflowCommandTest {
  private static final Path DESK =
      Path.of(System.getProperty("repository.root"), "datasets/systems/05-local-desk");
  private static final Path PLAN = DESK.resolve("expected-plan.json");

  @TempDir Path folder;

  @Test
  void asksForARuleWhereThePolicyHasNone() {
    Ended run = plek("throughflow", DESK.resolve("problem.json"), PLAN);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.FINE);
    assertThat(run.out()).contains("no rule for through-flow").contains("Maybe add");
  }

  @Test
  void listsWhoComesEveryWeekOnTheSameDay() throws IOException {
    JsonMapper mapper = JsonMapper.builder().build();
    ObjectNode problem =
        (ObjectNode) mapper.readTree(Files.readString(DESK.resolve("problem.json")));
    ((ObjectNode) problem.get("policy")).putObject("throughFlow").put("sameWeekdayWeeks", 1);
    Path withRule = folder.resolve("problem.json");
    Files.writeString(withRule, mapper.writeValueAsString(problem));
    int children =
        (int)
            mapper
                .readTree(Files.readString(PLAN))
                .get("placements")
                .valueStream()
                .map(placement -> placement.get("sessionId").asString().replaceAll("-.*", ""))
                .distinct()
                .count();

    Ended run = plek("throughflow", withRule, PLAN);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.FINE);
    assertThat(run.out()).startsWith(children + " children come as if they were regular.");
    Ended json = plek("throughflow", withRule, PLAN, "--json");
    assertThat(mapper.readTree(json.out()).get("uses")).hasSize(children);
  }
}
