package org.plek.format;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** A list in which order does not count; written in order. */
final class SetShape<T> extends Shape<Set<T>> {
  final Shape<T> element;

  private SetShape(Shape<T> element) {
    this.element = element;
  }

  static <T> SetShape<T> of(Shape<T> element) {
    return new SetShape<>(element);
  }

  @Override
  @Nullable Set<T> read(Reading in) {
    if (in.json.currentToken() != JsonToken.START_ARRAY) {
      in.wrongType("a list");
      return null;
    }
    Set<T> values = new LinkedHashSet<>();
    for (int index = 0; in.json.nextToken() != JsonToken.END_ARRAY; index++) {
      in.enter(index);
      T value = element.read(in);
      if (value != null && !values.add(value)) {
        in.warning(IssueCode.DUPLICATE_VALUE, value, "stands here twice", null);
      }
      in.leave();
    }
    return in.shared(Set.copyOf(values));
  }

  @Override
  void write(Writing out, Set<T> value) {
    out.json().writeStartArray();
    value.stream().sorted(Shape.order()).forEach(one -> element.write(out, one));
    out.json().writeEndArray();
  }

  @Override
  String expected() {
    return "a list";
  }
}
