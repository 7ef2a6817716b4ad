package org.plek.scoring.plain;

import java.time.LocalDate;
import java.util.List;
import org.plek.domain.Placement;

/**
 * A placement with its numbers.
 *
 * @param session the care session
 * @param child its child
 * @param request its request
 * @param family its family
 * @param placement the placement itself
 * @param legs its legs with a known provider and group, in order
 */
record PlacedCare(
    int session, int child, int request, int family, Placement placement, List<PlacedLeg> legs) {
  PlacedLeg first() {
    return legs.getFirst();
  }

  PlacedLeg last() {
    return legs.getLast();
  }

  LocalDate startDate() {
    return first().leg().start().toLocalDate();
  }
}
