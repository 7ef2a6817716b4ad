package org.plek.recommend;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.plek.domain.CareSession;
import org.plek.domain.FamilyLimits;
import org.plek.domain.Placement;
import org.plek.domain.Provider;
import org.plek.domain.Request;
import org.plek.domain.Travel;
import org.plek.recommend.Fitting.Fill;
import org.plek.recommend.Fitting.Refused;
import org.plek.recommend.SmallestChange.ConditionDropped;
import org.plek.recommend.SmallestChange.Later;
import org.plek.recommend.SmallestChange.Shifted;
import org.plek.recommend.SmallestChange.Shortened;
import org.plek.rules.RulePacks;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.Weights;
import org.plek.scoring.plain.Workbench;

/** One question, answered on the part of the network that it needs. */
final class Answering {
  /** Days by which a whole request is moved at most. Chosen by plek. */
  private static final int MOST_DAYS_LATER = 14;

  private final LiveFacts facts;
  private final RulePacks packs;
  private final Travel travel;
  private final Question question;
  private final Request request;
  private final Weights weights;
  private final List<CareSession> sessions = new ArrayList<>();
  private final List<String> agreed = new ArrayList<>();
  private final List<List<CareSession>> units;
  private final Map<String, Provider> tried = new LinkedHashMap<>();
  private final Workbench bench;
  private final Fitting fitting;
  private final Offers offers;

  Answering(LiveFacts facts, RulePacks packs, Travel travel, Question question) {
    this.facts = facts;
    this.packs = packs;
    this.travel = travel;
    this.question = question;
    request = question.request();
    weights = new Weights(facts.policy());
    for (CareSession session : facts.sessions(request)) {
      Placement standing = facts.standing(session.id(), question.asOf());
      if (standing != null && standing.agreedAt(question.asOf())) {
        agreed.add(session.id());
      } else {
        requireInHorizon(session);
        sessions.add(session);
      }
    }
    units = Units.of(request, sessions);
    Travels.of(facts.providers().values(), facts.family(request.familyId()), request, travel)
        .forEach(near -> tried.put(near.provider().id(), near.provider()));
    question.providerIds().forEach(id -> tried.put(id, facts.provider(id)));
    bench =
        new Part(facts, question.asOf())
            .asking(request)
            .with(tried.keySet())
            .workbench(packs, travel);
    fitting = new Fitting(bench, weights, units);
    KeptPlaces keptPlaces =
        new KeptPlaces(facts, packs, travel, question.asOf(), request, tried.keySet());
    offers = new Offers(bench, weights, facts, keptPlaces, units);
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
    List<Placement> splits =
        SplitWays.of(
            facts, question.asOf(), request, sessions, List.copyOf(tried.values()), packs, travel);
    if (units.size() == 1) {
      splits.forEach(way -> offers.add(List.of(way)));
    } else {
      offers.combine(fitting, candidates, splits);
      if (request.limits().allOrNothing() && !offers.anyWhole()) {
        offers.combineScarceFirst(fitting, candidates, splits);
      }
    }
    List<Refusal> refusals = new ArrayList<>();
    Map<ConstraintName, Integer> notListed = refusals(fills, refusals);
    return new Recommendation(
        request.id(),
        question.asOf(),
        sessions.stream().map(CareSession::id).toList(),
        agreed,
        offers.best(question.mostOffers()),
        refusals,
        notListed,
        offers.anyWhole() || !question.withChanges() ? List.of() : helpsWhole(refusals));
  }

  private Map<ConstraintName, Integer> refusals(Map<String, Fill> fills, List<Refusal> refusals) {
    Changes changes = new Changes(facts, packs, travel, question, sessions, units, bench);
    Map<ConstraintName, Integer> notListed = new EnumMap<>(ConstraintName.class);
    fills.forEach(
        (provider, fill) -> {
          Refused refused = fill.refused();
          if (fill.whole() || refused == null) {
            return;
          }
          if (!question.providerIds().contains(provider)
              && refusals.size() >= question.mostRefusals()) {
            notListed.merge(refused.rule(), 1, Integer::sum);
            return;
          }
          refusals.add(
              new Refusal(
                  provider,
                  fill.legal()
                      ? fill.placed().stream().map(Placement::sessionId).toList()
                      : List.of(),
                  refused.tried(),
                  fitting.breach(refused),
                  question.withChanges() ? changes.of(provider, refused) : List.of()));
        });
    return notListed;
  }

