package org.plek.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plek.api.access.Role;
import org.plek.api.http.TestDesk.Answer;

/** Planted names appear nowhere but in the table of names and in answers to those who may. */
class CanaryTest {
  private static final String CANARY = "Zebedeus";
  private static final String TOWN = "/api/v1/networks/town";

  @TempDir Path folder;

  @Test
  void names_stay_where_they_belong() throws Exception {
    try (TestDesk desk = new TestDesk(folder)) {
      desk.town
          .childminder("els", 1, "")
          .family("f1")
          .request("r1", "f1", "2026-03-03T09:00", "2026-03-03T12:00");
      desk.person("ann", Role.BROKER, Set.of(), Set.of())
          .person("mum", Role.FAMILY, Set.of(), Set.of("f1"))
          .person("dad", Role.FAMILY, Set.of(), Set.of("f2"))
          .person("els", Role.PROVIDER, Set.of("els"), Set.of())
          .person("paul", Role.PLANNER, Set.of(), Set.of())
          .person("root", Role.ADMINISTRATOR, Set.of(), Set.of())
          .person("otto", Role.AUDITOR, Set.of(), Set.of());
      String names = TOWN + "/families/f1/names";
      String body = "{'fields':{'child':'" + CANARY + " Janssens','phone':'" + CANARY + "'}}";
      assertThat(desk.call("ann", "PUT", names, body, "If-Match", "\"0\"").status()).isEqualTo(200);
      assertThat(desk.call("mum", "GET", names, null).text()).contains(CANARY);
      // Names where they do not belong: every answer is an error, and none repeats them.
      for (Answer wrong :
          List.of(
              desk.call("ann", "PUT", names, body.replace("}}", "}"), "If-Match", "\"1\""),
              desk.call("ann", "PUT", names, body, "If-Match", "\"" + CANARY + "\""),
              desk.call("ann", "POST", TOWN + "/families", "{'id':7,'home':'" + CANARY + "'}"),
              desk.call("ann", "POST", TOWN + "/requests", "{'request':'" + CANARY + "'}"),
              desk.call("ann", "GET", TOWN + "/requests?limit=" + CANARY, null),
              desk.call("ann", "GET", TOWN + "/" + CANARY, null),
              desk.call(CANARY, "GET", names, null),
              desk.call("dad", "GET", names, null),
              desk.call("els", "GET", names, null),
              desk.call("paul", "GET", names, null),
              desk.call("root", "GET", names, null),
              desk.call("otto", "GET", names, null),
              desk.call(
                  null,
                  "POST",
                  "/api/v1/sessions",
                  "{'name':'" + CANARY + "','password':'" + CANARY + "'}"))) {
        assertThat(wrong.status()).as(wrong.text()).isGreaterThanOrEqualTo(400).isLessThan(500);
        assertThat(wrong.text()).doesNotContain(CANARY);
      }
      for (String path :
          List.of(
              TOWN + "/families",
              TOWN + "/families/f1",
              TOWN + "/requests",
              TOWN + "/requests/r1",
              TOWN + "/agreements",
              TOWN + "/events",
              TOWN + "/need?from=2026-01-01&until=2027-01-01",
              "/metrics",
              "/api/v1/audit-entries")) {
        for (String who : List.of("ann", "paul", "otto", "mum")) {
          assertThat(desk.call(who, "GET", path, null).text()).doesNotContain(CANARY);
        }
      }
      assertThat(desk.log.toString(StandardCharsets.UTF_8)).isNotEmpty().doesNotContain(CANARY);
      Path export = folder.resolve("export.jsonl");
      desk.store.backup(export);
      assertThat(Files.readAllLines(export).stream().filter(line -> line.contains(CANARY)))
          .hasSize(1)
          .allMatch(line -> line.contains("\"table\":\"person\""));
    }
  }
}
