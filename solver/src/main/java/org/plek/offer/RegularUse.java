package org.plek.offer;

import java.time.DayOfWeek;
import java.util.List;
import java.util.SortedSet;

/**
 * A child whose occasional use of a provider has become regular by the rule of the policy.
 *
 * @param familyId the family
 * @param childId the child
 * @param providerId where it comes
 * @param weekdays weekdays on which it has come for so many weeks in a row; empty when only the
 *     months say so
 * @param weeks longest run of weeks in a row on one weekday, up to now
 * @param months calendar months with care there, in all
 * @param suits where a regular place for the same hours is free, the same provider first, then the
 *     nearest
 */
public record RegularUse(
    String familyId,
    String childId,
    String providerId,
    SortedSet<DayOfWeek> weekdays,
    int weeks,
    int months,
    List<Suit> suits) {
  public RegularUse {
    suits = List.copyOf(suits);
  }

  /**
   * A provider with room.
   *
   * @param providerId the provider
   * @param travelMinutes way of the family, one direction; 0 for a home carer
   * @param places free places in all the hours in which the child now comes
   */
  public record Suit(String providerId, int travelMinutes, int places) {}
}
