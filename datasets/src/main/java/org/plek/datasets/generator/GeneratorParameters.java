package org.plek.datasets.generator;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.plek.domain.Policy;

/**
 * What is asked of a network. Shares with a published source are constants of the rooms that use
 * them; {@code datasets/docs/generator.md} says which are published and which are modelled.
 *
 * @param problemId name of the problem
 * @param zone time zone
 * @param asOf moment of the problem, before the horizon
 * @param from first date of the horizon
 * @param days dates in the horizon
 * @param rulePack rule pack of providers that name none
 * @param policy policy of the network
 * @param sessions care sessions to make, exactly
 * @param maxHomeKilometres how far families live from the provider they are drawn around, at most
 */
public record GeneratorParameters(
    String problemId,
    ZoneId zone,
    LocalDateTime asOf,
    LocalDate from,
    int days,
    String rulePack,
    Policy policy,
    int sessions,
    double maxHomeKilometres) {

  /** Two weeks from a date, asked on the noon before, with a policy of tiers and no reserves. */
  public static GeneratorParameters twoWeeks(
      String problemId, ZoneId zone, LocalDate from, String rulePack, Policy policy, int sessions) {
    return new GeneratorParameters(
        problemId, zone, from.minusDays(1).atTime(12, 0), from, 14, rulePack, policy, sessions, 6);
  }
}
