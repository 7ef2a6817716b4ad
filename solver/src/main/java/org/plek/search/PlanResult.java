package org.plek.search;

import java.util.List;
import org.plek.domain.Placement;
import org.plek.options.DropReport;

/**
 * What a search found.
 *
 * @param placements all placements, agreed ones included, in the order of the care sessions
 * @param amounts amount per constraint by ordinal as the fast scorer sees it
 * @param greedyObjective objective of the greedy first plan
 * @param objective objective of this plan: unserved cost, tiers applied, plus weighted soft aims
 * @param moves moves evaluated
 * @param interrupted whether the listener stopped it before its limits
 * @param drops what rules and limits dropped when options were made
 */
public record PlanResult(
    List<Placement> placements,
    long[] amounts,
    long greedyObjective,
    long objective,
    long moves,
    boolean interrupted,
    DropReport drops) {
  public PlanResult {
    placements = List.copyOf(placements);
  }
}
