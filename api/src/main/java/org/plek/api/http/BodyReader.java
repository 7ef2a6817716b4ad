package org.plek.api.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the body of a call and tells all at once that does not have the form asked for. */
final class BodyReader {
  private static final int MOST_FAULTS = 20;
  private static final String SEE = "Maybe see /api/v1/openapi.json.";
  private static final Map<Class<?>, String> HINTS =
      Map.of(
          LocalDate.class, "Maybe as 2026-12-01.",
          LocalTime.class, "Maybe as 09:30.",
          LocalDateTime.class, "Maybe as 2026-12-01T09:30.",
          Instant.class, "Maybe as 2026-12-01T08:30:00Z.",
          Integer.class, "Maybe a whole number.",
          int.class, "Maybe a whole number.",
          Long.class, "Maybe a whole number.",
          Boolean.class, "Maybe true or false.",
          boolean.class, "Maybe true or false.");

  private final JsonMapper json;

  BodyReader(JsonMapper json) {
    this.json = json;
  }

  /** What does not fit is taken out, so that the rest can be looked at. */
  <T> T read(String text, Class<T> type) {
    JsonNode tree = json.readTree(text);
    List<Problem.Fault> faults = new ArrayList<>();
    while (true) {
      try {
        T body = json.treeToValue(tree, type);
        List<Problem.Fault> missing = new ArrayList<>();
        Required.check(body, "", missing);
        missing.stream()
            .filter(one -> faults.stream().noneMatch(told -> told.pointer().equals(one.pointer())))
            .forEach(faults::add);
        if (faults.isEmpty()) {
          return body;
        }
        throw wrong(faults);
      } catch (MismatchedInputException e) {
        faults.add(fault(e));
        if (faults.size() == MOST_FAULTS || !takenOut(tree, e.getPath())) {
          throw wrong(faults);
        }
      }
    }
  }

  private static Problem wrong(List<Problem.Fault> faults) {
    return new Problem(
        422, "INVALID", "The body has " + faults.size() + " error(s).", faults, Map.of());
  }

  /** A fault of a form, without what was sent. */
  static Problem.Fault fault(MismatchedInputException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return new Problem.Fault(
          "UNKNOWN_FIELD",
          "ERROR",
          pointer(e),
          "there is no such field",
          "Maybe one of "
              + unknown.getKnownPropertyIds().stream()
                  .map(String::valueOf)
                  .sorted()
                  .collect(Collectors.joining(", "))
              + ".");
    }
    Class<?> target = e.getTargetType();
    Object[] choices = target == null ? null : target.getEnumConstants();
    String hint =
        choices != null
            ? "Maybe one of "
                + Arrays.stream(choices).map(String::valueOf).collect(Collectors.joining(", "))
                + "."
            : target == null ? SEE : HINTS.getOrDefault(target, SEE);
    return new Problem.Fault(
        "BAD_VALUE", "ERROR", pointer(e), "is missing or not usable here", hint);
  }

  private static String pointer(MismatchedInputException e) {
    StringBuilder pointer = new StringBuilder();
    for (JacksonException.Reference step : e.getPath()) {
      pointer
          .append('/')
          .append(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName());
    }
    return pointer.toString();
  }

  private static boolean takenOut(JsonNode tree, List<JacksonException.Reference> path) {
    JsonNode node = tree;
    for (int i = 0; i < path.size(); i++) {
      String name = path.get(i).getPropertyName();
      int index = path.get(i).getIndex();
      boolean last = i == path.size() - 1;
      if (node instanceof ObjectNode object && name != null) {
        if (last) {
          return object.remove(name) != null;
        }
        node = object.path(name);
      } else if (node instanceof ArrayNode array && name == null && array.has(index)) {
        if (last) {
          boolean was = !array.get(index).isNull();
          array.setNull(index);
          return was;
        }
        node = array.get(index);
      } else {
        return false;
      }
    }
    return false;
  }
}
