package org.plek.api.planning;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Measures the parts of one run, one after the other. */
final class StopWatch {
  private final long startNanos = System.nanoTime();
  private long lapNanos = startNanos;
  private final Map<String, Double> seconds = new LinkedHashMap<>();

  /** Ends a part; the next begins. */
  void lap(String part) {
    long now = System.nanoTime();
    seconds.put(part, Math.round((now - lapNanos) / 1e6) / 1000.0);
    lapNanos = now;
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }

  /** Seconds by part, to the millisecond. */
  Map<String, Double> seconds() {
    return seconds;
  }
}
