package org.plek.api.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plek.api.access.Account;
import org.plek.api.access.Role;
import org.plek.api.jobs.Agreements;
import org.plek.api.jobs.By;
import org.plek.api.jobs.Desk;
import org.plek.api.jobs.How;
import org.plek.api.jobs.Look;
import org.plek.api.jobs.Requests;
import org.plek.api.jobs.Supply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One call: who calls, on what, with what. */
final class Call {
  private static final int MOST_ITEMS = 200;
  private static final int USUAL_ITEMS = 50;

  private final Context context;
  private final Route route;
  private final Desk desk;
  private final JsonMapper json;
  private final Instant now;
  private @Nullable Account account;

  Call(Context context, Route route, Desk desk, JsonMapper json, Instant now) {
    this.context = context;
    this.route = route;
    this.desk = desk;
    this.json = json;
    this.now = now;
  }

  void signedIn(Account caller) {
    account = caller;
  }

  Account account() {
    Account known = account;
    if (known == null) {
      throw new Problem(401, "UNAUTHENTICATED", "Sign in first.");
    }
    return known;
  }

  /** Id of the caller for the audit, {@code -} while nobody is known. */
  String actor() {
    Account known = account;
    return known == null ? "-" : known.id();
  }

  Instant now() {
    return now;
  }

  Context context() {
    return context;
  }

  By by(@Nullable How how) {
    return new By(account().id(), how == null ? How.PORTAL : how);
  }

  String path(String name) {
    return context.pathParam(name);
  }

  @Nullable String query(String name) {
    return context.queryParam(name);
  }

  Desk desk() {
    return desk;
  }

  Agreements agreements() {
    return desk.agreements(path("network"));
  }

  Requests requests() {
    return desk.requests(path("network"));
  }

  Supply supply() {
    return desk.supply(path("network"));
  }

  Look look() {
    return desk.look(path("network"));
  }

  /** Whether one of the roles of the caller that the route knows passes. */
  boolean may(Guard guard) {
    return Guard.anyRole(this, route.roles(), guard);
  }

  void require(boolean allowed) {
    if (!allowed) {
      throw Problem.forbidden();
    }
  }

  boolean is(Role role) {
    return account().is(role);
  }

  <T> T body(Class<T> type) {
    return new BodyReader(json).read(context.body(), type);
  }

  JsonNode document() {
    JsonNode body = json.readTree(context.body());
    if (!body.isObject()) {
      throw new Problem(422, "INVALID", "The body is not an object.");
    }
    return body;
  }

  /** A document whose id is that of the path. */
  JsonNode documentOf(String parameter) {
    JsonNode body = document();
    if (!body.path("id").asString("").equals(path(parameter))) {
      throw new Problem(422, "INVALID", "The id of the body is not that of the path.");
    }
    return body;
  }

  LocalDate date(String name, @Nullable LocalDate usual) {
    String text = query(name);
    if (text == null && usual != null) {
      return usual;
    }
    return dateOf(name, text == null ? "" : text);
  }

  LocalDate pathDate(String name) {
    return dateOf(name, path(name));
  }

  private static LocalDate dateOf(String name, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new Problem(422, "INVALID", name + " is no date. Maybe as 2026-12-01.");
    }
  }

  long number(String name, long usual, long least, long most) {
    String text = query(name);
    if (text == null) {
      return usual;
    }
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new Problem(422, "INVALID", name + " must be a number from " + least + " to " + most);
  }

  /** The version of {@code If-Match}; absent where the caller takes any ({@code *}). */
  @Nullable String ifMatch() {
    String header = context.header("If-Match");
    if (header == null) {
      throw new Problem(
          428, "VERSION_NEEDED", "Say what the change is based on. Maybe If-Match: the ETag read.");
    }
    String version = header.strip();
    if (version.equals("*")) {
      return null;
    }
    return version.replaceFirst("^W/", "").replace("\"", "");
  }

  @Nullable Long ifMatchNumber() {
    String version = ifMatch();
    try {
      return version == null ? null : Long.valueOf(version);
    } catch (NumberFormatException e) {
      throw new Problem(412, "STALE", "This is no version of it. Maybe read it again.");
    }
  }

  @Nullable String idempotencyKey() {
    String key = context.header("Idempotency-Key");
    if (key != null && (key.isBlank() || key.length() > 200)) {
      throw new Problem(422, "INVALID", "An Idempotency-Key has 1 to 200 characters.");
    }
    return key;
  }

  /** A new id; the same again for the same Idempotency-Key of the same caller. */
  String newId(String prefix) {
    String key = idempotencyKey();
    if (key == null) {
      return desk.ids().next(prefix);
    }
    return prefix + "-" + hash(account().id() + "\n" + prefix + "\n" + key).substring(0, 24);
  }

  String bodyHash() {
    return hash(route.method() + " " + context.path() + "\n" + context.body());
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A page of things sorted by id: those after {@code after}, at most {@code limit}. */
  <T> Reply page(List<T> sorted, Function<T, String> id, Function<List<T>, List<?>> shown) {
    int limit = (int) number("limit", USUAL_ITEMS, 1, MOST_ITEMS);
    String after = query("after");
    List<T> rest =
        sorted.stream()
            .filter(item -> after == null || id.apply(item).compareTo(after) > 0)
            .limit(limit + 1L)
            .toList();
    List<T> items = rest.subList(0, Math.min(limit, rest.size()));
    String next = rest.size() > limit ? id.apply(items.getLast()) : null;
    return Reply.of(200, new Page(shown.apply(items), next));
  }

  /** A page; {@code next} is what to ask {@code after}, absent at the end. */
  record Page(List<?> items, @Nullable String next) {}

  /** Roles of the caller. */
  Set<Role> roles() {
    return account().roles();
  }
}
