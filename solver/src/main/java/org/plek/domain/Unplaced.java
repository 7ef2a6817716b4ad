package org.plek.domain;

/**
 * A care session without a place, and why.
 *
 * @param sessionId the care session
 * @param constraint name of the rule that blocks it at most of its providers, or {@code NO_OPTION}
 *     where no provider could ever serve it
 * @param reason one English sentence
 */
public record Unplaced(String sessionId, String constraint, String reason) {}
