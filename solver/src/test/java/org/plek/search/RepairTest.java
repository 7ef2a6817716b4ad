package org.plek.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plek.CrowdedTown;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Travel;
import org.plek.options.OptionBuilder;
import org.plek.options.OptionTable;
import org.plek.rules.RulePacks;
import org.plek.scoring.fast.FastState;
import org.plek.scoring.fast.Tally;

/** Exact repairs alone, without the annealing around them. */
class RepairTest {
  private static final RulePacks PACKS = RulePacks.bundled();
  private static final int MOST_PLACEMENTS = 700;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 5, 7})
  void betterTheGreedyPlanAndNeverWorsenIt(long seed) {
    ProblemIndex index = new ProblemIndex(CrowdedTown.of(seed, 2, 3, 2, 12));
    Travel travel = new GreatCircleTravel(index.problem().policy());
    OptionTable table = OptionBuilder.build(index, PACKS, travel);
    FastState state = new FastState(index, PACKS, travel, table);
    Tally tally = state.startTally();
    long hard = tally.hard();
    long bundle = tally.bundle();
    Bundles bundles = Bundles.of(index, table, state);
    Insertion insertion =
        new Insertion(index, table, bundles, state, new CheapestFirst(table), tally, null, 0);
    new Greedy(index, table, bundles, state, insertion).run(() -> false);
    int[] movable =
        IntStream.range(0, bundles.count()).filter(b -> bundles.placeable(table, b)).toArray();
    int[] owners = new int[bundles.count()];
    int[] scratch = new int[bundles.count()];
    Schedule schedule = Schedule.of(index, table, state, SolveLimits.moves(1_000, seed));
    Chain chain =
        new Chain(
            index,
            table,
            bundles,
            state,
            insertion,
            movable,
            owners,
            0,
            scratch,
            schedule,
            schedule.cooling(0),
            seed);
    Repair repair = new Repair(chain);
    long greedy = tally.objective();
    long last = greedy;
    for (int i = 0; i < 300; i++) {
      long tried = repair.run(movable[i % movable.length], MOST_PLACEMENTS);
      assertThat(tried).isBetween(0L, (long) MOST_PLACEMENTS);
      assertThat(tally.objective()).isLessThanOrEqualTo(last);
      assertThat(tally.hard()).isLessThanOrEqualTo(hard);
      assertThat(tally.bundle()).isLessThanOrEqualTo(bundle);
      last = tally.objective();
    }
    assertThat(last).isLessThan(greedy);
  }
}
