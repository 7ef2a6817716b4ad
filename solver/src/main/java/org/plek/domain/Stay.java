package org.plek.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Past care, or future care outside the horizon, of one child with one provider on one date.
 *
 * @param childId the child
 * @param providerId the provider
 * @param date the date
 * @param minutes minutes of presence
 * @param programme programme under which it was given, for limits on use; absent without
 * @param reason reason of its request, for limits on use; absent if unknown
 */
public record Stay(
    String childId,
    String providerId,
    LocalDate date,
    int minutes,
    @Nullable String programme,
    @Nullable String reason) {
  /** A stay under no programme and for a reason not known. */
  public Stay(String childId, String providerId, LocalDate date, int minutes) {
    this(childId, providerId, date, minutes, null, null);
  }
}
