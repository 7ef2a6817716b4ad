package org.plek.search;

import java.util.Arrays;
import java.util.Comparator;
import org.plek.domain.ProblemIndex;
import org.plek.scoring.fast.FastState;
import org.plek.scoring.fast.Tally;

/**
 * The best plan that a state has had, as far as it was shown. With strict tiers the first tier that
 * differs decides, whatever the weights.
 */
final class Best {
  static final Comparator<Best> BETTER_FIRST =
      (one, other) -> {
        int tiers = one.strict ? Arrays.compare(one.tiers, other.tiers) : 0;
        return tiers != 0 ? tiers : Long.compare(one.objective, other.objective);
      };

  private final FastState state;
  private final Tally tally;
  private final boolean strict;
  private final int[] options;
  private final long[] tiers;
  private long objective;

  /** The plan that the state has now. */
  Best(ProblemIndex index, FastState state, Tally tally) {
    this.state = state;
    this.tally = tally;
    strict = index.problem().policy().strictTiers();
    options = new int[index.sessions().size()];
    tiers = tally.tiers();
    set();
  }

  private void set() {
    objective = tally.objective();
    tally.copyTiers(tiers);
    Arrays.setAll(options, state::option);
  }

  /**
   * Whether one plan is better than another.
   *
   * @param strict whether the first tier that differs decides
   * @param tiers negative when the one leaves less unserved in that tier, 0 when none differs
   * @param one objective of the one
   * @param other objective of the other
   */
  static boolean better(boolean strict, int tiers, long one, long other) {
    return strict && tiers != 0 ? tiers < 0 : one < other;
  }

  /** Takes over the plan that the state has now if it is better. */
  boolean take() {
    boolean better = better(strict, tally.compareTiers(tiers), tally.objective(), objective);
    if (better) {
      set();
    }
    return better;
  }

  /** Gives the state the best plan, unless it has one that is worth as much. */
  void restore() {
    if (better(strict, -tally.compareTiers(tiers), objective, tally.objective())) {
      bringTo(state, tally);
    }
  }

  /** Gives a state of the same problem this plan. */
  void bringTo(FastState state, Tally tally) {
    for (int s = 0; s < options.length; s++) {
      if (state.option(s) >= 0 && state.option(s) != options[s]) {
        state.remove(s, tally);
      }
    }
    for (int s = 0; s < options.length; s++) {
      if (options[s] >= 0 && state.option(s) < 0) {
        state.place(s, options[s], tally);
      }
    }
  }

  /** Option of a session in this plan, -1 for none. */
  int option(int session) {
    return options[session];
  }
}
