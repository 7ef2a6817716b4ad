package org.plek.api.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plek.api.access.Access;
import org.plek.api.access.Account;
import org.plek.api.access.Role;
import org.plek.api.jobs.Town;
import org.plek.api.runs.Runs;
import org.plek.api.store.Store;
import org.plek.api.store.StoreSettings;
import org.plek.rules.RulePacks;
import tools.jackson.databind.JsonNode;

/** A real server on the loopback interface over a real store. */
final class TestDesk implements AutoCloseable {
  final Store store;
  final Town town;
  final Access access;
  final Runs runs;
  final HttpDesk http;
  final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final HttpClient client = HttpClient.newHttpClient();
  private long lastAudited;
  private long auditCount;
  private final Map<String, String> tokens = new HashMap<>();

  TestDesk(Path folder) {
    this(folder, new HttpSettings("127.0.0.1", 0, 20_000, 1e6, 1e6));
  }

  TestDesk(Path folder, HttpSettings settings) {
    store = Store.open(StoreSettings.file(folder.resolve("plek.db")).forgetful());
    town = new Town(store);
    access = new Access(store, town.clock, new SecureRandom(), null);
    runs = new Runs(town.desk, RulePacks.bundled(), town.clock, "test");
    http =
        new HttpDesk(
            town.desk,
            runs,
            access,
            town.clock,
            settings,
            new PrintStream(log, true, StandardCharsets.UTF_8));
  }

  /** An answer. */
  record Answer(int status, String text, HttpResponse<String> whole) {
    JsonNode json() {
      return HttpDesk.JSON.readTree(text);
    }

    String header(String name) {
      return whole.headers().firstValue(name).orElse("");
    }
  }

  /** Somebody with one role in the town. */
  TestDesk person(String name, Role role, Set<String> providers, Set<String> families) {
    return account(name, role, Set.of("town"), Set.of(), providers, families);
  }

  TestDesk account(
      String name,
      Role role,
      Set<String> networks,
      Set<String> areas,
      Set<String> providers,
      Set<String> families) {
    Account account =
        new Account(
            "u-" + name, name, Set.of(role), networks, areas, providers, families, false, false, 0);
    access.add(account);
    tokens.put(name, access.addKey(account.id(), "test", null).token());
    return this;
  }

  Answer call(
      @Nullable String who, String method, String path, @Nullable String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http.port() + path))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
    if (who != null) {
      request.header("Authorization", "Bearer " + tokens.getOrDefault(who, who));
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    HttpResponse<String> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return new Answer(response.statusCode(), response.body(), response);
  }

  /** How many entries the audit has. */
  long audited() {
    while (true) {
      var page = town.desk.archive().audited(lastAudited, 1000);
      if (page.isEmpty()) {
        return auditCount;
      }
      auditCount += page.size();
      lastAudited = page.getLast().id();
    }
  }

  @Override
  public void close() {
    http.close();
    runs.close();
    store.close();
  }
}
