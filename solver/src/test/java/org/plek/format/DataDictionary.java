package org.plek.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The data dictionary, made from the schemas. */
final class DataDictionary {
  private final StringBuilder text = new StringBuilder();

  private DataDictionary() {}

  static String of(JsonNode problem, JsonNode plan) {
    DataDictionary dictionary = new DataDictionary();
    dictionary.text.append(
        """
        # Data dictionary

        Every field of the two documents of plek. Made from the JSON Schemas beside the reader
        (`solver/src/main/resources/org/plek/format/`) by `SchemaTest`; do not edit by hand.

        Documents are JSON in UTF-8, plain or gzip (recognised by content). Times are local, in the
        zone of the problem: dates as `2026-12-01`, times as `08:00`, moments as `2026-12-01T08:00`.
        Intervals are half open. A field with a default, or marked *may be absent*, may be left out;
        `null` is never written. Unknown fields are refused. The order of fields does not matter;
        reading is quickest in the order below.

        """);
    dictionary.document(problem);
    dictionary.document(plan);
    return dictionary.text.toString();
  }

  private void document(JsonNode schema) {
    text.append("## Document `").append(schema.get("title").asString()).append("`\n\n");
    table(schema);
    for (Map.Entry<String, JsonNode> definition : schema.get("$defs").properties()) {
      String heading = "### " + definition.getKey() + "\n\n";
      if (text.indexOf(heading) < 0) { // Plan and problem share legs and placements.
        text.append(heading);
        table(definition.getValue());
      }
    }
  }

  private void table(JsonNode object) {
    text.append(object.get("description").asString()).append("\n\n");
    text.append("| field | type | needed | meaning |\n|---|---|---|---|\n");
    for (Map.Entry<String, JsonNode> property : object.get("properties").properties()) {
      text.append("| `").append(property.getKey()).append("` | ");
      text.append(type(property.getValue())).append(" | ");
      text.append(needed(object, property.getKey(), property.getValue())).append(" | ");
      text.append(property.getValue().get("description").asString()).append(" |\n");
    }
    text.append('\n');
  }

  private static String needed(JsonNode object, String name, JsonNode property) {
    for (JsonNode required : object.path("required")) {
      if (required.asString().equals(name)) {
        return "required";
      }
    }
    JsonNode fallback = property.get("default");
    return fallback == null ? "may be absent" : "default `" + fallback + "`";
  }

  private static String type(JsonNode node) {
    if (node.has("$ref")) {
      String name = node.get("$ref").asString().substring("#/$defs/".length());
      return "[" + name + "](#" + name.toLowerCase(Locale.ROOT) + ")";
    }
    if (node.has("enum")) {
      List<String> words = new ArrayList<>();
      node.get("enum").forEach(word -> words.add("`" + word.asString() + "`"));
      return String.join(", ", words);
    }
    return switch (node.get("type").asString()) {
      case "array" -> "list of " + type(node.get("items")) + bounds(node, "minItems", "maxItems");
      case "object" -> "object of " + entry(node);
      case "integer" -> "whole number" + bounds(node, "minimum", "maximum");
      case "number" -> "number" + bounds(node, "minimum", "maximum");
      case "boolean" -> "true or false";
      default -> {
        String pattern = node.get("pattern").asString();
        yield pattern.equals(Parsed.DATE.pattern)
            ? "date"
            : pattern.equals(Parsed.TIME.pattern)
                ? "time"
                : pattern.equals(Parsed.DATE_TIME.pattern)
                    ? "moment"
                    : pattern.equals(Parsed.ZONE.pattern) ? "time zone" : "text";
      }
    };
  }

  private static String entry(JsonNode node) {
    if (!node.has("properties")) {
      return "text to " + type(node.get("additionalProperties"));
    }
    List<String> names = new ArrayList<>();
    JsonNode value = node.get("properties").iterator().next();
    node.get("properties").propertyNames().forEach(name -> names.add("`" + name + "`"));
    return String.join(", ", names) + " to " + type(value);
  }

  private static String bounds(JsonNode node, String least, String most) {
    boolean low = node.has(least) && node.get(least).asDouble() > Long.MIN_VALUE;
    boolean high = node.has(most) && node.get(most).asDouble() < Long.MAX_VALUE;
    String from = low ? node.get(least).toString() : "";
    String to = high ? node.get(most).toString() : "";
    if (!low && !high) {
      return "";
    }
    return low && high ? ", " + from + " to " + to : low ? ", at least " + from : ", at most " + to;
  }
}
