package org.plek.format;

/** How bad an issue is. */
public enum Severity {
  /** The document is refused. */
  ERROR,
  /** The document is read, but look at this. */
  WARNING
}
