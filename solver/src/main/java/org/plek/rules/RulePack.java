package org.plek.rules;

import java.time.LocalDate;
import org.plek.domain.ProviderKind;

/** The dated law of one region. */
public interface RulePack {
  /** Id, e.g. {@code NL}. */
  String id();

  /** Version of the data, changed with every change of a number. */
  String version();

  /** The classes for counting, the same on all dates. */
  ChildClasses classes(ProviderKind kind, Level level);

  /** Whether the law counts caregivers at this level on a date. */
  boolean counts(ProviderKind kind, Level level, LocalDate date);

  /**
   * The norm of a slot. At a level where the law does not count caregivers, the norm requires none
   * and holds only sizes and caps.
   */
  Norm norm(ProviderKind kind, Level level, LocalDate date, Circumstances circumstances);

  /** Most children under overbooking; the licensed capacity itself where the law has none. */
  int overbookedCapacity(ProviderKind kind, int licensedCapacity, LocalDate date);

  /** Most days a week of one home carer for one family; 7 where the law has no limit. */
  int homeCareDaysPerWeek(LocalDate date);

  /** Most families at once with one home carer, at least 1. */
  int homeCareFamilies(LocalDate date);
}
