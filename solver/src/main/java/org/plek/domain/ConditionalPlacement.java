package org.plek.domain;

import java.util.List;

/**
 * A place for a care session without one, legal only when enough regular children stay away. It is
 * no placement: whether it is legal is decided on the day, with the children who are there.
 *
 * @param sessionId the care session
 * @param legs where and when, one leg
 * @param risk greatest probability that it must be refused on the day, 0 to 1, rounded up to four
 *     decimals
 * @param needs the times that hang on absences, in order
 */
public record ConditionalPlacement(
    String sessionId, List<Leg> legs, double risk, List<AbsenceNeed> needs) {
  public ConditionalPlacement {
    legs = List.copyOf(legs);
    needs = List.copyOf(needs);
  }
}
