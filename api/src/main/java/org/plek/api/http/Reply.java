package org.plek.api.http;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer before it is sent.
 *
 * @param status HTTP status
 * @param body what is written as JSON, or a text; absent for none
 * @param type content type
 * @param headers further headers
 */
record Reply(int status, @Nullable Object body, String type, Map<String, String> headers) {
  static final String JSON = "application/json";

  Reply {
    headers = Map.copyOf(headers);
  }

  static Reply of(int status) {
    return new Reply(status, null, JSON, Map.of());
  }

  static Reply of(int status, Object body) {
    return new Reply(status, body, JSON, Map.of());
  }

  static Reply text(String body, String type) {
    return new Reply(200, body, type, Map.of());
  }

  /** The same with the version of what is answered. */
  Reply version(Object version) {
    return with("ETag", "\"" + version + "\"");
  }

  Reply with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Reply(status, body, type, more);
  }
}
