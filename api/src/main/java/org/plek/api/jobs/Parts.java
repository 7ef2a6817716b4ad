package org.plek.api.jobs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plek.domain.Family;
import org.plek.domain.Policy;
import org.plek.domain.Problem;
import org.plek.domain.Provider;
import org.plek.domain.Request;
import org.plek.format.InvalidDocument;
import org.plek.format.ProblemJson;
import org.plek.format.ReadOptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Single parts of a problem document. A part is read inside a small document of its own, beside
 * bare stand-ins of what it refers to, so that it is checked by the one reader of the format; the
 * pointers of its errors start at the part.
 */
final class Parts {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Dates in which the care of a request lies, from the week in which it was asked. */
  static final int DAYS = 119;

  private Parts() {}

  /** Reads a provider. */
  static Provider provider(JsonNode body, Known known) {
    return read("providers", body, known, known.today()).providers().getFirst();
  }

  /** Reads a family. */
  static Family family(JsonNode body, Known known) {
    return read("families", body, known, known.today()).families().getFirst();
  }

  /** Reads a request; its care sessions lie within 119 days from the week in which it was asked. */
  static Request request(JsonNode body, Known known) {
    LocalDate asked = known.today();
    try {
      asked = LocalDateTime.parse(body.path("askedAt").asString("")).toLocalDate();
    } catch (DateTimeParseException leftToTheReader) {
      asked = known.today();
    }
    LocalDate monday = asked.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return read("requests", body, known, monday).requests().getFirst();
  }

  /** Reads a policy. */
  static Policy policy(JsonNode body, Known known) {
    return read("policy", body, known, known.today()).policy();
  }

