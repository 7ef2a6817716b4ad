package org.plek.domain;

import java.util.List;
import java.util.Set;

/**
 * Hours in which groups are one: their children count together under the law, with the caregivers
 * of all of them.
 *
 * @param groupIds groups of the provider, at least two
 * @param hours when, every week
 */
public record JoinedHours(Set<String> groupIds, List<WeeklyHours> hours) {
  public JoinedHours {
    groupIds = Set.copyOf(groupIds);
    hours = List.copyOf(hours);
  }
}
