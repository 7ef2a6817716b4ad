package org.plek.domain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a town or network adds to the law (toewijzingsbeleid).
 *
 * @param id name of the policy
 * @param tiers priority tiers, first match counts
 * @param strictTiers whether an earlier tier goes before all later ones together, whatever the
 *     weights
 * @param urgencyWeights factor per urgency on unserved care; a missing one counts 1
 * @param weighByLength unserved care weighs by its length in hours (rounded up); else each session
 *     counts once
 * @param weights weight of a soft aim by its constraint name; a missing one has its default
 * @param settlingInMinutes a first stay with a new provider longer than this asks for an earlier,
 *     shorter one, unless urgent; 0 switches it off
 * @param callIn caregivers' on-call hours may be used, at the weight of that soft aim
 * @param reserves kept-free places
 * @param boughtPlaces places for the families of one programme
 * @param quotas limits on occasional care in a group
 * @param entitlements limits on use, history and plan counted together
 * @param blackOuts dates on which no care is given
 * @param kilometresPerHour speed per mode of travel; a missing one has its default
 * @param detour way along streets divided by the great circle, at least 1
 * @param limits limits on the making of options
 * @param programmes what employers, schools and job services arrange
 * @param throughFlow when occasional use has become regular
 * @param expectedAbsence whether places may rest on the absence of regular children; absent means
 *     never
 * @param shares least parts of the children of a year who are of some families
 */
public record Policy(
    String id,
    List<PriorityTier> tiers,
    boolean strictTiers,
    Map<Urgency, Integer> urgencyWeights,
    boolean weighByLength,
    Map<String, Integer> weights,
    int settlingInMinutes,
    boolean callIn,
    List<Reserve> reserves,
    List<BoughtPlaces> boughtPlaces,
    List<Quota> quotas,
    List<Entitlement> entitlements,
    List<BlackOut> blackOuts,
    Map<TravelMode, Double> kilometresPerHour,
    double detour,
    SearchLimits limits,
    List<Programme> programmes,
    ThroughFlowRule throughFlow,
    @Nullable ExpectedAbsence expectedAbsence,
    List<Share> shares) {
  public Policy {
    tiers = List.copyOf(tiers);
    urgencyWeights = Map.copyOf(urgencyWeights);
    weights = Map.copyOf(weights);
    reserves = List.copyOf(reserves);
    boughtPlaces = List.copyOf(boughtPlaces);
    quotas = List.copyOf(quotas);
    entitlements = List.copyOf(entitlements);
    blackOuts = List.copyOf(blackOuts);
    kilometresPerHour = Map.copyOf(kilometresPerHour);
    programmes = List.copyOf(programmes);
    shares = List.copyOf(shares);
  }

  /** A policy without through-flow, expected absence and shares. */
  public Policy(
      String id,
      List<PriorityTier> tiers,
      boolean strictTiers,
      Map<Urgency, Integer> urgencyWeights,
      boolean weighByLength,
      Map<String, Integer> weights,
      int settlingInMinutes,
      boolean callIn,
      List<Reserve> reserves,
      List<BoughtPlaces> boughtPlaces,
      List<Quota> quotas,
      List<Entitlement> entitlements,
      List<BlackOut> blackOuts,
      Map<TravelMode, Double> kilometresPerHour,
      double detour,
      SearchLimits limits,
      List<Programme> programmes) {
    this(
        id,
        tiers,
        strictTiers,
        urgencyWeights,
        weighByLength,
        weights,
        settlingInMinutes,
        callIn,
        reserves,
        boughtPlaces,
        quotas,
        entitlements,
        blackOuts,
        kilometresPerHour,
        detour,
        limits,
        programmes,
        ThroughFlowRule.NONE,
        null,
        List.of());
  }

  /** A policy without limits on use, dates without care and programmes. */
  public Policy(
      String id,
      List<PriorityTier> tiers,
      boolean strictTiers,
      Map<Urgency, Integer> urgencyWeights,
      boolean weighByLength,
      Map<String, Integer> weights,
      int settlingInMinutes,
      boolean callIn,
      List<Reserve> reserves,
      List<BoughtPlaces> boughtPlaces,
      List<Quota> quotas,
      Map<TravelMode, Double> kilometresPerHour,
      double detour,
      SearchLimits limits) {
    this(
        id,
        tiers,
        strictTiers,
        urgencyWeights,
        weighByLength,
        weights,
        settlingInMinutes,
        callIn,
        reserves,
        boughtPlaces,
        quotas,
        List.of(),
        List.of(),
        kilometresPerHour,
        detour,
        limits,
        List.of());
  }

  /** What a programme arranges, or null if the policy says nothing of it. */
  public @Nullable Programme programme(@Nullable String code) {
    for (Programme one : programmes) {
      if (one.code().equals(code)) {
        return one;
      }
    }
    return null;
  }

  /** A policy without tiers, reserves or quotas. */
  public static Policy plain(String id) {
    return new Policy(
        id,
        List.of(),
        false,
        Map.of(),
        true,
        Map.of(),
        0,
        false,
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        1.3,
        SearchLimits.DEFAULT);
  }

  /**
   * The index of the tier of care asked: 0 for the first; {@code tiers.size()} for the last. Tiers
   * valid for some dates only go by the first date of the care session.
   */
  public int tierOf(Request request, Family family, CareSession session) {
    for (int i = 0; i < tiers.size(); i++) {
      if (tiers.get(i).admits(request, family, session.firstDate())) {
        return i;
      }
    }
    return tiers.size();
  }

  /**
   * What leaving a care session unserved costs: tier weight times urgency factor, times its hours
   * (rounded up, at least one) when the policy weighs by length.
   *
   * @param careMinutes minutes of care asked; for a session by the parent's hours the minutes the
   *     parent is away
   */
  public int unservedWeight(Request request, Family family, CareSession session, int careMinutes) {
    int tier = tierOf(request, family, session);
    int weight = tier < tiers.size() ? tiers.get(tier).weight() : 1;
    int hours = weighByLength ? Math.max(1, (careMinutes + 59) / 60) : 1;
    return weight * urgencyWeights.getOrDefault(request.urgency(), 1) * hours;
  }
}
