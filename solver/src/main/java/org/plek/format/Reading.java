package org.plek.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The reading of one document: where we are, what was found wrong, which ids exist. */
final class Reading {
  private static final int MOST_SHARED = 200_000;
  private static final int MOST_VALUE_LENGTH = 60;

  final JsonParser json;
  final Issues issues;
  final Ids ids;
  final Set<String> rulePacks;
  @Nullable Horizon horizon;
  final Set<String> placed = new HashSet<>();

  private final Map<Object, Object> shared = new HashMap<>();
  private final List<Later> later = new ArrayList<>();
  private final List<Later> needHorizon = new ArrayList<>();
  private @Nullable String[] names = new @Nullable String[32];
  private int[] indexes = new int[32];
  private int depth;
  private @Nullable String fixedPointer;

  Reading(JsonParser json, Issues issues, Set<String> rulePacks) {
    this.json = json;
    this.issues = issues;
    this.rulePacks = rulePacks;
    this.ids = new Ids(this);
  }

  private record Later(String pointer, Runnable check) {}

  // Where we are.

  void enter(String name) {
    grow();
    names[depth++] = name;
  }

  void enter(int index) {
    grow();
    names[depth] = null;
    indexes[depth++] = index;
  }

  void leave() {
    depth--;
  }

  private void grow() {
    if (depth == names.length) {
      names = Arrays.copyOf(names, depth * 2);
      indexes = Arrays.copyOf(indexes, depth * 2);
    }
  }

  String pointer() {
    if (fixedPointer != null) {
      return fixedPointer;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      text.append('/');
      String name = names[i];
      if (name == null) {
        text.append(indexes[i]);
      } else {
        text.append(clip(name).replace("~", "~0").replace("/", "~1"));
      }
    }
    return text.toString();
  }

  /** Reports at a field or list element (or a path of them) of the current value. */
  void at(Runnable report, Object... steps) {
    StringBuilder place = new StringBuilder(pointer());
    for (Object step : steps) {
      place.append('/').append(step);
    }
    at(place.toString(), report);
  }

  /** Reports at a place seen earlier. */
  void at(String pointer, Runnable report) {
    String outer = fixedPointer;
    fixedPointer = pointer;
    report.run();
    fixedPointer = outer;
  }

  // What is wrong.

  long errors() {
    return issues.errorCount();
  }

  void error(IssueCode code, @Nullable Object value, String message, @Nullable String hint) {
    report(Severity.ERROR, code, value, message, hint);
  }

  void warning(IssueCode code, @Nullable Object value, String message, @Nullable String hint) {
    report(Severity.WARNING, code, value, message, hint);
  }

  private void report(
      Severity severity,
      IssueCode code,
      @Nullable Object value,
      String message,
      @Nullable String hint) {
    if (issues.keeps(severity)) {
      issues.add(
          new Issue(
              code,
              severity,
              pointer(),
              value == null ? null : clip(value.toString()),
              message,
              hint));
    } else {
      issues.count(severity);
    }
  }

  /** A hint that costs something to find, only when its error will be shown. */
  @Nullable String hint(Supplier<@Nullable String> costly) {
    return issues.keeps(Severity.ERROR) ? costly.get() : null;
  }

  /** Reports a value of another type than expected and steps over it. */
  void wrongType(String expected) {
    JsonToken token = json.currentToken();
    boolean scalar = token != null && token.isScalarValue();
    String found =
        token == JsonToken.START_OBJECT
            ? "an object"
            : token == JsonToken.START_ARRAY ? "a list" : scalar ? json.getString() : "nothing";
    if (token == JsonToken.VALUE_STRING) {
      found = '"' + clip(found) + '"';
    }
    String hint = null;
    if (token == JsonToken.VALUE_NULL) {
      hint = "Maybe leave the field out.";
    } else if (token == JsonToken.VALUE_STRING && !expected.contains("text")) {
      hint = "Maybe remove the quotes.";
    } else if (token != null && token.isNumeric() && expected.contains("text")) {
      hint = "Maybe put it in quotes.";
    }
    error(IssueCode.WRONG_TYPE, found, "must be " + expected, hint);
    json.skipChildren();
  }

  private static String clip(String text) {
    return text.length() <= MOST_VALUE_LENGTH ? text : text.substring(0, MOST_VALUE_LENGTH) + "…";
  }

  // What must wait.

  /** Runs a check once the horizon is known, at the present place. */
  void withHorizon(Consumer<Horizon> check) {
    Horizon known = horizon;
    if (known != null) {
      check.accept(known);
    } else {
      needHorizon.add(
          new Later(
              pointer(),
              () -> {
                Horizon found = horizon;
                if (found != null) {
                  check.accept(found);
                }
              }));
    }
  }

  /** All ids of these kinds have been read; patterns make care sessions only in a horizon. */
  void complete(IdKind... kinds) {
    for (IdKind kind : kinds) {
      if (kind != IdKind.SESSION || horizon != null) {
        ids.complete(kind);
      }
    }
  }

  /** Runs a check once all ids of a kind have been read, at the present place. */
  void whenComplete(IdKind kind, Runnable check) {
    if (ids.isComplete(kind)) {
      check.run();
    } else {
      atEnd(check);
    }
  }

  /** Runs a check when everything has been read, at the present place. */
  void atEnd(Runnable check) {
    later.add(new Later(pointer(), check));
  }

  void finish() {
    if (horizon == null) {
      ids.uncertain(IdKind.SESSION);
    }
    for (List<Later> checks : List.of(needHorizon, later)) {
      for (Later check : checks) {
        at(check.pointer(), check.check());
      }
    }
    ids.finish();
  }

  // What is kept.

  /** An equal value seen before, so that equal schedules, hours and codes are kept once. */
  @SuppressWarnings("unchecked")
  <T> T shared(T value) {
    Object before = shared.get(value);
    if (before != null) {
      return (T) before;
    }
    if (shared.size() < MOST_SHARED) {
      shared.put(value, value);
    }
    return value;
  }
}
