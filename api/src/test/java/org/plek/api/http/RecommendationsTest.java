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

/** Ranked, explained answers over a real server, and what is kept of them. */
class RecommendationsTest {
  private static final String TOWN = "/api/v1/networks/town";
  private static final String TUESDAY = "2026-03-03T";

  @TempDir Path folder;
  private TestDesk desk;

  @BeforeEach
  void open() {
    desk = new TestDesk(folder);
    desk.town
        .childminder("els", 1, "")
        .childminder("ina", 1, ",'acceptedReasons':['SHIFT']")
        .family("f1")
        .family("f2")
        .request("r1", "f1", TUESDAY + "09:00", TUESDAY + "12:00")
        .request("r2", "f2", TUESDAY + "09:00", TUESDAY + "12:00");
    desk.person("ann", Role.BROKER, Set.of(), Set.of())
        .person("mum", Role.FAMILY, Set.of(), Set.of("f1"))
        .person("paul", Role.PLANNER, Set.of(), Set.of());
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private JsonNode asked(String who, String request, String... headers) throws Exception {
    Answer answer =
        desk.call(who, "POST", TOWN + "/requests/" + request + "/recommendations", null, headers);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  @Test
  void an_offer_is_ranked_and_can_be_held_as_it_is() throws Exception {
    JsonNode answer = asked("ann", "r1");
    JsonNode offer = answer.path("offers").path(0);
    assertThat(answer.path("servesWhole").asBoolean()).isTrue();
    assertThat(offer.path("rank").asInt()).isEqualTo(1);
    assertThat(offer.path("with").path(0).path("providerId").asString()).isEqualTo("els");
    assertThat(offer.path("with").path(0).has("heardAt")).isTrue();
    Answer held =
        desk.call(
            "ann",
            "POST",
            TOWN + "/agreements",
            "{'requestId':'r1','stays':" + offer.path("stays") + "}");
    assertThat(held.status()).as(held.text()).isEqualTo(201);
  }

  @Test
  void the_best_places_of_one_care_session_come_at_once() throws Exception {
    String path = TOWN + "/requests/r2/ranking?sessionId=r2/1";
    JsonNode ranked = desk.call("ann", "GET", path, null).json().path("items");
    assertThat(ranked.size()).isEqualTo(1);
    assertThat(ranked.path(0).path("leg").path("providerId").asString()).isEqualTo("els");
    desk.town.hold("r1", Town.stay("r1/1", "els", TUESDAY + "09:00", TUESDAY + "12:00"));
    assertThat(desk.call("ann", "GET", path, null).json().path("items").size()).isZero();
    assertThat(desk.call("ann", "GET", path.replace("r2/1", "x"), null).status()).isEqualTo(422);
  }

  @Test
  void who_cannot_is_told_with_the_first_rule_that_blocks() throws Exception {
    JsonNode refusal = asked("ann", "r1").path("refusals").path(0);
    assertThat(refusal.path("providerId").asString()).isEqualTo("ina");
    assertThat(refusal.path("rule").asString()).isEqualTo("REQUEST_ACCEPTED");
    assertThat(refusal.path("reason").asString()).isNotBlank();
  }

  @Test
  void the_smallest_change_that_helps_is_told_where_a_provider_is_full() throws Exception {
    desk.town.hold("r1", Town.stay("r1/1", "els", TUESDAY + "09:00", TUESDAY + "12:00"));
    JsonNode full = asked("ann", "r2", "Accept-Language", "en").path("refusals");
    JsonNode els =
        full.values().stream()
            .filter(each -> each.path("providerId").asString().equals("els"))
            .findFirst()
            .orElseThrow();
    assertThat(els.path("changes").values())
        .as(els.toString())
        .extracting(change -> change.path("kind").asString())
        .contains("SHIFTED");
    assertThat(els.path("changes").path(0).path("text").asString()).isNotBlank();
    assertThat(els.path("changes").path(0).path("then").path(0).path("sessionId").asString())
        .isEqualTo("r2/1");
  }

  @Test
  void the_answer_is_that_of_now() throws Exception {
    assertThat(asked("ann", "r2").path("offers").size()).isEqualTo(1);
    var hold = desk.town.hold("r1", Town.stay("r1/1", "els", TUESDAY + "09:00", TUESDAY + "12:00"));
    assertThat(asked("ann", "r2").path("offers").size()).isZero();
    desk.town.agreements().release(hold.id(), null, null, Town.ANN);
    assertThat(asked("ann", "r2").path("offers").size()).isEqualTo(1);
    desk.town.hold("r1", Town.stay("r1/1", "els", TUESDAY + "09:00", TUESDAY + "12:00"));
    desk.town.clock.pass(16); // the hold has run out, though nobody has written that down
    assertThat(asked("ann", "r2").path("offers").size()).isEqualTo(1);
  }

  @Test
  void what_was_shown_is_kept_with_the_request() throws Exception {
    JsonNode first = asked("ann", "r1");
    desk.town.clock.pass(1);
    asked("mum", "r1");
    JsonNode kept =
        desk.call("paul", "GET", TOWN + "/requests/r1/recommendations", null).json().path("items");
    assertThat(kept.size()).isEqualTo(2);
    assertThat(kept.path(0).path("actor").asString()).isEqualTo("u-mum");
    assertThat(kept.path(1).path("recommendation")).isEqualTo(first);
    JsonNode own =
        desk.call("mum", "GET", TOWN + "/requests/r1/recommendations", null).json().path("items");
    assertThat(own.size()).isEqualTo(1);
  }

  @Test
  void a_family_does_not_see_who_else_is_there() throws Exception {
    assertThat(asked("ann", "r1").path("offers").path(0).has("tightest")).isTrue();
    assertThat(asked("mum", "r1").path("offers").path(0).has("tightest")).isFalse();
    assertThat(desk.call("mum", "POST", TOWN + "/requests/r2/recommendations", null).status())
        .isEqualTo(403);
  }

  @Test
  void a_request_that_is_only_thought_of_is_answered_and_not_kept() throws Exception {
    String thought =
        "{'request':{'familyId':'f1','urgency':'SOON','reason':'WORK','sessions':[{'id':'x',"
            + "'childId':'f1-child','start':'2026-03-04T09:00','end':'2026-03-04T12:00'}]},"
            + "'extent':{'offers':1,'providerIds':['ina']}}";
    Answer answer = desk.call("ann", "POST", TOWN + "/recommendations", thought);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().path("offers").size()).isEqualTo(1);
    assertThat(desk.town.requests().all(null)).hasSize(2);
    // June is looked at in weeks of its own.
    Answer later =
        desk.call(
            "ann", "POST", TOWN + "/recommendations", thought.replace("2026-03-04", "2026-06-10"));
    assertThat(later.json().path("offers").path(0).path("with").path(0).path("providerId"))
        .as(later.text())
        .hasToString("\"els\"");
    assertThat(
            desk.call("mum", "POST", TOWN + "/recommendations", thought.replace("f1", "f2"))
                .status())
        .isEqualTo(403);
    assertThat(
            desk.call("ann", "POST", TOWN + "/recommendations", thought.replace(":1,", ":99,"))
                .status())
        .isEqualTo(422);
  }

  @Test
  void the_language_is_the_one_asked_for_or_that_of_the_law() throws Exception {
    assertThat(asked("ann", "r1").path("language").asString()).isEqualTo("nl-NL");
    assertThat(asked("ann", "r1").path("offers").path(0).path("reason").asString())
        .isNotEqualTo(
            asked("ann", "r1", "Accept-Language", "en")
                .path("offers")
                .path(0)
                .path("reason")
                .asString());
    assertThat(asked("ann", "r1", "Accept-Language", "de, fr;q=0.8, en;q=0.5").path("language"))
        .hasToString("\"fr\"");
    assertThat(asked("ann", "r1", "Accept-Language", "nl-BE").path("language"))
        .hasToString("\"nl-BE\"");
    assertThat(asked("ann", "r1", "Accept-Language", ";;;").path("language"))
        .hasToString("\"nl-NL\"");
  }
}
