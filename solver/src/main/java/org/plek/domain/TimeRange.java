package org.plek.domain;

import java.time.LocalTime;

/**
 * Hours within one date, half open.
 *
 * @param from start, local time
 * @param to end, local time; must lie after {@code from} unless {@code overnight}
 * @param overnight the end lies on the next date (20:00 to 06:00; 00:00 to 00:00 is a whole day)
 */
public record TimeRange(LocalTime from, LocalTime to, boolean overnight) {}
