package org.plek.api.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.recommend.Offer;
import org.plek.recommend.Recommendation;
import org.plek.recommend.Refusal;
import org.plek.recommend.SmallestChange;
import org.plek.recommend.Wording;

/** A recommendation as trees for JSON, each part with its sentence. */
final class RecommendationDocument {
  private RecommendationDocument() {}

  static Map<String, Object> of(Recommendation answer, Wording wording) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("format", "plek-recommendation/1");
    document.put("requestId", answer.requestId());
    document.put("asOf", answer.asOf().toString());
    document.put("servesWhole", answer.servesWhole());
    document.put("asked", answer.asked());
    document.put("agreed", answer.agreed());
    document.put("offers", answer.offers().stream().map(each -> of(each, wording)).toList());
    document.put(
        "refusals",
        answer.refusals().stream().map(each -> of(each, answer.asked().size(), wording)).toList());
    Map<String, Integer> notListed = new TreeMap<>();
    answer.notListed().forEach((rule, count) -> notListed.put(rule.name(), count));
    document.put("notListed", notListed);
    document.put("helpsWhole", changes(answer.helpsWhole(), wording));
    return document;
  }

  private static Map<String, Object> of(Offer offer, Wording wording) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("reason", wording.reason(offer));
    document.put("whole", offer.whole());
    document.put("placements", placements(offer.placements()));
    document.put("missing", offer.missing());
    document.put("with", offer.with().stream().map(RecommendationDocument::of).toList());
    document.put("cents", offer.cents());
    document.put("centsPerHour", offer.centsPerHour());
    document.put("noShowCents", offer.noShowCents());
    document.put("depositCents", offer.depositCents());
    document.put("careMinutes", offer.careMinutes());
    document.put("travelMinutes", offer.travelMinutes());
    document.put("unknownFaces", offer.unknownFaces());
    document.put("keptFree", offer.keptFree());
    Map<String, Object> tightest = new LinkedHashMap<>();
    tightest.put("groupId", offer.tightest().groupId());
    tightest.put("at", offer.tightest().at().toString());
    tightest.put("childrenByClass", offer.tightest().childrenByClass());
    tightest.put("caregiversRequired", offer.tightest().caregiversRequired());
    tightest.put("caregiversThere", offer.tightest().caregiversThere());
    document.put("tightest", tightest);
    Map<String, Long> aims = new TreeMap<>();
    offer.aims().forEach((name, amount) -> aims.put(name.name(), amount));
    document.put("aims", aims);
    document.put("objective", offer.objective());
    return document;
  }

  private static Map<String, Object> of(Offer.With with) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("providerId", with.providerId());
    if (with.heardAt() != null) {
      document.put("heardAt", with.heardAt().toString());
    }
    return document;
  }

  private static Map<String, Object> of(Refusal refusal, int asked, Wording wording) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("providerId", refusal.providerId());
    document.put("reason", wording.reason(refusal, asked));
    document.put("rule", refusal.rule().name());
    document.put("served", refusal.served());
    document.put("tried", placements(refusal.tried()));
    document.put("blocker", Breaches.document(refusal.blocker()));
    document.put("changes", changes(refusal.changes(), wording));
    return document;
  }

  private static List<Map<String, Object>> changes(List<SmallestChange> changes, Wording wording) {
    return changes.stream()
        .map(
            change -> {
              Map<String, Object> document = new LinkedHashMap<>();
              document.put("kind", change.getClass().getSimpleName());
              document.put("size", change.size());
              document.put("sentence", wording.sentence(change));
              if (change instanceof SmallestChange.Moves moves) {
                document.put(
                    "moves",
                    moves.moves().stream()
                        .map(move -> moved(move.sessionId(), move.from(), move.to()))
                        .toList());
              }
              document.put("then", placements(change.then()));
              return document;
            })
        .toList();
  }

  private static Map<String, Object> moved(String sessionId, List<Leg> from, List<Leg> to) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("sessionId", sessionId);
    document.put("from", Breaches.document(from));
    document.put("to", Breaches.document(to));
    return document;
  }

  private static List<Map<String, Object>> placements(List<Placement> placements) {
    return placements.stream()
        .map(
            placement -> {
              Map<String, Object> document = new LinkedHashMap<>();
              document.put("sessionId", placement.sessionId());
              document.put("legs", Breaches.document(placement.legs()));
              return document;
            })
        .toList();
  }
}
