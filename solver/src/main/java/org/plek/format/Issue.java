package org.plek.format;

import org.jspecify.annotations.Nullable;

/**
 * One fault of a document.
 *
 * @param code kind of fault
 * @param severity whether the document is refused for it
 * @param pointer where, as an RFC 6901 JSON pointer; empty for the document itself
 * @param value the value found there, clipped; absent where nothing was found
 * @param message what is wrong
 * @param hint what would help, starting with "Maybe"; absent if nothing is known
 */
public record Issue(
    IssueCode code,
    Severity severity,
    String pointer,
    @Nullable String value,
    String message,
    @Nullable String hint) {
  /** One line for people. */
  @Override
  public String toString() {
    return (pointer.isEmpty() ? "document" : pointer)
        + ": "
        + message
        + (value == null ? "" : ", found " + value)
        + "."
        + (hint == null ? "" : " " + hint);
  }
}
