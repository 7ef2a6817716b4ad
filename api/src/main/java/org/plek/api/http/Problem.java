package org.plek.api.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plek.api.access.Denied;
import org.plek.api.jobs.Blocking;
import org.plek.api.jobs.InvalidPart;
import org.plek.api.jobs.Refused;
import org.plek.api.runs.Runs;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * What goes wrong, as RFC 9457 problem details. Values that somebody sent are never repeated: they
 * might be names.
 */
final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final String TYPE = "application/problem+json";

  private final int status;
  private final String code;
  private final transient List<?> errors;
  private final transient Map<String, String> headers;

  Problem(int status, String code, String detail) {
    this(status, code, detail, List.of(), Map.of());
  }

  Problem(int status, String code, String detail, List<?> errors, Map<String, String> headers) {
    super(detail);
    this.status = status;
    this.code = code;
    this.errors = List.copyOf(errors);
    this.headers = Map.copyOf(headers);
  }

  /** One fault of a body. */
  record Fault(
      String code, String severity, String pointer, String message, @Nullable String hint) {}

  static Problem forbidden() {
    return new Problem(403, "FORBIDDEN", "This is not for you.");
  }

  static Problem tooMany(long seconds) {
    return new Problem(
        429,
        "TOO_MANY",
        "Too many calls. Maybe wait " + seconds + " s.",
        List.of(),
        Map.of("Retry-After", Long.toString(seconds)));
  }

  /** Whatever was thrown, in these words. */
  static Problem of(Throwable thrown, String incident) {
    return switch (thrown) {
      case Problem problem -> problem;
      case Denied denied ->
          denied.retryAfterSeconds() > 0
              ? tooMany(denied.retryAfterSeconds())
              : new Problem(
                  401,
                  "UNAUTHENTICATED",
                  said(denied),
                  List.of(),
                  Map.of("WWW-Authenticate", "Bearer"));
      case Refused refused ->
          new Problem(
              status(refused.code()),
              refused.code().name(),
              said(refused),
              refused.blocking().stream().map(Problem::blocking).toList(),
              Map.of());
      case InvalidPart invalid ->
          new Problem(
              422,
              "INVALID",
              "The document has " + invalid.errorCount() + " error(s).",
              invalid.issues().stream()
                  .map(
                      issue ->
                          new Fault(
                              issue.code().name(),
                              issue.severity().name(),
                              issue.pointer(),
                              issue.message(),
                              issue.hint()))
                  .toList(),
              Map.of());
      case MismatchedInputException mismatch ->
          new Problem(
              422,
              "INVALID",
              "The body does not have the form that is asked.",
              List.of(BodyReader.fault(mismatch)),
              Map.of());
      case JacksonException json ->
          new Problem(400, "NOT_JSON", "The body is not JSON. Maybe a comma is missing.");
      case Runs.TooMany busy ->
          new Problem(429, "TOO_MANY_RUNS", said(busy), List.of(), Map.of("Retry-After", "30"));
      case IllegalArgumentException wrong -> new Problem(422, "INVALID", said(wrong));
      default ->
          new Problem(
              500,
              "FAULT",
              "A fault of the program. Maybe report it as incident " + incident + ".");
    };
  }

  private static String said(Throwable thrown) {
    return String.valueOf(thrown.getMessage());
  }

  private static Map<String, Object> blocking(Blocking blocking) {
    return Map.of(
        "code", blocking.constraint().name(),
        "severity", "ERROR",
        "pointer", "/stays",
        "message", blocking.text(),
        "amount", blocking.amount());
  }

  private static int status(Refused.Code code) {
    return switch (code) {
      case NOT_FOUND -> 404;
      case WRONG_STATE, EXISTS, LIVE_OFFER -> 409;
      case STALE -> 412;
      case BLOCKED, NEVER_OVERRULED, INVALID -> 422;
    };
  }

  int status() {
    return status;
  }

  Reply reply() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "urn:plek:problem:" + code.toLowerCase(java.util.Locale.ROOT));
    body.put("title", code.replace('_', ' ').toLowerCase(java.util.Locale.ROOT));
    body.put("status", status);
    body.put("code", code);
    body.put("detail", getMessage());
    if (!errors.isEmpty()) {
      body.put("errors", errors);
    }
    return new Reply(status, body, TYPE, headers);
  }
}
