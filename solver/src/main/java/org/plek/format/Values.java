package org.plek.format;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of one object as read; null where absent or wrong. */
final class Values {
  private final Map<String, Integer> index;
  private final @Nullable Object[] values;
  private final long seen;

  Values(Map<String, Integer> index, @Nullable Object[] values, long seen) {
    this.index = index;
    this.values = values;
    this.seen = seen;
  }

  /** Whether the document leaves the field out. */
  boolean absent(String name) {
    return (seen & 1L << index.getOrDefault(name, 0)) == 0;
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Fields say their types.
  <T> @Nullable T get(String name) {
    Integer at = index.get(name);
    if (at == null) {
      throw new IllegalArgumentException("No field " + name);
    }
    return (T) values[at];
  }

  /** A field that is there, for makers, which are called only when nothing is wrong. */
  @SuppressWarnings("TypeParameterUnusedInFormals")
  <T> T need(String name) {
    T value = get(name);
    if (value == null) {
      throw new IllegalStateException("Field " + name + " is absent");
    }
    return value;
  }

  void set(String name, Object value) {
    values[index.getOrDefault(name, -1)] = value;
  }
}
