package org.plek.search;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Travel;
import org.plek.options.OptionTable;
import org.plek.rules.RulePacks;
import org.plek.scoring.fast.FastState;
import org.plek.scoring.fast.Tally;

/** Makes plans. The door of the search. */
public final class PlanEngine {
  private final ProblemIndex index;
  private final RulePacks packs;
  private final Travel travel;
  private final OptionTable table;

  /**
   * @param packs the rule packs
   * @param table the options of the same problem
   */
  public PlanEngine(ProblemIndex index, RulePacks packs, Travel travel, OptionTable table) {
    this.index = index;
    this.packs = packs;
    this.travel = travel;
    this.table = table;
  }

  /**
   * Makes a plan: every agreed placement as it is, others placed as well as the limits allow. Never
   * breaks a rule that was not broken before, and is never worse than the greedy first plan.
   *
   * @param listener told of progress; may stop the search early
   */
  public PlanResult solve(SolveLimits limits, ProgressListener listener) {
    return solve(limits, listener, Parts.count(index), EnvironmentMode.NON_REPRODUCIBLE);
  }

  /**
   * The same with the number of parts and Timefold's own checks chosen, for tests.
   *
   * @param parts the most parts; fewer where one limit on use binds all
   * @param mode how much Timefold asserts; it draws no chance itself, so no mode is less repeatable
   */
  PlanResult solve(SolveLimits limits, ProgressListener listener, int parts, EnvironmentMode mode) {
    long startNanos = System.nanoTime();
    FastState state = new FastState(index, packs, travel, table);
    Run run = new Run(state, limits, listener, Math.min(parts, Parts.most(index)), startNanos);
    TimefoldHost.run(run, run.hosted(), mode);
    return run.result();
  }

  /** One run of construction and improvement over a state, started by the host. */
  final class Run {
    private final FastState state;
    private final SolveLimits limits;
    private final ProgressListener listener;
    private final int parts;
    private final long startNanos;
    private final Tally tally;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private long greedyObjective;
    private long moves;

    Run(
        FastState state,
        SolveLimits limits,
        ProgressListener listener,
        int parts,
        long startNanos) {
      this.parts = parts;
      this.state = state;
      this.limits = limits;
      this.listener = listener;
      this.startNanos = startNanos;
      tally = state.startTally();
    }

    List<HostedSession> hosted() {
      List<HostedSession> hosted = new ArrayList<>();
      for (int s = 0; s < index.sessions().size(); s++) {
        int options = table.endOption(s) - table.firstOption(s);
        if (options > 0) {
          hosted.add(new HostedSession(s, options, state.agreed(s), option(s)));
        }
      }
      return hosted;
    }

    /** Place of a session's option in its own table, absent when it has none. */
    @Nullable Integer option(int session) {
      int option = state.option(session);
      return option < 0 ? null : option - table.firstOption(session);
    }

    /** Brings the state to a plan and reads what it is worth. */
    HardMediumSoftScore score(List<HostedSession> plan) {
      for (HostedSession each : plan) {
        int s = each.getSession();
        if (state.option(s) >= 0 && !Objects.equals(option(s), each.getOption())) {
          state.remove(s, tally);
        }
      }
      for (HostedSession each : plan) {
        int s = each.getSession();
        Integer wanted = each.getOption();
        if (wanted != null && state.option(s) < 0) {
          state.place(s, table.firstOption(s) + wanted, tally);
        }
      }
      return HardMediumSoftScore.of(
          -tally.hard() - tally.bundle(), -tally.unserved(), tally.unserved() - tally.objective());
    }

    void search(BooleanSupplier hostStops) {
      Bundles bundles = Bundles.of(index, table, state);
      BooleanSupplier stop = () -> stopped.get() || hostStops.getAsBoolean();
      ProgressListener stopping =
          progress -> {
            boolean goOn = listener.goOn(progress);
            if (!goOn) {
              stopped.set(true);
            }
            return goOn;
          };
      Runnable better = () -> listener.better(tally.objective(), this::placements);
      CheapestFirst order = new CheapestFirst(table);
      Insertion insertion = new Insertion(index, table, bundles, state, order, tally, null, 0);
      new Greedy(index, table, bundles, state, insertion).run(stop);
      greedyObjective = tally.objective();
      Search search =
          new Search(
              index,
              table,
              bundles,
              state,
              order,
              tally,
              limits,
              stopping,
              better,
              stop,
              () -> new FastState(index, packs, travel, table),
              parts,
              startNanos);
      search.run();
      moves = search.moves();
    }

    private List<Placement> placements() {
      List<Placement> placements = new ArrayList<>();
      for (int s = 0; s < index.sessions().size(); s++) {
        if (state.option(s) >= 0) {
          placements.add(placement(s));
        }
      }
      return placements;
    }

    PlanResult result() {
      return new PlanResult(
          placements(),
          state.amounts(tally),
          greedyObjective,
          tally.objective(),
          moves,
          stopped.get(),
          table.drops());
    }

    private Placement placement(int session) {
      if (state.agreed(session)) {
        String id = index.sessions().get(session).id();
        for (Placement placement : index.problem().placements()) {
          if (placement.sessionId().equals(id) && index.agreed(placement)) {
            return placement;
          }
        }
      }
      return new Placement(
          index.sessions().get(session).id(),
          PlacementState.PROPOSED,
          null,
          table.legs(session, state.option(session)));
    }
  }
}
