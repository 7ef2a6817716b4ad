package org.plek.api.store;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole store as JSON lines, the same from every database: a head with format and version, one
 * line per row, a tail with the number of rows.
 */
final class Portable {
  private static final String FORMAT = "plek-store/1";

  /** Every table, those that others point to first. */
  private static final List<String> TABLES =
      List.of(
          "network",
          "document",
          "person",
          "presence",
          "progress",
          "agreement",
          "agreement_leg",
          "event",
          "audit",
          "account",
          "credential",
          "idempotency",
          "run",
          "advice");

  private static final Pattern COLUMN = Pattern.compile("[a-z_]{1,40}");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Portable() {}

  static List<String> tables() {
    return TABLES;
  }

  static boolean named(Path file) {
    String name = file.toString();
    return name.endsWith(".jsonl") || name.endsWith(".jsonl.gz");
  }

  static long write(Handle handle, Path file, boolean gzip) {
    try (OutputStream raw = Files.newOutputStream(file);
        OutputStream out = gzip ? new GZIPOutputStream(raw, 1 << 16) : raw) {
      line(out, Map.of("format", FORMAT));
      long rows = 0;
      for (String table : TABLES) {
        try (var stream =
            handle
                .createQuery("SELECT * FROM " + table + " ORDER BY 1, 2")
                .setFetchSize(1000)
                .map((row, context) -> row(row))
                .stream()) {
          for (Map<String, Object> row : (Iterable<Map<String, Object>>) stream::iterator) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("table", table);
            entry.put("row", row);
            line(out, entry);
            rows++;
          }
        }
      }
      line(out, Map.of("rows", rows));
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> row(java.sql.ResultSet result) throws java.sql.SQLException {
    Map<String, Object> row = new LinkedHashMap<>();
    var columns = result.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      Object value = result.getObject(i);
      if (value != null) {
        row.put(columns.getColumnName(i), value);
      }
    }
    return row;
  }

  private static void line(OutputStream out, Object value) throws IOException {
    out.write(JSON.writeValueAsBytes(value));
    out.write('\n');
  }

  static long read(Handle handle, Path file) {
    for (String table : TABLES) {
      if (handle
          .createQuery("SELECT 1 FROM " + table + " LIMIT 1")
          .mapTo(Integer.class)
          .findOne()
          .isPresent()) {
        throw new IllegalArgumentException(
            "The store is not empty: " + table + " has rows. Maybe restore into a new store.");
      }
    }
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    file.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw,
                    StandardCharsets.UTF_8))) {
      JsonNode head = parse(lines.readLine(), 1);
      if (!FORMAT.equals(head.path("format").asString(""))) {
        throw new IllegalArgumentException(
            file + " is not an export of a store. Maybe it is not made by plek backup.");
      }
      long rows = 0;
      while (true) {
        JsonNode line = parse(lines.readLine(), rows + 2);
        if (line.has("rows")) {
          if (line.path("rows").asLong() != rows) {
            throw new IllegalArgumentException(
                file + " has " + rows + " rows and says " + line.path("rows").asLong() + ".");
          }
          return rows;
        }
        insert(handle, line, rows + 2);
        rows++;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode parse(@Nullable String line, long number) {
    if (line == null) {
      throw new IllegalArgumentException(
          "The export ends in line " + number + " without its tail. Maybe it was cut off.");
    }
    try {
      return JSON.readTree(line);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "Line " + number + " of the export is not JSON. Maybe it was cut off.", e);
    }
  }

  private static void insert(Handle handle, JsonNode line, long number) {
    String table = line.path("table").asString("");
    JsonNode row = line.path("row");
    List<String> columns = List.copyOf(row.propertyNames());
    if (!TABLES.contains(table)
        || columns.isEmpty()
        || !columns.stream().allMatch(name -> COLUMN.matcher(name).matches())) {
      throw new IllegalArgumentException(
          "Line " + number + " of the export names no row of a table of this version.");
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO "
                + table
                + columns.stream().collect(Collectors.joining(", ", " (", ")"))
                + columns.stream()
                    .map(c -> ":" + c)
                    .collect(Collectors.joining(", ", " VALUES (", ")")));
    for (String column : columns) {
      JsonNode value = row.path(column);
      if (value.isIntegralNumber()) {
        batch.bind(column, value.asLong());
      } else {
        batch.bind(column, value.asString());
      }
    }
    batch.add();
    batch.execute();
  }
}
