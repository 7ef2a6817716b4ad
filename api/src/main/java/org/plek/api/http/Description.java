package org.plek.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Family;
import org.plek.domain.Provider;
import org.plek.domain.Request;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI 3.1 document of the routes. Committed, and compared with the routes by a test. */
final class Description {
  private static final Pattern PARAMETER = Pattern.compile("\\{([a-z]+)}");
  private static final Set<String> NUMBERS = Set.of("limit", "nearest", "step", "days");
  private static final Set<String> DATES = Set.of("date", "from", "until");
  private static final Map<Class<?>, String> DOCUMENTS =
      Map.of(Provider.class, "provider", Family.class, "family", Request.class, "request");

  private final Map<String, ObjectNode> schemas = new TreeMap<>();
  private final JsonNode formats;

  private Description() {
    try (InputStream in =
        Provider.class.getResourceAsStream("/org/plek/format/plek-problem-1.schema.json")) {
      formats = HttpDesk.JSON.readTree(Objects.requireNonNull(in)).path("$defs");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String of(List<Route> routes) {
    return new Description().write(routes);
  }

  private String write(List<Route> routes) {
    ObjectNode document = HttpDesk.JSON.createObjectNode();
    document.put("openapi", "3.1.0");
    ObjectNode info = document.putObject("info");
    info.put("title", "plek");
    info.put("version", "1");
    info.put("description", "Finds a place for a child. Times are local to the network.");
    ObjectNode paths = document.putObject("paths");
    for (Route route : routes) {
      ObjectNode path =
          paths.has(route.path())
              ? (ObjectNode) paths.get(route.path())
              : paths.putObject(route.path());
      operation(path.putObject(route.method().toLowerCase(Locale.ROOT)), route);
    }
    schemas.put("problem", problem());
    ObjectNode components = document.putObject("components");
    ObjectNode all = components.putObject("schemas");
    schemas.forEach(all::set);
    ObjectNode bearer = components.putObject("securitySchemes").putObject("bearer");
    bearer.put("type", "http").put("scheme", "bearer");
    bearer.put("description", "A signed-in session, an API key, or a token of the OIDC provider.");
    return document.toPrettyString() + "\n";
  }

  private void operation(ObjectNode operation, Route route) {
    operation.put("operationId", route.name());
    operation.put("summary", route.summary());
    if (!route.open()) {
      operation.putArray("security").addObject().putArray("bearer");
      ArrayNode roles = operation.putArray("x-roles");
      HttpDesk.names(route.roles()).forEach(roles::add);
    }
    ArrayNode parameters = HttpDesk.JSON.createArrayNode();
    Matcher matcher = PARAMETER.matcher(route.path());
    while (matcher.find()) {
      parameter(parameters, matcher.group(1), "path", true);
    }
    for (String name : route.query()) {
      parameter(parameters, name, "query", false);
    }
    if (route.ifMatch()) {
      parameter(parameters, "If-Match", "header", true);
    }
    if (route.method().equals("POST") && !route.open() && !route.secret()) {
      parameter(parameters, "Idempotency-Key", "header", false);
    }
    if (!parameters.isEmpty()) {
      operation.set("parameters", parameters);
    }
    Class<?> body = route.body();
    if (body != null) {
      ObjectNode request = operation.putObject("requestBody");
      request.put("required", true);
      content(request, Reply.JSON, schema(body));
    }
    ObjectNode responses = operation.putObject("responses");
    ObjectNode fine = responses.putObject(Integer.toString(route.status()));
    fine.put("description", route.summary());
    Class<?> answer = route.answer();
    if (answer != null) {
      content(fine, Reply.JSON, schema(answer));
    }
    ObjectNode problems = responses.putObject("default");
    problems.put("description", "A problem (RFC 9457).");
    content(problems, "application/problem+json", reference("problem"));
  }

  private static void parameter(ArrayNode to, String name, String in, boolean required) {
    ObjectNode parameter = to.addObject();
    parameter.put("name", name).put("in", in).put("required", required);
    ObjectNode schema = parameter.putObject("schema");
    schema.put("type", NUMBERS.contains(name) ? "integer" : "string");
    if (DATES.contains(name)) {
      schema.put("format", "date");
    }
  }

  private static void content(ObjectNode to, String type, JsonNode schema) {
    to.putObject("content").putObject(type).set("schema", schema);
  }

  private static ObjectNode reference(String name) {
    return HttpDesk.JSON.createObjectNode().put("$ref", "#/components/schemas/" + name);
  }

  private static ObjectNode problem() {
    ObjectNode problem = HttpDesk.JSON.createObjectNode().put("type", "object");
    ArrayNode required = problem.putArray("required");
    ObjectNode properties = problem.putObject("properties");
    for (String name : List.of("type", "title", "code", "detail")) {
      properties.putObject(name).put("type", "string");
      required.add(name);
    }
    properties.putObject("status").put("type", "integer");
    required.add("status");
    ObjectNode error = properties.putObject("errors").put("type", "array").putObject("items");
    error.put("type", "object");
    ObjectNode fields = error.putObject("properties");
    for (String name : List.of("code", "severity", "pointer", "message", "hint")) {
      fields.putObject(name).put("type", "string");
    }
    fields.putObject("amount").put("type", "integer");
    return problem;
  }

  private ObjectNode schema(Type type) {
    if (type instanceof ParameterizedType many) {
      Class<?> raw = (Class<?>) many.getRawType();
      ObjectNode schema = HttpDesk.JSON.createObjectNode();
      if (Collection.class.isAssignableFrom(raw)) {
        schema.put("type", "array");
        schema.set("items", schema(many.getActualTypeArguments()[0]));
      } else {
        schema.put("type", "object");
        schema.set("additionalProperties", schema(many.getActualTypeArguments()[1]));
      }
      return schema;
    }
    Class<?> raw = (Class<?>) type;
    String document = DOCUMENTS.get(raw);
    if (document != null) {
      return format(document);
    }
    ObjectNode simple = HttpDesk.JSON.createObjectNode();
    if (raw == String.class) {
      return simple.put("type", "string");
    }
    if (raw == int.class || raw == Integer.class || raw == long.class || raw == Long.class) {
      return simple.put("type", "integer");
    }
    if (raw == double.class || raw == Double.class) {
      return simple.put("type", "number");
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return simple.put("type", "boolean");
    }
    if (raw == Instant.class || raw == LocalDateTime.class) {
      return simple.put("type", "string").put("description", raw.getSimpleName());
    }
    if (raw == LocalDate.class || raw == LocalTime.class) {
      return simple.put("type", "string").put("description", raw.getSimpleName());
    }
    if (raw.isEnum()) {
      ArrayNode values = simple.put("type", "string").putArray("enum");
      for (Object constant : Objects.requireNonNull(raw.getEnumConstants())) {
        values.add(constant.toString());
      }
      return simple;
    }
    return raw.isRecord() ? record(raw) : simple;
  }

  private ObjectNode record(Class<?> type) {
    String name = type.getSimpleName();
    if (!schemas.containsKey(name)) {
      ObjectNode schema = HttpDesk.JSON.createObjectNode().put("type", "object");
      schemas.put(name, schema);
      ObjectNode properties = schema.putObject("properties");
      List<String> required = new ArrayList<>();
      for (RecordComponent component : type.getRecordComponents()) {
        properties.set(component.getName(), schema(component.getGenericType()));
        if (!isNullable(component.getAnnotatedType())) {
          required.add(component.getName());
        }
      }
      ArrayNode names = schema.putArray("required");
      required.forEach(names::add);
    }
    return reference(name);
  }

  private static boolean isNullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  /** A definition of the problem format with all that it refers to. */
  private ObjectNode format(String name) {
    String own = "format." + name;
    if (!schemas.containsKey(own)) {
      JsonNode definition = formats.path(name);
      String text = definition.toString().replace("#/$defs/", "#/components/schemas/format.");
      schemas.put(own, (ObjectNode) HttpDesk.JSON.readTree(text));
      Set<String> others = new TreeSet<>();
      Matcher matcher = Pattern.compile("#/\\$defs/([A-Za-z]+)").matcher(definition.toString());
      while (matcher.find()) {
        others.add(matcher.group(1));
      }
      others.forEach(this::format);
    }
    return reference(own);
  }
}
