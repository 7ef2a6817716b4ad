package org.plek.domain;

/**
 * Ages in completed months, half open.
 *
 * @param fromMonths youngest age accepted
 * @param toMonths first age no longer accepted
 */
public record AgeRange(int fromMonths, int toMonths) {
  /** Whether a child of this age in months is accepted. */
  public boolean accepts(int months) {
    return fromMonths <= months && months < toMonths;
  }
}
