package org.plek.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** An object whose field names are data; known names are written in their order, others sorted. */
final class MapShape<K, V> extends Shape<Map<K, V>> {
  final Shape<V> value;
  final List<String> words;
  private final Function<String, K> key;

  private MapShape(Shape<V> value, List<String> words, Function<String, K> key) {
    this.value = value;
    this.words = words;
    this.key = key;
  }

  /** Any names. */
  static <V> MapShape<String, V> of(Shape<V> value) {
    return new MapShape<>(value, List.of(), name -> name);
  }

  /** Names from a list. */
  static <V> MapShape<String, V> ofWords(List<String> words, Shape<V> value) {
    return new MapShape<>(value, words, name -> name);
  }

  /** Names of a choice. */
  static <E extends Enum<E>, V> MapShape<E, V> ofChoice(Class<E> type, Shape<V> value) {
    return new MapShape<>(value, Choice.of(type).words(), name -> Enum.valueOf(type, name));
  }

  @Override
  @Nullable Map<K, V> read(Reading in) {
    if (in.json.currentToken() != JsonToken.START_OBJECT) {
      in.wrongType("an object");
      return null;
    }
    Map<K, V> values = new LinkedHashMap<>();
    Set<String> seen = new LinkedHashSet<>();
    while (in.json.nextToken() != JsonToken.END_OBJECT) {
      String name = in.json.currentName();
      in.json.nextToken();
      in.enter(name);
      if (!seen.add(name)) {
        in.error(IssueCode.DUPLICATE_FIELD, name, "stands in this object twice", null);
        in.json.skipChildren();
      } else if (!words.isEmpty() && !words.contains(name)) {
        in.error(
            IssueCode.UNKNOWN_FIELD,
            name,
            "is none of " + String.join(", ", words),
            in.hint(() -> Nearest.hint(name, words)));
        in.json.skipChildren();
      } else {
        V read = value.read(in);
        if (read != null) {
          values.put(key.apply(name), read);
        }
      }
      in.leave();
    }
    return values;
  }

  @Override
  void write(Writing out, Map<K, V> map) {
    List<String> names = new ArrayList<>(words);
    map.keySet().stream()
        .map(Object::toString)
        .filter(name -> !words.contains(name))
        .sorted()
        .forEach(names::add);
    out.json().writeStartObject();
    for (String name : names) {
      V one = map.get(words.contains(name) ? key.apply(name) : name);
      if (one != null) {
        out.json().writeName(name);
        value.write(out, one);
      }
    }
    out.json().writeEndObject();
  }

  @Override
  String expected() {
    return "an object";
  }
}
