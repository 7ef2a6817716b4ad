package org.plek.api.access;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts failed attempts to sign in, so that guessing is slow. */
final class Attempts {
  private static final int FREE = 5;
  private static final int MOST_NAMES = 10_000;
  private static final long MOST_WAIT_SECONDS = 900;

  private record Failures(int count, Instant last) {}

  private final Map<String, Failures> byName =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > MOST_NAMES;
        }
      };

  /** Seconds to wait before the next attempt; doubles with every failure after the fifth. */
  synchronized long waitSeconds(String name, Instant now) {
    Failures failures = byName.get(name);
    if (failures == null || failures.count() < FREE) {
      return 0;
    }
    long pause = Math.min(MOST_WAIT_SECONDS, 1L << Math.min(20, failures.count() - FREE + 1));
    return Math.max(0, failures.last().plusSeconds(pause).getEpochSecond() - now.getEpochSecond());
  }

  synchronized void failed(String name, Instant now) {
    Failures before = byName.remove(name);
    byName.put(name, new Failures(before == null ? 1 : before.count() + 1, now));
  }

  synchronized void succeeded(String name) {
    byName.remove(name);
  }
}
