package org.plek.format;

/** Kinds of fault in a document. */
public enum IssueCode {
  /** Not JSON at all, or broken JSON. */
  NOT_JSON,
  /** The document ends too early. */
  TRUNCATED,
  /** Larger, deeper or longer than the limits allow. */
  OVER_LIMIT,
  /** Another kind of document, or another version. */
  WRONG_FORMAT,
  /** A value of another JSON type. */
  WRONG_TYPE,
  /** A value that does not read as what it should be: no such date, time, zone or choice. */
  BAD_VALUE,
  /** A number, text or list outside its bounds. */
  OUT_OF_RANGE,
  /** A field that the format does not know. */
  UNKNOWN_FIELD,
  /** The same field twice in one object. */
  DUPLICATE_FIELD,
  /** A required field is absent. */
  MISSING_FIELD,
  /** An id that is taken already. */
  DUPLICATE_ID,
  /** An id that nothing in the document has. */
  UNKNOWN_ID,
  /** The same value twice in a set. */
  DUPLICATE_VALUE,
  /** An end that does not lie after its start. */
  END_BEFORE_START,
  /** Hours longer than they may be. */
  TOO_LONG,
  /** Hours that overlap where they must not. */
  OVERLAP,
  /** A birth date after the time of the care. */
  BORN_TOO_LATE,
  /** Care outside the horizon. */
  OUTSIDE_HORIZON,
  /** Facts that contradict each other. */
  CONTRADICTION,
  /** A fact without effect. */
  NO_EFFECT
}
