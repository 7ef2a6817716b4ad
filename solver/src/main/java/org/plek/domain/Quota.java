package org.plek.domain;

import org.jspecify.annotations.Nullable;

/**
 * Limits on occasional care in one group, in every slot; absent means none. Of several for one
 * group at most one is valid on a date.
 *
 * @param groupId the group
 * @param maxOccasional most children that are not regular
 * @param maxOccasionalPercent share of the group's places ({@link Group#maxChildren}) that is for
 *     them, in percent, rounded down to whole places
 * @param maxFirstTimers most children who have never been with this provider before the horizon
 * @param minRegularPercent least share of regular children while occasional children are present
 *     (soft)
 * @param valid dates on which it holds
 */
public record Quota(
    String groupId,
    @Nullable Integer maxOccasional,
    @Nullable Integer maxOccasionalPercent,
    @Nullable Integer maxFirstTimers,
    @Nullable Integer minRegularPercent,
    Dates valid) {
  /** One that holds on every date. */
  public Quota(
      String groupId,
      @Nullable Integer maxOccasional,
      @Nullable Integer maxFirstTimers,
      @Nullable Integer minRegularPercent) {
    this(groupId, maxOccasional, null, maxFirstTimers, minRegularPercent, Dates.ALWAYS);
  }

  /** Most children that are not regular in a group of so many places; absent for any number. */
  public @Nullable Integer mostOccasional(int places) {
    if (maxOccasionalPercent == null) {
      return maxOccasional;
    }
    int share = places * maxOccasionalPercent / 100;
    return maxOccasional == null ? share : Math.min(maxOccasional, share);
  }
}
