package org.plek.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** One of a few words. */
final class Choice<T> extends Shape<T> {
  private final Map<String, T> byWord = new LinkedHashMap<>();
  private final Function<T, String> word;

  private Choice(Stream<T> values, Function<T, String> word) {
    this.word = word;
    values.forEach(value -> byWord.put(word.apply(value), value));
  }

  static <E extends Enum<E>> Choice<E> of(Class<E> type) {
    return new Choice<>(Stream.of(type.getEnumConstants()), Enum::name);
  }

  static Choice<String> ofWords(List<String> words) {
    return new Choice<>(words.stream(), value -> value);
  }

  List<String> words() {
    return new ArrayList<>(byWord.keySet());
  }

  @Override
  @Nullable T read(Reading in) {
    if (in.json.currentToken() != JsonToken.VALUE_STRING) {
      in.wrongType(expected());
      return null;
    }
    String text = in.json.getString();
    T value = byWord.get(text);
    if (value == null) {
      in.error(
          IssueCode.BAD_VALUE,
          '"' + text + '"',
          "must be " + expected(),
          in.hint(() -> Nearest.hint(text, byWord.keySet())));
    }
    return value;
  }

  @Override
  void write(Writing out, T value) {
    out.json().writeString(word.apply(value));
  }

  @Override
  String expected() {
    return "a text, one of " + String.join(", ", byWord.keySet());
  }
}
