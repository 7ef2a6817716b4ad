package org.plek.api.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plek.api.jobs.Archive;

/**
 * An answer before it is sent.
 *
 * @param status HTTP status
 * @param body what is written as JSON, or a text; absent for none
 * @param type content type
 * @param headers further headers
 * @param advised what has to be kept of what was advised; absent if nothing was
 */
record Reply(
    int status,
    @Nullable Object body,
    String type,
    Map<String, String> headers,
    Archive.@Nullable Advised advised) {
  static final String JSON = "application/json";

  /** Writes an answer that goes on for a while. */
  @FunctionalInterface
  interface Stream {
    void writeTo(OutputStream out) throws IOException, InterruptedException;
  }

  Reply(int status, @Nullable Object body, String type, Map<String, String> headers) {
    this(status, body, type, headers, null);
  }

  Reply {
    headers = Map.copyOf(headers);
  }

  static Reply of(int status) {
    return new Reply(status, null, JSON, Map.of());
  }

  static Reply of(int status, Object body) {
    return new Reply(status, body, JSON, Map.of());
  }

  static Reply events(Stream stream) {
    return new Reply(200, stream, "text/event-stream", Map.of());
  }

  /** The same, once it is in the store that this was advised. */
  Reply advised(Archive.Advised what) {
    return new Reply(status, body, type, headers, what);
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
    return new Reply(status, body, type, more, advised);
  }
}
