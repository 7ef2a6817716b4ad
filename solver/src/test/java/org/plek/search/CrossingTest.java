package org.plek.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntPredicate;
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

/** Two plans, each of which is good where the other is not. */
class CrossingTest {
  private static final RulePacks PACKS = RulePacks.bundled();

  /** In these towns no limit binds families that never meet. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 7, 11})
  void takesTheBetterHalfOfEach(long seed) {
    ProblemIndex index = new ProblemIndex(CrowdedTown.of(seed, 3, 3, 2, 12));
    int half = index.problem().families().size() / 2;
    Plan whole = new Plan(index);
    new Greedy(index, whole.table, whole.bundles, whole.state, whole.insertion).run(() -> false);
    Plan first = new Plan(index);
    first.take(whole, s -> index.familyOf(index.requestOf(s)) < half);
    Plan second = new Plan(index);
    second.take(whole, s -> index.familyOf(index.requestOf(s)) >= half);
    long lackingOfFirst = first.tally().objective();

    first.crossed().with(new Best(index, second.state, second.tally()));

    assertThat(first.tally().objective()).isLessThan(lackingOfFirst);
    assertThat(first.tally().objective()).isEqualTo(whole.tally().objective());
    assertThat(first.tally().hard()).isEqualTo(whole.tally().hard());
    assertThat(first.tally().bundle()).isEqualTo(whole.tally().bundle());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 7, 9, 11})
  void takesNothingFromAPlanThatIsWorseEverywhere(long seed) {
    ProblemIndex index = new ProblemIndex(CrowdedTown.of(seed, 3, 3, 2, 12));
    Plan whole = new Plan(index);
    new Greedy(index, whole.table, whole.bundles, whole.state, whole.insertion).run(() -> false);
    long before = whole.tally().objective();
    Plan empty = new Plan(index);

    whole.crossed().with(new Best(index, empty.state, empty.tally()));

    assertThat(whole.tally().objective()).isEqualTo(before);
  }

  private static final class Plan {
    final ProblemIndex index;
    final OptionTable table;
    final FastState state;
    final Bundles bundles;
    final Insertion insertion;

    Plan(ProblemIndex index) {
      this.index = index;
      Travel travel = new GreatCircleTravel(index.problem().policy());
      table = OptionBuilder.build(index, PACKS, travel);
      state = new FastState(index, PACKS, travel, table);
      bundles = Bundles.of(index, table, state);
      insertion =
          new Insertion(
              index, table, bundles, state, new CheapestFirst(table), state.startTally(), null, 0);
    }

    Tally tally() {
      return insertion.tally;
    }

    void take(Plan other, IntPredicate wanted) {
      for (int s = 0; s < table.sessions(); s++) {
        if (other.state.option(s) >= 0 && state.option(s) < 0 && wanted.test(s)) {
          state.place(s, other.state.option(s), tally());
        }
      }
    }

    Crossing crossed() {
      return new Crossing(index, table, state, insertion);
    }
  }
}
