package org.plek.benchmarks.peers;

import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicPhaseConfig;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicType;
import ai.timefold.solver.core.config.heuristic.selector.move.MoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.ChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.RuinRecreateMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.SwapMoveSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchType;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.phase.PhaseConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.time.Duration;
import java.util.List;

/** Published ways to run Timefold's solver: move selectors, acceptors, levels of the score. */
enum TimefoldVariant {
  /** Late acceptance over the default moves, change and swap. */
  LATE(0, 0) {
    @Override
    List<PhaseConfig<?>> improvement(Duration time) {
      return List.of(late(union(change(), new SwapMoveSelectorConfig())));
    }
  },
  /** Late acceptance over change moves. */
  LATE_CHANGE(0, 0) {
    @Override
    List<PhaseConfig<?>> improvement(Duration time) {
      return List.of(late(change()));
    }
  },
  /** Late acceptance over change moves, with ruin and recreate now and then. */
  LATE_RUIN(0, 0) {
    @Override
    List<PhaseConfig<?>> improvement(Duration time) {
      return List.of(late(withRuin()));
    }
  },
  /** Simulated annealing over change moves. */
  ANNEALING(0, 0) {
    @Override
    List<PhaseConfig<?>> improvement(Duration time) {
      return List.of(annealing(20_000));
    }
  },
  /** Late acceptance over change moves, then tabu search. */
  LATE_THEN_TABU(0, 0) {
    @Override
    List<PhaseConfig<?>> improvement(Duration time) {
      LocalSearchPhaseConfig first = late(change());
      first.setTerminationConfig(half(time));
      return List.of(
          first,
          new LocalSearchPhaseConfig()
              .withLocalSearchType(LocalSearchType.TABU_SEARCH)
              .withMoveSelectorConfig(change()));
    }
  },
  /** Late acceptance over change moves, then simulated annealing. */
  LATE_THEN_ANNEALING(0, 0) {
    @Override
    List<PhaseConfig<?>> improvement(Duration time) {
      LocalSearchPhaseConfig first = late(change());
      first.setTerminationConfig(half(time));
      return List.of(first, annealing(10_000));
    }
  },
  /** One weighted sum in which broken rules have a price: late acceptance over change moves. */
  WEIGHTED_LATE(Prices.HARD, Prices.BUNDLE) {
    @Override
    List<PhaseConfig<?>> improvement(Duration time) {
      return List.of(late(change()));
    }
  },
  /** One weighted sum in which broken rules have a price: annealing over change moves. */
  WEIGHTED_ANNEALING(Prices.HARD, Prices.BUNDLE) {
    @Override
    List<PhaseConfig<?>> improvement(Duration time) {
      return List.of(annealing(60_000));
    }
  },
  /** From the plan of greedy: late acceptance over change and swap moves. */
  GREEDY_LATE(0, 0) {
    @Override
    List<PhaseConfig<?>> improvement(Duration time) {
      return List.of(late(union(change(), new SwapMoveSelectorConfig())));
    }
  },
  /** From the plan of greedy: annealing over change moves. */
  GREEDY_ANNEALING(0, 0) {
    @Override
    List<PhaseConfig<?>> improvement(Duration time) {
      return List.of(annealing(20_000));
    }
  },
  /** From the plan of greedy, one weighted sum: late acceptance over change moves. */
  GREEDY_WEIGHTED_LATE(Prices.HARD, Prices.BUNDLE) {
    @Override
    List<PhaseConfig<?>> improvement(Duration time) {
      return List.of(late(change()));
    }
  },
  /** From the plan of greedy, one weighted sum: annealing over change moves. */
  GREEDY_WEIGHTED_ANNEALING(Prices.HARD, Prices.BUNDLE) {
    @Override
    List<PhaseConfig<?>> improvement(Duration time) {
      return List.of(annealing(20_000));
    }
  },
  /** Construction alone. */
  CONSTRUCTION(0, 0) {
    @Override
    List<PhaseConfig<?>> improvement(Duration time) {
      return List.of();
    }
  };

  /** What broken rules cost in a single weighted sum. */
  private static final class Prices {
    /** More than any care that a breach of one slot could gain. */
    static final long HARD = 200_000;

    /** Low enough for a bundle to fill up one care session after the other. */
    static final long BUNDLE = 40_000;
  }

  final long hardPrice;
  final long bundlePrice;

  TimefoldVariant(long hardPrice, long bundlePrice) {
    this.hardPrice = hardPrice;
    this.bundlePrice = bundlePrice;
  }

  /** Whether it starts from the plan of greedy instead of Timefold's own construction. */
  boolean fromGreedy() {
    return name().startsWith("GREEDY");
  }

  abstract List<PhaseConfig<?>> improvement(Duration time);

  /** Construction first fit in the order of greedy, each at its best value. */
  static PhaseConfig<?> construction() {
    return new ConstructionHeuristicPhaseConfig()
        .withConstructionHeuristicType(ConstructionHeuristicType.FIRST_FIT);
  }

  private static LocalSearchPhaseConfig late(MoveSelectorConfig<?> moves) {
    return new LocalSearchPhaseConfig()
        .withMoveSelectorConfig(moves)
        .withAcceptorConfig(new LocalSearchAcceptorConfig().withLateAcceptanceSize(400))
        .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1));
  }

  private static LocalSearchPhaseConfig annealing(long temperature) {
    return new LocalSearchPhaseConfig()
        .withMoveSelectorConfig(change())
        .withAcceptorConfig(
            new LocalSearchAcceptorConfig()
                .withSimulatedAnnealingStartingTemperature("0hard/" + temperature + "soft"))
        .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1));
  }

  private static TerminationConfig half(Duration time) {
    return new TerminationConfig().withSpentLimit(time.dividedBy(2));
  }

  private static ChangeMoveSelectorConfig change() {
    return new ChangeMoveSelectorConfig();
  }

  private static UnionMoveSelectorConfig union(MoveSelectorConfig<?>... selectors) {
    return new UnionMoveSelectorConfig().withMoveSelectors(selectors);
  }

  private static UnionMoveSelectorConfig withRuin() {
    ChangeMoveSelectorConfig change = change();
    change.setFixedProbabilityWeight(100.0);
    RuinRecreateMoveSelectorConfig ruin =
        new RuinRecreateMoveSelectorConfig().withMinimumRuinedCount(2).withMaximumRuinedCount(8);
    ruin.setFixedProbabilityWeight(1.0);
    return union(change, ruin);
  }
}
