package org.plek.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Care that may wait outside for a while costs little then, and what it costs afterwards. */
class UnservedCostTest {
  private static final long LITTLE = 200;

  @ParameterizedTest
  @ValueSource(longs = {1, 3, 5, 7})
  void leavesTheSumsRightWhateverIsMovedMeanwhile(long seed) {
    CrowdedPlan plan = CrowdedPlan.greedy(seed);
    long unserved = plan.tally().unserved();
    long objective = plan.tally().objective();
    int[] placed =
        IntStream.range(0, plan.table.sessions())
            .filter(s -> plan.state.option(s) >= 0 && !plan.state.agreed(s))
            .toArray();
    int[] options = IntStream.of(placed).map(plan.state::option).toArray();

    plan.state.limitUnservedCost(LITTLE, plan.tally());
    for (int s : placed) {
      plan.state.remove(s, plan.tally());
    }
    assertThat(plan.tally().unserved()).isEqualTo(sumOfUnserved(plan));
    for (int s : placed) {
      int cheapest =
          IntStream.range(plan.table.firstOption(s), plan.table.endOption(s))
              .map(plan.table::cost)
              .min()
              .orElseThrow();
      assertThat(plan.state.unservedCost(s)).isLessThanOrEqualTo(cheapest + LITTLE).isPositive();
    }
    plan.state.limitUnservedCost(Long.MAX_VALUE, plan.tally());
    for (int i = 0; i < placed.length; i++) {
      plan.state.place(placed[i], options[i], plan.tally());
    }

    assertThat(plan.tally().unserved()).isEqualTo(unserved);
    assertThat(plan.tally().objective()).isEqualTo(objective);
  }

  private static long sumOfUnserved(CrowdedPlan plan) {
    return IntStream.range(0, plan.table.sessions())
        .filter(s -> plan.state.option(s) < 0)
        .mapToLong(plan.state::unservedCost)
        .sum();
  }
}
