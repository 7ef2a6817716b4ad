package org.plek.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.plek.format.BadInputTest.VALID;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plek.domain.CareSession;
import org.plek.domain.Interval;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.Plan;
import org.plek.domain.Policy;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provenance;
import org.plek.domain.Provider;
import org.plek.domain.SessionForm;
import org.plek.domain.Tariff;
import org.plek.domain.Timeline;
import org.plek.domain.Unplaced;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a document means: defaults, short forms, nights, clock changes, hashes, plans. */
class MeaningTest {
  private static Problem read(String text) {
    return BadInputTest.read(text, ReadOptions.DEFAULT);
  }

  @Test
  void whatIsLeftOutHasItsDefault() {
    Problem problem = read(VALID);
    Provider minder = problem.providers().get(1);

    assertThat(minder.groups()).isEqualTo(ProviderChecks.impliedGroups("minder", 8));
    assertThat(minder.caregivers())
        .singleElement()
        .satisfies(
            person -> {
              assertThat(person.id()).isEqualTo("minder");
              assertThat(person.hours()).isEqualTo(minder.opening());
              assertThat(person.counts()).isTrue();
            });
    assertThat(minder.form()).isEqualTo(SessionForm.ANY);
    assertThat(minder.tariff()).isEqualTo(Tariff.FREE);
    assertThat(minder.homeCare()).isNull();
    assertThat(problem.providers().get(2).homeCare()).isEqualTo(NetworkShapes.HOME_CARE);
    assertThat(problem.requests().get(0).limits().maxTravelMinutes()).isEqualTo(30);
    assertThat(problem.placements().get(1).state()).isEqualTo(PlacementState.PROPOSED);
  }

  @Test
  void aProblemWithoutPolicyHasThePlainOne() {
    String text =
        VALID.substring(0, VALID.indexOf("\"policy\""))
            + VALID.substring(VALID.indexOf("\"providers\""));

    assertThat(read(text).policy()).isEqualTo(Policy.plain("plain"));
  }

  @Test
  void aCareSessionHasThreeForms() {
    List<CareSession> sessions = read(VALID).requests().get(0).sessions();
    LocalDateTime eight = LocalDateTime.of(2026, 12, 7, 8, 0);

    assertThat(sessions.get(0))
        .isEqualTo(RequestFixture.fixed("s1", "Noor", eight, eight.plusMinutes(270)));
    assertThat(sessions.get(1).minutes()).isEqualTo(240);
    assertThat(sessions.get(1).windows()).hasSize(1);
    assertThat(sessions.get(2).minutes()).isZero();
    assertThat(sessions.get(2).parentAway())
        .isEqualTo(new Interval(eight.plusDays(2).plusHours(1), eight.plusDays(2).plusHours(4)));
  }

  @Test
  void aNightOfClockChangeIsReadAsItWasWritten() throws IOException {
    // The night to 25 October 2026 has 25 hours in Brussels, that to 29 March 2026 has 23.
    for (LocalDateTime evening :
        List.of(LocalDateTime.of(2026, 10, 24, 20, 0), LocalDateTime.of(2026, 3, 28, 20, 0))) {
      String text =
          VALID
              .replace("2026-12-07T08:00", evening.toString())
              .replace("2026-12-07T12:30", evening.plusHours(10).toString())
              .replace("2026-12-07T10:00", evening.plusHours(1).toString())
              .replace("\"from\": \"2026-12-07\"", "\"from\": \"" + evening.toLocalDate() + "\"")
              .replace("2025-11-20", "2025-01-20")
              .replaceAll("2026-12-0[89]T", evening.toLocalDate().plusDays(1) + "T")
              .replaceAll(",\n\\s*\\{\"sessionId\": \"q2/[^\\]]*\\]\\}", "");
      Problem problem = read(text);

      CareSession night = problem.requests().get(0).sessions().get(0);
      assertThat(night.minutes()).isEqualTo(600); // By the clock on the wall, 20:00 to 06:00.
      long passing =
          Timeline.of(problem).minutes(evening, night.windows().get(0).end()); // 11 or 9 hours.
      assertThat(passing).isEqualTo(evening.getMonthValue() == 10 ? 660 : 540);
      assertThat(read(new String(RoundTripTest.bytes(problem), StandardCharsets.UTF_8)))
          .isEqualTo(problem);
    }
  }

