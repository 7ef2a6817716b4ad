package org.plek.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plek.api.cli.Cli.plek;
import static org.plek.api.cli.Cli.plekReading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.plek.api.cli.Cli.Ended;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is wrong with a document is said with place, value and advice; nothing is written. */
class BadInputTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int MOST_LINES = 60;

  private static String town;

  @TempDir Path folder;

  @BeforeAll
  static void makeATown() {
    Ended made = plek("generate", "--town", "Breda", "--groups", 8, "--sessions", 20);
    assertThat(made.code()).isZero();
    town = made.out();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("a wrong type", "licensedCapacity", t -> provider(t).put("licensedCapacity", "six")),
        fault("an unknown family", "nobody", t -> request(t).put("familyId", "nobody")),
        fault("an unknown field", "colour", t -> provider(t).put("colour", "blue")),
        fault("an unknown rule pack", "XX", t -> t.put("rulePack", "XX")),
        fault("a birth in the future", "2031-01-01", t -> child(t).put("birthDate", "2031-01-01")),
        fault("a date that is none", "2026-02-30", t -> t.put("from", "2026-02-30")),
        fault("no days", "days", t -> t.put("days", 0)),
        fault(
            "the same id twice",
            "groups",
            t -> provider(t, 1).set("groups", provider(t).get("groups"))),
        fault(
            "an end before its start",
            "opening",
            t -> opening(t).put("to", "00:30").put("from", "09:00").put("overnight", false)));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void eachFaultIsToldWithItsPlace(String named, Consumer<ObjectNode> fault) throws IOException {
    ObjectNode document = (ObjectNode) MAPPER.readTree(town);
    fault.accept(document);
    Ended ended = refused(document.toString());

    assertThat(ended.err()).contains(named).containsPattern("\n  /\\w+|\n  document");
  }

  @Test
  void aTruncatedDocument() throws IOException {
    refused(town.substring(0, town.length() / 2));
  }

  @Test
  void whatIsNoDocumentAtAll() throws IOException {
    refused("");
    refused("no json");
    refused("[]");
    refused("\u0000\u0001\u0002");
    refused("[".repeat(100_000));
  }

  @Test
  void tenThousandErrorsAreCounted() throws IOException {
    ObjectNode document = (ObjectNode) MAPPER.readTree(town);
    ArrayNode requests = (ArrayNode) document.get("requests");
    ObjectNode wrong = ((ObjectNode) requests.get(0)).deepCopy();
    for (int i = 0; i < 10_000; i++) {
      requests.add(wrong.deepCopy().put("id", "w" + i).put("familyId", "nobody" + i));
    }
    Ended ended = refused(document.toString());

    assertThat(ended.err()).containsPattern("and [0-9,]+ errors? more");
  }

  @Test
  void aProblemIsNoPlan() throws IOException {
    Path problem = Files.writeString(folder.resolve("problem.json"), town);

    Ended ended = plek("check", problem, problem);

    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.err()).doesNotContain("Exception", "\tat ");
  }

  @Test
  void aPlanOfAnotherProblem() throws IOException {
    Path other = folder.resolve("other.json");
    Path problem = Files.writeString(folder.resolve("problem.json"), town);
    plek("generate", "--town", "Gent", "--groups", 4, "--sessions", 20, "-o", other);
    Ended plan = plek("solve", other, "--moves", 1, "-q");

    Ended ended = plekReading(plan.out(), "check", problem, "-");

    assertThat(ended.code()).isEqualTo(3);
  }

  @Test
  void aRulePackThatIsNone() throws IOException {
    Path problem = Files.writeString(folder.resolve("problem.json"), town);
    Path pack = Files.writeString(folder.resolve("pack.json"), "{\"id\": 7}");

    Ended ended = plek("solve", problem, "--rules", pack);

    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.err()).contains("pack.json").doesNotContain("Exception", "\tat ");
  }

  private Ended refused(String text) throws IOException {
    Path problem = Files.writeString(folder.resolve("problem.json"), text);
    Path plan = folder.resolve("plan.json");
    Ended ended = plek("solve", problem, "-o", plan, "--summary", folder.resolve("plan.html"));
    assertThat(ended.code()).as(ended.err()).isEqualTo(3);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).startsWith("plek: ").doesNotContain("Exception", "\tat ");
    assertThat(ended.err().lines()).hasSizeLessThan(MOST_LINES);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(problem);
    }
    return ended;
  }

  private static Arguments fault(String name, String told, Consumer<ObjectNode> fault) {
    return Arguments.of(Named.of(name, told), fault);
  }

  private static ObjectNode provider(ObjectNode town) {
    return provider(town, 0);
  }

  private static ObjectNode provider(ObjectNode town, int number) {
    return (ObjectNode) town.get("providers").get(number);
  }

  private static ObjectNode opening(ObjectNode town) {
    return (ObjectNode) provider(town).get("opening").get("week").get(0);
  }

  private static ObjectNode request(ObjectNode town) {
    return (ObjectNode) town.get("requests").get(0);
  }

  private static ObjectNode child(ObjectNode town) {
    return (ObjectNode) town.get("families").get(0).get("children").get(0);
  }
}
