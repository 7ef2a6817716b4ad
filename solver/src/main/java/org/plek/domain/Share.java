package org.plek.domain;

import java.time.LocalDate;
import java.util.Set;

/**
 * The least part of the children of a calendar year who are of some families (soft): of those with
 * care at each provider in history and plan together, each child once, at least so many percent.
 *
 * @param id unique in the policy
 * @param percent least part in percent
 * @param marks family marks, at least {@code leastMarks} of them
 * @param leastMarks how many of the marks are needed, at least 1
 * @param oneOfMarks marks of which at least one is needed besides; empty means none
 * @param providers providers that owe it, each by itself; empty means every one
 * @param valid dates of care that count
 */
public record Share(
    String id,
    int percent,
    Set<String> marks,
    int leastMarks,
    Set<String> oneOfMarks,
    Set<String> providers,
    Dates valid) {
  public Share {
    marks = Set.copyOf(marks);
    oneOfMarks = Set.copyOf(oneOfMarks);
    providers = Set.copyOf(providers);
  }

  /** Whether the children of a family are those meant. */
  public boolean meant(Family family) {
    return PriorityTier.marked(family, marks, leastMarks, oneOfMarks);
  }

  /** Whether a provider owes it. */
  public boolean owedBy(String providerId) {
    return providers.isEmpty() || providers.contains(providerId);
  }

  /** Whether care on a date counts. */
  public boolean counts(LocalDate date) {
    return valid.hold(date);
  }

  /** What is missing, in hundredths of a child; 0 where nothing is. */
  public long missing(int all, int meant) {
    return Math.max(0L, (long) percent * all - 100L * meant);
  }
}
