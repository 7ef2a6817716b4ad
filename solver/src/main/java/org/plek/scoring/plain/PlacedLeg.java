package org.plek.scoring.plain;

import org.jspecify.annotations.Nullable;
import org.plek.domain.Leg;

/**
 * A leg with its numbers.
 *
 * @param session the care session
 * @param child its child
 * @param request its request
 * @param family its family
 * @param provider the provider
 * @param group the group
 * @param leg the leg itself
 * @param order 0 for the first leg of the placement, 1 for the second
 * @param other the other leg of the placement, if it is split
 * @param from first slot of presence on the timeline
 * @param until first slot after it
 * @param minutes minutes that pass from start to end, at least 0
 */
record PlacedLeg(
    int session,
    int child,
    int request,
    int family,
    int provider,
    int group,
    Leg leg,
    int order,
    @Nullable Leg other,
    int from,
    int until,
    int minutes) {
  boolean presentIn(int slot) {
    return from <= slot && slot < until;
  }

  /** Slots in which both are present. */
  int overlap(PlacedLeg that) {
    return Math.max(0, Math.min(until, that.until) - Math.max(from, that.from));
  }
}
