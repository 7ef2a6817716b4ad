package org.plek.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.plek.api.access.Role;
import org.plek.api.http.TestDesk.Answer;
import org.plek.api.jobs.Town;
import tools.jackson.databind.JsonNode;

/** Planning runs over a real server: asked for, watched, compared, explained, applied. */
@Timeout(120)
class RunsTest {
  private static final String TOWN = "/api/v1/networks/town";
  private static final String TUESDAY = "2026-03-03T";

  @TempDir Path folder;
  private TestDesk desk;

  @BeforeEach
  void open() {
    desk = new TestDesk(folder);
    desk.town.childminder("els", 1, "");
    for (int i = 1; i <= 3; i++) {
      desk.town.family("f" + i);
    }
    desk.town
        .request("r1", "f1", TUESDAY + "09:00", TUESDAY + "12:00")
        .request("r2", "f2", TUESDAY + "13:00", TUESDAY + "16:00")
        .request("r3", "f3", TUESDAY + "05:00", TUESDAY + "06:00");
    desk.person("ann", Role.BROKER, Set.of(), Set.of())
        .person("paul", Role.PLANNER, Set.of(), Set.of());
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private String started(String body) throws Exception {
    Answer started = desk.call("paul", "POST", TOWN + "/runs", body);
    assertThat(started.status()).as(started.text()).isEqualTo(202);
    assertThat(started.header("Location")).endsWith(started.json().path("id").asString());
    return TOWN + "/runs/" + started.json().path("id").asString();
  }

  private JsonNode ended(String run) throws Exception {
    desk.call("paul", "GET", run + "/events", null); // ends when the run has ended
    JsonNode ended = desk.call("ann", "GET", run, null).json();
    assertThat(ended.path("state").asString()).as(ended.toString()).isEqualTo("SOLVING_COMPLETED");
    return ended;
  }

  private JsonNode made() throws Exception {
    return ended(started("{'days':7,'moves':500}"));
  }

  private String path(JsonNode run) {
    return TOWN + "/runs/" + run.path("id").asString();
  }

  @Test
  void a_run_is_watched_to_its_end_and_its_plan_read() throws Exception {
    JsonNode run = made();
    assertThat(run.path("quality").asString()).isEqualTo("PARTLY_PLACED");
    assertThat(run.path("result").path("sessions").asInt()).isEqualTo(3);
    assertThat(run.path("result").path("placed").asInt()).isEqualTo(2);
    JsonNode plan = desk.call("paul", "GET", path(run) + "/plan", null).json();
    assertThat(plan.path("unplaced").path(0).path("sessionId").asString()).isEqualTo("r3/1");
    JsonNode list = desk.call("ann", "GET", TOWN + "/runs", null).json();
    assertThat(list.path("items").size()).isEqualTo(1);
  }

  @Test
  void who_watches_goes_on_after_the_last_event_seen() throws Exception {
    JsonNode run = made();
    Answer all = desk.call("ann", "GET", path(run) + "/events", null);
    assertThat(all.header("Content-Type")).startsWith("text/event-stream");
    assertThat(all.text()).startsWith("id: 1\nevent: state\ndata: {");
    assertThat(all.text()).contains("SOLVING_SCHEDULED", "SOLVING_ACTIVE", "SOLVING_COMPLETED");
    Answer rest = desk.call("ann", "GET", path(run) + "/events", null, "Last-Event-ID", "1");
    assertThat(rest.text())
        .startsWith("id: 2\n")
        .isEqualTo(all.text().substring(all.text().indexOf("id: 2\n")));
    assertThat(desk.call("ann", "GET", path(run) + "/events", null, "Last-Event-ID", "x").status())
        .isEqualTo(422);
  }

  @Test
  void a_stopped_run_keeps_its_best_plan() throws Exception {
    String run = started("{'days':7,'seconds':600}");
    Answer stopped = desk.call("paul", "DELETE", run, null);
    assertThat(stopped.status()).isEqualTo(202);
    JsonNode ended = ended(run);
    assertThat(ended.path("stopped").asBoolean()).isTrue();
    assertThat(ended.path("result").path("placed").asInt()).isEqualTo(2);
  }

  @Test
  void the_best_plan_so_far_is_read_while_the_run_goes_on() throws Exception {
    String run = started("{'days':7,'seconds':600}");
    Answer plan = desk.call("paul", "GET", run + "/plan", null);
    while (plan.status() == 409) {
      Thread.sleep(20);
      plan = desk.call("paul", "GET", run + "/plan", null);
    }
    assertThat(plan.status()).as(plan.text()).isEqualTo(200);
    assertThat(plan.header("Plek-Plan")).isEqualTo("BEST_SO_FAR");
    assertThat(plan.json().path("placements").values())
        .extracting(placement -> placement.path("sessionId").asString())
        .containsExactly("r1/1", "r2/1");
    assertThat(plan.json().path("unplaced").path(0).path("constraint").asString())
        .isEqualTo("OPEN");
    assertThat(desk.call("ann", "GET", run, null).json().path("state").asString())
        .isEqualTo("SOLVING_ACTIVE");
    desk.call("paul", "DELETE", run, null);
    ended(run);
    Answer last = desk.call("paul", "GET", run + "/plan", null);
    assertThat(last.header("Plek-Plan")).isEqualTo("LAST");
    assertThat(last.json().path("placements")).isEqualTo(plan.json().path("placements"));
  }

  @Test
  void a_request_of_all_or_nothing_beyond_the_run_is_left_out_by_name() throws Exception {
    String asked =
        "{'request':{'id':'r9','familyId':'f3','askedAt':'2026-03-02T00:00','urgency':'SOON',"
            + "'reason':'WORK','limits':{'allOrNothing':true},'sessions':["
            + "{'id':'a','childId':'f3-child','start':'2026-03-04T09:00','end':'2026-03-04T12:00'},"
            + "{'id':'b','childId':'f3-child','start':'2026-03-11T09:00',"
            + "'end':'2026-03-11T12:00'}]}}";
    assertThat(desk.call("ann", "POST", TOWN + "/requests", asked).status()).isEqualTo(201);
    JsonNode run = made();
    assertThat(run.path("leftOut").path(0).path("requestId").asString()).isEqualTo("r9");
    assertThat(run.path("leftOut").path(0).path("reason").asString())
        .endsWith("Maybe plan 14 days from 2026-03-02.");
    JsonNode longer = ended(started("{'days':14,'from':'2026-03-02','moves':500}"));
    assertThat(longer.path("leftOut").size()).isZero();
    assertThat(longer.path("result").path("placed").asInt()).isEqualTo(4);
  }

  @Test
  void what_the_run_placed_becomes_proposals_that_a_broker_holds() throws Exception {
    JsonNode run = made();
    JsonNode applied = desk.call("paul", "POST", path(run) + "/apply", null).json();
    assertThat(applied.path("applied").path("requests").asInt()).isEqualTo(2);
    assertThat(applied.path("applied").path("notApplied").size()).isZero();
    JsonNode proposal = desk.call("ann", "GET", TOWN + "/requests/r1/proposal", null).json();
    assertThat(proposal.path("blocking").size()).isZero();
    String stays = proposal.path("stays").toString();
    Answer held =
        desk.call("ann", "POST", TOWN + "/agreements", "{'requestId':'r1','stays':" + stays + "}");
    assertThat(held.status()).as(held.text()).isEqualTo(201);
    assertThat(desk.call("ann", "GET", TOWN + "/requests/r1/proposal", null).status())
        .as("what is held is no longer proposed")
        .isEqualTo(404);
    assertThat(desk.town.desk.proposals("town").all()).hasSize(1);
  }

  @Test
  void what_changed_since_the_run_began_wins() throws Exception {
    JsonNode run = made();
    // The desk gives the only place of the morning to somebody else, and r2 finds care itself.
    desk.town.request("r4", "f3", TUESDAY + "09:00", TUESDAY + "12:00");
    desk.town.hold("r4", Town.stay("r4/1", "els", TUESDAY + "09:00", TUESDAY + "12:00"));
    desk.town.requests().close("r2", org.plek.api.jobs.Outcome.FOUND_ITSELF, null, Town.ANN);
    JsonNode applied = desk.call("paul", "POST", path(run) + "/apply", null).json();
    assertThat(applied.path("applied").path("requests").asInt()).isZero();
    assertThat(applied.path("applied").path("notApplied").values())
        .extracting(each -> each.path("requestId").asString() + " " + each.path("code").asString())
        .containsExactlyInAnyOrder("r1 BLOCKED", "r2 REQUEST_CLOSED");
    assertThat(desk.town.desk.proposals("town").all()).isEmpty();
  }

  @Test
  void a_what_if_starts_from_a_run_and_is_compared_with_it() throws Exception {
    JsonNode run = made();
    String id = run.path("id").asString();
    String earlier =
        "{'providers':{'els':{'opening':{'week':[{'day':'TUESDAY','from':'05:00','to':'19:00'}]}}}}";
    JsonNode whatIf =
        ended(started("{'moves':500,'basedOn':'" + id + "','change':" + earlier + "}"));
    assertThat(whatIf.path("quality").asString()).isEqualTo("ALL_PLACED");
    JsonNode compared =
        desk.call(
                "paul", "GET", path(run) + "/comparison?with=" + whatIf.path("id").asString(), null)
            .json();
    assertThat(compared.path("same").asInt()).isEqualTo(2);
    assertThat(compared.path("onlySecond").asInt()).isEqualTo(1);
    assertThat(compared.path("differences").path(0).path("sessionId").asString()).isEqualTo("r3/1");
    assertThat(desk.call("paul", "POST", path(whatIf) + "/apply", null).status()).isEqualTo(409);
    Answer away =
        desk.call(
            "paul",
            "POST",
            TOWN + "/runs",
            "{'basedOn':'" + id + "','change':{'providers':{'els':{'licensedCapacity':'x'}}}}");
    assertThat(away.status()).isEqualTo(422);
    assertThat(away.json().path("errors").path(0).path("pointer").asString())
        .isEqualTo("/change/providers/els/licensedCapacity");
  }

  @Test
  void a_what_if_that_names_what_is_not_there_is_told_all_of_it() throws Exception {
    String id = made().path("id").asString();
    Answer wrong =
        desk.call(
            "paul",
            "POST",
            TOWN + "/runs",
            "{'basedOn':'"
                + id
                + "','change':{'providers':{'eva':{}},'withoutRequests':['r1','r7'],'presences':["
                + "{'providerId':'els','subject':'tom','date':'2026-03-03','hours':[]}]}}");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.json().path("errors").values())
        .extracting(error -> error.path("pointer").asString())
        .containsExactly(
            "/change/providers/eva", "/change/presences/0/subject", "/change/withoutRequests/1");
  }

