package org.plek.datasets.importers;

/**
 * A value that was not taken as it stands.
 *
 * @param line line of the file on which the row starts, the header being line 1
 * @param id id of the row
 * @param column the column
 * @param value what stands there
 * @param outcome what was done
 * @param text one English sentence
 */
public record RowNote(
    long line, String id, String column, String value, Outcome outcome, String text) {
  /** What was done with a value. */
  public enum Outcome {
    /** The row gives no provider. */
    LEFT_OUT,
    /** Another value stands in its place. */
    REPLACED,
    /** Kept as it stands; worth knowing. */
    KEPT
  }

  @Override
  public String toString() {
    return "line %d (%s) %s \"%s\": %s".formatted(line, id, column, value, text);
  }
}
