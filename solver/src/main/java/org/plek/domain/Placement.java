package org.plek.domain;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A care session that was given an option (toegekende opvang).
 *
 * @param sessionId the care session
 * @param state how firm it is
 * @param heldUntil when a hold expires; absent for the other states
 * @param legs one leg, or two in order when the care is split
 */
public record Placement(
    String sessionId, PlacementState state, @Nullable LocalDateTime heldUntil, List<Leg> legs) {
  public Placement {
    legs = List.copyOf(legs);
  }

  /** Whether the engine may not move it at the given moment. */
  public boolean agreedAt(LocalDateTime moment) {
    return switch (state) {
      case PROPOSED -> false;
      case HELD -> heldUntil == null || heldUntil.isAfter(moment);
      case OFFERED, CONFIRMED -> true;
    };
  }
}
