package org.plek.api.jobs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plek.api.store.Documents;
import org.plek.domain.Child;
import org.plek.domain.Family;
import org.plek.domain.Problem;
import org.plek.domain.Request;
import org.plek.format.InvalidDocument;
import org.plek.format.ProblemJson;

/**
 * Reads many stored documents at once, as one problem document, because a network of hundreds of
 * thousands of care sessions must be there within seconds of the start. Absent where the documents
 * do not stand beside each other in one problem; then each is read by itself.
 */
final class StoredParts {
  private static final String ASKED = "\"askedAt\":\"";
  private static final int DATE = 10;

  private StoredParts() {}

  /** Providers and families, in the order of the rows. */
  static Optional<Problem> providersAndFamilies(
      NetworkSettings network, List<Documents.Row> providers, List<Documents.Row> families) {
    Text text = new Text(network, LocalDate.of(2099, 1, 1));
    text.list("providers", providers.stream().map(Documents.Row::body).toList());
    text.list("families", families.stream().map(Documents.Row::body).toList());
    return text.read()
        .filter(
            read ->
                read.providers().size() == providers.size()
                    && read.families().size() == families.size());
  }

  /** Requests by id; those asked in one week share a document, whose horizon starts there. */
  static Optional<Map<String, Request>> requests(
      NetworkSettings network,
      List<Documents.Row> rows,
      Map<String, Versioned<Family>> families,
      Collection<String> providerIds) {
    Map<LocalDate, List<Documents.Row>> byWeek = new LinkedHashMap<>();
    for (Documents.Row row : rows) {
      int at = row.body().indexOf(ASKED);
      if (at < 0) {
        return Optional.empty();
      }
      int date = at + ASKED.length();
      LocalDate asked = LocalDate.parse(row.body().substring(date, date + DATE));
      byWeek
          .computeIfAbsent(
              asked.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
              week -> new ArrayList<>())
          .add(row);
    }
    List<String> standIns = providerIds.stream().map(StoredParts::provider).toList();
    Map<String, Request> requests = new HashMap<>();
    for (var week : byWeek.entrySet()) {
      List<String> known = new ArrayList<>();
      week.getValue().stream()
          .map(Documents.Row::owner)
          .distinct()
          .forEach(
              owner -> {
                Versioned<Family> family = owner == null ? null : families.get(owner);
                if (family != null) {
                  known.add(family(family.value()));
                }
              });
      Text text = new Text(network, week.getKey());
      text.list("providers", standIns);
      text.list("families", known);
      text.list("requests", week.getValue().stream().map(Documents.Row::body).toList());
      Optional<Problem> read = text.read();
      if (read.isEmpty() || read.get().requests().size() != week.getValue().size()) {
        return Optional.empty();
      }
      read.get().requests().forEach(request -> requests.put(request.id(), request));
    }
    return Optional.of(requests);
  }

  private static String provider(String id) {
    return "{\"id\":\""
        + id
        + "\",\"kind\":\"CHILDMINDER\",\"location\":{\"latitude\":0,\"longitude\":0},"
        + "\"licensedCapacity\":1,\"opening\":{},\"ages\":{\"fromMonths\":0,\"toMonths\":1}}";
  }

  private static String family(Family family) {
    StringBuilder text = new StringBuilder("{\"id\":\"").append(family.id());
    text.append("\",\"home\":{\"latitude\":0,\"longitude\":0},\"children\":[");
    for (Child child : family.children()) {
      text.append(text.charAt(text.length() - 1) == '[' ? "" : ",");
      text.append("{\"id\":\"").append(child.id()).append("\",\"birthDate\":\"");
      text.append(child.birthDate()).append("\"}");
    }
    return text.append("]}").toString();
  }

  /** A problem document in the making. */
  private static final class Text {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);

    Text(NetworkSettings network, LocalDate from) {
      add(
          "{\"format\":\"plek-problem/1\",\"id\":\"stored\",\"zone\":\""
              + network.zone().getId()
              + "\",\"asOf\":\""
              + from
              + "T00:00\",\"from\":\""
              + from
              + "\",\"days\":"
              + Parts.DAYS
              + ",\"rulePack\":\""
              + network.rulePack()
              + "\"");
    }

    private void add(String text) {
      bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    void list(String name, List<String> bodies) {
      add(",\"" + name + "\":[");
      for (int i = 0; i < bodies.size(); i++) {
        if (i > 0) {
          bytes.write(',');
        }
        add(bodies.get(i));
      }
      bytes.write(']');
    }

    Optional<Problem> read() {
      bytes.write('}');
      try {
        return Optional.of(ProblemJson.read(new ByteArrayInputStream(bytes.toByteArray())));
      } catch (InvalidDocument together) {
        return Optional.empty();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
