package org.plek.format;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** An object with known fields, read into a record through its canonical constructor. */
final class ObjectShape<R> extends Shape<R> {
  final Class<R> type;
  final String name;
  final String description;
  final List<Field<R, ?>> fields;

  private final Map<String, Integer> index = new LinkedHashMap<>();
  private final @Nullable Method[] accessors;
  private final Constructor<R> constructor;
  private final int[] arguments;
  private BiConsumer<Values, Reading> check = (values, in) -> {};
  private @Nullable BiConsumer<Values, Reading> watch;
  private @Nullable Function<Values, R> maker;
  private boolean shared;

  private ObjectShape(Class<R> type, String name, String description, List<Field<R, ?>> fields) {
    this.type = type;
    this.name = name;
    this.description = description;
    this.fields = fields;
    this.accessors = new Method[fields.size()];
    for (int i = 0; i < fields.size(); i++) {
      index.put(fields.get(i).name(), i);
    }
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    arguments = new int[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      Integer field = index.get(components[i].getName());
      if (field == null) {
        throw new IllegalStateException(type + " has no field for " + components[i].getName());
      }
      arguments[i] = field;
      accessors[field] = components[i].getAccessor();
    }
    try {
      constructor = type.getDeclaredConstructor(types);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  @SafeVarargs
  static <R> ObjectShape<R> of(
      Class<R> type, String name, String description, Field<R, ?>... fields) {
    return new ObjectShape<>(type, name, description, List.of(fields));
  }

  /** Equal ones are kept once. */
  ObjectShape<R> shared() {
    shared = true;
    return this;
  }

  /** What must hold between the fields; each may be null where it is absent or wrong. */
  ObjectShape<R> checked(BiConsumer<Values, Reading> rule) {
    check = rule;
    return this;
  }

  /** What happens as soon as each field has been read. */
  ObjectShape<R> watched(BiConsumer<Values, Reading> watcher) {
    watch = watcher;
    return this;
  }

  /** Makes the record otherwise than from the components of the same names. */
  ObjectShape<R> made(Function<Values, R> how) {
    maker = how;
    return this;
  }

  @Override
  @Nullable R read(Reading in) {
    if (in.json.currentToken() != JsonToken.START_OBJECT) {
      in.wrongType("an object, a " + name);
      return null;
    }
    long before = in.errors();
    @Nullable Object[] read = new @Nullable Object[fields.size()];
    long seen = 0;
    while (in.json.nextToken() != JsonToken.END_OBJECT) {
      String fieldName = in.json.currentName();
      Integer number = index.get(fieldName);
      in.json.nextToken();
      in.enter(fieldName);
      if (number == null) {
        unknownField(fieldName, in);
      } else if ((seen & 1L << number) != 0) {
        in.error(IssueCode.DUPLICATE_FIELD, fieldName, "stands in this object twice", null);
        in.json.skipChildren();
      } else {
        seen |= 1L << number;
        read[number] = fields.get(number).shape().read(in);
      }
      in.leave();
      if (watch != null) {
        watch.accept(new Values(index, read, seen), in);
      }
    }
    for (int i = 0; i < read.length; i++) {
      if ((seen & 1L << i) == 0) {
        Field<R, ?> field = fields.get(i);
        read[i] = field.fallback();
        if (field.presence() == Field.Presence.REQUIRED) {
          missing(field, in);
        }
      }
    }
    Values values = new Values(index, read, seen);
    check.accept(values, in);
    if (in.errors() != before) {
      return null;
    }
    R made = maker != null ? maker.apply(values) : construct(read);
    return shared ? in.shared(made) : made;
  }

  private void unknownField(String fieldName, Reading in) {
    String near = in.hint(() -> Nearest.hint(fieldName, index.keySet()));
    in.error(
        IssueCode.UNKNOWN_FIELD,
        fieldName,
        "a " + name + " has no such field",
        near != null ? near : "Maybe one of " + String.join(", ", index.keySet()) + ".");
    in.json.skipChildren();
  }

  private void missing(Field<R, ?> field, Reading in) {
    in.error(
        IssueCode.MISSING_FIELD,
        null,
        "field " + field.name() + " is missing",
        "Maybe add \"" + field.name() + "\": " + field.shape().expected() + ".");
  }

  private R construct(@Nullable Object[] read) {
    @Nullable Object[] values = new @Nullable Object[arguments.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = read[arguments[i]];
    }
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("A valid " + name + " could not be made", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  void write(Writing out, R record) {
    out.json().writeStartObject();
    for (int i = 0; i < fields.size(); i++) {
      write(out, record, fields.get(i), accessors[i]);
    }
    out.json().writeEndObject();
  }

  private <T> void write(Writing out, R record, Field<R, T> field, @Nullable Method accessor) {
    T value = value(record, field, accessor);
    if (value == null) {
      return;
    }
    var implied = field.implied();
    boolean needless = value.equals(field.fallback()) || (implied != null && implied.test(record));
    if (!needless) {
      out.json().writeName(field.name());
      field.shape().write(out, value);
    }
  }

  @SuppressWarnings("unchecked") // A component has the type of the field of its name.
  private <T> @Nullable T value(R record, Field<R, T> field, @Nullable Method accessor) {
    var getter = field.getter();
    if (getter != null) {
      return getter.apply(record);
    }
    if (accessor == null) {
      throw new IllegalStateException(name + "." + field.name() + " has no getter");
    }
    try {
      return (T) accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  String expected() {
    return "an object";
  }
}
