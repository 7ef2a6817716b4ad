package org.plek.recommend;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plek.domain.CareSession;
import org.plek.domain.Family;
import org.plek.domain.Placement;
import org.plek.domain.Problem;
import org.plek.domain.Provider;
import org.plek.domain.Request;
import org.plek.domain.Stay;
import org.plek.domain.Travel;
import org.plek.recommend.Fitting.Fill;
import org.plek.recommend.Fitting.Refused;
import org.plek.rules.RulePacks;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.Weights;
import org.plek.scoring.plain.Workbench;

/**
 * Keeps the state of a network live and answers for one request at a time where it can be placed
 * now, and why not elsewhere. Built once, then changed by events; safe to use from several threads:
 * an event waits for no answer in the making.
 */
public final class Recommender {
  private final LiveFacts facts;
  private final RulePacks packs;
  private final Travel travel;
  private final Weights weights;

  /**
   * Reads the state of a network.
   *
   * @param problem its providers, families, requests, and all placements that stand, agreed and
   *     proposed; the horizon in which requests may lie
   */
  public Recommender(Problem problem, RulePacks packs, Travel travel) {
    this.packs = packs;
    this.travel = travel;
    facts = new LiveFacts(problem);
    weights = new Weights(problem.policy());
  }

  /** A provider is new or has changed: staff, hours, absences, terms. */
  public synchronized void put(Provider provider) {
    facts.put(provider);
  }

  /** A provider is gone; its placements must have been removed before. */
  public synchronized void removeProvider(String providerId) {
    if (!facts.sessionsAt(providerId).isEmpty()) {
      throw new IllegalArgumentException(
          "Care sessions %s are with provider %s. Maybe remove their placements first."
              .formatted(facts.sessionsAt(providerId), providerId));
    }
    facts.removeProvider(providerId);
  }

  /** When the data of a provider was last confirmed; shown with its offers. */
  public synchronized void heard(String providerId, LocalDateTime at) {
    facts.heard(providerId, at);
  }

  /** A family is new or has changed. */
  public synchronized void put(Family family) {
    facts.put(family);
  }

  /** The past care of a family's children, in the place of what was known. */
  public synchronized void history(String familyId, List<Stay> stays) {
    facts.history(familyId, stays);
  }

  /** A request is new or has changed; needed before its placements. */
  public synchronized void put(Request request) {
    facts.put(request);
  }

  /**
   * A care session has a placement, or another one than before.
   *
   * @throws IllegalArgumentException if no request put before has this care session
   */
  public synchronized void put(Placement placement) {
    facts.put(placement);
  }

  /** The placement of a care session is gone; nothing happens if it had none. */
  public synchronized void removePlacement(String sessionId) {
    facts.remove(sessionId);
  }

  /**
   * Answers a question.
   *
   * @throws IllegalArgumentException if the family or a provider asked for is unknown, or a care
   *     session lies outside the horizon
   */
  public Recommendation recommend(Question question) {
    Asked asked;
    synchronized (this) {
      asked = new Asked(question);
    }
    return asked.answer();
  }

  /** One question, with the part of the network that it needs. */
  private final class Asked {
    final Question question;
    final Request request;
    final List<CareSession> sessions = new ArrayList<>();
    final List<String> agreed = new ArrayList<>();
    final List<Travels.Near> near;
    final Map<String, Provider> tried = new LinkedHashMap<>();
    final Workbench bench;
    final List<Placement> splits;

    Asked(Question question) {
      this.question = question;
      request = question.request();
      Family family = facts.family(request.familyId());
      for (CareSession session : facts.sessions(request)) {
        Placement standing = facts.standing(session.id(), question.asOf());
        if (standing != null && standing.agreedAt(question.asOf())) {
          agreed.add(session.id());
        } else {
          requireInHorizon(session);
          sessions.add(session);
        }
      }
      near = Travels.of(facts.providers().values(), family, request, travel);
      near.forEach(each -> tried.put(each.provider().id(), each.provider()));
      question.providerIds().forEach(id -> tried.put(id, facts.provider(id)));
      bench =
          new Part(facts, question.asOf())
              .asking(request)
              .with(tried.keySet())
              .workbench(packs, travel);
      splits =
          SplitWays.of(
              facts,
              question.asOf(),
              request,
              sessions,
              near.stream().map(Travels.Near::provider).toList(),
              packs,
              travel);
    }

    private void requireInHorizon(CareSession session) {
      LocalDateTime first = facts.from().atStartOfDay();
      LocalDateTime end = first.plusDays(facts.days());
      if (Units.times(session).stream()
          .noneMatch(time -> !time.start().isBefore(first) && time.start().isBefore(end))) {
        throw new IllegalArgumentException(
            "Care session %s lies outside the %d days from %s that are held. Maybe hold more days."
                .formatted(session.id(), facts.days(), facts.from()));
      }
    }

    Recommendation answer() {
      List<List<CareSession>> units = Units.of(request, sessions);
      Fitting fitting = new Fitting(bench, weights, units);
      Offers offers = new Offers(bench, weights, facts, units);
      Map<String, Fill> fills = new LinkedHashMap<>();
      List<Offers.Candidate> candidates = new ArrayList<>();
      for (String provider : tried.keySet()) {
        Fill fill = fitting.fill(provider);
        if (fill != null) {
          fills.put(provider, fill);
          candidates.add(new Offers.Candidate(provider, fill));
          if (fill.legal()) {
            offers.add(fill.placed());
          }
        }
      }
      if (units.size() == 1) {
        splits.forEach(way -> offers.add(List.of(way)));
      } else {
        offers.combine(fitting, candidates, splits);
      }
      List<Offer> best = offers.best(question.mostOffers());
      List<Refusal> refusals = new ArrayList<>();
      Map<ConstraintName, Integer> notListed = new EnumMap<>(ConstraintName.class);
      fills.forEach(
          (provider, fill) -> {
            Refused refused = fill.refused();
            if (fill.whole() || refused == null) {
              return;
            }
            if (question.providerIds().contains(provider)
                || refusals.size() < question.mostRefusals()) {
              refusals.add(
                  new Refusal(
                      provider,
                      fill.legal()
                          ? fill.placed().stream().map(Placement::sessionId).toList()
                          : List.of(),
                      refused.tried(),
                      fitting.breach(refused),
                      List.of()));
            } else {
              notListed.merge(refused.rule(), 1, Integer::sum);
            }
          });
      return new Recommendation(
          request.id(),
          question.asOf(),
          sessions.stream().map(CareSession::id).toList(),
          agreed,
          best,
          refusals,
          notListed,
          List.of());
    }
  }
}
