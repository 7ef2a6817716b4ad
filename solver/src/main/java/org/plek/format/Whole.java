package org.plek.format;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;

/** A whole number within bounds. */
final class Whole<T extends Number> extends Shape<T> {
  final long least;
  final long most;
  private final Class<T> type;

  private Whole(Class<T> type, long least, long most) {
    this.type = type;
    this.least = least;
    this.most = most;
  }

  static Whole<Integer> of(int least, int most) {
    return new Whole<>(Integer.class, least, most);
  }

  static Whole<Long> ofLong(long least) {
    return new Whole<>(Long.class, least, Long.MAX_VALUE);
  }

  @Override
  @Nullable T read(Reading in) {
    if (in.json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      in.wrongType("a whole number");
      return null;
    }
    boolean fits = in.json.getNumberType() != NumberType.BIG_INTEGER;
    long value = fits ? in.json.getLongValue() : 0;
    if (!fits || value < least || value > most) {
      in.error(IssueCode.OUT_OF_RANGE, in.json.getString(), "must be " + expected(), null);
      return null;
    }
    return type.cast(type == Integer.class ? (Number) (int) value : (Number) value);
  }

  @Override
  void write(Writing out, T value) {
    out.json().writeNumber(value.longValue());
  }

  @Override
  String expected() {
    if (most == Long.MAX_VALUE) {
      return least == Long.MIN_VALUE ? "a whole number" : "a whole number of at least " + least;
    }
    return "a whole number from " + least + " to " + most;
  }
}
