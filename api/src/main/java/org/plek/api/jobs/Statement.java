package org.plek.api.jobs;

import java.time.Instant;
import java.util.List;

/**
 * The dated statement that the desk searched and found no place, for a course or job service.
 *
 * @param at when it was given
 * @param networkId the network
 * @param requestId the request, under its pseudonym
 * @param providersSearched how many providers there were to look at
 * @param careSessions how many care sessions were asked
 * @param careMinutes minutes of care asked, all together
 * @param reasons what stood in the way, in words
 * @param by who gave it
 */
public record Statement(
    Instant at,
    String networkId,
    String requestId,
    int providersSearched,
    int careSessions,
    long careMinutes,
    List<String> reasons,
    By by) {
  public Statement {
    reasons = List.copyOf(reasons);
  }
}
