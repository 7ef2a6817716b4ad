package org.plek.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A child for whom care is asked, or an adult who depends on care (employer back-up care).
 *
 * @param id unique in the problem (a pseudonym)
 * @param birthDate date of birth
 * @param walking whether the child walks (decides the French ratio)
 * @param needs functional need codes, never diagnoses
 * @param adult a dependent adult: no ages, ratios, sizes or caps count, and only home carers who
 *     take adults fit
 * @param fundings hours that somebody else pays
 */
public record Child(
    String id,
    LocalDate birthDate,
    boolean walking,
    Set<String> needs,
    boolean adult,
    List<Funding> fundings) {
  public Child {
    needs = Set.copyOf(needs);
    fundings = List.copyOf(fundings);
  }

  /** A child without funded hours. */
  public Child(String id, LocalDate birthDate, boolean walking, Set<String> needs) {
    this(id, birthDate, walking, needs, false, List.of());
  }
}
