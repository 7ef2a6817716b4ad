package org.plek.staffing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.domain.Travel;
import org.plek.domain.Unplaced;
import org.plek.rules.RulePacks;
import org.plek.scoring.plain.Explainer;

/** A plan, and what would fit beside it if a provider were other than it is. */
record Trial(ProblemIndex index, RulePacks packs, Travel travel, List<Placement> placements) {
  /** Care sessions without a place. */
  List<Unplaced> unplaced() {
    return explainer(index, placements).unplaced();
  }

  Explainer explainer(ProblemIndex problem, List<Placement> plan) {
    return new Explainer(problem, packs, travel, plan);
  }

  /** How a care session without a place could be with a provider near by; null if it could not. */
  @Nullable Placement fitting(
      ProblemIndex problem, List<Placement> plan, String sessionId, String providerId) {
    return explainer(problem, plan).explain(sessionId, Explainer.NEAREST).nearest().stream()
        .filter(answer -> answer.providerId().equals(providerId) && answer.blocker() == null)
        .findFirst()
        .map(answer -> new Placement(sessionId, PlacementState.PROPOSED, null, answer.legs()))
        .orElse(null);
  }

  long careMinutes(List<String> sessionIds) {
    return sessionIds.stream()
        .mapToLong(id -> index.sessions().get(index.session(id)).careMinutes())
        .sum();
  }

  Provider provider(String id) {
    return index.problem().providers().get(index.provider(id));
  }

  /** The problem with one provider other than it is. */
  ProblemIndex with(Provider other) {
    Problem p = index.problem();
    List<Provider> providers = new ArrayList<>(p.providers());
    providers.set(index.provider(other.id()), other);
    return new ProblemIndex(
        new Problem(
            p.id(),
            p.zone(),
            p.asOf(),
            p.from(),
            p.days(),
            p.rulePack(),
            p.policy(),
            providers,
            p.families(),
            p.requests(),
            p.history(),
            p.placements()));
  }
}
