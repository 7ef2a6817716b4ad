package org.plek.scoring.plain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plek.domain.BlackOut;
import org.plek.domain.BoughtPlaces;
import org.plek.domain.Copies;
import org.plek.domain.Entitlement;
import org.plek.domain.Policy;
import org.plek.domain.Programme;
import org.plek.domain.Quota;
import org.plek.domain.Reserve;

/** Policies that differ from the plain one in one point. */
final class Policies {
  private Policies() {}

  static Policy callingIn(Policy policy) {
    return copy(policy, 0, true, policy.reserves(), policy.boughtPlaces(), policy.quotas());
  }

  static Policy settlingIn(Policy policy, int minutes) {
    return copy(policy, minutes, false, policy.reserves(), policy.boughtPlaces(), policy.quotas());
  }

  static Policy keeping(Policy policy, Reserve... reserves) {
    return copy(policy, 0, false, List.of(reserves), policy.boughtPlaces(), policy.quotas());
  }

  static Policy bought(Policy policy, String group, String programme, int places) {
    return copy(
        policy,
        0,
        false,
        policy.reserves(),
        List.of(new BoughtPlaces(group, programme, places)),
        policy.quotas());
  }

  static Policy quota(
      Policy policy,
      String group,
      @Nullable Integer maxOccasional,
      @Nullable Integer maxFirstTimers,
      @Nullable Integer minRegularPercent) {
    return copy(
        policy,
        0,
        false,
        policy.reserves(),
        policy.boughtPlaces(),
        List.of(new Quota(group, maxOccasional, maxFirstTimers, minRegularPercent)));
  }

  static Policy programme(Policy policy, Programme programme) {
    return Copies.with(policy, Map.of("programmes", List.of(programme)));
  }

  static Policy use(Policy policy, List<Entitlement> entitlements, List<BlackOut> blackOuts) {
    return new Policy(
        policy.id(),
        policy.tiers(),
        policy.strictTiers(),
        policy.urgencyWeights(),
        policy.weighByLength(),
        policy.weights(),
        policy.settlingInMinutes(),
        policy.callIn(),
        policy.reserves(),
        policy.boughtPlaces(),
        policy.quotas(),
        entitlements,
        blackOuts,
        policy.kilometresPerHour(),
        policy.detour(),
        policy.limits(),
        policy.programmes());
  }

  private static Policy copy(
      Policy policy,
      int settlingInMinutes,
      boolean callIn,
      List<Reserve> reserves,
      List<BoughtPlaces> boughtPlaces,
      List<Quota> quotas) {
    return new Policy(
        policy.id(),
        policy.tiers(),
        policy.strictTiers(),
        policy.urgencyWeights(),
        policy.weighByLength(),
        policy.weights(),
        settlingInMinutes,
        callIn,
        reserves,
        boughtPlaces,
        quotas,
        policy.entitlements(),
        policy.blackOuts(),
        policy.kilometresPerHour(),
        policy.detour(),
        policy.limits(),
        policy.programmes());
  }
}
