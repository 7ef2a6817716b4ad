package org.plek.api.jobs;

import java.time.Instant;

/**
 * A fact of a network with its version.
 *
 * @param value the fact
 * @param version grows with every change, from 1
 * @param updatedAt when it was last changed
 */
public record Versioned<T>(T value, long version, Instant updatedAt) {}
