package org.plek.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plek.domain.ProviderKind;

/** The dated law of one region. */
public interface RulePack {
  /** Id, e.g. {@code NL}. */
  String id();

  /** Version of the data, changed with every change of a number. */
  String version();

  /** Every provision, of all dates, as a lawyer reads it. */
  default List<Provision> provisions() {
    return List.of();
  }

  /** The codes that a provider may choose where the law leaves the choice. */
  default Set<String> choices() {
    return provisions().stream()
        .flatMap(provision -> Stream.ofNullable(provision.choice()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The classes for counting, the same on all dates. */
  ChildClasses classes(ProviderKind kind, Level level);

  /** Whether the law counts caregivers at this level on a date. */
  boolean counts(ProviderKind kind, Level level, LocalDate date);

  /**
   * The norm of a slot. At a level where the law does not count caregivers, the norm requires none
   * but those of the house norm, and holds only sizes and caps. House norms hold in groups only. A
   * childminder or home carer is required while any child is present.
   *
   * @throws IllegalArgumentException if the pack knows rules for this kind, but none on this date
   */
  Norm norm(ProviderKind kind, Level level, LocalDate date, Circumstances circumstances);

  /** The clause of a kind that holds on a date, the first in the pack if several do. */
  default <T extends Clause> Optional<T> clause(
      Class<T> clause, ProviderKind kind, LocalDate date, Set<String> choices) {
    return Optional.empty();
  }

  /** Most children under overbooking; the licensed capacity itself where the law has none. */
  int overbookedCapacity(ProviderKind kind, int licensedCapacity, LocalDate date);

  /** Most days a week of one home carer for one family; 7 where the law has no limit. */
  int homeCareDaysPerWeek(LocalDate date);

  /** Most families at once with one home carer, at least 1. */
  int homeCareFamilies(LocalDate date);

  /**
   * Least pay in cents for an hour worked by a home carer whom the family employs, whatever the
   * number of children; 0 where the law has none.
   *
   * @param age the carer's age in years
   */
  int leastPayPerHour(LocalDate date, int age);

  /**
   * What the law says in a single case.
   *
   * @throws IllegalArgumentException if the pack has no provision for a case of this kind
   */
  default CaseAnswer answer(LegalCase legalCase) {
    throw new IllegalArgumentException(
        "Rule pack %s answers no single cases. Maybe read it from a document.".formatted(id()));
  }
}
