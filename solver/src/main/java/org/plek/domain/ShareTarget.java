package org.plek.domain;

import java.util.Set;

/**
 * The least share of certain families among the children whom a provider serves in a calendar year
 * (Flanders: 20 % vulnerable families in places with income tariff). Wanted, not demanded: nobody
 * can be made to ask.
 *
 * @param providerId the provider
 * @param percent the share
 * @param marks family marks, at least {@code leastMarks} of them
 * @param leastMarks how many of the marks are needed, at least 1
 * @param oneOfMarks marks of which at least one is needed besides; empty means none
 * @param served children served in the year of the first date of the horizon who are not in the
 *     history
 * @param servedMarked those of them who count for the share
 */
public record ShareTarget(
    String providerId,
    int percent,
    Set<String> marks,
    int leastMarks,
    Set<String> oneOfMarks,
    int served,
    int servedMarked) {
  public ShareTarget {
    marks = Set.copyOf(marks);
    oneOfMarks = Set.copyOf(oneOfMarks);
  }

  /** Whether the children of a family count for the share. */
  public boolean counts(Family family) {
    return PriorityTier.marked(family, marks, leastMarks, oneOfMarks);
  }

  /** Children of the share that are missing. */
  public int missing(int children, int counting) {
    return Math.max(0, (int) (((long) children * percent + 99) / 100) - counting);
  }
}
