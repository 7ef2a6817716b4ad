package org.plek.staffing;

import java.util.List;

/**
 * What longer opening with one caregiver would cost and serve.
 *
 * @param caregiverMinutes minutes of the one caregiver in the horizon
 * @param sessionIds care sessions without a place that could then all be placed there, tried one
 *     after the other in the order of the problem
 * @param careMinutes minutes of care of these
 */
public record OpeningHelp(long caregiverMinutes, List<String> sessionIds, long careMinutes) {
  public OpeningHelp {
    sessionIds = List.copyOf(sessionIds);
  }
}
