package org.plek.benchmarks.peers;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.cloner.SolutionCloner;
import ai.timefold.solver.core.api.score.HardSoftScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plek.benchmarks.instances.Instance;
import org.plek.domain.Placement;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Request;
import org.plek.scoring.fast.FastState;

/** A plan as Timefold sees it. Public for Timefold. */
@PlanningSolution(solutionCloner = TimefoldPlan.Cloner.class)
public class TimefoldPlan {
  private final @Nullable TimefoldScoring scoring;
  private final List<TimefoldSession> sessions;
  private @Nullable HardSoftScore score;

  /** For Timefold. */
  public TimefoldPlan() {
    this(null, new ArrayList<>());
  }

  private TimefoldPlan(@Nullable TimefoldScoring scoring, List<TimefoldSession> sessions) {
    this.scoring = scoring;
    this.sessions = sessions;
  }

  /** Nothing placed but what is agreed; in the order of greedy, for Timefold's construction. */
  static TimefoldPlan empty(Instance instance, TimefoldScoring scoring) {
    ProblemIndex index = instance.index();
    FastState state = Plans.state(instance);
    List<TimefoldSession> sessions = new ArrayList<>();
    for (int s = 0; s < index.sessions().size(); s++) {
      int options = instance.table().endOption(s) - instance.table().firstOption(s);
      if (options > 0) {
        boolean agreed = state.agreed(s);
        sessions.add(new TimefoldSession(s, options, agreed, scoring, agreed ? 0 : null));
      }
    }
    List<Request> requests = index.problem().requests();
    sessions.sort(
        Comparator.<TimefoldSession>comparingInt(s -> state.tier(s.getSession()))
            .thenComparing(s -> requests.get(index.requestOf(s.getSession())).urgency())
            .thenComparing(s -> requests.get(index.requestOf(s.getSession())).askedAt())
            .thenComparingInt(TimefoldSession::getSession));
    return new TimefoldPlan(scoring, sessions);
  }

  TimefoldScoring scoring() {
    return Objects.requireNonNull(scoring);
  }

  /** Starts from a plan. */
  void take(Instance instance, List<Placement> placements) {
    Map<Integer, Integer> options = new HashMap<>();
    for (Placement placement : placements) {
      int session = instance.index().session(placement.sessionId());
      int option = instance.table().indexOf(session, placement.legs());
      options.put(session, option - instance.table().firstOption(session));
    }
    for (TimefoldSession each : sessions) {
      if (!each.isAgreed()) {
        each.setOption(options.get(each.getSession()));
      }
    }
  }

  /** Option of each care session by number in the table, -1 for none. */
  int[] options(Instance instance) {
    int[] options = new int[instance.table().sessions()];
    Arrays.fill(options, -1);
    for (TimefoldSession each : sessions) {
      Integer option = each.getOption();
      if (option != null) {
        options[each.getSession()] = instance.table().firstOption(each.getSession()) + option;
      }
    }
    return options;
  }

  /** All care sessions with an option. */
  @PlanningEntityCollectionProperty
  public List<TimefoldSession> getSessions() {
    return sessions;
  }

  /** The score. */
  @PlanningScore
  public @Nullable HardSoftScore getScore() {
    return score;
  }

  /** Takes a score. */
  public void setScore(@Nullable HardSoftScore score) {
    this.score = score;
  }

  /** Copies what moves and shares the rest. */
  public static final class Cloner implements SolutionCloner<TimefoldPlan> {
    /** For Timefold. */
    public Cloner() {}

    @Override
    public TimefoldPlan cloneSolution(TimefoldPlan original) {
      List<TimefoldSession> copies = new ArrayList<>(original.sessions.size());
      for (TimefoldSession session : original.sessions) {
        copies.add(session.copy());
      }
      TimefoldPlan copy = new TimefoldPlan(original.scoring, copies);
      copy.score = original.score;
      return copy;
    }
  }
}
