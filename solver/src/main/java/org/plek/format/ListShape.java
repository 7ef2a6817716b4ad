package org.plek.format;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** A list in which order counts. */
final class ListShape<T> extends Shape<List<T>> {
  final Shape<T> element;
  final int least;
  final int most;
  private final boolean shared;
  private final boolean keepsBroken;
  private IdKind[] closes = {};

  private ListShape(Shape<T> element, int least, int most, boolean shared, boolean keepsBroken) {
    this.element = element;
    this.least = least;
    this.most = most;
    this.shared = shared;
    this.keepsBroken = keepsBroken;
  }

  static <T> ListShape<T> of(Shape<T> element) {
    return new ListShape<>(element, 0, Integer.MAX_VALUE, false, true);
  }

  /** A list that many things have equal, kept once. */
  static <T> ListShape<T> shared(Shape<T> element) {
    return new ListShape<>(element, 0, Integer.MAX_VALUE, true, true);
  }

  /** A long list; once anything is wrong its elements are checked but no longer kept. */
  static <T> ListShape<T> streamed(Shape<T> element) {
    return new ListShape<>(element, 0, Integer.MAX_VALUE, false, false);
  }

  ListShape<T> sized(int least, int most) {
    return new ListShape<>(element, least, most, shared, keepsBroken);
  }

  /** All ids of these kinds are known at the end of the list. */
  ListShape<T> closing(IdKind... kinds) {
    closes = kinds;
    return this;
  }

  /** The elements in their places, null where one is wrong, so that the rest can be checked. */
  @Override
  @Nullable List<T> read(Reading in) {
    if (in.json.currentToken() != JsonToken.START_ARRAY) {
      in.wrongType("a list");
      return null;
    }
    long before = in.errors();
    List<@Nullable T> values = new ArrayList<>(4);
    int index = 0;
    while (in.json.nextToken() != JsonToken.END_ARRAY) {
      in.enter(index);
      T value = element.read(in);
      in.leave();
      if (keepsBroken || in.errors() == 0) {
        values.add(value);
      }
      index++;
    }
    in.complete(closes);
    if (index < least || index > most) {
      in.error(
          IssueCode.OUT_OF_RANGE, index + " elements", "must have " + bounds() + " elements", null);
    }
    if (in.errors() != before) {
      return broken(values);
    }
    List<T> made = whole(values);
    return shared ? in.shared(made) : made;
  }

  String bounds() {
    return most == Integer.MAX_VALUE ? "at least " + least : least + " to " + most;
  }

  @SuppressWarnings("unchecked") // Whoever reads a broken list expects nulls in it.
  private static <T> List<T> broken(List<@Nullable T> values) {
    return (List<T>) (List<?>) values;
  }

  @SuppressWarnings("unchecked") // Nothing was wrong, so nothing is null.
  private static <T> List<T> whole(List<@Nullable T> values) {
    return List.copyOf((List<T>) (List<?>) values);
  }

  @Override
  void write(Writing out, List<T> value) {
    out.json().writeStartArray();
    for (T one : value) {
      element.write(out, one);
    }
    out.json().writeEndArray();
  }

  @Override
  String expected() {
    return "a list";
  }
}
