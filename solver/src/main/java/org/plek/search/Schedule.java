package org.plek.search;

import java.util.Arrays;
import org.plek.domain.ProblemIndex;
import org.plek.scoring.fast.FastState;

/**
 * How hot each round is, fitted to the problem and the limit. Small problems with moves to spare
 * are cooled several times, the last times from the best plan so far; with few moves for each care
 * session more of them go to care without a place. With strict tiers the last rounds never give up
 * care of an earlier tier.
 */
final class Schedule {
  static final int ROUNDS = 24;

  /** Care sessions up to which a problem is cooled several times. */
  private static final int SMALL = 500;

  /** Moves for each care session that one cooling of a small problem should have. */
  private static final long MOVES_OF_A_COOLING = 500;

  private static final double[] REHEATED = {1, 1, 0.3, 0.1};
  private static final double COLD = 1.0 / 2_000;

  /** A guess for limits of time only, never for limits of moves. */
  private static final long MOVES_PER_SECOND_AND_THREAD = 250_000;

  private final double hot;
  private final int coolings;
  private final boolean strictTiers;
  private final int unservedOf256;

  private Schedule(double hot, int coolings, boolean strictTiers, int unservedOf256) {
    this.hot = hot;
    this.coolings = coolings;
    this.strictTiers = strictTiers;
    this.unservedOf256 = unservedOf256;
  }

  static Schedule of(ProblemIndex index, FastState state, SolveLimits limits) {
    int sessions = index.sessions().size();
    long moves = limits.moves();
    if (limits.time() != null) {
      long most = limits.time().toMillis() * MOVES_PER_SECOND_AND_THREAD / 1_000 * limits.threads();
      moves = moves == 0 ? most : moves;
    }
    long each = moves / Math.max(1, sessions);
    boolean several = sessions <= SMALL && each >= MOVES_OF_A_COOLING * REHEATED.length;
    int sixteenths = (int) Math.clamp(1_000 / Math.max(1, each), 2, 8);
    return new Schedule(
        startTemperature(index, state),
        several ? REHEATED.length : 1,
        index.problem().policy().strictTiers(),
        16 * sixteenths);
  }

  /** Hot enough to give up an hour of light care now and then. */
  private static double startTemperature(ProblemIndex index, FastState state) {
    long[] costs = new long[Math.min(1_000, index.sessions().size())];
    int step = index.sessions().size() / costs.length;
    for (int i = 0; i < costs.length; i++) {
      costs[i] = state.unservedCost(i * step);
    }
    Arrays.sort(costs);
    return Math.max(100, costs[costs.length / 4] * 0.25);
  }

  private int roundsOfACooling() {
    return ROUNDS / coolings;
  }

  double temperature(int round) {
    return at(round / roundsOfACooling(), round % roundsOfACooling());
  }

  double temperatureAfter(int round) {
    return at(round / roundsOfACooling(), round % roundsOfACooling() + 1);
  }

  private double at(int cooling, int rounds) {
    double cold = Math.max(1, hot * COLD);
    double from = hot * REHEATED[cooling];
    return from * Math.pow(cold / from, (double) rounds / roundsOfACooling());
  }

  /** Whether a round starts from the best plan so far, not from the last. */
  boolean startsFromBest(int round) {
    return round % roundsOfACooling() == 0 && REHEATED[round / roundsOfACooling()] < 1;
  }

  /** Whether no move of a round may leave more unserved in a tier to serve later ones. */
  boolean strict(int round) {
    return strictTiers && round % roundsOfACooling() >= roundsOfACooling() * 3 / 4;
  }

  /** How many of 256 moves start from care without a place. */
  int unservedOf256() {
    return unservedOf256;
  }
}
