package org.plek.rules;

/**
 * One fault of a rule pack.
 *
 * @param place JSON pointer into the pack
 * @param value what stands there
 * @param advice what would help
 */
public record PackFault(String place, String value, String advice) {
  @Override
  public String toString() {
    return place + ": " + value + ". " + advice;
  }
}
