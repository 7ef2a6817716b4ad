package org.plek.api.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one side said to an offer.
 *
 * @param providerId the provider that answered; absent when the family did
 * @param accepted yes or no
 * @param by who told it, and how
 * @param at when
 * @param reason why, absent if none was given
 */
public record Answer(
    @Nullable String providerId, boolean accepted, By by, Instant at, @Nullable String reason) {}
