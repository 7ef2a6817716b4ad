package org.plek.benchmarks.smptsp;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Carers of the best plans published with the instances. */
public final class Reference {
  private Reference() {}

  /**
   * Carers by instance from columns {@code instance} and {@code best_known_after_1800s_sat}; none
   * without a table.
   */
  public static Map<String, Integer> read(Path csv) throws IOException {
    Map<String, Integer> known = new HashMap<>();
    if (!Files.exists(csv)) {
      return known;
    }
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
      for (NamedCsvRecord row : rows) {
        known.put(
            row.getField("instance"), Integer.parseInt(row.getField("best_known_after_1800s_sat")));
      }
    }
    return known;
  }
}
