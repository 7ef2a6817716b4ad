package org.plek.domain;

/**
 * Places of a group that only the families of one programme may use, also when they stay empty.
 *
 * @param groupId the group
 * @param programme the owner, as in {@link Request#programme}
 * @param places how many places, at least 1
 * @param centsPerPlaceHour what the owner pays per place and hour in which the group is open, used
 *     or empty
 */
public record BoughtPlaces(String groupId, String programme, int places, int centsPerPlaceHour) {
  /** Bought at no known price. */
  public BoughtPlaces(String groupId, String programme, int places) {
    this(groupId, programme, places, 0);
  }
}
