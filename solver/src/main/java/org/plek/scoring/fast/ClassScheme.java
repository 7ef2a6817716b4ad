package org.plek.scoring.fast;

import java.time.LocalDate;
import org.plek.domain.Child;
import org.plek.domain.ProviderKind;
import org.plek.rules.ChildClasses;
import org.plek.rules.ChildCounts;
import org.plek.rules.Level;
import org.plek.rules.RulePack;

/**
 * How one pack sorts children at one kind of provider: a row for each pair of a class at group
 * level and a class at location level (one where the location does not count); at each level a
 * child may be one whom the law does not count.
 */
final class ClassScheme {
  /** Row of a dependent adult, who counts nowhere. */
  static final byte ADULT = Byte.MAX_VALUE;

  final RulePack pack;
  final ProviderKind kind;
  final ChildClasses groupClasses;
  final ChildClasses locationClasses;

  /** Whether the location counts on some date of the horizon. */
  final boolean locationCounts;

  /** Classes at group level. */
  final int groupRows;

  private final int locations;
  private final long[] oneInGroup;
  private final long[] oneAtLocation;

  ClassScheme(RulePack pack, ProviderKind kind, LocalDate from, LocalDate until) {
    this.pack = pack;
    this.kind = kind;
    groupClasses = pack.classes(kind, Level.GROUP);
    locationClasses = pack.classes(kind, Level.LOCATION);
    locationCounts = locationCounts(pack, kind, from, until);
    locations = locationCounts ? locationClasses.count() : 1;
    groupRows = groupClasses.count();
    oneInGroup = new long[rows()];
    oneAtLocation = new long[rows()];
    for (int row = 0; row < oneInGroup.length; row++) {
      oneInGroup[row] = ChildCounts.one(groupClass(row));
      oneAtLocation[row] = ChildCounts.one(locationClass(row));
    }
  }

  /** Whether the location counts on some date, both ends included. */
  static boolean locationCounts(RulePack pack, ProviderKind kind, LocalDate from, LocalDate until) {
    for (LocalDate date = from; !date.isAfter(until); date = date.plusDays(1)) {
      if (pack.counts(kind, Level.LOCATION, date)) {
        return true;
      }
    }
    return false;
  }

  /** Rows in all. */
  int rows() {
    return groupRows * locations;
  }

  /** The row of a child, not a childminder's own, on a date. */
  int rowOf(LocalDate birthDate, boolean walking, LocalDate date) {
    int group = groupClasses.classOf(birthDate, walking, date);
    return locationCounts
        ? group * locations + locationClasses.classOf(birthDate, walking, date)
        : group;
  }

  /** The row of a child of the families on a date. */
  int rowOf(Child child, LocalDate date) {
    return child.adult() ? ADULT : rowOf(child.birthDate(), child.walking(), date);
  }

  /** One child of a row, packed by class at group level. */
  long oneInGroup(int row) {
    return oneInGroup[row];
  }

  /** One child of a row, packed by class at location level. */
  long oneAtLocation(int row) {
    return oneAtLocation[row];
  }

  /** The class at group level of a row. */
  int groupClass(int row) {
    return row / locations;
  }

  /** The class at location level of a row. */
  int locationClass(int row) {
    return row % locations;
  }
}
