package org.plek.api.http;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Lets every caller make so many calls a second, with a reserve for bursts. */
final class Limiter {
  private static final int MOST_CALLERS = 20_000;

  private record Bucket(double calls, long atMillis) {}

  private final double perSecond;
  private final double burst;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  Limiter(double perSecond, double burst) {
    this.perSecond = perSecond;
    this.burst = burst;
  }

  /** Seconds to wait, 0 when the call may go on. */
  long waitSeconds(String caller, Instant now) {
    if (buckets.size() > MOST_CALLERS) {
      long old = now.toEpochMilli() - (long) (1000 * burst / perSecond);
      buckets.values().removeIf(bucket -> bucket.atMillis() < old);
    }
    long[] wait = {0};
    buckets.compute(
        caller,
        (name, before) -> {
          long millis = now.toEpochMilli();
          double there =
              before == null
                  ? burst
                  : Math.min(
                      burst,
                      before.calls()
                          + Math.max(0, millis - before.atMillis()) / 1000.0 * perSecond);
          if (there < 1) {
            wait[0] = Math.max(1, (long) Math.ceil((1 - there) / perSecond));
            return new Bucket(there, millis);
          }
          return new Bucket(there - 1, millis);
        });
    return wait[0];
  }
}
