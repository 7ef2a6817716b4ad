package org.plek.domain;

import java.time.LocalDateTime;

/**
 * An unbroken stay with one provider, half open.
 *
 * @param providerId the provider
 * @param groupId the group
 * @param start arrival, local time
 * @param end departure, local time
 * @param escortMinutes of this stay, minutes on the way with this provider's childminder: at its
 *     end on a first leg (she brings), at its start on a second leg (she fetches); 0 for none
 */
public record Leg(
    String providerId, String groupId, LocalDateTime start, LocalDateTime end, int escortMinutes) {}
