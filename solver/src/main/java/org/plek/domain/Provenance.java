package org.plek.domain;

import java.util.Map;

/**
 * What a plan was made from; with it anybody can make the same plan again.
 *
 * @param problemHash SHA-256 of the problem in canonical form, lower-case hexadecimal
 * @param programVersion version of plek
 * @param rulePacks version of each rule pack used, by id
 * @param seed seed of all chance
 * @param moveLimit most moves the search could evaluate; 0 for none
 */
public record Provenance(
    String problemHash,
    String programVersion,
    Map<String, String> rulePacks,
    long seed,
    long moveLimit) {
  public Provenance {
    rulePacks = Map.copyOf(rulePacks);
  }
}
