package org.plek.benchmarks.peers;

import java.util.ArrayList;
import java.util.List;
import org.plek.benchmarks.instances.Instance;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.ProblemIndex;
import org.plek.scoring.fast.FastState;
import org.plek.scoring.fast.Tally;

/** From the option of each care session, -1 for none, to a plan. */
final class Plans {
  private Plans() {}

  /** The placements; agreed ones as they are in the problem. */
  static List<Placement> placements(Instance instance, int[] options) {
    ProblemIndex index = instance.index();
    List<Placement> placements = new ArrayList<>();
    for (Placement placement : index.problem().placements()) {
      if (placement.agreedAt(index.problem().asOf())) {
        placements.add(placement);
      }
    }
    FastState start = state(instance);
    for (int s = 0; s < options.length; s++) {
      if (options[s] >= 0 && !start.agreed(s)) {
        placements.add(
            new Placement(
                index.sessions().get(s).id(),
                PlacementState.PROPOSED,
                null,
                instance.table().legs(s, options[s])));
      }
    }
    return placements;
  }

  /** A state in which only agreed placements stand. */
  static FastState state(Instance instance) {
    return new FastState(instance.index(), instance.packs(), instance.travel(), instance.table());
  }

  /**
   * Takes out what a plan may not hold: request after request keeps its places as far as none of
   * its care sessions breaks a rule, and leaves whole when siblings, a least volume or all or
   * nothing are not met. A legal plan stays as it is.
   *
   * @return its objective
   */
  static long mend(Instance instance, int[] options) {
    ProblemIndex index = instance.index();
    FastState state = state(instance);
    Tally tally = state.startTally();
    long hard = tally.hard();
    long bundle = tally.bundle();
    for (int s = 0; s < options.length; s++) {
      if (options[s] >= 0 && !state.agreed(s)) {
        state.place(s, options[s], tally);
      }
    }
    if (tally.hard() <= hard && tally.bundle() <= bundle) {
      return tally.objective();
    }
    state = state(instance);
    tally = state.startTally();
    for (int r = 0; r < index.problem().requests().size(); r++) {
      long before = tally.bundle();
      for (int s = index.firstSession(r); s < index.firstSession(r + 1); s++) {
        if (options[s] < 0 || state.agreed(s)) {
          continue;
        }
        long hardBefore = tally.hard();
        state.place(s, options[s], tally);
        if (tally.hard() > hardBefore) {
          state.remove(s, tally);
        }
      }
      for (int s = index.firstSession(r);
          s < index.firstSession(r + 1) && tally.bundle() > before;
          s++) {
        if (state.option(s) >= 0 && !state.agreed(s)) {
          state.remove(s, tally);
        }
      }
      for (int s = index.firstSession(r); s < index.firstSession(r + 1); s++) {
        options[s] = state.option(s);
      }
    }
    return tally.objective();
  }
}
