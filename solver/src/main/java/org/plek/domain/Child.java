package org.plek.domain;

import java.time.LocalDate;
import java.util.Set;

/**
 * A child for whom care is asked.
 *
 * @param id unique in the problem (a pseudonym)
 * @param birthDate date of birth
 * @param walking whether the child walks (decides the French ratio)
 * @param needs functional need codes, never diagnoses
 */
public record Child(String id, LocalDate birthDate, boolean walking, Set<String> needs) {
  public Child {
    needs = Set.copyOf(needs);
  }
}
