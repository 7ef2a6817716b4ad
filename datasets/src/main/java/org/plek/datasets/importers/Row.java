package org.plek.datasets.importers;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of a table with a header. */
final class Row {
  private final NamedCsvRecord record;
  private final String idColumn;

  private Row(NamedCsvRecord record, String idColumn) {
    this.record = record;
    this.idColumn = idColumn;
  }

  /** Reads a UTF-8 table; the named columns must be there, a wrong number of fields is an error. */
  static List<Row> read(Path file, String idColumn, List<String> columns) {
    List<Row> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord record : reader) {
        if (rows.isEmpty()) {
          for (String column : columns) {
            if (!record.getHeader().contains(column)) {
              throw new UnreadableRegister(
                  "%s has no column %s; its columns are %s. Maybe it is another register."
                      .formatted(file, column, record.getHeader()));
            }
          }
        }
        rows.add(new Row(record, idColumn));
      }
    } catch (CsvParseException e) {
      throw new UnreadableRegister(
          "%s cannot be read as a table: %s. Maybe a quote is not closed."
              .formatted(file, e.getMessage()));
    } catch (MalformedInputException e) {
      throw new UnreadableRegister(file + " is not UTF-8. Maybe save it as UTF-8.");
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof MalformedInputException) {
        throw new UnreadableRegister(file + " is not UTF-8. Maybe save it as UTF-8.");
      }
      throw e;
    }
    if (rows.isEmpty()) {
      throw new UnreadableRegister(file + " has no rows. Maybe it is another file.");
    }
    return rows;
  }

  long line() {
    return record.getStartingLineNumber();
  }

  String id() {
    return get(idColumn);
  }

  String get(String column) {
    return record.findField(column).map(String::strip).orElse("");
  }

  /** A number, absent when the field is empty or not a number. */
  @Nullable Double number(String column) {
    try {
      String text = get(column);
      return text.isEmpty() ? null : Double.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
