package org.plek.domain;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies of records with something changed; whatever else a record holds comes along by itself. */
public final class Copies {
  private Copies() {}

  /**
   * A record with some components changed.
   *
   * @param changes new values by the name of the component
   * @throws IllegalArgumentException when the record has no component of some name
   */
  public static <R extends Record> R with(
      R record, Map<String, ? extends @Nullable Object> changes) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    @Nullable Object[] values = new Object[components.length];
    int changed = 0;
    try {
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        String name = components[i].getName();
        boolean other = changes.containsKey(name);
        changed += other ? 1 : 0;
        values[i] = other ? changes.get(name) : components[i].getAccessor().invoke(record);
      }
      if (changed != changes.size()) {
        throw new IllegalArgumentException(
            "%s has not all of the components %s."
                .formatted(record.getClass().getSimpleName(), changes.keySet()));
      }
      @SuppressWarnings("unchecked") // the class of a record of type R
      Constructor<R> canonical = (Constructor<R>) record.getClass().getDeclaredConstructor(types);
      return canonical.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A record of the domain cannot be copied: " + record, e);
    }
  }
}
