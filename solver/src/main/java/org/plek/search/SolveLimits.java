package org.plek.search;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When to stop, and what chance to take. The first limit reached ends the search; without any the
 * greedy plan is returned.
 *
 * @param time wall time from the call, options already made; absent for none. Not repeatable
 * @param moves most moves to evaluate, 0 for none; the same moves, seed and problem give the same
 *     plan, whatever the threads
 * @param seed seed of all chance
 * @param threads most threads to use, at least 1
 */
public record SolveLimits(@Nullable Duration time, long moves, long seed, int threads) {
  public SolveLimits {
    if (threads < 1) {
      throw new IllegalArgumentException("threads is " + threads + ". Maybe use at least 1.");
    }
    if (moves < 0) {
      throw new IllegalArgumentException("moves is " + moves + ". Maybe use 0 for no limit.");
    }
  }

  /** Repeatable: so many moves on one thread. */
  public static SolveLimits moves(long moves, long seed) {
    return new SolveLimits(null, moves, seed, 1);
  }
}
