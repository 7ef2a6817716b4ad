package org.plek.format;

import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A field of an object. Its value is the record component of the same name, unless a getter says
 * otherwise.
 *
 * @param name name in the document
 * @param shape what its value looks like
 * @param presence whether it may be left out
 * @param fallback value where it is left out; null for none
 * @param description what it means, with unit and bounds, for schema and dictionary
 * @param getter the value to write, null to leave it out; null for the record component
 * @param implied whether the value follows from the rest, so that it need not be written
 */
record Field<R, T>(
    String name,
    Shape<T> shape,
    Presence presence,
    @Nullable T fallback,
    String description,
    @Nullable Function<R, @Nullable T> getter,
    @Nullable Predicate<R> implied) {
  enum Presence {
    REQUIRED,
    DEFAULT,
    OPTIONAL
  }

  static <R, T> Field<R, T> required(String name, Shape<T> shape, String description) {
    return new Field<>(name, shape, Presence.REQUIRED, null, description, null, null);
  }

  /** May be left out and then has this value. */
  static <R, T> Field<R, T> or(T fallback, String name, Shape<T> shape, String description) {
    return new Field<>(name, shape, Presence.DEFAULT, fallback, description, null, null);
  }

  /** May be left out and is then absent. */
  static <R, T> Field<R, T> optional(String name, Shape<T> shape, String description) {
    return new Field<>(name, shape, Presence.OPTIONAL, null, description, null, null);
  }

  /** The same, written from something else than the component of its name. */
  Field<R, T> from(Function<R, @Nullable T> source) {
    return new Field<>(name, shape, presence, fallback, description, source, implied);
  }

  /** The same, left out where the rest implies it; the full form always writes it. */
  Field<R, T> unless(Predicate<R> follows) {
    return new Field<>(name, shape, presence, fallback, description, getter, follows);
  }
}
