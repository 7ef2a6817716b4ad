package org.plek.scoring.plain;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The quarter of an hour with the fewest caregivers to spare in a group.
 *
 * @param providerId the provider
 * @param groupId the group
 * @param at start of the quarter
 * @param childrenByClass children present by the name of their class under the law, own ones aside
 * @param caregiversRequired caregivers that they need
 * @param caregiversThere caregivers who count
 * @param mostChildren most children that the provider allows in the group
 */
public record Tightest(
    String providerId,
    String groupId,
    LocalDateTime at,
    Map<String, Integer> childrenByClass,
    int caregiversRequired,
    int caregiversThere,
    int mostChildren) {
  public Tightest {
    childrenByClass = Collections.unmodifiableMap(new LinkedHashMap<>(childrenByClass));
  }

  /** Children present in all. */
  public int children() {
    return childrenByClass.values().stream().mapToInt(Integer::intValue).sum();
  }
}
