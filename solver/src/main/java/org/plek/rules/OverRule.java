package org.plek.rules;

/** Children over a limit. */
@FunctionalInterface
interface OverRule {
  /** At least 0. */
  int over(long counts);
}
