package org.plek.domain;

import java.util.List;
import java.util.Map;

/**
 * All placements of a horizon, with a reason for every care session without one. Holds no clock
 * time, duration, machine or thread count.
 *
 * @param problemId the problem it answers
 * @param provenance what it was made from
 * @param placements one for every served care session, in the order of the problem's sessions
 * @param unplaced every care session without a place, in the same order
 * @param conditional places for some of the care sessions without one, legal only when enough
 *     regular children stay away; each counts those before it as there. They count nowhere else in
 *     the plan
 * @param score amount per constraint name (see the table of constraints): hard amounts caused or
 *     inherited, unserved weight, soft amounts before weighting
 * @param figures what a planner wants to know at a glance, by name
 */
public record Plan(
    String problemId,
    Provenance provenance,
    List<Placement> placements,
    List<Unplaced> unplaced,
    List<ConditionalPlacement> conditional,
    Map<String, Long> score,
    Map<String, Double> figures) {
  public Plan {
    placements = List.copyOf(placements);
    unplaced = List.copyOf(unplaced);
    conditional = List.copyOf(conditional);
  }

  /** A plan without conditional places. */
  public Plan(
      String problemId,
      Provenance provenance,
      List<Placement> placements,
      List<Unplaced> unplaced,
      Map<String, Long> score,
      Map<String, Double> figures) {
    this(problemId, provenance, placements, unplaced, List.of(), score, figures);
  }
}
