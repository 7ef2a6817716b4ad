package org.plek.datasets.importers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What became of every row of a file.
 *
 * @param source what was read
 * @param counts rows, places and children by name, in a fixed order
 * @param notes every value not taken as it stands, by line
 * @param modelled sentences on what the file does not hold and chance made
 */
public record ImportReport(
    String source, Map<String, Long> counts, List<RowNote> notes, List<String> modelled) {
  public ImportReport {
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    notes = List.copyOf(notes);
    modelled = List.copyOf(modelled);
  }

  /** A count by its name, 0 when nothing was counted under it. */
  public long count(String name) {
    return counts.getOrDefault(name, 0L);
  }

  /**
   * The report for people: counts, what is modelled, notes.
   *
   * @param mostNotes notes printed at most; the rest is counted
   */
  public List<String> lines(int mostNotes) {
    List<String> lines = new ArrayList<>();
    lines.add(source);
    counts.forEach(
        (name, count) -> lines.add(String.format(Locale.ROOT, "  %,10d  %s", count, name)));
    lines.add("Modelled, because the file does not hold it:");
    modelled.forEach(sentence -> lines.add("  " + sentence));
    lines.add("%d values not taken as they stand:".formatted(notes.size()));
    notes.stream().limit(mostNotes).forEach(note -> lines.add("  " + note));
    if (notes.size() > mostNotes) {
      lines.add("  and %d more".formatted(notes.size() - mostNotes));
    }
    return lines;
  }
}
