package org.plek.api.jobs;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.plek.domain.Policy;
import org.plek.domain.Urgency;

/**
 * A network without its providers.
 *
 * @param id its id
 * @param zone time zone of all its local times
 * @param rulePack rule pack of providers that name none
 * @param policy what the town or network adds
 * @param terms how long holds and offers last, and who has the last word
 */
public record NetworkSettings(String id, ZoneId zone, String rulePack, Policy policy, Terms terms) {

  /**
   * Terms of holds and offers.
   *
   * @param holdMinutes how long a hold lasts when nothing else is said, at least 1
   * @param longestHoldMinutes longest hold that may be asked
   * @param answerMinutes time to answer an offer, by urgency
   * @param providerLastWord an agreement needs the yes of every provider besides the family's
   */
  public record Terms(
      int holdMinutes,
      int longestHoldMinutes,
      Map<Urgency, Integer> answerMinutes,
      boolean providerLastWord) {
    /** A quarter of an hour to hold; hours, three days or three weeks to answer. */
    public static final Terms DEFAULT =
        new Terms(
            15,
            24 * 60,
            Map.of(Urgency.URGENT, 4 * 60, Urgency.SOON, 72 * 60, Urgency.PLANNED, 21 * 24 * 60),
            true);

    public Terms {
      answerMinutes = Map.copyOf(answerMinutes);
    }

    Duration answerTime(Urgency urgency) {
      return Duration.ofMinutes(answerMinutes.getOrDefault(urgency, 72 * 60));
    }
  }

  NetworkSettings with(Policy newPolicy) {
    return new NetworkSettings(id, zone, rulePack, newPolicy, terms);
  }
}
