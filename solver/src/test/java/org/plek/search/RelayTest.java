package org.plek.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plek.scoring.fast.Tally;

/** Relays of families alone, without the annealing around them. */
class RelayTest {
  /** The most families for whom one relay changed something. */
  private int mostFamilies;

  @Test
  void familiesChangePlacesAtOnceAndThePlanNeverGetsWorse() {
    long gained = 0;
    for (long seed = 1; seed <= 40; seed++) {
      gained += gain(CrowdedPlan.greedy(seed), seed);
    }
    assertThat(gained).isPositive();
    assertThat(mostFamilies).isGreaterThanOrEqualTo(2);
  }

  private long gain(CrowdedPlan plan, long seed) {
    Tally start = plan.state.startTally();
    Tally tally = plan.tally();
    int[] movable = plan.movable();
    Relay relay = new Relay(plan.chain(seed));
    SplittableRandom random = new SplittableRandom(seed);
    long greedy = tally.objective();
    for (int i = 0; i < 500; i++) {
      int[] units = plan.bundles.unitsOf[movable[random.nextInt(movable.length)]];
      int[] before = options(plan);
      long last = tally.objective();
      relay.run(plan.bundles.sessionsOf[units[random.nextInt(units.length)]][0]);
      assertThat(tally.objective()).isLessThanOrEqualTo(last);
      assertThat(tally.hard()).isLessThanOrEqualTo(start.hard());
      assertThat(tally.bundle()).isLessThanOrEqualTo(start.bundle());
      mostFamilies = Math.max(mostFamilies, familiesChanged(plan, before));
    }
    return greedy - tally.objective();
  }

  private static int[] options(CrowdedPlan plan) {
    return IntStream.range(0, plan.table.sessions()).map(plan.state::option).toArray();
  }

  private static int familiesChanged(CrowdedPlan plan, int[] before) {
    Set<Integer> families = new HashSet<>();
    for (int s = 0; s < before.length; s++) {
      if (plan.state.option(s) != before[s]) {
        families.add(plan.state.familyOf(s));
      }
    }
    return families.size();
  }
}
