package org.plek.api.http;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plek.api.access.Role;
import org.plek.api.http.TestDesk.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Planted names appear nowhere but in the table of names and in answers to those who may. Every
 * operation of the description is called as it is meant, and with a name wherever one could be
 * written by mistake; a new operation makes the test fail until it is called here.
 */
class CanaryTest {
  /** Kept as the name of a family and of a provider. */
  private static final String NAME = "Zebedeus";

  /** Written where no name belongs. */
  private static final String SENT = "Quirinus";

  private static final String TUESDAY = "2026-03-03T";
  private static final Set<String> GIVE_NAMES =
      Set.of("familyNames", "changeFamilyNames", "providerNames", "changeProviderNames");
  private static final String NAMES =
      "{'fields':{'child':'" + NAME + " Janssens','phone':'" + NAME + "'}}";

  @TempDir Path folder;
  private TestDesk desk;
  private final Map<String, Operation> operations = new HashMap<>();

  /** What was called, so that it can be called again with mistakes. */
  private final Map<String, Called> called = new HashMap<>();

  private record Operation(String method, String path, List<String> query) {}

  private record Called(String who, String name, @Nullable String body, Map<String, String> at) {}

  @BeforeEach
  void open() throws Exception {
    desk = new TestDesk(folder);
    desk.town.childminder("els", 4, "");
    for (int i = 1; i <= 9; i++) {
      desk.town.family("f" + i);
      desk.town.request("r" + i, "f" + i, TUESDAY + "09:00", TUESDAY + "12:00");
    }
    desk.person("ann", Role.BROKER, Set.of(), Set.of())
        .person("mum", Role.FAMILY, Set.of(), Set.of("f1"))
        .person("dad", Role.FAMILY, Set.of(), Set.of("f2"))
        .person("els", Role.PROVIDER, Set.of("els"), Set.of())
        .person("paul", Role.PLANNER, Set.of(), Set.of())
        .person("root", Role.ADMINISTRATOR, Set.of(), Set.of())
        .person("ana", Role.ANALYST, Set.of(), Set.of())
        .person("rik", Role.REFERRER, Set.of(), Set.of())
        .person("otto", Role.AUDITOR, Set.of(), Set.of());
    JsonNode description = HttpDesk.JSON.readTree(MetaRoutes.description());
    for (var path : description.path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : operation.getValue().path("parameters")) {
          if (parameter.path("in").asString().equals("query")) {
            query.add(parameter.path("name").asString());
          }
        }
        operations.put(
            operation.getValue().path("operationId").asString(),
            new Operation(operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), query));
      }
    }
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void names_stay_where_they_belong() throws Exception {
    everythingIsCalled();
    assertThat(new TreeSet<>(called.keySet())).isEqualTo(new TreeSet<>(operations.keySet()));
    for (String who : List.of("ann", "mum", "dad", "els", "paul", "root", "ana", "rik", "otto")) {
      for (Called one : List.copyOf(called.values())) {
        if (operation(one).method().equals("GET")) {
          Answer answer = send(who, one, Map.of(), one.body());
          boolean may = GIVE_NAMES.contains(one.name()) && answer.status() == 200;
          assertThat(answer.text().contains(NAME)).as("%s to %s", one.name(), who).isEqualTo(may);
        }
      }
    }
    for (String nobodys : List.of("dad", "paul", "root", "ana", "rik", "otto")) {
      assertThat(send(nobodys, requireNonNull(called.get("familyNames")), Map.of(), null).status())
          .isEqualTo(403);
    }
    assertThat(log()).isNotEmpty().doesNotContain(NAME);
    Path export = folder.resolve("export.jsonl");
    desk.store.backup(export);
    assertThat(Files.readAllLines(export).stream().filter(line -> line.contains(NAME)))
        .hasSize(2)
        .allMatch(line -> line.contains("\"table\":\"person\""));
  }

  @Test
  void what_is_sent_by_mistake_is_never_repeated() throws Exception {
    everythingIsCalled();
    List<String> repeated = new ArrayList<>();
    int mistakes = 0;
    for (Called one : List.copyOf(called.values())) {
      for (Map<String, String> at : misplaced(one)) {
        Answer answer = send(one.who(), one, at, one.body());
        mistakes += repeats(repeated, one, at.toString(), answer);
      }
      for (String header :
          List.of("If-Match", "Last-Event-ID", "Idempotency-Key", "Accept-Language")) {
        Answer answer = send(one.who(), one, Map.of(), one.body(), header, "\"" + SENT + "\"");
        mistakes += repeats(repeated, one, header, answer);
      }
      for (String body : corrupted(one.body())) {
        mistakes += repeats(repeated, one, body, send(one.who(), one, Map.of("key", "gone"), body));
      }
      mistakes += repeats(repeated, one, "who", send(SENT, one, Map.of("key", "gone"), one.body()));
    }
    assertThat(repeated).isEmpty();
    assertThat(mistakes).isGreaterThan(300);
    assertThat(log()).doesNotContain(SENT);
    assertThat(desk.call(null, "GET", "/metrics", null).text()).doesNotContain(SENT);
    assertThat(desk.town.desk.archive().audited(0, 100_000))
        .filteredOn(entry -> entry.call().status() == 404)
        .isNotEmpty()
        .noneMatch(entry -> entry.toString().contains(SENT));
  }

  /** Every operation once, as it is meant, in an order in which each has what it needs. */
  private void everythingIsCalled() throws Exception {
    for (String open : List.of("live", "ready", "metrics", "description")) {
      does("ann", open, null);
    }
    people();
    supply();
    requests();
    agreements();
    runs();
    does("paul", "events", null, "limit", "200");
    does("ana", "need", null, "from", "2026-01-01", "until", "2027-01-01");
    does("otto", "audit", null, "limit", "200");
    does("root", "forget", "{'keepDays':1,'keepAuditDays':1,'dryRun':true}");
  }

  private void people() throws Exception {
    does("ann", "me", null);
    String account = "{'name':'new','roles':['BROKER'],'networks':['town']}";
    JsonNode made = does("root", "addAccount", account).json();
    String id = made.path("account").path("id").asString();
    does("root", "accounts", null);
    does("root", "account", null, "account", id);
    does("root", "changeAccount", account, "account", id);
    String key = does("root", "addKey", "{'note':'phone'}", "account", id).json().toString();
    JsonNode keys = does("root", "keys", null, "account", id).json().path("items");
    String keyId = keys.path(0).path("id").asString();
    assertThat(keyId).as(key + keys).isNotEmpty();
    does("root", "endKey", null, "account", id, "key", keyId);
    String first = made.path("oneTimePassword").asString();
    String in = "{'name':'new','password':'" + first + "'}";
    String token = does("ann", "signIn", in).json().path("token").asString();
    String second = "a quiet horse in the rain";
    does(token, "changePassword", "{'old':'" + first + "','fresh':'" + second + "'}");
    String again = does("ann", "signIn", in.replace(first, second)).json().path("token").asString();
    does(again, "signOut", null);
  }

  private void supply() throws Exception {
    JsonNode town = does("root", "networks", null).json();
    assertThat(town.toString()).contains("town");
    JsonNode network = does("paul", "network", null).json();
    does("paul", "changeNetwork", network.toString());
    does("root", "addNetwork", network.toString().replace("town", "village"));
    does("ann", "providers", null);
    String els = does("paul", "provider", null).json().toString();
    does("paul", "changeProvider", els);
    does("paul", "addProvider", els.replace("els", "ina"));
    does("els", "changeProviderNames", NAMES);
    does("els", "providerNames", null);
    does("els", "putPresence", "{'hours':[]}", "subject", "els", "date", "2026-03-09");
    does("els", "presences", null, "date", "2026-03-09");
    does("els", "check", null, "date", "2026-03-09");
    does("els", "endPresence", null, "subject", "els", "date", "2026-03-09");
    does("ann", "families", null);
    String family = does("mum", "family", null).json().toString();
    does("mum", "changeFamily", family);
    does("ann", "addFamily", family.replace("f1", "f99"));
    does("mum", "changeFamilyNames", NAMES);
    does("mum", "familyNames", null);
    does("ann", "availability", null, "providerId", "els", "date", "2026-03-03");
    does("ana", "availabilityByArea", null, "date", "2026-03-03", "start", "09:00", "end", "11:00");
  }

  private void requests() throws Exception {
    JsonNode request = does("ann", "request", null).json().path("request");
    does("ann", "requests", null);
    does("ann", "changeRequest", request.toString());
    String other = request.toString().replace("r1", "r99");
    does("rik", "fileRequest", "{'consent':true,'request':" + other + "}");
    does("ann", "helpRequest", "{'level':'BROKERED'}");
    does("ann", "closeRequest", "{'outcome':'FOUND_ITSELF'}", "request", "r2");
    does("ann", "reopenRequest", "{}", "request", "r2");
    does("ann", "noSolution", "{'reasons':['closed']}", "request", "r3");
    does("mum", "recommend", "{'offers':3}");
    does("mum", "recommended", null);
    does("mum", "recommendThought", "{'request':" + other.replace("r99", "r98") + "}");
    does("ann", "rank", null, "sessionId", "r1/1");
    does("ann", "explainRequest", null, "sessionId", "r1/1");
    does("ann", "conditionalPlaces", null);
  }

  private void agreements() throws Exception {
    does("ann", "checkHold", stays("r4"));
    String first = does("ann", "hold", stays("r4")).json().path("id").asString();
    does("ann", "agreements", null);
    does("ann", "agreement", null, "agreement", first);
    does("ann", "offer", "{'how':'PHONE'}", "agreement", first);
    does("ann", "confirm", "{}", "agreement", first);
    does("els", "confirm", "{'providerId':'els'}", "agreement", first);
    String second = does("ann", "hold", stays("r5")).json().path("id").asString();
    does("ann", "offer", "{}", "agreement", second);
    does("ann", "decline", "{'reason':'too far'}", "agreement", second);
    String third = does("ann", "hold", stays("r6")).json().path("id").asString();
    does("ann", "release", "{}", "agreement", third);
    desk.town.clock.pass(28 * 60);
    does("els", "no-show", "{'sessionId':'r4/1'}", "agreement", first);
    does("ann", "cancel", "{'reason':'moved away'}", "agreement", first);
    desk.town.clock.pass(-28 * 60);
  }

  private void runs() throws Exception {
    String asked = "{'days':7,'seconds':20,'moves':300}";
    String run = does("paul", "startRun", asked).json().path("id").asString();
    does("paul", "runEvents", null, "run", run);
    String change =
        "{'moves':300,'basedOn':'" + run + "','change':{'providers':{'els':{'noticeMinutes':0}}}}";
    String whatIf = does("paul", "startRun", change).json().path("id").asString();
    does("paul", "runEvents", null, "run", whatIf);
    does("paul", "runs", null);
    does("paul", "run", null, "run", run);
    does("paul", "stopRun", null, "run", run);
    does("paul", "runPlan", null, "run", run);
    does("ann", "explainRun", null, "run", run, "sessionId", "r1/1");
    does("paul", "compareRuns", null, "run", run, "with", whatIf);
    does("paul", "applyRun", null, "run", run);
    JsonNode proposed = does("ann", "proposals", null).json().path("items").path(0);
    does("ann", "proposal", null, "request", proposed.path("requestId").asString());
  }

  private static String stays(String request) {
    return "{'requestId':'"
        + request
        + "','stays':[{'sessionId':'"
        + request
        + "/1','legs':[{'providerId':'els','groupId':'els','start':'2026-03-03T09:00:00',"
        + "'end':'2026-03-03T12:00:00'}]}]}";
  }

  private Answer does(String who, String name, @Nullable String body, String... values)
      throws Exception {
    Map<String, String> at = new HashMap<>();
    for (int i = 0; i < values.length; i += 2) {
      at.put(values[i], values[i + 1]);
    }
    Called one = new Called(who, name, body, at);
    Answer answer = send(who, one, Map.of(), body);
    assertThat(answer.status()).as(name + " by " + who + ": " + answer.text()).isLessThan(300);
    assertThat(answer.text().contains(NAME)).as(name).isEqualTo(GIVE_NAMES.contains(name));
    called.put(name, one);
    return answer;
  }

  private Answer send(
      String who, Called one, Map<String, String> otherwise, @Nullable String body, String... more)
      throws Exception {
    Operation operation = operation(one);
    Map<String, String> at = new HashMap<>(Map.of("network", "town", "provider", "els"));
    at.putAll(Map.of("family", "f1", "request", "r1"));
    at.putAll(one.at());
    at.putAll(otherwise);
    String path = operation.path();
    StringBuilder query = new StringBuilder();
    for (var value : at.entrySet()) {
      path = path.replace("{" + value.getKey() + "}", value.getValue());
      if (operation.query().contains(value.getKey())) {
        query.append(query.isEmpty() ? "?" : "&");
        query.append(value.getKey()).append('=').append(value.getValue());
      }
    }
    List<String> headers = new ArrayList<>(List.of(more));
    if (!operation.method().equals("GET") && !headers.contains("If-Match")) {
      headers.addAll(List.of("If-Match", "*"));
    }
    return desk.call(who, operation.method(), path + query, body, headers.toArray(String[]::new));
  }

  private Operation operation(Called one) {
    return requireNonNull(operations.get(one.name()), one.name());
  }

  /** The parameters of a call, one of them a name. */
  private List<Map<String, String>> misplaced(Called one) {
    Operation operation = operation(one);
    List<Map<String, String>> mistakes = new ArrayList<>();
    for (String part : operation.path().split("/")) {
      if (part.startsWith("{")) {
        mistakes.add(Map.of(part.substring(1, part.length() - 1), SENT));
      }
    }
    operation.query().forEach(name -> mistakes.add(Map.of(name, SENT)));
    return mistakes;
  }

  /** The body with a name in place of each value, as one field more, and unfinished. */
  private static List<String> corrupted(@Nullable String body) {
    if (body == null) {
      return List.of();
    }
    List<String> bodies = new ArrayList<>();
    JsonNode whole = HttpDesk.JSON.readTree(body.replace('\'', '"'));
    places(whole, change -> {}, whole, bodies);
    ObjectNode more = (ObjectNode) whole.deepCopy();
    more.put("nickname", SENT);
    bodies.add(more.toString());
    bodies.add("{\"" + SENT + "\":" + SENT);
    bodies.add("[\"" + SENT + "\"]");
    return bodies;
  }

  private static void places(
      JsonNode node, Consumer<JsonNode> put, JsonNode whole, List<String> bodies) {
    JsonNode name = HttpDesk.JSON.getNodeFactory().stringNode(SENT);
    if (node != whole) {
      put.accept(name);
      bodies.add(whole.toString());
      put.accept(node);
    }
    if (node instanceof ObjectNode object) {
      for (String field : List.copyOf(object.propertyNames())) {
        places(object.get(field), value -> object.set(field, value), whole, bodies);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int at = i;
        places(array.get(i), value -> array.set(at, value), whole, bodies);
      }
    }
  }

  private static int repeats(List<String> repeated, Called one, String where, Answer answer) {
    if (answer.status() >= 500
        || (answer.status() >= 400 && answer.text().contains(SENT))
        || answer.whole().headers().toString().contains(SENT)) {
      repeated.add(
          one.name() + " with " + where + " gave " + answer.status() + " " + answer.text());
    }
    return 1;
  }

  private String log() {
    return desk.log.toString(StandardCharsets.UTF_8);
  }
}
