package org.plek.api.jobs;

import java.util.random.RandomGenerator;

/** New ids that nobody can guess when chance comes from a secure source. */
public final class Ids {
  private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int LENGTH = 16;

  private final RandomGenerator chance;

  /** Ids from a source of chance. */
  public Ids(RandomGenerator chance) {
    this.chance = chance;
  }

  /** A new id, e.g. {@code a-7k2m9x...}. */
  public synchronized String next(String prefix) {
    StringBuilder id = new StringBuilder(prefix).append('-');
    for (int i = 0; i < LENGTH; i++) {
      id.append(LETTERS.charAt(chance.nextInt(LETTERS.length())));
    }
    return id.toString();
  }
}
