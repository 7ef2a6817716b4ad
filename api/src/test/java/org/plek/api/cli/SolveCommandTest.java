package org.plek.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plek.api.cli.Cli.plek;
import static org.plek.api.cli.Cli.plekReading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plek.api.cli.Cli.Ended;
import org.plek.domain.Plan;
import org.plek.format.PlanJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small town, planned, checked and explained as a user would. */
class SolveCommandTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  @TempDir static Path town;
  private static Path problem;
  private static Path plan;

  @TempDir Path folder;

  @BeforeAll
  static void planATown() {
    problem = town.resolve("problem.json");
    plan = town.resolve("plan.json");
    assertThat(
            plek("generate", "--town", "Mechelen", "--groups", 8, "--sessions", 60, "-o", problem)
                .code())
        .isZero();
    Ended ended =
        plek("solve", problem, "--moves", 2000, "-o", plan, "--summary", town.resolve("s.html"));
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("care sessions have a place");
  }

  @Test
  void everyCareSessionIsPlacedOrHasAReason() throws IOException {
    Plan made = PlanJson.read(plan);

    assertThat(made.placements().size() + made.unplaced().size()).isEqualTo(60);
    assertThat(made.unplaced()).allSatisfy(one -> assertThat(one.reason()).isNotBlank());
    assertThat(made.figures())
        .containsEntry("careSessions", 60.0)
        .containsEntry("served", (double) made.placements().size());
  }

  @Test
  void checkFindsNothingBroken() {
    Ended ended = plek("check", problem, plan);

    assertThat(ended.code()).isZero();
    assertThat(ended.out()).startsWith("Legal: the plan breaks no rule.");
  }

  @Test
  void checkTellsWhatATamperedPlanBreaks() throws IOException {
    Plan made = PlanJson.read(plan);
    String start = made.placements().getFirst().legs().getFirst().start().toLocalTime().toString();
    Path tampered = folder.resolve("tampered.json");
    Files.writeString(
        tampered, Files.readString(plan).replaceFirst("T" + start + "(:00)?\"", "T03:00\""));

    Ended text = plek("check", problem, tampered);
    Ended json = plek("check", problem, tampered, "--json");

    assertThat(text.code()).isEqualTo(5);
    assertThat(text.out()).startsWith("Not legal").contains("Broken by the plan", "SESSION_TIME");
    assertThat(json.code()).isEqualTo(5);
    JsonNode document = MAPPER.readTree(json.out());
    assertThat(document.path("legal").booleanValue()).isFalse();
    assertThat(document.path("caused").findValuesAsString("constraint")).contains("SESSION_TIME");
  }

  @Test
  void theSameSeedAndMovesGiveTheSameBytes() throws IOException {
    Path again = folder.resolve("again.json");

    plek("solve", problem, "--moves", 2000, "--threads", 1, "-o", again, "-q");

    assertThat(again).hasSameBinaryContentAs(plan);
  }

  @Test
  void clockAndMachineStayOutOfThePlan() throws IOException {
    JsonNode run = MAPPER.readTree(Files.readString(town.resolve("run.json")));

    assertThat(run.path("machine").path("java").asString()).isNotEmpty();
    assertThat(run.path("seconds").has("search")).isTrue();
    assertThat(Files.readString(plan))
        .doesNotContain(run.path("startedAt").asString())
        .doesNotContain("durationSeconds")
        .doesNotContain(System.getProperty("java.vm.name"));
  }

  @Test
  void plansFlowThroughStandardInputAndOutput() throws IOException {
    Ended solved = plekReading(Files.readString(problem), "solve", "-", "--moves", 2000);
    Ended checked = plekReading(solved.out(), "check", problem, "-");

    assertThat(solved.out()).isEqualTo(Files.readString(plan));
    assertThat(solved.err()).contains("care sessions have a place");
    assertThat(checked.code()).isZero();
  }

  @Test
  void zippedFilesAreReadAndWritten() throws IOException {
    Path zipped = folder.resolve("problem.json.gz");
    Ended made =
        plek("generate", "--town", "Mechelen", "--groups", 8, "--sessions", 60, "-o", zipped);

    assertThat(made.code()).isZero();
    assertThat(Files.size(zipped)).isLessThan(Files.size(problem) / 4);
    plek("solve", zipped, "--moves", 2000, "-o", folder.resolve("plan.json"), "-q");
    assertThat(folder.resolve("plan.json")).hasSameBinaryContentAs(plan);
  }

  @Test
  void unplacedCareFailsOnlyWhereAsked() throws IOException {
    Path busy = folder.resolve("busy.json");
    plek("generate", "--town", "Breda", "--groups", 2, "--sessions", 80, "-o", busy);

    assertThat(plek("solve", busy, "--moves", 1, "-q").code()).isZero();
    assertThat(plek("solve", busy, "--moves", 1, "-q", "--fail-on-unplaced").code()).isEqualTo(4);
  }

  @Test
  void noPlanWithinAnImpossibleTime() {
    Path never = folder.resolve("never.json");

    Ended ended = plek("solve", problem, "--time", "1ms", "-o", never);

    assertThat(ended.code()).isEqualTo(6);
    assertThat(ended.err()).startsWith("plek: No plan within 1 ms");
    assertThat(never).doesNotExist();
  }

  @Test
  void aFailureLeavesWhatWasThere() throws IOException {
    Path old = Files.writeString(folder.resolve("plan.json"), "precious");
    Path broken = Files.writeString(folder.resolve("broken.json"), "{\"format\":");

    assertThat(plek("solve", broken, "-o", old).code()).isEqualTo(3);

    assertThat(old).hasContent("precious");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("plan.json", "broken.json");
    }
  }

  @Test
  void explainTellsWhyHereAndWhyNotThere() throws IOException {
    String session = PlanJson.read(plan).placements().getFirst().sessionId();

    Ended text = plek("explain", problem, plan, "--session", session);
    Ended json = plek("explain", problem, plan, "--session", session, "--json", "--nearest", 3);

    assertThat(text.code()).isZero();
    assertThat(text.out()).startsWith(session + " is with ").contains("nearest providers");
    JsonNode document = MAPPER.readTree(json.out());
    assertThat(document.path("here").has("cost")).isTrue();
    assertThat(document.path("nearest").size()).isBetween(1, 3);
  }

  @Test
  void explainKnowsEveryCareSessionWithoutAPlace() throws IOException {
    JsonNode document = MAPPER.readTree(plek("explain", problem, plan, "--json").out());

    assertThat(document.path("unplaced").size()).isEqualTo(PlanJson.read(plan).unplaced().size());
  }

  @Test
  void explainRefusesAnUnknownCareSession() {
    Ended ended = plek("explain", problem, plan, "--session", "nobody");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("There is no care session nobody");
  }

  @Test
  void theSummaryIsOnePageThatNeedsNothingElse() throws IOException {
    String page = Files.readString(town.resolve("s.html"));

    assertThat(page)
        .contains("<html lang=\"en\">", "<caption>", "scope=\"col\"", "scope=\"row\"")
        .contains("How full each provider is", "What the score is made of")
        .doesNotContain("http://", "https://", "<script", "<link", "@import", "url(");
  }

  @Test
  void theSummaryAsJsonHoldsTheFigures() throws IOException {
    Path made = folder.resolve("plan.json");
    Ended ended = plek("solve", problem, "--moves", 2000, "-o", made, "--json");

    JsonNode document = MAPPER.readTree(ended.out());
    assertThat(document.path("figures").path("careSessions").doubleValue()).isEqualTo(60.0);
    assertThat(document.path("score").findValuesAsString("constraint"))
        .containsSubsequence(List.of("OPEN", "UNSERVED", "PUBLISHED_CHANGES"));
  }
}
