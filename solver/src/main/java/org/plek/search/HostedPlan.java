package org.plek.search;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.cloner.SolutionCloner;
import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.score.calculator.EasyScoreCalculator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan as Timefold sees it. Public only because Timefold reads it by reflection. */
@PlanningSolution(solutionCloner = HostedPlan.Cloner.class)
public class HostedPlan {
  private final PlanEngine.@Nullable Run run;
  private final List<HostedSession> sessions;
  private @Nullable HardMediumSoftScore score;

  /** For Timefold. */
  public HostedPlan() {
    this(null, new ArrayList<>());
  }

  HostedPlan(PlanEngine.@Nullable Run run, List<HostedSession> sessions) {
    this.run = run;
    this.sessions = sessions;
  }

  PlanEngine.@Nullable Run run() {
    return run;
  }

  /** All care sessions with an option. */
  @PlanningEntityCollectionProperty
  public List<HostedSession> getSessions() {
    return sessions;
  }

  /** The score. */
  @PlanningScore
  public @Nullable HardMediumSoftScore getScore() {
    return score;
  }

  /** Takes a score. */
  public void setScore(@Nullable HardMediumSoftScore score) {
    this.score = score;
  }

  /** Copies what moves and shares the rest. */
  public static final class Cloner implements SolutionCloner<HostedPlan> {
    /** For Timefold. */
    public Cloner() {}

    @Override
    public HostedPlan cloneSolution(HostedPlan original) {
      List<HostedSession> copies = new ArrayList<>(original.sessions.size());
      for (HostedSession session : original.sessions) {
        copies.add(session.copy());
      }
      HostedPlan copy = new HostedPlan(original.run, copies);
      copy.score = original.score;
      return copy;
    }
  }

  /** Brings the arrays to the plan that is asked about and reads their sums. */
  public static final class Calculator
      implements EasyScoreCalculator<HostedPlan, HardMediumSoftScore> {
    /** For Timefold. */
    public Calculator() {}

    @Override
    public HardMediumSoftScore calculateScore(HostedPlan plan) {
      PlanEngine.Run run = plan.run;
      return run == null ? HardMediumSoftScore.ZERO : run.score(plan.sessions);
    }
  }
}
