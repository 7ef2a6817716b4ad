package org.plek.api.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.plek.api.runs.RunLog;

/** Answers that go on for a while, as server-sent events; so many of one caller at once. */
final class Streams implements AutoCloseable {
  private static final int MOST_OF_ONE = 5;
  private static final int MOST = 200;
  private static final long WAIT_MILLIS = 1000;
  private static final int QUIET_WAITS = 10;

  private final Map<String, Integer> open = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /** The events of a run after a number, until the run has ended. */
  Reply.Stream of(String caller, RunLog log, long after) {
    int there = open.merge(caller, 1, Integer::sum);
    if (there > MOST_OF_ONE || open.size() > MOST) {
      left(caller);
      throw Problem.tooMany(10);
    }
    return out -> {
      try {
        follow(log, after, out);
      } finally {
        left(caller);
      }
    };
  }

  private void follow(RunLog log, long after, OutputStream out)
      throws IOException, InterruptedException {
    long last = after;
    int quiet = 0;
    while (!closed && !log.endsAt(last)) {
      List<RunLog.Event> events = log.after(last, WAIT_MILLIS);
      for (RunLog.Event event : events) {
        write(out, event.id(), event.name(), event.run());
        last = event.id();
      }
      quiet = events.isEmpty() ? quiet + 1 : 0;
      if (quiet == QUIET_WAITS) {
        out.write(": still here\n\n".getBytes(StandardCharsets.UTF_8));
        quiet = 0;
      }
      out.flush();
    }
  }

  static void write(OutputStream out, long id, String name, Object data) throws IOException {
    String text =
        "id: " + id + "\nevent: " + name + "\ndata: " + HttpDesk.JSON.writeValueAsString(data);
    out.write((text + "\n\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private void left(String caller) {
    open.computeIfPresent(caller, (name, there) -> there == 1 ? null : there - 1);
  }

  /** Sends a stream; a caller who hangs up ends it. */
  void send(Context context, String type, Reply.Stream stream) {
    context.contentType(type);
    try {
      OutputStream out = context.res().getOutputStream();
      context.res().flushBuffer();
      stream.writeTo(out);
    } catch (IOException hungUp) {
      // Nobody listens any more.
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
