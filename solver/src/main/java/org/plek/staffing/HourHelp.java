package org.plek.staffing;

import java.time.LocalDateTime;
import java.util.List;

/**
 * What one more caregiver for one hour would make possible.
 *
 * @param providerId the provider
 * @param groupId the group of the caregiver
 * @param from start of the hour
 * @param sessionIds care sessions without a place that could then all be placed there, tried one
 *     after the other
 * @param careMinutes minutes of care of these
 */
public record HourHelp(
    String providerId,
    String groupId,
    LocalDateTime from,
    List<String> sessionIds,
    long careMinutes) {
  public HourHelp {
    sessionIds = List.copyOf(sessionIds);
  }
}
