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

/** The conventions of the interface, over a real server. */
class HttpDeskTest {
  private static final String TOWN = "/api/v1/networks/town";
  private static final String HOLD =
      "{'requestId':'r1','stays':[{'sessionId':'r1/1','legs':[{'providerId':'els',"
          + "'groupId':'els','start':'2026-03-03T09:00:00','end':'2026-03-03T12:00:00'}]}]}";
  private static final String REQUEST =
      "{'request':{'familyId':'f1','askedAt':'2026-03-02T07:00','urgency':'SOON','reason':'WORK',"
          + "'sessions':[{'id':'%s','childId':'f1-child','start':'2026-03-04T09:00',"
          + "'end':'2026-03-04T12:00'}]}}";

  @TempDir Path folder;
  private TestDesk desk;

  @BeforeEach
  void open() {
    desk = new TestDesk(folder);
    desk.town
        .childminder("els", 1, "")
        .family("f1")
        .request("r1", "f1", "2026-03-03T09:00", "2026-03-03T12:00");
    desk.person("ann", Role.BROKER, Set.of(), Set.of())
        .person("els", Role.PROVIDER, Set.of("els"), Set.of())
        .person("mum", Role.FAMILY, Set.of(), Set.of("f1"))
        .person("paul", Role.PLANNER, Set.of(), Set.of());
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void a_place_goes_from_hold_to_agreement_through_three_people() throws Exception {
    Answer held = desk.call("ann", "POST", TOWN + "/agreements", HOLD);
    assertThat(held.status()).as(held.text()).isEqualTo(201);
    assertThat(held.header("ETag")).isEqualTo("\"1\"");
    String agreement = TOWN + "/agreements/" + held.json().path("id").asString();
    Answer offered =
        desk.call("ann", "POST", agreement + "/offer", "{'how':'PHONE'}", "If-Match", "\"1\"");
    assertThat(offered.status()).as(offered.text()).isEqualTo(200);
    Answer family =
        desk.call("mum", "POST", agreement + "/confirm", "{}", "If-Match", offered.header("ETag"));
    assertThat(family.json().path("state").asString()).isEqualTo("OFFERED");
    Answer provider =
        desk.call("els", "POST", agreement + "/confirm", "{}", "If-Match", family.header("ETag"));
    assertThat(provider.json().path("state").asString()).isEqualTo("CONFIRMED");
    JsonNode answers = provider.json().path("facts").path("answers");
    assertThat(answers.path(0).path("by").path("actor").asString()).isEqualTo("u-mum");
    assertThat(answers.path(1).path("providerId").asString()).isEqualTo("els");
    Answer request = desk.call("mum", "GET", TOWN + "/requests/r1", null);
    assertThat(request.json().path("progress").path("outcome").asString()).isEqualTo("PLACED");
  }

  @Test
  void who_changes_says_from_which_version() throws Exception {
    Answer held = desk.call("ann", "POST", TOWN + "/agreements", HOLD);
    String release = TOWN + "/agreements/" + held.json().path("id").asString() + "/release";
    Answer none = desk.call("ann", "POST", release, "{}");
    assertThat(none.status()).isEqualTo(428);
    assertThat(none.header("Content-Type")).startsWith("application/problem+json");
    assertThat(none.json().path("code").asString()).isEqualTo("VERSION_NEEDED");
    assertThat(desk.call("ann", "POST", release, "{}", "If-Match", "\"7\"").status())
        .isEqualTo(412);
    assertThat(desk.call("ann", "POST", release, "{}", "If-Match", "\"1\"").status())
        .isEqualTo(200);
  }

  @Test
  void a_repeated_call_has_one_effect_and_the_same_answer() throws Exception {
    Answer first = desk.call("ann", "POST", TOWN + "/agreements", HOLD, "Idempotency-Key", "k1");
    Answer again = desk.call("ann", "POST", TOWN + "/agreements", HOLD, "Idempotency-Key", "k1");
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    Answer other =
        desk.call(
            "ann",
            "POST",
            TOWN + "/agreements",
            HOLD.replace("12:00:00", "11:00:00"),
            "Idempotency-Key",
            "k1");
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.json().path("code").asString()).isEqualTo("KEY_REUSED");
  }

