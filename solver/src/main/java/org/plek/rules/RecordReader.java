package org.plek.rules;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads records from JSON and collects every fault on the way: unknown and missing fields, wrong
 * types, unknown kinds. A field may be missing only where its component is {@code @Nullable}.
 */
final class RecordReader {
  private final List<PackFault> faults = new ArrayList<>();

  List<PackFault> faults() {
    return faults;
  }

  /** The record, or null after a fault. */
  <T extends Record> @Nullable T read(JsonNode node, Class<T> type, String place) {
    return type.cast(object(node, type, place));
  }

  private @Nullable Object object(JsonNode node, Class<?> type, String place) {
    if (!node.isObject()) {
      return fault(place, node, "An object is needed here.");
    }
    RecordComponent[] components = type.getRecordComponents();
    Set<String> known =
        Arrays.stream(components)
            .map(RecordComponent::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    int before = faults.size();
    for (String field : node.propertyNames()) {
      boolean kind = field.equals("kind") && Clause.class.isAssignableFrom(type);
      if (!known.contains(field) && !kind) {
        fault(place + "/" + field, node.get(field), "Unknown field. Known are " + known + ".");
      }
    }
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      RecordComponent component = components[i];
      String name = component.getName();
      JsonNode value = node.get(name);
      if (value == null || value.isNull()) {
        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
          faults.add(new PackFault(place + "/" + name, "missing", "This field is needed."));
        }
      } else {
        values[i] = value(value, component.getGenericType(), place + "/" + name);
      }
    }
    return faults.size() > before ? null : construct(type, components, values);
  }

  private @Nullable Object value(JsonNode node, Type type, String place) {
    if (type instanceof ParameterizedType list) {
      return list(node, list.getActualTypeArguments()[0], place);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == String.class) {
      return node.isString() ? node.stringValue() : fault(place, node, "Text is needed here.");
    }
    if (plain == int.class || plain == Integer.class) {
      return node.canConvertToInt() && node.isIntegralNumber()
          ? Integer.valueOf(node.intValue())
          : fault(place, node, "A whole number is needed here.");
    }
    if (plain == boolean.class || plain == Boolean.class) {
      return node.isBoolean()
          ? Boolean.valueOf(node.booleanValue())
          : fault(place, node, "true or false is needed here.");
    }
    if (plain == LocalDate.class || plain == LocalTime.class) {
      return time(node, plain, place);
    }
    if (plain.isEnum()) {
      for (Object constant : plain.getEnumConstants()) {
        if (node.isString() && ((Enum<?>) constant).name().equals(node.stringValue())) {
          return constant;
        }
      }
      return fault(place, node, "Use one of " + Arrays.toString(plain.getEnumConstants()) + ".");
    }
    return plain == Clause.class ? clause(node, place) : object(node, plain, place);
  }

  private @Nullable Object list(JsonNode node, Type element, String place) {
    if (!node.isArray()) {
      return fault(place, node, "A list is needed here.");
    }
    List<Object> items = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      Object item = value(node.get(i), element, place + "/" + i);
      if (item != null) {
        items.add(item);
      }
    }
    return items;
  }

  private @Nullable Object time(JsonNode node, Class<?> type, String place) {
    try {
      if (node.isString()) {
        return type == LocalDate.class
            ? LocalDate.parse(node.stringValue())
            : LocalTime.parse(node.stringValue());
      }
    } catch (DateTimeException e) {
      return fault(place, node, dateAdvice(type));
    }
    return fault(place, node, dateAdvice(type));
  }

  private static String dateAdvice(Class<?> type) {
    return type == LocalDate.class ? "Write a date like 2026-01-31." : "Write a time like 18:00.";
  }

  private @Nullable Object clause(JsonNode node, String place) {
    JsonNode kind = node.get("kind");
    TreeSet<String> names = new TreeSet<>();
    List<Class<?>> open = new ArrayList<>(List.of(Clause.class));
    while (!open.isEmpty()) {
      Class<?> next = open.removeLast();
      if (next.isRecord()) {
        names.add(next.getSimpleName());
        if (kind != null && kind.isString() && kind.stringValue().equals(next.getSimpleName())) {
          return object(node, next, place);
        }
      } else {
        open.addAll(Arrays.asList(next.getPermittedSubclasses()));
      }
    }
    return kind == null
        ? fault(place, node, "Name its kind, one of " + names + ".")
        : fault(place + "/kind", kind, "Use one of " + names + ".");
  }

  private @Nullable Object fault(String place, JsonNode node, String advice) {
    String text = node.toString();
    faults.add(
        new PackFault(place, text.length() > 60 ? text.substring(0, 57) + "..." : text, advice));
    return null;
  }

  private static Object construct(Class<?> type, RecordComponent[] components, Object[] values) {
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Could not make a " + type.getSimpleName(), e);
    }
  }
}
