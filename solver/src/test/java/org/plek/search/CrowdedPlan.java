package org.plek.search;

import java.util.stream.IntStream;
import org.plek.CrowdedTown;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Travel;
import org.plek.options.OptionBuilder;
import org.plek.options.OptionTable;
import org.plek.rules.RulePacks;
import org.plek.scoring.fast.FastState;
import org.plek.scoring.fast.Tally;

/** A plan of a crowded town in the making, with what the parts of the search need. */
final class CrowdedPlan {
  private static final RulePacks PACKS = RulePacks.bundled();

  final ProblemIndex index;
  final OptionTable table;
  final FastState state;
  final Bundles bundles;
  final Insertion insertion;

  /** An empty plan, but for what is agreed. */
  CrowdedPlan(long seed) {
    index = new ProblemIndex(CrowdedTown.of(seed, 2, 3, 2, 12));
    Travel travel = new GreatCircleTravel(index.problem().policy());
    table = OptionBuilder.build(index, PACKS, travel);
    state = new FastState(index, PACKS, travel, table);
    bundles = Bundles.of(index, table, state);
    insertion =
        new Insertion(
            index, table, bundles, state, new CheapestFirst(table), state.startTally(), null, 0);
  }

  /** The greedy plan. */
  static CrowdedPlan greedy(long seed) {
    CrowdedPlan plan = new CrowdedPlan(seed);
    new Greedy(plan.index, plan.table, plan.bundles, plan.state, plan.insertion).run(() -> false);
    return plan;
  }

  Tally tally() {
    return insertion.tally;
  }

  /** Bundles that can be placed at all. */
  int[] movable() {
    return IntStream.range(0, bundles.count()).filter(b -> bundles.placeable(table, b)).toArray();
  }

  /** A chain that may move all of them. */
  Chain chain(long seed) {
    Schedule schedule = Schedule.of(index, table, state, SolveLimits.moves(1_000, seed));
    return new Chain(
        index,
        table,
        bundles,
        state,
        insertion,
        movable(),
        new int[bundles.count()],
        0,
        new int[bundles.count()],
        schedule,
        schedule.cooling(0),
        seed);
  }
}
