package org.plek.datasets.systems;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.plek.datasets.SharedData;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.Plan;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provenance;
import org.plek.domain.Provider;
import org.plek.domain.Travel;
import org.plek.domain.Unplaced;
import org.plek.format.ProblemJson;
import org.plek.offer.RegularUse;
import org.plek.offer.ThroughFlow;
import org.plek.options.OptionBuilder;
import org.plek.rules.RulePacks;
import org.plek.scoring.plain.CheckReport;
import org.plek.scoring.plain.Checker;
import org.plek.scoring.plain.ConditionalPlaces;
import org.plek.scoring.plain.Explainer;
import org.plek.scoring.plain.Explanation;
import org.plek.scoring.plain.ProviderAnswer;
import org.plek.search.PlanEngine;
import org.plek.search.ProgressListener;
import org.plek.search.SolveLimits;

/**
 * An example system with the plan that the engine makes of it, always with the same seed and moves,
 * and what may be asked about it in the words of the field.
 */
final class SolvedSystem {
  static final Path SYSTEMS = SharedData.root().resolve("datasets/systems");
  static final long SEED = 1;
  static final long MOVES = 20_000;

  private static final RulePacks PACKS = RulePacks.bundled();
  private static final int EVERY_PROVIDER = 1_000;

  final Problem problem;
  final Plan plan;
  final CheckReport check;
  private final Explainer explainer;
  private final Map<String, Placement> placed = new HashMap<>();

  private SolvedSystem(Problem problem) {
    this.problem = problem;
    ProblemIndex index = new ProblemIndex(problem);
    Travel travel = new GreatCircleTravel(problem.policy());
    List<Placement> placements =
        new PlanEngine(index, PACKS, travel, OptionBuilder.build(index, PACKS, travel))
            .solve(SolveLimits.moves(MOVES, SEED), ProgressListener.NONE)
            .placements();
    check = Checker.check(index, PACKS, travel, placements);
    explainer = new Explainer(index, PACKS, travel, placements);
    plan =
        new Plan(
            problem.id(),
            new Provenance(ProblemJson.hash(problem), "example", packs(problem), SEED, MOVES),
            placements,
            explainer.unplaced(),
            new ConditionalPlaces(index, PACKS, travel, placements).find(),
            amounts(check),
            Map.of());
    placements.forEach(placement -> placed.put(placement.sessionId(), placement));
  }

  /** Amounts above 0 only, so that a new constraint leaves the expected plans as they are. */
  private static Map<String, Long> amounts(CheckReport check) {
    Map<String, Long> amounts = new TreeMap<>(check.score().byName());
    amounts.values().removeIf(amount -> amount == 0);
    return amounts;
  }

  private static Map<String, String> packs(Problem problem) {
    Set<String> used = new TreeSet<>(Set.of(problem.rulePack()));
    for (Provider provider : problem.providers()) {
      if (provider.rulePack() != null) {
        used.add(provider.rulePack());
      }
    }
    return used.stream()
        .collect(
            Collectors.toMap(id -> id, id -> PACKS.pack(id).version(), (a, b) -> a, TreeMap::new));
  }

  /** Solves the system of a directory under {@code datasets/systems}. */
  static SolvedSystem of(String directory) {
    try {
      return of(ProblemJson.read(SYSTEMS.resolve(directory).resolve("problem.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Solves a system that a test has changed. */
  static SolvedSystem of(Problem problem) {
    return new SolvedSystem(problem);
  }

  /** Where a care session is served, legs joined by {@code then}; {@code nowhere} without. */
  String whereIs(String sessionId) {
    Placement placement = placed.get(sessionId);
    return placement == null
        ? "nowhere"
        : placement.legs().stream().map(Leg::providerId).collect(Collectors.joining(" then "));
  }

  /** The placement of a care session that has one. */
  Placement placement(String sessionId) {
    Placement placement = placed.get(sessionId);
    if (placement == null) {
      throw new AssertionError(sessionId + " is placed nowhere: " + unplaced(sessionId));
    }
    return placement;
  }

  /** Children with a provider on a date, e.g. {@code 2026-12-01}, by name. */
  Set<String> childrenAt(String providerId, String date) {
    ProblemIndex index = new ProblemIndex(problem);
    Set<String> children = new TreeSet<>();
    for (Placement placement : plan.placements()) {
      for (Leg leg : placement.legs()) {
        if (leg.providerId().equals(providerId)
            && leg.start().toLocalDate().toString().equals(date)) {
          children.add(index.sessions().get(index.session(placement.sessionId())).childId());
        }
      }
    }
    return children;
  }

  /** The amount of a constraint if two care sessions of the same hours changed places. */
  long amountIfExchanged(String constraint, String one, String other) {
    List<Placement> exchanged = new ArrayList<>(plan.placements());
    Placement first = placement(one);
    Placement second = placement(other);
    exchanged.replaceAll(
        each ->
            each.equals(first)
                ? new Placement(one, first.state(), first.heldUntil(), second.legs())
                : each.equals(second)
                    ? new Placement(other, second.state(), second.heldUntil(), first.legs())
                    : each);
    ProblemIndex index = new ProblemIndex(problem);
    return Checker.check(index, PACKS, new GreatCircleTravel(problem.policy()), exchanged)
        .score()
        .byName()
        .get(constraint);
  }

  /** Children whose occasional use has become regular by the rule of the policy. */
  List<RegularUse> regularUses() {
    return ThroughFlow.of(
        new ProblemIndex(problem),
        PACKS,
        new GreatCircleTravel(problem.policy()),
        plan.placements());
  }

  /** Why a care session has no place. */
  Unplaced unplaced(String sessionId) {
    return plan.unplaced().stream()
        .filter(each -> each.sessionId().equals(sessionId))
        .findFirst()
        .orElseThrow(() -> new AssertionError(sessionId + " is at " + whereIs(sessionId)));
  }

  /** Why a care session is where it is, with an answer for every provider. */
  Explanation explain(String sessionId) {
    return explainer.explain(sessionId, EVERY_PROVIDER);
  }

  /**
   * The rule that keeps a care session from a provider, the plan as it is; {@code free} if none.
   */
  String blocker(String sessionId, String providerId) {
    ProviderAnswer answer = answer(sessionId, providerId);
    return answer.blocker() == null ? "free" : answer.blocker().constraint().name();
  }

  /** The sentence that says why a care session cannot be with a provider. */
  String whyNot(String sessionId, String providerId) {
    ProviderAnswer answer = answer(sessionId, providerId);
    return answer.blocker() == null ? "free" : answer.blocker().text();
  }

  private ProviderAnswer answer(String sessionId, String providerId) {
    return explain(sessionId).nearest().stream()
        .filter(each -> each.providerId().equals(providerId))
        .findFirst()
        .orElseThrow(() -> new AssertionError(sessionId + " was not tried at " + providerId));
  }
}