  @Test
  void a_plan_and_the_state_of_now_are_explained() throws Exception {
    JsonNode run = made();
    JsonNode here = desk.call("ann", "GET", path(run) + "/explanation?sessionId=r1/1", null).json();
    assertThat(here.path("here").path("providerId").asString()).isEqualTo("els");
    JsonNode closed =
        desk.call("ann", "GET", TOWN + "/requests/r3/explanation?sessionId=r3/1", null).json();
    assertThat(closed.path("here").isMissingNode()).isTrue();
    assertThat(closed.path("nearest").path(0).path("blocker").path("constraint").asString())
        .isEqualTo("OPEN");
    assertThat(
            desk.call("ann", "GET", TOWN + "/requests/r3/explanation?sessionId=r1/1", null)
                .status())
        .isEqualTo(404);
  }

  @Test
  void the_grid_shows_children_caregivers_and_room_per_slot() throws Exception {
    desk.town.hold("r1", Town.stay("r1/1", "els", TUESDAY + "09:00", TUESDAY + "12:00"));
    JsonNode room =
        desk.call("ann", "GET", TOWN + "/availability?providerId=els&date=2026-03-03&step=30", null)
            .json()
            .path("items")
            .path(0);
    assertThat(room.path("slots").size()).isEqualTo(48);
    JsonNode half = room.path("slots").path(18);
    assertThat(half.path("start").asString()).isEqualTo("2026-03-03T09:00:00");
    assertThat(half.path("children").toString()).isEqualTo("[0,0,1,0]");
    assertThat(half.path("free").toString()).isEqualTo("[0,0,0,0]");
    assertThat(room.path("slots").path(17).path("free").toString()).isEqualTo("[1,1,1,1]");
  }

