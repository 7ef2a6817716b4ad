package org.plek.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A row of a golden file.
 *
 * @param place file and line
 */
record GoldenRow(
    String place,
    String jurisdiction,
    String care,
    String ages,
    String caregivers,
    String extra,
    String expected,
    String source) {

  /** The rows of the files named in the system property {@code golden}, or of the copy. */
  static List<GoldenRow> all() throws IOException {
    List<GoldenRow> rows = new ArrayList<>();
    String files = System.getProperty("golden", "").strip();
    if (files.isEmpty() || files.startsWith("${")) {
      return of("golden_ratios.csv");
    }
    for (String file : files.split(",", -1)) {
      if (!file.isBlank()) {
        Path path = Path.of(file.strip());
        read(path.getFileName().toString(), Files.readString(path), rows);
      }
    }
    return rows;
  }

  /** The rows of a file beside this class. */
  static List<GoldenRow> of(String resource) throws IOException {
    List<GoldenRow> rows = new ArrayList<>();
    try (InputStream in = GoldenRow.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException(resource + " is missing from the test resources.");
      }
      read(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8), rows);
    }
    return rows;
  }

  /** What the bundled packs answer, in the form of the expected outcome. */
  CaseAnswer answer() {
    return RulePacks.bundled()
        .pack(jurisdiction)
        .answer(LegalCase.of(care, ages, caregivers, extra));
  }

  private static void read(String file, String text, List<GoldenRow> rows) {
    String[] lines = text.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      boolean header = lines[i].contains("jurisdiction,");
      if (!lines[i].isBlank() && !header) {
        List<String> cells = cells(lines[i]);
        if (cells.size() < 6) {
          throw new IllegalArgumentException(
              "%s line %d has %d columns, 7 are needed: %s"
                  .formatted(file, i + 1, cells.size(), lines[i]));
        }
        rows.add(
            new GoldenRow(
                file + " line " + (i + 1),
                cells.get(0).strip(),
                cells.get(1).strip(),
                cells.get(2),
                cells.get(3),
                cells.get(4),
                cells.get(5).strip().toLowerCase(Locale.ROOT),
                String.join(",", cells.subList(6, cells.size()))));
      }
    }
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
        if (doubled) {
          cell.append(c);
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  @Override
  public String toString() {
    return "%s: %s %s ages [%s] caregivers [%s] %s -> %s (%s)"
        .formatted(place, jurisdiction, care, ages, caregivers, extra, expected, source);
  }
}
