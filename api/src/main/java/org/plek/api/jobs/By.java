package org.plek.api.jobs;

/**
 * Who did or told something.
 *
 * @param actor id of the account
 * @param how in which way
 */
public record By(String actor, How how) {
  /** Plek itself. */
  public static final By PLEK = new By("plek", How.AUTOMATIC);
}
