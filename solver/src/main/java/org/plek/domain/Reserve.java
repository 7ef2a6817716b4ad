package org.plek.domain;

/**
 * Places of a group kept free for urgent requests until their release.
 *
 * @param groupId the group
 * @param places how many places are kept free, at least 1
 * @param releaseMinutes the place is released this long before each slot: free for everybody once
 *     the moment of the problem has reached slot start minus this; 0 never releases early
 * @param ageMonths age for which the place counts in the ratio
 * @param valid dates on which it is kept
 */
public record Reserve(String groupId, int places, int releaseMinutes, int ageMonths, Dates valid) {
  /** One that is kept on every date. */
  public Reserve(String groupId, int places, int releaseMinutes, int ageMonths) {
    this(groupId, places, releaseMinutes, ageMonths, Dates.ALWAYS);
  }
}
