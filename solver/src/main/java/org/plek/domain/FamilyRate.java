package org.plek.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a family pays by its own certificates; the rates are entered, never the income.
 *
 * @param dayRateCents the family's rate for a full day in income tariffs; absent if it has none
 * @param subsidyPermille share of the subsidised price that the family gets back, in thousandths
 */
public record FamilyRate(@Nullable Integer dayRateCents, int subsidyPermille) {
  /** No certificate. */
  public static final FamilyRate NONE = new FamilyRate(null, 0);
}
