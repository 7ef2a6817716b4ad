package org.plek.api.http;

import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what a body lacks: components that are not {@code @Nullable} and yet absent. */
final class Required {
  private Required() {}

  static void check(@Nullable Object value, String pointer, List<Problem.Fault> missing) {
    if (value == null) {
      missing.add(new Problem.Fault("MISSING_FIELD", "ERROR", pointer, "is missing", null));
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        check(list.get(i), pointer + "/" + i, missing);
      }
    } else if (value.getClass().isRecord()
        && value.getClass().getEnclosingClass() == Bodies.class) {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        Object part = part(value, component);
        if (part != null || !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
          check(part, pointer + "/" + component.getName(), missing);
        }
      }
    }
  }

  private static @Nullable Object part(Object value, RecordComponent component) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
