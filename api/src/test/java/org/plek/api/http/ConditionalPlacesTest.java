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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A place that hangs on a child staying away, from the first call to the morning itself. */
class ConditionalPlacesTest {
  private static final String TOWN = "/api/v1/networks/town";
  private static final String TUESDAY = "2026-03-03T";
  private static final String HOURS = "{'week':[{'day':'TUESDAY','from':'08:00','to':'17:00'}]}";

  @TempDir Path folder;
  private TestDesk desk;

  /** Els has one place, which Mia takes on Tuesdays; of ten Tuesdays Mia misses eight. */
  @BeforeEach
  void open() throws Exception {
    desk = new TestDesk(folder);
    desk.town
        .childminder(
            "els",
            1,
            ",'groups':[{'id':'els','maxChildren':1,'regularChildren':[{'id':'mia',"
                + "'birthDate':'2024-02-01','walking':true,'hours':"
                + HOURS
                + ",'absenceProbability':0.8}]}]")
        .family("f1")
        .family("f2")
        .request("r1", "f1", TUESDAY + "09:00", TUESDAY + "12:00")
        .request("r2", "f2", TUESDAY + "10:00", TUESDAY + "12:00");
    desk.person("ann", Role.BROKER, Set.of(), Set.of())
        .person("paul", Role.PLANNER, Set.of(), Set.of())
        .person("els", Role.PROVIDER, Set.of("els"), Set.of());
    accept(0.25);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private void accept(double risk) throws Exception {
    JsonNode network = desk.call("paul", "GET", TOWN, null).json();
    ((ObjectNode) network.path("policy"))
        .putObject("expectedAbsence")
        .put("acceptedRisk", risk)
        .put("source", "Els counted, autumn 2025");
    Answer changed = desk.call("paul", "PUT", TOWN, network.toString(), "If-Match", "\"1\"");
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
  }

  private JsonNode conditional(String request) throws Exception {
    Answer answer =
        desk.call("ann", "GET", TOWN + "/requests/" + request + "/conditional-places", null);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().path("conditional");
  }

  private Answer hold(String request, JsonNode legs) throws Exception {
    return desk.call(
        "ann",
        "POST",
        TOWN + "/agreements",
        "{'requestId':'"
            + request
            + "','stays':[{'sessionId':'"
            + request
            + "/1','legs':"
            + legs
            + "}]}");
  }

  private static void refused(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.json().path("code").asString()).isEqualTo("BLOCKED");
    assertThat(answer.text()).contains("LICENSED_CAPACITY");
  }

  private void mia(String hours) throws Exception {
    Answer recorded =
        desk.call(
            "els",
            "PUT",
            TOWN + "/providers/els/presences/mia/2026-03-03",
            "{'hours':[" + hours + "]}");
    assertThat(recorded.status()).as(recorded.text()).isEqualTo(200);
  }

  private JsonNode broken() throws Exception {
    return desk.call("els", "GET", TOWN + "/providers/els/check?date=2026-03-03", null)
        .json()
        .path("broken");
  }

  @Test
  void on_the_day_the_place_is_given_when_the_child_stays_away() throws Exception {
    JsonNode offer = conditional("r1").path(0);
    assertThat(offer.path("risk").asDouble()).isEqualTo(0.2);
    assertThat(offer.path("needs").path(0).path("fewestAbsent").asInt()).isEqualTo(1);
    JsonNode other = conditional("r2").path(0);
    refused(hold("r1", offer.path("legs")));

    mia(""); // Tuesday, seven o'clock: her parents call.
    Answer held = hold("r1", offer.path("legs"));
    assertThat(held.status()).as(held.text()).isEqualTo(201);
    assertThat(broken()).isEmpty();
    refused(hold("r2", other.path("legs"))); // The place was there once.

    mia("{'from':'08:00','to':'17:00'}"); // She comes after all: the check says so.
    assertThat(broken().findValuesAsString("constraint")).contains("LICENSED_CAPACITY");
  }

  @Test
  void on_the_day_the_place_is_refused_when_everybody_comes() throws Exception {
    JsonNode legs = conditional("r1").path(0).path("legs");
    mia("{'from':'08:00','to':'17:00'}");
    refused(hold("r1", legs));
    assertThat(conditional("r1")).as("who said to come is not expected to stay away").isEmpty();
  }

  @Test
  void the_plan_of_the_night_lists_it_apart() throws Exception {
    Answer started = desk.call("paul", "POST", TOWN + "/runs", "{'days':7,'moves':200}");
    String run = TOWN + "/runs/" + started.json().path("id").asString();
    desk.call("paul", "GET", run + "/events", null); // ends when the run has ended
    JsonNode plan = desk.call("paul", "GET", run + "/plan", null).json();
    assertThat(plan.path("placements")).isEmpty();
    assertThat(plan.path("unplaced").findValuesAsString("sessionId"))
        .containsExactlyInAnyOrder("r1/1", "r2/1");
    assertThat(plan.path("conditional").findValuesAsString("sessionId")).containsExactly("r1/1");
    JsonNode applied = desk.call("paul", "POST", run + "/apply", null).json();
    assertThat(applied.path("applied").path("requests").asInt())
        .as("nothing is proposed on an expectation")
        .isZero();
  }

  @Test
  void a_policy_that_accepts_less_risk_offers_nothing() throws Exception {
    JsonNode network = desk.call("paul", "GET", TOWN, null).json();
    ((ObjectNode) network.path("policy").path("expectedAbsence")).put("acceptedRisk", 0.19);
    assertThat(desk.call("paul", "PUT", TOWN, network.toString(), "If-Match", "\"2\"").status())
        .isEqualTo(200);
    assertThat(conditional("r1")).isEmpty();
  }
}
