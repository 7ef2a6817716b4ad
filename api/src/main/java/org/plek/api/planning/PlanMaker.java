package org.plek.api.planning;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plek.api.summary.Report;
import org.plek.api.summary.Summary;
import org.plek.domain.ConditionalPlacement;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Placement;
import org.plek.domain.Plan;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provenance;
import org.plek.domain.Provider;
import org.plek.domain.Travel;
import org.plek.domain.Unplaced;
import org.plek.format.ProblemJson;
import org.plek.offer.ThroughFlow;
import org.plek.options.DropReport;
import org.plek.options.Limit;
import org.plek.options.OptionBuilder;
import org.plek.options.OptionTable;
import org.plek.rules.RulePacks;
import org.plek.scoring.plain.CheckReport;
import org.plek.scoring.plain.Checker;
import org.plek.scoring.plain.ConditionalPlaces;
import org.plek.scoring.plain.Explainer;
import org.plek.scoring.plain.Match;
import org.plek.search.PlanEngine;
import org.plek.search.PlanResult;
import org.plek.search.ProgressListener;
import org.plek.search.SolveLimits;

/** Makes plans of one problem. */
public final class PlanMaker {
  private final Problem problem;
  private final ProblemIndex index;
  private final RulePacks packs;
  private final Travel travel;
  private final String programVersion;

  /**
   * @param problem a valid problem
   * @param packs the rule packs it names
   * @param programVersion version that goes into the plan
   */
  public PlanMaker(Problem problem, RulePacks packs, String programVersion) {
    this.problem = problem;
    this.index = new ProblemIndex(problem);
    this.packs = packs;
    this.travel = new GreatCircleTravel(problem.policy());
    this.programVersion = programVersion;
  }

  /** Care sessions of the problem. */
  public int sessions() {
    return index.sessions().size();
  }

  /**
   * Makes a plan within the limits; the making of options counts into the time.
   *
   * @param listener told of progress; may stop the search early
   * @throws TimeIsUp when the time was used up before the search could begin
   * @throws BrokenByPlek when the plan breaks a rule that was not broken before: a fault of plek
   */
  public MadePlan make(SolveLimits limits, ProgressListener listener) {
    StopWatch watch = new StopWatch();
    OptionTable table = OptionBuilder.build(index, packs, travel);
    watch.lap("options");
    PlanResult result =
        new PlanEngine(index, packs, travel, table).solve(remaining(limits, watch), listener);
    watch.lap("search");
    Finished finished = finish(result.placements(), limits, watch);
    Plan plan = finished.plan();
    Report report =
        new Report(
            plan,
            finished.summary(),
            Report.score(problem, plan),
            finished.check().inherited().stream().map(Match::text).toList(),
            ThroughFlow.of(index, packs, travel, plan.placements()),
            dropped(result.drops()),
            Map.of());
    watch.lap("figures");
    return new MadePlan(
        plan,
        report,
        result.moves(),
        result.greedyObjective(),
        result.objective(),
        result.interrupted(),
        watch.seconds());
  }

  /**
   * The plan of placements that a search told of, checked and with its reasons.
   *
   * @throws BrokenByPlek when it breaks a rule that was not broken before: a fault of plek
   */
  public Plan finished(List<Placement> placements, SolveLimits limits) {
    return finish(placements, limits, new StopWatch()).plan();
  }

  private record Finished(Plan plan, Summary summary, CheckReport check) {}

  private Finished finish(List<Placement> placements, SolveLimits limits, StopWatch watch) {
    CheckReport check = Checker.check(index, packs, travel, placements);
    if (!check.legal()) {
      throw new BrokenByPlek(check.caused());
    }
    watch.lap("check");
    List<Unplaced> unplaced = new Explainer(index, packs, travel, placements).unplaced();
    watch.lap("reasons");
    List<ConditionalPlacement> conditional = conditional(placements);
    watch.lap("conditional");
    Plan bare =
        new Plan(
            problem.id(),
            provenance(limits),
            placements,
            unplaced,
            conditional,
            check.score().byName(),
            Map.of());
    watch.lap("hash");
    Summary summary = Summary.of(index, bare);
    Plan plan =
        new Plan(
            bare.problemId(),
            bare.provenance(),
            bare.placements(),
            bare.unplaced(),
            bare.conditional(),
            bare.score(),
            summary.figures());
    return new Finished(plan, summary, check);
  }

  private List<ConditionalPlacement> conditional(List<Placement> placements) {
    return problem.policy().expectedAbsence() == null
        ? List.of()
        : new ConditionalPlaces(index, packs, travel, placements).find();
  }

  private static SolveLimits remaining(SolveLimits limits, StopWatch watch) {
    Duration time = limits.time();
    if (time == null) {
      return limits;
    }
    Duration left = time.minus(watch.elapsed());
    if (left.isNegative() || left.isZero()) {
      throw new TimeIsUp(time, watch.elapsed());
    }
    return new SolveLimits(left, limits.moves(), limits.seed(), limits.threads());
  }

  private Provenance provenance(SolveLimits limits) {
    Set<String> used = new TreeSet<>();
    used.add(problem.rulePack());
    for (Provider provider : problem.providers()) {
      if (provider.rulePack() != null) {
        used.add(provider.rulePack());
      }
    }
    Map<String, String> versions = new TreeMap<>();
    used.forEach(id -> versions.put(id, packs.pack(id).version()));
    return new Provenance(
        ProblemJson.hash(problem), programVersion, versions, limits.seed(), limits.moves());
  }

  private static Map<String, Long> dropped(DropReport drops) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Limit limit : Limit.values()) {
      if (drops.total(limit) > 0) {
        counts.put(limit.meaning(), drops.total(limit));
      }
    }
    return counts;
  }
}
