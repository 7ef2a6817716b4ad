package org.plek.api.planning;

import java.util.Map;
import org.plek.api.summary.Report;
import org.plek.domain.Plan;

/**
 * A plan that was checked, with what is known besides.
 *
 * @param plan the plan
 * @param report what is shown of it
 * @param moves moves evaluated
 * @param greedyObjective objective of the first plan; lower is better
 * @param objective objective of this plan
 * @param interrupted whether it was stopped before its limits
 * @param seconds time of each part, by name
 */
public record MadePlan(
    Plan plan,
    Report report,
    long moves,
    long greedyObjective,
    long objective,
    boolean interrupted,
    Map<String, Double> seconds) {}
