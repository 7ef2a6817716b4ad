package org.plek.datasets.importers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plek.datasets.importers.RowNote.Outcome;

/** Counts and notes while a file is read. */
final class Tally {
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private final List<RowNote> notes = new ArrayList<>();

  Tally(String... names) {
    for (String name : names) {
      counts.put(name, 0L);
    }
  }

  void add(String name, long number) {
    counts.merge(name, number, Long::sum);
  }

  void one(String name) {
    add(name, 1);
  }

  void note(Row row, String column, Outcome outcome, String text) {
    notes.add(new RowNote(row.line(), row.id(), column, row.get(column), outcome, text));
  }

  ImportReport report(String source, List<String> modelled) {
    return new ImportReport(source, counts, notes, modelled);
  }
}
