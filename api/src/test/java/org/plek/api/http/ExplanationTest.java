package org.plek.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plek.api.access.Role;
import org.plek.api.http.TestDesk.Answer;
import org.plek.api.jobs.Town;
import tools.jackson.databind.JsonNode;

/** Why here and why not there over a real server: in whose words, at what price, what is left. */
class ExplanationTest {
  private static final String TOWN = "/api/v1/networks/town";
  private static final String TUESDAY = "2026-03-03T";
  private static final String WHY = TOWN + "/requests/r1/explanation?sessionId=r1/1";

  @TempDir Path folder;
  private TestDesk desk;

  @BeforeEach
  void open() throws Exception {
    desk = new TestDesk(folder);
    desk.town
        .childminder(
            "els",
            2,
            ",'tariff':{'centsPerChildHour':600,'terms':"
                + "{'noShowCents':500,'noShowPermille':500,'depositCents':10000}}")
        .childminder("ina", 1, ",'acceptedReasons':['SHIFT']")
        .family("f1")
        .request("r1", "f1", TUESDAY + "09:00", TUESDAY + "12:00");
    desk.person("ann", Role.BROKER, Set.of(), Set.of())
        .person("mum", Role.FAMILY, Set.of(), Set.of("f1"))
        .person("paul", Role.PLANNER, Set.of(), Set.of());
    JsonNode network = desk.call("paul", "GET", TOWN, null).json();
    String limited =
        network
            .toString()
            .replace(
                "\"policy\":{\"id\":\"plain\"",
                "\"policy\":{\"id\":\"plain\",\"entitlements\":[{\"id\":\"hours\",\"holder\":"
                    + "\"CHILD\",\"measure\":\"MINUTES\",\"period\":\"WEEK\",\"most\":600}]");
    Answer changed = desk.call("paul", "PUT", TOWN, limited, "If-Match", "*");
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    desk.town.hold("r1", Town.stay("r1/1", "els", TUESDAY + "09:00", TUESDAY + "12:00"));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private JsonNode why(String who, String... headers) throws Exception {
    Answer answer = desk.call(who, "GET", WHY, null, headers);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  @Test
  void what_is_left_of_a_limit_on_use_is_told() throws Exception {
    JsonNode hours = why("ann").path("balances").path(0);
    assertThat(hours.path("entitlementId").asString()).isEqualTo("hours");
    assertThat(hours.path("holderId").asString()).isEqualTo("f1-child");
    assertThat(hours.path("planned").asInt()).isEqualTo(180);
    assertThat(hours.path("left").asInt()).isEqualTo(420);
    assertThat(hours.path("from").asString()).isEqualTo("2026-03-02");
    assertThat(hours.path("text").asString()).startsWith("180 of 600 minutes from 2026-03-02");
  }

  @Test
  void the_price_comes_with_the_deposit_and_with_what_staying_away_costs() throws Exception {
    JsonNode price = why("ann").path("here").path("cost").path("price");
    assertThat(price.path("cents").asInt()).isEqualTo(1800);
    assertThat(price.path("depositCents").asInt()).isEqualTo(10_000);
    assertThat(price.path("noShowCents").asInt()).isEqualTo(500 + 900);
    desk.town.family("f2").request("r2", "f2", TUESDAY + "09:00", TUESDAY + "12:00");
    JsonNode offer =
        desk.call(
                "ann",
                "POST",
                TOWN + "/requests/r2/recommendations",
                null,
                "Accept-Language",
                "nl-BE")
            .json()
            .path("offers")
            .path(0);
    assertThat(offer.path("depositCents").asInt()).isEqualTo(10_000);
    assertThat(offer.path("noShowCents").asInt()).isEqualTo(500 + 900);
    assertThat(offer.path("reason").asString())
        .contains("waarborg van 100,00", "Wegblijven zonder bericht kost 14,00");
  }

  @Test
  void a_refusal_is_in_the_language_asked_for() throws Exception {
    JsonNode english = why("ann", "Accept-Language", "en");
    assertThat(english.path("language").asString()).isEqualTo("en");
    JsonNode french = why("ann", "Accept-Language", "fr");
    assertThat(reasonOf(english, "ina")).isNotBlank().isNotEqualTo(reasonOf(french, "ina"));
    assertThat(why("ann").path("language").asString()).isEqualTo("nl-NL");
  }

  private static String reasonOf(JsonNode explanation, String provider) {
    return explanation.path("nearest").values().stream()
        .filter(answer -> answer.path("providerId").asString().equals(provider))
        .map(answer -> answer.path("reason").asString())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_family_does_not_see_who_else_is_there() throws Exception {
    assertThat(why("ann").path("here").path("cost").path("childrenThere").asInt()).isEqualTo(1);
    JsonNode own = why("mum").path("here").path("cost");
    assertThat(own.has("childrenThere")).isFalse();
    assertThat(own.has("tightest")).isFalse();
    assertThat(own.path("price").path("cents").asInt()).isEqualTo(1800);
  }
}