  @Test
  void all_that_is_wrong_with_a_body_is_told_at_once_with_place_and_help() throws Exception {
    Answer wrong =
        desk.call(
            "ann",
            "POST",
            TOWN + "/agreements",
            "{'requestId':'r1','minutes':'soon','how':'PIGEON','colour':1,'stays':[{'legs':["
                + "{'providerId':'els','groupId':'els','start':'monday',"
                + "'end':'2026-03-03T12:00'}]}]}");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.json().path("errors").values())
        .extracting(error -> error.path("pointer").asString())
        .containsExactlyInAnyOrder(
            "/minutes", "/how", "/colour", "/stays/0/sessionId", "/stays/0/legs/0/start");
    assertThat(wrong.text()).contains("Maybe as 2026-12-01T09:30.", "Maybe one of PHONE, ");
  }

  @Test
  void a_broken_rule_is_named_with_its_numbers() throws Exception {
    Answer late =
        desk.call("ann", "POST", TOWN + "/agreement-checks", HOLD.replace("09:00:00", "05:00:00"));
    assertThat(late.status()).as(late.text()).isEqualTo(200);
    assertThat(late.json().path("blocking").path(0).path("constraint").asString())
        .isEqualTo("OPEN");
    Answer blocked =
        desk.call("ann", "POST", TOWN + "/agreements", HOLD.replace("09:00:00", "05:00:00"));
    assertThat(blocked.status()).isEqualTo(422);
    assertThat(blocked.json().path("code").asString()).isEqualTo("BLOCKED");
    assertThat(blocked.json().path("errors").path(0).path("code").asString()).isEqualTo("OPEN");
  }

  @Test
  void every_fault_of_a_document_is_told_at_once_with_its_place() throws Exception {
    Answer wrong =
        desk.call(
            "paul",
            "POST",
            TOWN + "/providers",
            "{'id':'x','kind':'PALACE','location':{'latitude':99,'longitude':4},"
                + "'licensedCapacity':3,'opening':{},'ages':{'fromMonths':9,'toMonths':1}}");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.json().path("errors").values())
        .extracting(error -> error.path("pointer").asString())
        .contains("/kind", "/location/latitude", "/ages");
    Answer noJson = desk.call("paul", "POST", TOWN + "/providers", "{'id':");
    assertThat(noJson.status()).isEqualTo(400);
    Answer unknownFamily =
        desk.call("ann", "POST", TOWN + "/requests", REQUEST.formatted("s").replace("f1", "f9"));
    assertThat(unknownFamily.status()).isEqualTo(404);
  }

  @Test
  void a_request_is_filed_paged_and_closed_without_a_solution() throws Exception {
    for (int i = 0; i < 3; i++) {
      Answer filed =
          desk.call(
              "ann",
              "POST",
              TOWN + "/requests",
              REQUEST.formatted("s" + i),
              "Idempotency-Key",
              "file-" + i);
      assertThat(filed.status()).as(filed.text()).isEqualTo(201);
    }
    Answer page = desk.call("ann", "GET", TOWN + "/requests?limit=2", null);
    assertThat(page.json().path("items").size()).isEqualTo(2);
    String next = page.json().path("next").asString();
    Answer rest = desk.call("ann", "GET", TOWN + "/requests?limit=200&after=" + next, null);
    assertThat(rest.json().path("items").size()).isEqualTo(2);
    assertThat(rest.json().has("next")).isFalse();
    assertThat(desk.call("ann", "GET", TOWN + "/requests?limit=201", null).status()).isEqualTo(422);
    String etag = desk.call("ann", "GET", TOWN + "/requests/r1", null).header("ETag");
    Answer closed =
        desk.call(
            "ann",
            "POST",
            TOWN + "/requests/r1/no-solution",
            "{'reasons':['no place at these hours'],'how':'PHONE'}",
            "If-Match",
            etag);
    assertThat(closed.status()).as(closed.text()).isEqualTo(200);
    assertThat(closed.json().path("progress").path("statement").path("at").asString())
        .isEqualTo("2026-03-02T06:00:00Z");
  }

  @Test
  void addresses_methods_and_sizes_that_do_not_fit_are_told() throws Exception {
    assertThat(desk.call("ann", "GET", "/api/v1/nothing", null).status()).isEqualTo(404);
    Answer method = desk.call("ann", "PATCH", TOWN, "{}");
    assertThat(method.status()).isEqualTo(405);
    assertThat(method.header("Content-Type")).startsWith("application/problem+json");
    Answer large =
        desk.call("ann", "POST", TOWN + "/agreements", "{'x':'" + "y".repeat(30_000) + "'}");
    assertThat(large.status()).isEqualTo(413);
    assertThat(
            desk.call("ann", "POST", TOWN + "/agreements", HOLD.replace("}", ",'z':1}")).status())
        .isEqualTo(422);
  }

  @Test
  void health_metrics_and_log_tell_of_calls_without_values() throws Exception {
    assertThat(desk.call(null, "GET", "/health/live", null).status()).isEqualTo(200);
    assertThat(desk.call(null, "GET", "/health/ready", null).status()).isEqualTo(200);
    desk.call("ann", "GET", TOWN + "/families/f1", null);
    String metrics = desk.call(null, "GET", "/metrics", null).text();
    assertThat(metrics)
        .contains(
            "plek_http_calls",
            "route=\"" + TOWN.replace("town", "{network}") + "/families/{family}\"");
    assertThat(desk.log.toString(java.nio.charset.StandardCharsets.UTF_8))
        .contains("{network}/families/{family}")
        .doesNotContain("f1");
  }

  @Test
  void who_calls_too_often_waits() throws Exception {
    desk.close();
    try (TestDesk busy = new TestDesk(folder, new HttpSettings("127.0.0.1", 0, 20_000, 1, 3))) {
      busy.person("joe", Role.BROKER, Set.of(), Set.of());
      for (int i = 0; i < 3; i++) {
        assertThat(busy.call("joe", "GET", TOWN, null).status()).isEqualTo(200);
      }
      Answer refused = busy.call("joe", "GET", TOWN, null);
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.header("Retry-After")).isEqualTo("1");
    }
    desk = new TestDesk(folder);
  }
}
