package org.plek.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a family does not go beyond (hard).
 *
 * @param mode how the family travels
 * @param maxTravelMinutes longest way from home to a provider, one direction
 * @param maxCentsPerHour highest price per child and hour of presence; absent for none
 * @param siblingsTogether children whose care overlaps are with the same provider, or none of them
 *     is placed
 * @param allOrNothing every care session of the request is placed, or none
 * @param splitAllowed one care session may be split over two providers
 */
public record FamilyLimits(
    TravelMode mode,
    int maxTravelMinutes,
    @Nullable Integer maxCentsPerHour,
    boolean siblingsTogether,
    boolean allOrNothing,
    boolean splitAllowed) {}