  private static Problem read(String field, JsonNode body, Known known, LocalDate from) {
    ObjectNode document = JSON.createObjectNode();
    document.put("format", "plek-problem/1");
    document.put("id", "part");
    document.put("zone", known.zone().getId());
    document.put("asOf", from + "T00:00");
    document.put("from", from.toString());
    document.put("days", DAYS);
    document.put("rulePack", known.rulePack());
    StandIns standIns = new StandIns(known, body.path("id").asString(""), from);
    standIns.refer(body);
    ArrayNode providers = JSON.createArrayNode();
    ArrayNode families = JSON.createArrayNode();
    switch (field) {
      case "providers" -> providers.add(body);
      case "families" -> families.add(body);
      case "requests" -> document.set("requests", JSON.createArrayNode().add(body));
      default -> document.set(field, body);
    }
    standIns.addTo(providers, families);
    document.set("providers", providers);
    document.set("families", families);
    try {
      return ProblemJson.read(
          new ByteArrayInputStream(JSON.writeValueAsBytes(document)), ReadOptions.DEFAULT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InvalidDocument e) {
      throw new InvalidPart(e, field.equals("policy") ? "/policy" : "/" + field + "/0");
    }
  }

  /** Bare providers, groups, families and children of the ids that a part mentions. */
  private static final class StandIns {
    private final Known known;
    private final String own;
    private final LocalDate born;
    private final Set<String> providers = new TreeSet<>();
    private final Set<String> groups = new TreeSet<>();
    private final Map<String, Set<String>> families = new TreeMap<>();
    private final Map<String, String> sharing = new HashMap<>();

    private StandIns(Known known, String own, LocalDate born) {
      this.known = known;
      this.own = own;
      this.born = born;
    }

    private void refer(JsonNode node) {
      if (node.isObject()) {
        node.properties().forEach(field -> refer(field.getKey(), field.getValue()));
      } else {
        node.forEach(this::refer);
      }
    }

    private void refer(String name, JsonNode value) {
      Set<String> ids = new LinkedHashSet<>();
      if (value.isString()) {
        ids.add(value.asString());
      } else if (value.isArray()) {
        value.forEach(
            element -> {
              if (element.isString()) {
                ids.add(element.asString());
              }
            });
      }
      switch (name) {
        case "registeredWith", "excludedProviders", "providers" ->
            ids.stream().filter(known.provider()).forEach(providers::add);
        case "groupId" -> ids.stream().filter(known.group()).forEach(groups::add);
        case "excludedFamilies", "familyId" ->
            ids.stream().filter(known.family()).forEach(this::addFamily);
        case "sharesHomeCareWith" ->
            ids.stream()
                .filter(known.family())
                .forEach(
                    id -> {
                      addFamily(id);
                      sharing.put(id, own);
                    });
        case "childId", "childIds" ->
            ids.forEach(
                child -> {
                  String family = known.familyOfChild().family(child);
                  if (family != null) {
                    families.computeIfAbsent(family, f -> new TreeSet<>()).add(child);
                  }
                });
        default -> {
          // no reference
        }
      }
      refer(value);
    }

    private void addFamily(String id) {
      families.computeIfAbsent(id, f -> new TreeSet<>());
    }

    private void addTo(ArrayNode providerNodes, ArrayNode familyNodes) {
      if (!providerNodes.isEmpty()) {
        groups.clear(); // The caregivers of a provider name its own groups.
      }
      for (String provider : providers) {
        providerNodes.add(provider(provider));
      }
      for (String group : groups) {
        if (!providers.contains(group)) {
          providerNodes.add(provider(group));
        }
      }
      families.forEach(
          (family, children) -> {
            if (!familyNodes.isEmpty() && family.equals(own)) {
              return;
            }
            ObjectNode node = familyNodes.addObject();
            node.put("id", family);
            point(node.putObject("home"));
            String shares = sharing.get(family);
            if (shares != null) {
              node.put("sharesHomeCareWith", shares);
            }
            ArrayNode childNodes = node.putArray("children");
            for (String child : children) {
              childNodes.addObject().put("id", child).put("birthDate", born.toString());
            }
          });
    }

    /** A childminder, whose only group has her own id. */
    private static ObjectNode provider(String id) {
      ObjectNode node = JSON.createObjectNode();
      node.put("id", id);
      node.put("kind", "CHILDMINDER");
      point(node.putObject("location"));
      node.put("licensedCapacity", 1);
      node.putObject("opening");
      node.putObject("ages").put("fromMonths", 0).put("toMonths", 1);
      return node;
    }

    private static void point(ObjectNode node) {
      node.put("latitude", 0).put("longitude", 0);
    }
  }

  /** Providers in the words of the format. */
  static List<JsonNode> providers(List<Provider> providers) {
    return parts("providers", problem(Policy.plain("part"), providers, List.of(), List.of()));
  }

  /** Families in the words of the format. */
  static List<JsonNode> families(List<Family> families) {
    return parts("families", problem(Policy.plain("part"), List.of(), families, List.of()));
  }

  /** Requests in the words of the format. */
  static List<JsonNode> requests(List<Request> requests) {
    return parts("requests", problem(Policy.plain("part"), List.of(), List.of(), requests));
  }

  /** A policy in the words of the format. */
  static JsonNode policy(Policy policy) {
    JsonNode written = document(problem(policy, List.of(), List.of(), List.of())).path("policy");
    return written.isMissingNode() ? JSON.createObjectNode().put("id", policy.id()) : written;
  }

  private static Problem problem(
      Policy policy, List<Provider> providers, List<Family> families, List<Request> requests) {
    LocalDate day = LocalDate.of(2026, 1, 1);
    return new Problem(
        "part",
        ZoneOffset.UTC,
        day.atStartOfDay(),
        day,
        1,
        "NL",
        policy,
        providers,
        families,
        requests,
        List.of(),
        List.of());
  }

  private static List<JsonNode> parts(String field, Problem problem) {
    return List.copyOf(document(problem).path(field).values());
  }

  private static JsonNode document(Problem problem) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ProblemJson.write(problem, bytes);
      return JSON.readTree(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
