package org.plek.domain;

/**
 * Limits on the making of options; whatever they drop is counted and reported.
 *
 * @param maxProvidersPerSession providers that may serve a care session, nearest first
 * @param maxStartsPerGroup start times offered per flexible care session, date and group
 * @param maxSplitsPerSession two-leg options per care session, cheapest first
 * @param handoverMinutes gap between two legs of a split when nobody escorts the child: the second
 *     leg starts at the first provider's door (0), so this is the time lent to the walk over it
 */
public record SearchLimits(
    int maxProvidersPerSession,
    int maxStartsPerGroup,
    int maxSplitsPerSession,
    int handoverMinutes) {
  /** What holds when a problem says nothing. */
  public static final SearchLimits DEFAULT = new SearchLimits(60, 8, 12, 0);
}
