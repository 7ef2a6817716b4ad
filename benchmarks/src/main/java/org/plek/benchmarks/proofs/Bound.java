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
 * A lower bound that stands with an instance.
 *
 * @param instance its name
 * @param sha256 hash of the problem for which it holds
 * @param aim what is bounded: the objective, or the weights of unserved care alone
 * @param bound no legal plan of the instance's options is below it
 * @param method how it was found
 * @param seconds how long that took
 * @param date when, ISO date
 */
public record Bound(
    String instance,
    String sha256,
    String aim,
    long bound,
    String method,
    String seconds,
    String date) {
  boolean same(Bound other) {
    return instance.equals(other.instance) && aim.equals(other.aim);
  }

  /** Reads a table of bounds. */
  public static List<Bound> read(Path csv) throws IOException {
    List<Bound> all = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
      for (NamedCsvRecord row : rows) {
        all.add(
            new Bound(
                row.getField("instance"),
                row.getField("sha256"),
                row.getField("aim"),
                Long.parseLong(row.getField("bound")),
                row.getField("method"),
                row.getField("seconds"),
                row.getField("date")));
      }
    }
    return all;
  }

  static void write(Path csv, List<Bound> all) throws IOException {
    try (CsvWriter rows = CsvWriter.builder().build(Files.newBufferedWriter(csv))) {
      rows.writeRecord("instance", "sha256", "aim", "bound", "method", "seconds", "date");
      for (Bound each : all) {
        rows.writeRecord(
            each.instance,
            each.sha256,
            each.aim,
            String.valueOf(each.bound),
            each.method,
            each.seconds,
            each.date);
      }
    }
  }
}
