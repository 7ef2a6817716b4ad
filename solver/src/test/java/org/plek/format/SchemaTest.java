package org.plek.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.plek.domain.CareSession;
import org.plek.domain.Plan;
import org.plek.domain.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Schema, dictionary, records and reader say the same. */
class SchemaTest {
  private static final Path SOLVER = Path.of(System.getProperty("repository.root"), "solver");
  private static final Path SCHEMAS = SOLVER.resolve("src/main/resources/org/plek/format");
  private static final String REGENERATE = "format.regenerate";

  private static final ObjectNode PROBLEM =
      SchemaDocument.of(ProblemShape.PROBLEM, ProblemShape.FORMAT);
  private static final ObjectNode PLAN = SchemaDocument.of(PlanShapes.PLAN, PlanShapes.FORMAT);

  @Test
  void thePublishedSchemasAndTheDictionaryAreUpToDate() throws IOException {
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(SCHEMAS.resolve("plek-problem-1.schema.json"), SchemaDocument.text(PROBLEM));
    files.put(SCHEMAS.resolve("plek-plan-1.schema.json"), SchemaDocument.text(PLAN));
    files.put(SOLVER.resolve("docs/data-dictionary.md"), DataDictionary.of(PROBLEM, PLAN));

    for (Map.Entry<Path, String> file : files.entrySet()) {
      if (Boolean.getBoolean(REGENERATE)) {
        Files.createDirectories(file.getKey().getParent());
        Files.writeString(file.getKey(), file.getValue());
      }
      assertThat(Files.readString(file.getKey()))
          .as(
              "%s is stale. Maybe run: mvn -pl solver test -Dtest=SchemaTest"
                  + " -Dtest.jvm.arguments=-D%s=true",
              file.getKey().getFileName(), REGENERATE)
          .isEqualTo(file.getValue());
    }
  }

  @Test
  void everyRecordComponentIsInTheSchemaAndNothingElse() {
    assertThat(recordFields(Problem.class, new LinkedHashMap<>())).isEqualTo(schemaFields(PROBLEM));
    assertThat(recordFields(Plan.class, new LinkedHashMap<>())).isEqualTo(schemaFields(PLAN));
  }

  private static Map<String, Set<String>> recordFields(Type type, Map<String, Set<String>> found) {
    if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        recordFields(argument, found);
      }
    } else if (type instanceof Class<?> one
        && one.isRecord()
        && !found.containsKey(one.getSimpleName().toLowerCase(Locale.ROOT))) {
      Set<String> names = new TreeSet<>();
      found.put(one.getSimpleName().toLowerCase(Locale.ROOT), names);
      for (RecordComponent component : one.getRecordComponents()) {
        names.add(component.getName());
        recordFields(component.getGenericType(), found);
      }
      if (one == CareSession.class) {
        names.addAll(List.of("start", "end")); // The short form of a fixed care session.
      } else if (one == Problem.class || one == Plan.class) {
        names.add("format");
      }
    }
    return found;
  }

  private static Map<String, Set<String>> schemaFields(JsonNode schema) {
    Map<String, Set<String>> found = new LinkedHashMap<>();
    String root = schema.get("title").asString();
    found.put(root.substring("plek-".length(), root.indexOf('/')), names(schema));
    schema
        .get("$defs")
        .properties()
        .forEach(one -> found.put(one.getKey().toLowerCase(Locale.ROOT), names(one.getValue())));
    return found;
  }

  private static Set<String> names(JsonNode object) {
    return new TreeSet<>(object.get("properties").propertyNames());
  }

  @Test
  void everyFieldHasADescription() {
    for (JsonNode schema : List.of(PROBLEM, PLAN)) {
      List<JsonNode> objects = new ArrayList<>(List.of(schema));
      schema.get("$defs").forEach(objects::add);
      for (JsonNode object : objects) {
        object
            .get("properties")
            .forEach(one -> assertThat(one.get("description").asString()).isNotBlank());
      }
    }
  }

  private static Schema compiled(ObjectNode schema) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema.toString());
  }

  @Test
  void everyProblemThatIsWrittenIsValidByTheSchema() throws IOException {
    Schema schema = compiled(PROBLEM);
    for (long seed = 0; seed < 25; seed++) {
      String text = text(RandomProblems.problem(seed, 3, 4));
      assertThat(schema.validate(text, InputFormat.JSON)).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void whatTheSchemaRefusesTheReaderRefuses() throws IOException {
    Schema schema = compiled(PROBLEM);
    SplittableRandom random = new SplittableRandom(20261122);
    int refused = 0;
    for (int i = 0; i < 700; i++) {
      JsonNode document = SchemaDocument.JSON.readTree(text(RandomProblems.problem(i % 25, 2, 2)));
      String mutation = mutate(document, random);
      String text = document.toString();
      boolean valid = schema.validate(text, InputFormat.JSON).isEmpty();
      if (valid) {
        // The reader may still refuse what a schema cannot see, but must do so properly.
        assertThatCode(() -> readOrRefuse(text)).as(mutation).doesNotThrowAnyException();
      } else {
        refused++;
        assertThat(readOrRefuse(text)).as("%s: read %s", mutation, text).isFalse();
      }
    }
    assertThat(refused).isGreaterThan(300);
  }

  private static boolean readOrRefuse(String text) throws IOException {
    try {
      ProblemJson.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
      return true;
    } catch (InvalidDocument refused) {
      assertThat(refused.issues()).isNotEmpty();
      return false;
    }
  }

  private static String text(Problem problem) throws IOException {
    return new String(RoundTripTest.bytes(problem), StandardCharsets.UTF_8);
  }

  /** One change at a random place: a field gone, renamed or added, a value of another kind. */
  private static String mutate(JsonNode document, SplittableRandom random) {
    List<JsonNode> containers = new ArrayList<>();
    collect(document, containers);
    JsonNode place = containers.get(random.nextInt(containers.size()));
    String[] values = {
      "null",
      "-1",
      "1e9",
      "0.5",
      "\"\"",
      "\" \"",
      "\"x\"",
      "true",
      "[]",
      "{}",
      "[[]]",
      "\"2026-02-30\"",
      "\"25:00\"",
      "99999999999999999999",
      "\"08:00\"",
      "\"2026-10-20\""
    };
    String value = values[random.nextInt(values.length)];
    JsonNode replacement = SchemaDocument.JSON.readTree(value);
    if (place instanceof ArrayNode array) {
      int index = random.nextInt(array.size());
      array.set(index, replacement);
      return "element " + index + " becomes " + value;
    }
    ObjectNode object = (ObjectNode) place;
    List<String> names = new ArrayList<>(object.propertyNames());
    String name = names.get(random.nextInt(names.size()));
    switch (random.nextInt(4)) {
      case 0 -> object.remove(name);
      case 1 -> {
        JsonNode moved = object.remove(name);
        object.set(name + "x", moved);
      }
      default -> object.set(name, replacement);
    }
    return name + " changed, with " + value;
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainer() && !node.isEmpty()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }
}
