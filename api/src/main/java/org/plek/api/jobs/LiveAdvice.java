package org.plek.api.jobs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plek.domain.CareSession;
import org.plek.domain.Family;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.Problem;
import org.plek.domain.Provider;
import org.plek.domain.Request;
import org.plek.recommend.Question;
import org.plek.recommend.Ranked;
import org.plek.recommend.Recommendation;
import org.plek.recommend.Recommender;
import org.plek.rules.RulePacks;

/**
 * The recommender of one network over the weeks of some requests, told of every change of the
 * facts. Its weeks are those in which a hold would be judged, so that what it offers can be held.
 */
final class LiveAdvice {
  private final Facts facts;
  private final LocalDate from;
  private final int days;
  private final Recommender recommender;

  LiveAdvice(Facts facts, Instant now, Horizon horizon) {
    this.facts = facts;
    this.from = horizon.from();
    this.days = horizon.days();
    Problem standing = new Section(facts).standing(now, from, days);
    recommender =
        new Recommender(standing, RulePacks.bundled(), new GreatCircleTravel(standing.policy()));
    facts.providers.values().forEach(this::heard);
  }

  /** Makes ready what the first ranking would wait for. */
  void prepare() {
    recommender.prepare();
  }

  /** Answers for a request whose care lies in these weeks. */
  Recommendation answer(Question question) {
    family(facts.family(question.request().familyId()));
    return recommender.recommend(question);
  }

  /** Ways to place one care session of a fixed time, best first, each judged. */
  List<Ranked> rank(Request request, String sessionId, LocalDateTime asOf, int most) {
    family(facts.family(request.familyId()));
    List<Ranked> found = recommender.rank(request, sessionId, asOf, 2 * most, false);
    return recommender.legal(request, sessionId, found, asOf, most);
  }

  /** A provider, or who is there, has changed. */
  void provider(String id) {
    Versioned<Provider> provider = facts.providers.get(id);
    if (provider != null) {
      recommender.put(facts.asPresent(provider.value()));
      heard(provider);
    }
  }

  private void heard(Versioned<Provider> provider) {
    recommender.heard(provider.value().id(), facts.local(provider.updatedAt()));
  }

  /** A family has changed. */
  void family(Family family) {
    recommender.put(family);
    recommender.history(family.id(), facts.history.getOrDefault(family.id(), List.of()));
  }

  /** What stands for a request that is there no longer, or in other words, is taken out. */
  void forget(Request before) {
    before
        .allSessions(from, from.plusDays(days))
        .forEach(session -> recommender.removePlacement(session.id()));
  }

  /** A request, an agreement about it, or what is proposed for it has changed. */
  void request(String id) {
    Versioned<Request> there = facts.requests.get(id);
    if (there == null) {
      return;
    }
    Request request = Section.within(there.value(), from, from.plusDays(days));
    List<Agreement> agreements = facts.agreements(facts.agreementsOfRequest, id);
    Proposal proposal = facts.proposals.get(id);
    family(facts.family(request.familyId()));
    recommender.put(request);
    for (CareSession session : request.allSessions(from, from.plusDays(days))) {
      Placement standing = standing(session.id(), agreements, proposal);
      if (standing == null) {
        recommender.removePlacement(session.id());
      } else {
        recommender.put(standing);
      }
    }
  }

  private @Nullable Placement standing(
      String session, List<Agreement> agreements, @Nullable Proposal proposal) {
    for (Agreement agreement : agreements) {
      if (agreement.stands() && agreement.stays().containsKey(session)) {
        return agreement.placements(facts.settings.value().zone()).stream()
            .filter(placement -> placement.sessionId().equals(session))
            .findFirst()
            .orElseThrow();
      }
    }
    List<Leg> proposed = proposal == null ? null : proposal.stays().get(session);
    return proposed == null
        ? null
        : new Placement(session, PlacementState.PROPOSED, null, proposed);
  }

  /** Requests whose proposals have changed. */
  void requests(Set<String> ids) {
    ids.forEach(this::request);
  }
}
