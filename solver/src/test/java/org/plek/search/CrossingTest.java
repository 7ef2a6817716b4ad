package org.plek.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntPredicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two plans, each of which is good where the other is not. */
class CrossingTest {
  /** In these towns no limit binds families that never meet. */
  @ParameterizedTest
  @ValueSource(longs = {1, 3, 5, 7})
  void takesTheBetterHalfOfEach(long seed) {
    CrowdedPlan whole = CrowdedPlan.greedy(seed);
    int half = whole.index.problem().families().size() / 2;
    CrowdedPlan first = part(whole, seed, s -> whole.state.familyOf(s) < half);
    CrowdedPlan second = part(whole, seed, s -> whole.state.familyOf(s) >= half);
    long lackingHalf = first.tally().objective();

    cross(first, second);

    assertThat(first.tally().objective()).isLessThan(lackingHalf);
    assertThat(first.tally().objective()).isEqualTo(whole.tally().objective());
    assertThat(first.tally().hard()).isEqualTo(whole.tally().hard());
    assertThat(first.tally().bundle()).isEqualTo(whole.tally().bundle());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 7, 9, 11})
  void takesNothingFromAPlanThatIsWorseEverywhere(long seed) {
    CrowdedPlan whole = CrowdedPlan.greedy(seed);
    long before = whole.tally().objective();

    cross(whole, new CrowdedPlan(seed));

    assertThat(whole.tally().objective()).isEqualTo(before);
  }

  private static CrowdedPlan part(CrowdedPlan whole, long seed, IntPredicate wanted) {
    CrowdedPlan plan = new CrowdedPlan(seed);
    for (int s = 0; s < plan.table.sessions(); s++) {
      if (whole.state.option(s) >= 0 && plan.state.option(s) < 0 && wanted.test(s)) {
        plan.state.place(s, whole.state.option(s), plan.tally());
      }
    }
    return plan;
  }

  private static void cross(CrowdedPlan plan, CrowdedPlan other) {
    new Crossing(plan.index, plan.table, plan.state, plan.insertion)
        .with(new Best(other.index, other.state, other.tally()));
  }
}
