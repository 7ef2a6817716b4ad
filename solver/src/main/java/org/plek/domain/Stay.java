package org.plek.domain;

import java.time.LocalDate;

/**
 * Past care, or future care outside the horizon, of one child with one provider on one date.
 *
 * @param childId the child
 * @param providerId the provider
 * @param date the date
 * @param minutes minutes of presence
 */
public record Stay(String childId, String providerId, LocalDate date, int minutes) {}
