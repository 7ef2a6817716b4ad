package org.plek.rules;

import java.time.LocalDate;

/** The classes into which a law sorts children for counting, at most four. */
public interface ChildClasses {
  /** How many classes, 1 to 4. */
  int count();

  /** Name of a class for people, e.g. {@code 0 years} or {@code walking}. */
  String name(int childClass);

  /**
   * The class of a child on a date.
   *
   * @return 0 to {@code count() - 1}
   */
  int classOf(LocalDate birthDate, boolean walking, LocalDate date);
}
