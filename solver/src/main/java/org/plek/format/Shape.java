package org.plek.format;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a value of a document looks like: the one declaration from which it is read, checked,
 * written and described.
 */
abstract sealed class Shape<T>
    permits Text, Parsed, Choice, Whole, Real, Flag, ListShape, SetShape, MapShape, ObjectShape {
  /**
   * Reads the value at the current token and stops at its last token.
   *
   * @return null when something in it is wrong, which has been reported
   */
  abstract @Nullable T read(Reading in);

  abstract void write(Writing out, T value);

  /** What is expected here, for messages: "a date as 2026-12-01". */
  abstract String expected();

  /** Orders the members of a set and the keys of a map, so that equal facts have equal bytes. */
  static <T> Comparator<T> order() {
    return (left, right) -> compare(left, right);
  }

  @SuppressWarnings("unchecked")
  private static int compare(Object left, Object right) {
    return ((Comparable<Object>) left).compareTo(right);
  }
}
