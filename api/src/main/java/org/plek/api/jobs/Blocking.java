package org.plek.api.jobs;

import org.plek.scoring.ConstraintName;

/**
 * A rule that stands in the way.
 *
 * @param constraint the rule
 * @param amount by how much, in the unit of the rule
 * @param text one English sentence, without names
 */
public record Blocking(ConstraintName constraint, long amount, String text) {}
