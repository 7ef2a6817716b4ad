package org.plek.api.summary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plek.domain.Plan;
import org.plek.domain.Problem;
import org.plek.offer.RegularUse;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.Weights;

/**
 * Everything that is shown of one plan.
 *
 * @param plan the plan
 * @param summary its figures
 * @param score amount and weight per constraint
 * @param inherited rules that the agreed placements and regular children break by themselves, one
 *     sentence each
 * @param regularUse children whose occasional use has become regular by the rule of the policy
 * @param droppedOptions options that a limit of the policy left out, by the name of the limit
 * @param run facts of the run (duration, moves), by name; empty when unknown
 */
public record Report(
    Plan plan,
    Summary summary,
    List<ScoreLine> score,
    List<String> inherited,
    List<RegularUse> regularUse,
    Map<String, Long> droppedOptions,
    Map<String, String> run) {

  public Report {
    score = List.copyOf(score);
    inherited = List.copyOf(inherited);
    regularUse = List.copyOf(regularUse);
    droppedOptions = new LinkedHashMap<>(droppedOptions);
    run = new LinkedHashMap<>(run);
  }

  /** The same with the facts of a run. */
  public Report withRun(Map<String, String> facts) {
    return new Report(plan, summary, score, inherited, regularUse, droppedOptions, facts);
  }

  /**
   * One constraint of a plan.
   *
   * @param name the constraint
   * @param amount what the plan has of it
   * @param weight what one unit weighs; 0 for a hard one, which is never traded
   */
  public record ScoreLine(ConstraintName name, long amount, int weight) {
    /** Part of the objective. */
    public long weighted() {
      return amount * weight;
    }
  }

  /** One line per constraint, in the order of the constraints. */
  public static List<ScoreLine> score(Problem problem, Plan plan) {
    Weights weights = new Weights(problem.policy());
    List<ScoreLine> lines = new ArrayList<>();
    for (ConstraintName name : ConstraintName.values()) {
      long amount = plan.score().getOrDefault(name.name(), 0L);
      lines.add(new ScoreLine(name, amount, weights.of(name)));
    }
    return lines;
  }
}
