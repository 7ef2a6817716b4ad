package org.plek.domain;

import java.time.LocalDateTime;

/**
 * Local date and time, half open.
 *
 * @param start first moment
 * @param end first moment after
 */
public record Interval(LocalDateTime start, LocalDateTime end) {}
