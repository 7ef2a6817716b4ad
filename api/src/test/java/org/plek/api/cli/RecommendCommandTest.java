package org.plek.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plek.api.cli.Cli.plek;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.plek.api.cli.Cli.Ended;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code plek recommend} on a town of the data sets. */
class RecommendCommandTest {
  private static final String TOWN =
      Path.of(System.getProperty("repository.root"), "datasets/towns/mechelen.json").toString();

  @Test
  void ranksAndSaysWhyNot() {
    Ended run = plek("recommend", TOWN, "--request", "q000001", "--language", "nl-BE");
    assertThat(run.code()).isEqualTo(ExitCode.FINE);
    assertThat(run.out())
        .contains("q000001: 3 care sessions asked")
        .contains(" 1. Bij MEC-")
        .contains("kinderbegeleider")
        .contains("Niet alles bij ")
        .contains("Het past als ");
  }

  @Test
  void printsJson() {
    Ended run = plek("recommend", TOWN, "--request", "q000001", "--json", "--refusals", "2");
    assertThat(run.code()).isEqualTo(ExitCode.FINE);
    JsonNode document = JsonMapper.builder().build().readTree(run.out());
    assertThat(document.get("offers")).isNotEmpty();
    assertThat(document.get("refusals")).hasSize(2);
    assertThat(document.get("refusals").get(0).get("reason").asString()).endsWith(".");
  }

  @Test
  void takesARequestDocument() throws IOException {
    JsonMapper mapper = JsonMapper.builder().build();
    ObjectNode request =
        (ObjectNode) mapper.readTree(Files.readString(Path.of(TOWN))).get("requests").get(4);
    Ended run =
        Cli.plekReading(mapper.writeValueAsString(request), "recommend", TOWN, "--request", "-");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.FINE);
    assertThat(run.out()).contains("q000005: 1 care sessions asked").contains(" 1. With ");
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(plek("recommend", TOWN, "--request", "nobody").err())
        .contains("There is no request nobody");
    assertThat(plek("recommend", TOWN, "--request", "q000001", "--language", "tlh").err())
        .contains("There are no words in tlh");
  }
}
