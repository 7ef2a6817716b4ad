package org.plek.stories;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.plek.Fixture;
import org.plek.cost.CostOf;
import org.plek.cost.Price;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Request;
import org.plek.domain.Travel;
import org.plek.domain.Unplaced;
import org.plek.options.OptionBuilder;
import org.plek.recommend.Question;
import org.plek.recommend.Recommendation;
import org.plek.recommend.Recommender;
import org.plek.rules.RulePacks;
import org.plek.scoring.plain.Checker;
import org.plek.scoring.plain.Explainer;
import org.plek.scoring.plain.Match;
import org.plek.scoring.plain.ProviderAnswer;
import org.plek.search.PlanEngine;
import org.plek.search.ProgressListener;
import org.plek.search.SolveLimits;
import org.plek.staffing.Staffing;

/** A story with the plan that the engine makes of it. */
final class Told {
  private static final RulePacks PACKS = RulePacks.bundled();

  final ProblemIndex index;
  final List<Placement> plan;
  private final Travel travel;
  private final Explainer explainer;

  Told(Fixture story) {
    index = story.index();
    travel = new GreatCircleTravel(index.problem().policy());
    plan =
        new PlanEngine(index, PACKS, travel, OptionBuilder.build(index, PACKS, travel))
            .solve(SolveLimits.moves(20_000, 1), ProgressListener.NONE)
            .placements();
    explainer = new Explainer(index, PACKS, travel, plan);
  }

  /** Rules broken by the plan. */
  List<Match> broken() {
    return Checker.check(index, PACKS, travel, plan).caused();
  }

  /** The legs of a care session in words, {@code nowhere} without. */
  String whereIs(String sessionId) {
    return plan.stream()
        .filter(placement -> placement.sessionId().equals(sessionId))
        .findFirst()
        .map(
            placement ->
                placement.legs().stream().map(Told::words).collect(Collectors.joining(", then ")))
        .orElse("nowhere");
  }

  private static String words(Leg leg) {
    return leg.providerId()
        + " "
        + leg.start().toLocalTime()
        + "-"
        + leg.end().toLocalTime()
        + (leg.escortMinutes() > 0 ? " (" + leg.escortMinutes() + " min on the way)" : "");
  }

  List<Leg> legs(String sessionId) {
    return plan.stream()
        .filter(placement -> placement.sessionId().equals(sessionId))
        .findFirst()
        .orElseThrow()
        .legs();
  }

  Price price(String sessionId) {
    return new CostOf(index).price(index.session(sessionId), legs(sessionId));
  }

  List<Unplaced> unplaced() {
    return explainer.unplaced();
  }

  /** The sentence that says why a care session is not with a provider. */
  String whyNot(String sessionId, String providerId) {
    return explainer.explain(sessionId, 100).nearest().stream()
        .filter(answer -> answer.providerId().equals(providerId))
        .map(ProviderAnswer::blocker)
        .map(blocker -> blocker == null ? "free" : blocker.text())
        .findFirst()
        .orElseThrow();
  }

  /** The sentence that says which rule keeps the whole request from a provider. */
  static String refusal(Recommendation answer, String providerId) {
    return answer.refusals().stream()
        .filter(refusal -> refusal.providerId().equals(providerId))
        .map(refusal -> refusal.rule() + ": " + refusal.blocker().text())
        .findFirst()
        .orElse("none");
  }

  /** What the desk answers the family when everything else of the plan stands. */
  Recommendation recommend(String requestId) {
    Problem problem = index.problem();
    Recommender desk = new Recommender(problem, PACKS, travel);
    plan.forEach(desk::put);
    Request request =
        problem.requests().stream().filter(r -> r.id().equals(requestId)).findFirst().orElseThrow();
    return desk.recommend(Question.of(request, problem.asOf()));
  }

  /** The providers of the plan, each once. */
  Set<String> providers() {
    return plan.stream()
        .flatMap(placement -> placement.legs().stream())
        .map(Leg::providerId)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  Staffing staffing() {
    return new Staffing(index, PACKS, travel, plan);
  }
}
