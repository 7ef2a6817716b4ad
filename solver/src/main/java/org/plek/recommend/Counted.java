package org.plek.recommend;

import org.jspecify.annotations.Nullable;
import org.plek.domain.Child;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.Request;

/** A leg counted in a group, by slots, with what is remembered of other places for it. */
final class Counted {
  final Placement placement;
  final Request request;
  final Child child;
  final String familyId;
  final int variant;

  final int from;
  final int until;

  /** Whether it is proposed, as a whole in one group: only such a one may go elsewhere. */
  final boolean mayGo;

  /** A place that could take it when last looked at; absent if none could. */
  @Nullable Place elsewhere;

  Counted(Placement placement, Request request, Child child, int variant, int from, int until) {
    this.placement = placement;
    this.request = request;
    this.child = child;
    familyId = request.familyId();
    this.variant = variant;
    this.from = from;
    this.until = until;
    mayGo = placement.state() == PlacementState.PROPOSED && placement.legs().size() == 1;
  }
}
