package org.plek.domain;

import java.time.LocalDate;
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
 * @param oneOfMarks marks of which at least one is needed besides; empty means none
 * @param valid dates of care for which the tier holds
 */
public record PriorityTier(
    String id,
    int weight,
    Set<String> reasons,
    Set<Urgency> urgencies,
    Set<String> marks,
    int leastMarks,
    Set<String> oneOfMarks,
    Dates valid) {
  public PriorityTier {
    reasons = Set.copyOf(reasons);
    urgencies = Set.copyOf(urgencies);
    marks = Set.copyOf(marks);
    oneOfMarks = Set.copyOf(oneOfMarks);
  }

  /** A tier for care on every date. */
  public PriorityTier(
      String id,
      int weight,
      Set<String> reasons,
      Set<Urgency> urgencies,
      Set<String> marks,
      int leastMarks) {
    this(id, weight, reasons, urgencies, marks, leastMarks, Set.of(), Dates.ALWAYS);
  }

  /** Whether care of this request on a date meets all conditions of the tier. */
  public boolean admits(Request request, Family family, LocalDate date) {
    return valid.hold(date)
        && (reasons.isEmpty() || reasons.contains(request.reason()))
        && (urgencies.isEmpty() || urgencies.contains(request.urgency()))
        && marked(family, marks, leastMarks, oneOfMarks);
  }

  static boolean marked(Family family, Set<String> marks, int leastMarks, Set<String> oneOfMarks) {
    return (marks.isEmpty()
            || marks.stream().filter(family.marks()::contains).count() >= leastMarks)
        && (oneOfMarks.isEmpty() || oneOfMarks.stream().anyMatch(family.marks()::contains));
  }
}
