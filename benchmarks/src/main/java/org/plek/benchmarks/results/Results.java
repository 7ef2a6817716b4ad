package org.plek.benchmarks.results;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.plek.benchmarks.peers.Attempt;

/**
 * A directory of results: {@code rows.csv}, {@code paths.csv} (how good a plan was when) and {@code
 * figures.csv}. Rows are added and never changed, so that an interrupted run goes on where it was.
 */
public final class Results {
  private static final String ROWS = "rows.csv";
  private static final String PATHS = "paths.csv";
  private static final String FIGURES = "figures.csv";
  private static final List<String> PATH_HEADER =
      List.of("instance", "solver", "limit", "threads", "seed", "seconds", "objective");

  private final Path directory;

  /** The results in a directory, made with the first row. */
  public Results(Path directory) {
    this.directory = directory;
  }

  /** All rows. */
  public List<Row> rows() {
    return read(ROWS, Row.HEADER, Row::of);
  }

  /** All figures. */
  public List<Figure> figures() {
    return read(FIGURES, Figure.HEADER, Figure::of);
  }

  /** Adds a row and the way of its plan. */
  public void add(Row row, List<Attempt.Step> path) {
    List<List<String>> steps = new ArrayList<>();
    for (Attempt.Step step : path) {
      steps.add(
          List.of(
              row.instance(),
              row.solver(),
              String.valueOf(row.seconds()),
              String.valueOf(row.threads()),
              String.valueOf(row.seed()),
              number(step.seconds()),
              String.valueOf(step.objective())));
    }
    append(PATHS, PATH_HEADER, steps);
    append(ROWS, Row.HEADER, List.of(row.fields()));
  }

  /** Adds figures. */
  public void add(List<Figure> figures) {
    append(FIGURES, Figure.HEADER, figures.stream().map(Figure::fields).toList());
  }

  /** Four digits that count. */
  static String number(double value) {
    return new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros().toPlainString();
  }

  private <T> List<T> read(String file, List<String> header, Function<List<String>, T> parse) {
    Path path = directory.resolve(file);
    if (!Files.exists(path)) {
      return List.of();
    }
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(path)) {
      List<T> read = new ArrayList<>();
      for (CsvRecord line : reader) {
        List<String> fields = line.getFields();
        if (read.isEmpty() && fields.equals(header)) {
          continue;
        }
        if (fields.size() != header.size()) {
          throw new IllegalStateException(
              "%s, line %d has %d fields, not %d. Maybe it is of another version."
                  .formatted(path, line.getStartingLineNumber(), fields.size(), header.size()));
        }
        read.add(parse.apply(fields));
      }
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read " + path, e);
    }
  }

  private void append(String file, List<String> header, List<List<String>> lines) {
    Path path = directory.resolve(file);
    try {
      Files.createDirectories(directory);
      boolean fresh = !Files.exists(path);
      try (CsvWriter writer =
          CsvWriter.builder().build(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        if (fresh) {
          writer.writeRecord(header);
        }
        for (List<String> line : lines) {
          writer.writeRecord(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Could not write " + path, e);
    }
  }
}
