package org.plek.datasets.tiny;

import java.util.List;
import java.util.Map;
import org.plek.domain.BlackOut;
import org.plek.domain.BoughtPlaces;
import org.plek.domain.Entitlement;
import org.plek.domain.Policy;
import org.plek.domain.PriorityTier;
import org.plek.domain.Quota;
import org.plek.domain.Reserve;
import org.plek.domain.SearchLimits;
import org.plek.domain.Urgency;

/** Policies of the tiny cases: plain but for one thing. */
final class CasePolicies {
  private CasePolicies() {}

  static Policy reserved(List<Reserve> reserves, List<BoughtPlaces> bought, List<Quota> quotas) {
    return policy(List.of(), Map.of(), 0, false, reserves, bought, quotas);
  }

  static Policy tiers(List<PriorityTier> tiers, Map<Urgency, Integer> urgencies) {
    return policy(tiers, urgencies, 0, false, List.of(), List.of(), List.of());
  }

  static Policy settlingIn(int minutes) {
    return policy(List.of(), Map.of(), minutes, false, List.of(), List.of(), List.of());
  }

  static Policy callIn() {
    return policy(List.of(), Map.of(), 0, true, List.of(), List.of(), List.of());
  }

  static Policy use(List<Entitlement> entitlements, List<BlackOut> blackOuts) {
    Policy plain = Policy.plain("tiny");
    return new Policy(
        plain.id(),
        plain.tiers(),
        plain.strictTiers(),
        plain.urgencyWeights(),
        plain.weighByLength(),
        plain.weights(),
        plain.settlingInMinutes(),
        plain.callIn(),
        plain.reserves(),
        plain.boughtPlaces(),
        plain.quotas(),
        entitlements,
        blackOuts,
        plain.kilometresPerHour(),
        plain.detour(),
        plain.limits(),
        plain.programmes());
  }

  private static Policy policy(
      List<PriorityTier> tiers,
      Map<Urgency, Integer> urgencies,
      int settlingInMinutes,
      boolean callIn,
      List<Reserve> reserves,
      List<BoughtPlaces> bought,
      List<Quota> quotas) {
    return new Policy(
        "tiny",
        tiers,
        false,
        urgencies,
        true,
        Map.of(),
        settlingInMinutes,
        callIn,
        reserves,
        bought,
        quotas,
        Map.of(),
        1.3,
        SearchLimits.DEFAULT);
  }
}
