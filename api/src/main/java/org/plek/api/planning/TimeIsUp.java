package org.plek.api.planning;

import java.time.Duration;

/** The time ended before there could be a plan. */
public final class TimeIsUp extends RuntimeException {
  private static final long serialVersionUID = 1;

  TimeIsUp(Duration limit, Duration used) {
    super(
        "No plan within %d ms: the options alone took %d ms. Maybe give more time."
            .formatted(limit.toMillis(), used.toMillis()));
  }
}
