package org.plek.format;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema (2020-12) of a document, made from its shape. */
final class SchemaDocument {
  static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<String, ObjectNode> definitions = new LinkedHashMap<>();

  private SchemaDocument() {}

  static ObjectNode of(ObjectShape<?> root, String format) {
    SchemaDocument schema = new SchemaDocument();
    ObjectNode node = JSON.createObjectNode();
    node.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    node.put("$id", "urn:plek:" + format.replace('/', ':'));
    node.put("title", format);
    schema.fill(node, root);
    ((ObjectNode) node.get("properties").get("format")).put("const", format);
    ObjectNode definitions = node.putObject("$defs");
    schema.definitions.forEach(definitions::set);
    return node;
  }

  private void fill(ObjectNode node, ObjectShape<?> shape) {
    node.put("description", shape.description);
    node.put("type", "object");
    ObjectNode properties = node.putObject("properties");
    ArrayNode required = JSON.createArrayNode();
    for (Field<?, ?> field : shape.fields) {
      ObjectNode property = node(field.shape());
      property.put("description", field.description());
      if (field.fallback() != null) {
        property.set("default", json(field));
      }
      properties.set(field.name(), property);
      if (field.presence() == Field.Presence.REQUIRED) {
        required.add(field.name());
      }
    }
    if (!required.isEmpty()) {
      node.set("required", required);
    }
    node.put("additionalProperties", false);
    addRules(node, shape.name);
  }

  /** What a schema can say of the rules between fields. */
  private static void addRules(ObjectNode node, String name) {
    if (name.equals("careSession")) {
      ArrayNode forms = node.putArray("oneOf");
      forms.add(JSON.readTree("{\"required\":[\"start\",\"end\"]}"));
      forms.add(JSON.readTree("{\"required\":[\"minutes\",\"windows\"]}"));
      forms.add(JSON.readTree("{\"required\":[\"parentAway\"]}"));
      node.set(
          "dependentRequired",
          JSON.readTree(
              "{\"start\":[\"end\"],\"end\":[\"start\"],"
                  + "\"minutes\":[\"windows\"],\"windows\":[\"minutes\"]}"));
    } else if (name.equals("provider")) {
      node.set("if", kind("DAYCARE"));
      node.set("then", JSON.readTree("{\"required\":[\"groups\"]}"));
      node.set("else", JSON.readTree("{\"properties\":{\"groups\":{\"maxItems\":1}}}"));
      ObjectNode homeCare = JSON.createObjectNode();
      homeCare.set("if", JSON.readTree("{\"required\":[\"homeCare\"]}"));
      homeCare.set("then", kind("HOME_CARER"));
      node.putArray("allOf").add(homeCare);
    }
  }

  private static JsonNode kind(String kind) {
    return JSON.readTree("{\"properties\":{\"kind\":{\"const\":\"" + kind + "\"}}}");
  }

  private ObjectNode node(Shape<?> shape) {
    ObjectNode node = JSON.createObjectNode();
    switch (shape) {
      case Text text -> {
        node.put("type", "string").put("minLength", 1).put("maxLength", text.maxLength);
        node.put("pattern", "\\S");
      }
      case Parsed<?> parsed -> node.put("type", "string").put("pattern", parsed.pattern);
      case Choice<?> choice -> {
        node.put("type", "string");
        choice.words().forEach(node.putArray("enum")::add);
      }
      case Whole<?> whole -> {
        node.put("type", "integer").put("minimum", whole.least).put("maximum", whole.most);
      }
      case Real real -> {
        node.put("type", "number");
        if (real.most != Double.MAX_VALUE) {
          node.put("minimum", real.least).put("maximum", real.most);
        }
      }
      case Flag flag -> node.put("type", "boolean");
      case ListShape<?> list -> {
        node.put("type", "array");
        node.set("items", node(list.element));
        if (list.least > 0) {
          node.put("minItems", list.least);
        }
        if (list.most < Integer.MAX_VALUE) {
          node.put("maxItems", list.most);
        }
      }
      case SetShape<?> set -> node.put("type", "array").set("items", node(set.element));
      case MapShape<?, ?> map -> fill(node, map);
      case ObjectShape<?> object -> {
        if (!definitions.containsKey(object.name)) {
          ObjectNode definition = JSON.createObjectNode();
          definitions.put(object.name, definition);
          fill(definition, object);
        }
        node.put("$ref", "#/$defs/" + object.name);
      }
    }
    return node;
  }

  private void fill(ObjectNode node, MapShape<?, ?> map) {
    node.put("type", "object");
    if (map.words.isEmpty()) {
      node.set("additionalProperties", node(map.value));
    } else {
      ObjectNode properties = node.putObject("properties");
      map.words.forEach(word -> properties.set(word, node(map.value)));
      node.put("additionalProperties", false);
    }
  }

  private static <T> JsonNode json(Field<?, T> field) {
    @Nullable T fallback = field.fallback();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var json =
        JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), out)) {
      if (fallback != null) {
        field.shape().write(new Writing(json), fallback);
      }
    }
    return JSON.readTree(out.toByteArray());
  }

  /** Text for people and for comparing: two spaces, Unix lines. */
  static String text(JsonNode node) {
    return lines(node, "") + "\n";
  }

  private static String lines(JsonNode node, String indent) {
    if (!node.isContainer() || node.isEmpty() || node.isArray() && !node.get(0).isContainer()) {
      return node.toString();
    }
    StringBuilder text = new StringBuilder();
    if (node.isArray()) {
      for (JsonNode one : node) {
        text.append(text.isEmpty() ? "" : ",\n").append(indent).append("  ");
        text.append(lines(one, indent + "  "));
      }
      return "[\n" + text + "\n" + indent + "]";
    }
    for (Map.Entry<String, JsonNode> one : node.properties()) {
      text.append(text.isEmpty() ? "" : ",\n").append(indent).append("  ");
      text.append('"').append(one.getKey()).append("\": ");
      text.append(lines(one.getValue(), indent + "  "));
    }
    return "{\n" + text + "\n" + indent + "}";
  }
}
