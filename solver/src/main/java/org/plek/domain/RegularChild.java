package org.plek.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A child with a fixed contract in a group, or an own child of a childminder.
 *
 * @param id unique within the provider
 * @param birthDate date of birth
 * @param walking whether the child walks (decides the French ratio)
 * @param own own child of the childminder, who counts under many composition caps
 * @param hours when the child is booked, or, for an own child, at home
 * @param from first date of the contract, absent when it started before any horizon
 * @param until first date after the contract, absent when open-ended
 * @param absenceProbability expected share of booked days on which the child stays away the whole
 *     day, 0 to 1; counted on only where the policy accepts expected absence
 * @param childId the same child among the families of the requests, if it is one
 */
public record RegularChild(
    String id,
    LocalDate birthDate,
    boolean walking,
    boolean own,
    Schedule hours,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    double absenceProbability,
    @Nullable String childId) {
  /** The same, but at home on the dates of some closures. */
  RegularChild without(List<Closure> closures) {
    return with(hours.without(closures));
  }

  /** The same with other hours. */
  public RegularChild with(Schedule otherHours) {
    return new RegularChild(
        id, birthDate, walking, own, otherHours, from, until, absenceProbability, childId);
  }
}
