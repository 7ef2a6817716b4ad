package org.plek.benchmarks.proofs;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known about the best plan of an instance.
 *
 * @param instance its name
 * @param sha256 hash of the problem
 * @param sessions its care sessions
 * @param options its options
 * @param bound no plan costs less
 * @param value what the best plan costs; empty while it is not proven
 * @param reachable whether the best plan found is legal under the closure of the law, too
 * @param method how it was found
 * @param seconds how long that took
 * @param date when, ISO date
 */
record Optimum(
    String instance,
    String sha256,
    int sessions,
    int options,
    String bound,
    String value,
    String reachable,
    String method,
    String seconds,
    String date) {
  private static final String[] COLUMNS = {
    "instance",
    "sha256",
    "sessions",
    "options",
    "bound",
    "value",
    "closure",
    "method",
    "seconds",
    "date"
  };

  /** Whether the value of the best plan is proven. */
  boolean proven() {
    return !value.isEmpty();
  }

  static List<Optimum> read(Path csv) throws IOException {
    List<Optimum> all = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
      for (NamedCsvRecord row : rows) {
        all.add(
            new Optimum(
                row.getField("instance"),
                row.getField("sha256"),
                Integer.parseInt(row.getField("sessions")),
                Integer.parseInt(row.getField("options")),
                row.getField("bound"),
                row.getField("value"),
                row.getField("closure"),
                row.getField("method"),
                row.getField("seconds"),
                row.getField("date")));
      }
    }
    return all;
  }

  static void write(Path csv, List<Optimum> all) throws IOException {
    try (CsvWriter rows = CsvWriter.builder().build(Files.newBufferedWriter(csv))) {
      rows.writeRecord(COLUMNS);
      for (Optimum each : all) {
        rows.writeRecord(
            each.instance,
            each.sha256,
            String.valueOf(each.sessions),
            String.valueOf(each.options),
            each.bound,
            each.value,
            each.reachable,
            each.method,
            each.seconds,
            each.date);
      }
    }
  }
}
