package org.plek.api.jobs;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plek.domain.CareSession;
import org.plek.domain.Family;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Interval;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.Problem;
import org.plek.domain.Provider;
import org.plek.domain.Request;
import org.plek.recommend.Question;
import org.plek.recommend.Recommendation;
import org.plek.recommend.Recommender;
import org.plek.rules.RulePacks;

/** The recommender of one network for some weeks, told of every change of the facts. */
final class LiveAdvice {
  /** Weeks held ready from this Monday on; later care is looked at in weeks of its own. */
  private static final int DAYS = 28;

  private final Facts facts;
  private final LocalDate from;
  private final int days;
  private final Recommender recommender;

  private LiveAdvice(Facts facts, Instant now, LocalDate from, int days) {
    this.facts = facts;
    this.from = from;
    this.days = days;
    Problem standing = new Section(facts).standing(now, from, days);
    recommender =
        new Recommender(standing, RulePacks.bundled(), new GreatCircleTravel(standing.policy()));
    facts.providers.values().forEach(this::heard);
  }

  /** For this week and the next ones. */
  static LiveAdvice now(Facts facts, Instant now) {
    return new LiveAdvice(facts, now, monday(facts, now), DAYS);
  }

  private static LocalDate monday(Facts facts, Instant now) {
    return facts.local(now).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** Whether its first week is over. */
  boolean isOver(Instant now) {
    return !from.equals(monday(facts, now));
  }

  /** Answers; a request of other weeks is looked at by itself. */
  Recommendation answer(Question question, Instant now) {
    if (holds(question.request())) {
      return recommender.recommend(question);
    }
    Horizon horizon = Horizon.of(question.request(), List.of());
    return new LiveAdvice(facts, now, horizon.from(), horizon.days())
        .recommender.recommend(question);
  }

  private boolean holds(Request request) {
    LocalDate until = from.plusDays(days);
    return request.patterns().stream()
            .noneMatch(pattern -> pattern.from().isBefore(from) || pattern.until().isAfter(until))
        && request.sessions().stream().allMatch(session -> holds(session, until));
  }

  private boolean holds(CareSession session, LocalDate until) {
    Interval away = session.parentAway();
    return session.windows().stream().allMatch(window -> holds(window, until))
        && (away == null || holds(away, until));
  }

  private boolean holds(Interval time, LocalDate until) {
    return !time.start().toLocalDate().isBefore(from) && time.start().toLocalDate().isBefore(until);
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
