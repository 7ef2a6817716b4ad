package org.plek.api.jobs;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a document of a network may refer to.
 *
 * @param zone time zone of the network
 * @param today today there
 * @param rulePack rule pack of the network
 * @param provider whether there is a provider of this id
 * @param group whether there is a group of this id
 * @param family whether there is a family of this id
 * @param familyOfChild finds the family of a child
 */
record Known(
    ZoneId zone,
    LocalDate today,
    String rulePack,
    Predicate<String> provider,
    Predicate<String> group,
    Predicate<String> family,
    FamilyOf familyOfChild) {

  /** Finds the family of a child. */
  @FunctionalInterface
  interface FamilyOf {
    /** Id of the family, null when there is no such child. */
    @Nullable String family(String childId);
  }

  /** For documents that were checked when they came in: whatever they refer to is there. */
  static Known stored(NetworkSettings network, FamilyOf familyOfChild) {
    return new Known(
        network.zone(),
        LocalDate.of(2099, 1, 1),
        network.rulePack(),
        id -> true,
        id -> true,
        id -> true,
        familyOfChild);
  }
}