  @Test
  void room_by_area_shows_no_single_home() throws Exception {
    desk.account("ana", Role.ANALYST, Set.of("town"), Set.of(), Set.of(), Set.of());
    String path = TOWN + "/availability-by-area?date=2026-03-03&start=09:00&end=11:00";
    JsonNode one = desk.call("ana", "GET", path, null).json().path("items").path(0);
    assertThat(one.path("area").asString()).isEqualTo("1011");
    assertThat(one.path("someRoom").asBoolean()).isTrue();
    assertThat(one.has("providers")).as("els alone is a person").isFalse();
    assertThat(one.has("free")).isFalse();
    for (int i = 0; i < 4; i++) {
      desk.town.childminder("home" + i, 2, "");
    }
    desk.town.hold("r1", Town.stay("r1/1", "els", TUESDAY + "09:00", TUESDAY + "12:00"));
    JsonNode five = desk.call("ana", "GET", path, null).json().path("items").path(0);
    assertThat(five.path("providers").asInt()).isEqualTo(4);
    assertThat(five.path("free").path("2 and 3 years").asInt()).isEqualTo(8);
    assertThat(desk.call("ana", "GET", path.replace("11:00", "09:00"), null).status())
        .isEqualTo(422);
  }

  @Test
  void only_so_many_runs_wait() throws Exception {
    String week = "{'days':7,'seconds':600}";
    Answer last = desk.call("paul", "POST", TOWN + "/runs", week);
    for (int i = 1; i < 8 && last.status() == 202; i++) {
      last = desk.call("paul", "POST", TOWN + "/runs", week);
    }
    assertThat(last.status()).isEqualTo(429);
    assertThat(last.header("Retry-After")).isEqualTo("30");
    for (JsonNode run : desk.call("paul", "GET", TOWN + "/runs", null).json().path("items")) {
      desk.call("paul", "DELETE", path(run), null);
    }
  }
}
