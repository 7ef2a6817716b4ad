package org.plek.rules;

import java.time.LocalDate;

/** The classes into which a law sorts children for counting, at most four. */
public interface ChildClasses {
  /**
   * Answer for a child whom the law does not count (too old); {@link ChildCounts#one} of it is 0.
   */
  int NOT_COUNTED = -1;

  /** How many classes, 1 to 4. */
  int count();

  /** Name of a class for people, e.g. {@code 0 years} or {@code walking}. */
  String name(int childClass);

  /**
   * The class of a child on a date.
   *
   * @param own own child of the childminder, for whom some laws have another limit of age
   * @return 0 to {@code count() - 1}, or, for an own child only, {@link #NOT_COUNTED}
   */
  int classOf(LocalDate birthDate, boolean walking, boolean own, LocalDate date);

  /** The class of a child that is not the childminder's own. */
  default int classOf(LocalDate birthDate, boolean walking, LocalDate date) {
    return classOf(birthDate, walking, false, date);
  }
}
