package org.plek.cost;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the care of one child with one provider costs in one calendar month.
 *
 * @param familyId who pays
 * @param childId the child
 * @param providerId the provider
 * @param programme programme of the requests; absent without
 * @param month the month in which the stays start
 * @param minutes minutes of presence
 * @param lines how it comes about; they add up to {@code cents}
 * @param cents to pay by the family
 * @param providerCents the provider's part of it, in proportion to what provider and agency charge
 * @param agencyCents the agency's part of it
 */
public record Bill(
    String familyId,
    String childId,
    String providerId,
    @Nullable String programme,
    YearMonth month,
    long minutes,
    List<Line> lines,
    long cents,
    long providerCents,
    long agencyCents) {
  public Bill {
    lines = List.copyOf(lines);
  }

  /** Cents for an hour of presence, to the nearest, halves up. */
  public long centsPerHour() {
    return CostOf.perHour(cents, minutes);
  }
}
