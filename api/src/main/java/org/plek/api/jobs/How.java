package org.plek.api.jobs;

/** In which way somebody told something. */
public enum How {
  /** By telephone. */
  PHONE,
  /** By e-mail. */
  EMAIL,
  /** By letter. */
  LETTER,
  /** At the desk. */
  IN_PERSON,
  /** In plek, by the account itself. */
  PORTAL,
  /** By plek itself: a deadline that passed. */
  AUTOMATIC
}
