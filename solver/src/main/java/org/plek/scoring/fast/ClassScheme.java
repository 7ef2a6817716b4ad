package org.plek.scoring.fast;

import java.time.LocalDate;
import org.plek.domain.Child;
import org.plek.domain.ProviderKind;
import org.plek.rules.ChildClasses;
import org.plek.rules.Level;
import org.plek.rules.RulePack;

/**
 * How one pack sorts children at one kind of provider: a row for each pair of a class at group
 * level and a class at location level (one where the location does not count); at each level a
 * child may be one whom the law does not count.
 */
final class ClassScheme {
  final RulePack pack;
  final ProviderKind kind;
  final ChildClasses groupClasses;
  final ChildClasses locationClasses;

  /** Whether the location counts on some date of the horizon. */
  final boolean locationCounts;

  private final int locations;

  ClassScheme(RulePack pack, ProviderKind kind, LocalDate from, LocalDate until) {
    this.pack = pack;
    this.kind = kind;
    groupClasses = pack.classes(kind, Level.GROUP);
    locationClasses = pack.classes(kind, Level.LOCATION);
    boolean counts = false;
    for (LocalDate date = from; !date.isAfter(until); date = date.plusDays(1)) {
      counts |= pack.counts(kind, Level.LOCATION, date);
    }
    locationCounts = counts;
    locations = locationCounts ? locationClasses.count() + 1 : 1;
  }

  /** Rows in all. */
  int rows() {
    return (groupClasses.count() + 1) * locations;
  }

  /** The row of a child on a date. */
  int rowOf(LocalDate birthDate, boolean walking, boolean own, LocalDate date) {
    int group = groupClasses.classOf(birthDate, walking, own, date) + 1;
    return locationCounts
        ? group * locations + locationClasses.classOf(birthDate, walking, own, date) + 1
        : group;
  }

  /** The row of a child of the families on a date. */
  int rowOf(Child child, LocalDate date) {
    return rowOf(child.birthDate(), child.walking(), false, date);
  }

  /** The class at group level of a row, or not counted. */
  int groupClass(int row) {
    return row / locations - 1;
  }

  /** The class at location level of a row, or not counted. */
  int locationClass(int row) {
    return row % locations - (locationCounts ? 1 : 0);
  }
}
