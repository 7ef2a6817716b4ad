package org.plek.domain;

import org.jspecify.annotations.Nullable;

/**
 * A norm of the house, stricter than the law; the stricter of both holds.
 *
 * @param childrenPerCaregiver most children for each caregiver present, whatever their age; absent
 *     for none
 * @param maxChildren most children present at once; absent for none
 */
public record HouseNorm(@Nullable Integer childrenPerCaregiver, @Nullable Integer maxChildren) {}
