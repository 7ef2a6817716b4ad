package org.plek.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plek.scoring.fast.Tally;

/** Exact repairs alone, without the annealing around them. */
class RepairTest {
  private static final int MOST_PLACEMENTS = 700;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 5, 7})
  void betterTheGreedyPlanAndNeverWorsenIt(long seed) {
    CrowdedPlan plan = CrowdedPlan.greedy(seed);
    Tally start = plan.state.startTally();
    Tally tally = plan.tally();
    int[] movable = plan.movable();
    Repair repair = new Repair(plan.chain(seed));
    long greedy = tally.objective();
    long last = greedy;
    for (int i = 0; i < 300; i++) {
      long tried = repair.run(movable[i % movable.length], MOST_PLACEMENTS);
      assertThat(tried).isBetween(0L, (long) MOST_PLACEMENTS);
      assertThat(tally.objective()).isLessThanOrEqualTo(last);
      assertThat(tally.hard()).isLessThanOrEqualTo(start.hard());
      assertThat(tally.bundle()).isLessThanOrEqualTo(start.bundle());
      last = tally.objective();
    }
    assertThat(last).isLessThan(greedy);
  }
}
