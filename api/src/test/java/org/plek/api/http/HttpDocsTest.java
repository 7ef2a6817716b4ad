package org.plek.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plek.api.access.Role;
import org.plek.api.http.TestDesk.Answer;
import org.plek.api.jobs.NetworkSettings;
import org.plek.api.jobs.Town;
import org.plek.domain.Family;
import org.plek.domain.Problem;
import org.plek.format.ProblemJson;
import tools.jackson.databind.JsonNode;

/** Every example of the page about HTTP does what it says, one after the other. */
class HttpDocsTest {
  private static final Path ROOT = Path.of(System.getProperty("repository.root", ".."));
  private static final Pattern EXAMPLE =
      Pattern.compile("```http\\n(\\w+) (\\S+) -> (\\d+)\\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void the_examples_are_answered_as_they_say() throws Exception {
    Problem breda = ProblemJson.read(ROOT.resolve("datasets/towns/breda.json"));
    String page = Files.readString(ROOT.resolve("api/docs/http.md"));
    try (TestDesk desk = new TestDesk(folder)) {
      desk.town.clock.pass(
          (int)
              Duration.between(
                      desk.town.clock.instant(), breda.asOf().atZone(breda.zone()).toInstant())
                  .toMinutes());
      desk.town.desk.load(breda, NetworkSettings.Terms.DEFAULT, Town.ANN);
      for (Role role : List.of(Role.BROKER, Role.PLANNER)) {
        desk.account(role.name(), role, Set.of("breda"), Set.of(), Set.of(), Set.of());
      }
      Family family = breda.families().getFirst();
      Map<String, String> known = new HashMap<>();
      known.put("FAMILY", family.id());
      known.put("CHILD", family.children().getFirst().id());
      int examples = 0;
      for (MatchResult example : EXAMPLE.matcher(page).results().toList()) {
        Answer answer = call(desk, known, example);
        assertThat(answer.status())
            .as("%s %s: %s", example.group(1), example.group(2), answer.text())
            .isEqualTo(Integer.parseInt(example.group(3)));
        learn(known, answer);
        examples++;
      }
      assertThat(examples).isGreaterThan(15);
    }
  }

  private static Answer call(TestDesk desk, Map<String, String> known, MatchResult example)
      throws Exception {
    String[] parts = filled(known, example.group(4)).split("\n\n|^\n", 2);
    List<String> headers = new ArrayList<>();
    for (String line : parts[0].lines().filter(each -> !each.isBlank()).toList()) {
      headers.addAll(List.of(line.split(": ", 2)));
    }
    String body = parts.length < 2 || parts[1].isBlank() ? null : parts[1].strip();
    String path = filled(known, example.group(2));
    String who = path.contains("/runs") ? "PLANNER" : "BROKER";
    return desk.call(who, example.group(1), path, body, headers.toArray(String[]::new));
  }

  private static String filled(Map<String, String> known, String text) {
    String filled = text;
    for (var each : known.entrySet()) {
      filled = filled.replaceAll("\\b" + each.getKey() + "\\b", each.getValue());
    }
    return filled;
  }

  private static void learn(Map<String, String> known, Answer answer) {
    if (!answer.header("Content-Type").startsWith("application/json")) {
      return;
    }
    JsonNode json = answer.json();
    if (!answer.header("ETag").isEmpty()) {
      known.put("ETAG", answer.header("ETag"));
    }
    if (json.path("offers").size() > 0) {
      known.putIfAbsent("STAYS", json.path("offers").path(0).path("stays").toString());
    }
    if (json.has("familyId") && json.has("state")) {
      known.put("AGREEMENT", json.path("id").asString());
    }
    if (json.has("networkId") && answer.status() == 202) {
      known.put(known.containsKey("RUN") ? "OTHER" : "RUN", json.path("id").asString());
    }
  }
}
