package org.plek.domain;

import org.jspecify.annotations.Nullable;

/**
 * Limits on occasional care in one group, in every slot; absent means none.
 *
 * @param groupId the group
 * @param maxOccasional most children that are not regular
 * @param maxFirstTimers most children who have never been with this provider before the horizon
 * @param minRegularPercent least share of regular children while occasional children are present
 *     (soft)
 */
public record Quota(
    String groupId,
    @Nullable Integer maxOccasional,
    @Nullable Integer maxFirstTimers,
    @Nullable Integer minRegularPercent) {}
