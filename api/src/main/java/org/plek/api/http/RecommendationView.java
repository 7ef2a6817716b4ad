package org.plek.api.http;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Placement;
import org.plek.recommend.Language;
import org.plek.recommend.Offer;
import org.plek.recommend.Recommendation;
import org.plek.recommend.Refusal;
import org.plek.recommend.SmallestChange;
import org.plek.recommend.Wording;
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
    List<NotListed> notListed,
    List<ChangeView> helpsWhole) {

  /** Providers in reach that are not listed one by one, by the rule that blocks them first. */
  record NotListed(String rule, int providers) {}

  /** A change after which care fits: what kind, in a sentence, and what is placed then. */
  record ChangeView(String kind, String text, List<Bodies.StayView> then) {}

  /** A way to serve the request or a part of it. */
  record OfferView(
      int rank,
      boolean whole,
      String reason,
      List<Bodies.StayView> stays,
      List<String> missing,
      List<Offer.With> with,
      long cents,
      long centsPerHour,
      long noShowCents,
      long depositCents,
      int careMinutes,
      int travelMinutes,
      int unknownFaces,
      List<String> keptFree,
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
      String reason,
      List<ChangeView> changes) {}

  /**
   * @param id under which it is kept
   * @param whole whether the caller may see who else is there
   */
  static RecommendationView of(String id, Recommendation answer, Language language, boolean whole) {
    Wording words = Languages.words(language);
    List<OfferView> offers = new ArrayList<>();
    for (Offer offer : answer.offers()) {
      offers.add(offer(offers.size() + 1, offer, words, whole));
    }
    List<NotListed> notListed = new ArrayList<>();
    answer.notListed().forEach((rule, count) -> notListed.add(new NotListed(rule.name(), count)));
    return new RecommendationView(
        id,
        answer.requestId(),
        answer.asOf(),
        language.tag(),
        answer.servesWhole(),
        answer.asked(),
        answer.agreed(),
        offers,
        answer.refusals().stream()
            .map(refusal -> refusal(refusal, answer.asked().size(), words, whole))
            .toList(),
        notListed,
        changes(answer.helpsWhole(), words, whole));
  }

  private static OfferView offer(int rank, Offer offer, Wording words, boolean whole) {
    Map<String, Long> aims = new TreeMap<>();
    offer.aims().forEach((aim, amount) -> aims.put(aim.name(), amount));
    return new OfferView(
        rank,
        offer.whole(),
        words.reason(offer),
        stays(offer.placements()),
        offer.missing(),
        offer.with(),
        offer.cents(),
        offer.centsPerHour(),
        offer.noShowCents(),
        offer.depositCents(),
        offer.careMinutes(),
        offer.travelMinutes(),
        offer.unknownFaces(),
        offer.keptFree(),
        whole ? offer.tightest() : null,
        aims,
        offer.objective());
  }

  private static List<Bodies.StayView> stays(List<Placement> placements) {
    return placements.stream()
        .map(placement -> new Bodies.StayView(placement.sessionId(), placement.legs()))
        .toList();
  }

  /** Changes in words; what moves others is for those who may see them. */
  private static List<ChangeView> changes(
      List<SmallestChange> changes, Wording words, boolean whole) {
    return changes.stream()
        .filter(change -> whole || !(change instanceof SmallestChange.Moves))
        .map(change -> new ChangeView(kind(change), words.sentence(change), stays(change.then())))
        .toList();
  }

  private static String kind(SmallestChange change) {
    return change
        .getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
        .toUpperCase(Locale.ROOT);
  }

  private static RefusalView refusal(Refusal refusal, int asked, Wording words, boolean whole) {
    Match blocker = refusal.blocker();
    return new RefusalView(
        refusal.providerId(),
        refusal.served(),
        blocker.constraint().name(),
        blocker.amount(),
        blocker.groupId(),
        blocker.from(),
        blocker.until(),
        words.reason(refusal, asked),
        changes(refusal.changes(), words, whole));
  }
}
