package org.plek.api.http;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Placement;
import org.plek.recommend.Language;
import org.plek.recommend.Offer;
import org.plek.recommend.Recommendation;
import org.plek.recommend.Refusal;
import org.plek.scoring.plain.Match;
import org.plek.scoring.plain.Tightest;

/** A recommendation as it is shown. */
record RecommendationView(
    String id,
    String requestId,
    LocalDateTime asOf,
    String language,
    boolean servesWhole,
    List<String> asked,
    List<String> agreed,
    List<OfferView> offers,
    List<RefusalView> refusals,
    Map<String, Integer> notListed) {

  /** A way to serve the request or a part of it. */
  record OfferView(
      int rank,
      boolean whole,
      List<Bodies.StayView> stays,
      List<String> missing,
      List<Offer.With> with,
      long cents,
      long centsPerHour,
      int careMinutes,
      int travelMinutes,
      int unknownFaces,
      @Nullable Tightest tightest,
      Map<String, Long> aims,
      long objective) {}

  /** Why a provider cannot. */
  record RefusalView(
      String providerId,
      List<String> served,
      String rule,
      long amount,
      @Nullable String groupId,
      @Nullable LocalDateTime from,
      @Nullable LocalDateTime until,
      String text) {}

  /**
   * @param id under which it is kept
   * @param whole whether the caller may see who else is there
   */
  static RecommendationView of(String id, Recommendation answer, Language language, boolean whole) {
    List<OfferView> offers = new ArrayList<>();
    for (Offer offer : answer.offers()) {
      offers.add(offer(offers.size() + 1, offer, whole));
    }
    Map<String, Integer> notListed = new TreeMap<>();
    answer.notListed().forEach((rule, count) -> notListed.put(rule.name(), count));
    return new RecommendationView(
        id,
        answer.requestId(),
        answer.asOf(),
        language.tag(),
        answer.servesWhole(),
        answer.asked(),
        answer.agreed(),
        offers,
        answer.refusals().stream().map(RecommendationView::refusal).toList(),
        notListed);
  }

  private static OfferView offer(int rank, Offer offer, boolean whole) {
    Map<String, Long> aims = new TreeMap<>();
    offer.aims().forEach((aim, amount) -> aims.put(aim.name(), amount));
    return new OfferView(
        rank,
        offer.whole(),
        offer.placements().stream().map(RecommendationView::stay).toList(),
        offer.missing(),
        offer.with(),
        offer.cents(),
        offer.centsPerHour(),
        offer.careMinutes(),
        offer.travelMinutes(),
        offer.unknownFaces(),
        whole ? offer.tightest() : null,
        aims,
        offer.objective());
  }

  private static Bodies.StayView stay(Placement placement) {
    return new Bodies.StayView(placement.sessionId(), placement.legs());
  }

  private static RefusalView refusal(Refusal refusal) {
    Match blocker = refusal.blocker();
    return new RefusalView(
        refusal.providerId(),
        refusal.served(),
        blocker.constraint().name(),
        blocker.amount(),
        blocker.groupId(),
        blocker.from(),
        blocker.until(),
        blocker.text());
  }
}