  /** What would serve the whole request: the smallest of each kind over all providers, and more. */
  private List<SmallestChange> helpsWhole(List<Refusal> refusals) {
    Map<String, SmallestChange> smallest = new TreeMap<>();
    for (Refusal refusal : refusals) {
      for (SmallestChange change : refusal.changes()) {
        if (change.then().size() == sessions.size()) {
          smallest.merge(
              change.getClass().getSimpleName(),
              change,
              (one, other) -> other.size() < one.size() ? other : one);
        }
      }
    }
    List<SmallestChange> helps = new ArrayList<>(smallest.values());
    helps.addAll(withTheRest(refusals));
    ConditionDropped dropped = conditionDropped();
    if (dropped != null) {
      helps.add(dropped);
    }
    Later later = later();
    if (later != null) {
      helps.add(later);
    }
    return helps;
  }

  /**
   * Shifts and cuts of the care that the best offer leaves out, after which everything fits with
   * some providers.
   */
  private List<SmallestChange> withTheRest(List<Refusal> refusals) {
    List<Offer> best = offers.best(1);
    if (best.isEmpty() || best.getFirst().missing().size() == sessions.size()) {
      return List.of();
    }
    Set<String> missing = Set.copyOf(best.getFirst().missing());
    Map<Class<?>, SmallestChange> smallest = new LinkedHashMap<>();
    for (Refusal refusal : refusals) {
      for (SmallestChange change : refusal.changes()) {
        Set<String> then = new HashSet<>();
        change.then().forEach(each -> then.add(each.sessionId()));
        if ((change instanceof Shifted || change instanceof Shortened) && then.equals(missing)) {
          smallest.merge(
              change.getClass(), change, (one, other) -> other.size() < one.size() ? other : one);
        }
      }
    }
    List<SmallestChange> helps = new ArrayList<>();
    for (SmallestChange change : smallest.values()) {
      UnaryOperator<CareSession> changed =
          change instanceof Shifted shifted
              ? session -> Variants.shifted(session, shifted.minutes())
              : change instanceof Shortened cut
                  ? session -> Variants.shortened(session, cut.startMinutes(), cut.endMinutes())
                  : session -> session;
      List<CareSession> all =
          facts.sessions(request).stream()
              .map(each -> missing.contains(each.id()) ? changed.apply(each) : each)
              .toList();
      List<Offer> found = ask(Variants.with(request, request.id(), request.limits(), all));
      if (!found.isEmpty() && found.getFirst().whole()) {
        List<Placement> then = found.getFirst().placements();
        helps.add(
            change instanceof Shortened cut
                ? new Shortened(cut.startMinutes(), cut.endMinutes(), cut.sessionIds(), then)
                : new Shifted(((Shifted) change).minutes(), best.getFirst().missing(), then));
      }
    }
    return helps;
  }

  private @Nullable ConditionDropped conditionDropped() {
    FamilyLimits limits = request.limits();
    if (limits.siblingsTogether()) {
      List<Offer> apart = offersWith(false, limits.allOrNothing());
      if (!apart.isEmpty() && apart.getFirst().whole()) {
        return new ConditionDropped(true, false, apart.getFirst().placements());
      }
    }
    if (limits.allOrNothing() && sessions.size() > 1) {
      List<Offer> some = offersWith(limits.siblingsTogether(), false);
      if (!some.isEmpty()) {
        return new ConditionDropped(false, true, some.getFirst().placements());
      }
    }
    return null;
  }

  private List<Offer> offersWith(boolean together, boolean allOrNothing) {
    FamilyLimits limits = request.limits();
    return ask(
        Variants.with(
            request,
            request.id(),
            Variants.limits(
                limits,
                limits.maxTravelMinutes(),
                limits.maxCentsPerHour(),
                together,
                allOrNothing),
            facts.sessions(request)));
  }

  private @Nullable Later later() {
    LocalDateTime end = facts.from().plusDays(facts.days()).atStartOfDay();
    for (int days = 1; days <= MOST_DAYS_LATER && agreed.isEmpty(); days++) {
      int later = days;
      List<CareSession> moved =
          sessions.stream().map(session -> Variants.later(session, later)).toList();
      if (moved.stream()
          .flatMap(session -> Units.times(session).stream())
          .anyMatch(time -> !time.start().isBefore(end))) {
        return null;
      }
      List<Offer> found = ask(Variants.with(request, request.id(), request.limits(), moved));
      if (!found.isEmpty() && found.getFirst().whole()) {
        return new Later(days, found.getFirst().placements());
      }
    }
    return null;
  }

  private List<Offer> ask(Request changed) {
    Question narrow = new Question(changed, question.asOf(), 1, 0, false, Set.of());
    return new Answering(facts, packs, travel, narrow).answer().offers();
  }
}
