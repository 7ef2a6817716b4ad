package org.plek.benchmarks.results;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What no plan can beat: {@code small/optima.csv} with proven optima of the small instances, and
 * {@code bounds.csv} with columns instance, sha256, aim ({@code OBJECTIVE} or {@code UNSERVED}) and
 * bound. A bound counts only for the instance with its hash.
 */
public final class Bounds {
  private record Bound(String instance, String sha256, String aim, double bound, boolean proven) {}

  private final List<Bound> bounds = new ArrayList<>();

  /** Reads what there is in a folder. */
  public Bounds(Path folder) {
    read(folder.resolve("small").resolve("optima.csv"));
    read(folder.resolve("bounds.csv"));
  }

  private void read(Path file) {
    if (!Files.exists(file)) {
      return;
    }
    try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord line : lines) {
        String value = line.findField("value").orElse("");
        String bound = value.isEmpty() ? line.getField("bound") : value;
        if (!bound.isEmpty()) {
          bounds.add(
              new Bound(
                  line.getField("instance"),
                  line.getField("sha256"),
                  line.findField("aim").orElse("OBJECTIVE"),
                  Double.parseDouble(bound),
                  !value.isEmpty()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read " + file, e);
    }
  }

  /** The best bound on the whole objective. */
  public OptionalDouble objective(Row row) {
    return best(row, "OBJECTIVE");
  }

  /** The best bound on the weights of unserved care, at least 0. */
  public double unserved(Row row) {
    return Math.max(0, best(row, "UNSERVED").orElse(0));
  }

  /** The proven optimum of the objective. */
  public OptionalLong optimum(Row row) {
    return bounds.stream()
        .filter(b -> b.proven && matches(b, row))
        .mapToLong(b -> Math.round(b.bound))
        .findFirst();
  }

  private OptionalDouble best(Row row, String aim) {
    return bounds.stream()
        .filter(b -> b.aim.equalsIgnoreCase(aim) && matches(b, row))
        .mapToDouble(Bound::bound)
        .max();
  }

  private static boolean matches(Bound bound, Row row) {
    return bound.instance.equals(row.instance()) && bound.sha256.equals(row.sha256());
  }
}
