package org.plek.domain;

import java.util.Set;

/**
 * A rank of the policy. A request belongs to the first tier all of whose non-empty conditions it
 * meets; a request that meets none belongs to a last tier of weight 1.
 *
 * @param id name of the tier
 * @param weight how much an hour of unserved care weighs, at least 1
 * @param reasons reason codes, any of them; empty means any reason
 * @param urgencies urgencies, any of them; empty means any
 * @param marks family marks, at least {@code leastMarks} of them; empty means any family
 * @param leastMarks how many of the marks are needed, at least 1 where marks are given
 */
public record PriorityTier(
    String id,
    int weight,
    Set<String> reasons,
    Set<Urgency> urgencies,
    Set<String> marks,
    int leastMarks) {
  public PriorityTier {
    reasons = Set.copyOf(reasons);
    urgencies = Set.copyOf(urgencies);
    marks = Set.copyOf(marks);
  }

  /** Whether a request of this family meets all conditions of the tier. */
  public boolean admits(Request request, Family family) {
    return (reasons.isEmpty() || reasons.contains(request.reason()))
        && (urgencies.isEmpty() || urgencies.contains(request.urgency()))
        && (marks.isEmpty()
            || marks.stream().filter(family.marks()::contains).count() >= leastMarks);
  }
}