  @Test
  void equalPartsAreKeptOnce() {
    String week = "{\"week\": [{\"day\": \"MONDAY\", \"from\": \"07:00\", \"to\": \"18:00\"}]}";
    Problem problem =
        read(
            VALID
                .replace("\"opening\": {}", "\"opening\": " + week)
                .replace(
                    "\"exceptions\": [{\"date\": \"2026-12-14\", \"hours\": []}]",
                    "\"exceptions\": []"));

    assertThat(problem.providers().get(2).opening()).isSameAs(problem.providers().get(0).opening());
  }

  @Test
  void theHashKnowsNoWhiteSpaceOrOrderOfFieldsAndSets() {
    String hash = ProblemJson.hash(read(VALID));
    for (long seed = 0; seed < 20; seed++) {
      String shuffled = shuffle(SchemaDocument.JSON.readTree(VALID), new Random(seed)).toString();

      assertThat(ProblemJson.hash(read(shuffled))).isEqualTo(hash);
    }
    assertThat(
            ProblemJson.hash(read(VALID.replace("\"weight\": 4", "\"leastMarks\":1,\"weight\":4"))))
        .as("a default written out")
        .isEqualTo(hash);
    assertThat(ProblemJson.hash(read(VALID.replace("\"weight\": 4", "\"weight\": 5"))))
        .as("another weight")
        .isNotEqualTo(hash);
    assertThat(hash).matches("[0-9a-f]{64}");
  }

  private static JsonNode shuffle(JsonNode node, Random random) {
    if (node instanceof ObjectNode object) {
      List<String> names = new ArrayList<>(object.propertyNames());
      Collections.shuffle(names, random);
      ObjectNode shuffled = SchemaDocument.JSON.createObjectNode();
      names.forEach(name -> shuffled.set(name, shuffle(object.get(name), random)));
      return shuffled;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode same = SchemaDocument.JSON.createArrayNode();
      array.forEach(one -> same.add(shuffle(one, random)));
      return same;
    }
    return node;
  }

  private static Plan plan(Problem problem, Map<String, Long> score, Map<String, Double> figures) {
    LocalDateTime start = LocalDateTime.of(2026, 12, 7, 8, 0);
    return new Plan(
        problem.id(),
        new Provenance(ProblemJson.hash(problem), "0.1", Map.of("VL", "2026-1"), -7, 1000),
        List.of(
            new Placement(
                "s1",
                PlacementState.PROPOSED,
                null,
                List.of(new Leg("daycare", "babies", start, start.plusMinutes(270), 0)))),
        List.of(new Unplaced("s2", "RATIO", "Too few caregivers.")),
        score,
        figures);
  }

  @Test
  void equalPlansHaveEqualBytes() throws IOException {
    Problem problem = read(VALID);
    Map<String, Long> score = new LinkedHashMap<>(Map.of("UNSERVED", 12L, "OPEN", 0L));
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("served share", 0.5);
    figures.put("care hours", 4.5);
    Map<String, Double> other = new LinkedHashMap<>();
    other.put("care hours", 4.5);
    other.put("served share", 0.5);

    String text = text(plan(problem, score, figures));

    assertThat(text(plan(problem, Map.of("OPEN", 0L, "UNSERVED", 12L), other))).isEqualTo(text);
    assertThat(text.indexOf("\"OPEN\"")).isLessThan(text.indexOf("\"UNSERVED\""));
    ByteArrayInputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    Plan read = PlanJson.read(in, new ProblemIndex(problem), ReadOptions.DEFAULT);
    assertThat(read).isEqualTo(plan(problem, score, figures));
  }

  private static String text(Plan plan) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PlanJson.write(plan, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aPlanForAnotherProblemIsRefused() throws IOException {
    Problem problem = read(VALID);
    String text = text(plan(problem, Map.of(), Map.of())).replace("\"babies\"", "\"baby\"");
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    assertThat(PlanJson.read(new ByteArrayInputStream(bytes)).placements()).hasSize(1);
    assertThat(
            catchThrowableOfType(
                    InvalidDocument.class,
                    () ->
                        PlanJson.read(
                            new ByteArrayInputStream(bytes),
                            new ProblemIndex(problem),
                            ReadOptions.DEFAULT))
                .issues())
        .singleElement()
        .satisfies(
            issue -> {
              assertThat(issue.code()).isEqualTo(IssueCode.UNKNOWN_ID);
              assertThat(issue.pointer()).isEqualTo("/placements/0/legs/0/groupId");
            });
  }

  @Test
  void aFigureThatIsNoNumberIsNotWritten() {
    Plan plan = plan(read(VALID), Map.of(), Map.of("share", Double.NaN));

    assertThatIllegalArgumentException().isThrownBy(() -> text(plan)).withMessageContaining("NaN");
  }
}
