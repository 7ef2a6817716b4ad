package org.plek.datasets.towns;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plek.datasets.generator.Policies;
import org.plek.domain.BoughtPlaces;
import org.plek.domain.Policy;
import org.plek.domain.PriorityTier;
import org.plek.domain.Provider;
import org.plek.domain.Quota;
import org.plek.domain.Reserve;
import org.plek.domain.SearchLimits;
import org.plek.domain.TravelMode;
import org.plek.domain.Urgency;

/** What each town adds to the law, in the spirit of its country. */
final class TownPolicies {
  private static final int DAY = 24 * 60;

  private TownPolicies() {}

  /** Work and training go before all (absolute), then at least two marks of a vulnerable family. */
  static Policy flemish(String id, List<Provider> network) {
    return policy(
        id,
        List.of(
            tier("work or training", 6, "JOB_INTERVIEW", "SUDDEN_JOB", "TRAINING"),
            new PriorityTier(
                "vulnerable",
                3,
                Set.of(),
                Set.of(),
                Set.of("SINGLE_PARENT", "LOW_INCOME", "SEEKS_WORK", "HEALTH_OR_CARE", "NO_DIPLOMA"),
                2),
            new PriorityTier("foster", 2, Set.of(), Set.of(), Set.of("FOSTER"), 1)),
        true,
        Policies.reserves(network, 2 * DAY),
        List.of(),
        Policies.quotas(network),
        false);
  }

  /** No statutory priority: an employer's bought places, and everybody else by urgency. */
  static Policy dutch(String id, List<Provider> network) {
    return policy(id, List.of(), false, List.of(), Policies.bought(network), List.of(), true);
  }

  /** No statutory priority: shift workers of the hospital first, home carers for all hours. */
  static Policy english(String id, List<Provider> network) {
    return policy(
        id,
        List.of(
            tier("hospital shifts", 3, "SHIFT_WORK", "HOSPITAL_VISIT"),
            new PriorityTier("urgent", 2, Set.of(), Set.of(Urgency.URGENT), Set.of(), 1)),
        false,
        Policies.reserves(network, 12 * 60),
        List.of(),
        List.of(),
        true);
  }

  /** One place always kept free for emergencies; job seekers and single parents first. */
  static Policy french(String id, List<Provider> network) {
    return policy(
        id,
        List.of(
            tier("crisis", 6, "ACUTE_CRISIS", "REGULAR_CARER_ILL"),
            new PriorityTier(
                "insertion", 3, Set.of(), Set.of(), Set.of("SEEKS_WORK", "SINGLE_PARENT"), 1)),
        false,
        Policies.reserves(network, 0),
        List.of(),
        Policies.quotas(network),
        false);
  }

  private static PriorityTier tier(String id, int weight, String... reasons) {
    return new PriorityTier(id, weight, Set.of(reasons), Set.of(), Set.of(), 1);
  }

  private static Policy policy(
      String id,
      List<PriorityTier> tiers,
      boolean strict,
      List<Reserve> reserves,
      List<BoughtPlaces> bought,
      List<Quota> quotas,
      boolean callIn) {
    return new Policy(
        id,
        tiers,
        strict,
        Map.of(Urgency.URGENT, 3, Urgency.SOON, 2),
        true,
        Map.of(),
        240,
        callIn,
        reserves,
        bought,
        quotas,
        Map.of(TravelMode.BICYCLE, 15.0),
        1.3,
        SearchLimits.DEFAULT);
  }
}
