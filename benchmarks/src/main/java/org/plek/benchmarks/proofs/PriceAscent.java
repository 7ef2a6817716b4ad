package org.plek.benchmarks.proofs;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Dual values for programs that are too large for a solver: ascent on the Lagrangian dual function
 * (Held, Wolfe and Crowder 1974). Each row has a price; every choice takes the variable that is
 * cheapest with the prices, and the price of a row moves with what is asked of it too much or too
 * little. Steps are those of Adam (Kingma and Ba 2015): as long for a row that is seldom asked for
 * as for one that always is, falling geometrically.
 *
 * <p>What comes out needs no tolerance: {@link SafeBound} makes a bound of any prices. The same
 * program and rounds give the same prices.
 */
final class PriceAscent {
  /** First and last step, in parts of the mean cost of leaving a choice. */
  private static final double FIRST_STEP = 0.1;

  private static final double LAST_STEP = 0.0001;

  /** How much of the moving averages of the gradient and of its square stays each round. */
  private static final double MOMENTUM = 0.95;

  private static final double MEMORY = 0.99;

  /** Keeps a row that was met exactly so far where it is. */
  private static final double LEAST = 1e-3;

  private final LinearModel model;
  private final int[] firstOfChoice;

  /** Entries by variable. */
  private final int[] firstEntry;

  private final int[] rowOfEntry;
  private final int[] factor;

  private final float[] price;
  private final float[] momentum;
  private final float[] memory;

  /** What the cheapest variables ask of each row. */
  private final float[] asked;

  /**
   * @param choice as for {@link SafeBound#of}; variables of one choice follow each other, before
   *     those of none
   */
  PriceAscent(LinearModel model, int[] choice) {
    this.model = model;
    firstEntry = new int[model.variables() + 1];
    for (int e = 0; e < model.firstEntry(model.rows()); e++) {
      firstEntry[model.variableOf(e) + 1]++;
    }
    Arrays.parallelPrefix(firstEntry, Math::addExact);
    rowOfEntry = new int[firstEntry[model.variables()]];
    factor = new int[rowOfEntry.length];
    int[] next = firstEntry.clone();
    for (int r = 0; r < model.rows(); r++) {
      for (int e = model.firstEntry(r); e < model.firstEntry(r + 1); e++) {
        int to = next[model.variableOf(e)]++;
        rowOfEntry[to] = r;
        factor[to] = model.coefficientOf(e);
      }
    }
    firstOfChoice =
        IntStream.rangeClosed(0, choice.length)
            .filter(v -> v == 0 || v == choice.length || choice[v] != choice[v - 1])
            .toArray();
    price = new float[model.rows()];
    momentum = new float[model.rows()];
    memory = new float[model.rows()];
    asked = new float[model.rows()];
  }

  /**
   * The prices after some rounds of ascent, as dual values for {@link SafeBound#of}.
   *
   * @param rounds times that prices move
   */
  double[] prices(int rounds) {
    double unit = meanCost();
    for (int round = 0; round < rounds; round++) {
      Arrays.fill(asked, 0);
      int choices = firstOfChoice.length - 1;
      for (int c = 0; c < choices; c++) {
        ask(firstOfChoice[c], firstOfChoice[c + 1]);
      }
      for (int v = firstOfChoice[choices]; v < model.variables(); v++) {
        take(v, reduced(v) < 0 ? model.upper(v) : model.lower(v));
      }
      double passed = (round + 1.0) / rounds;
      move(unit * FIRST_STEP * Math.pow(LAST_STEP / FIRST_STEP, passed));
    }
    double[] duals = new double[price.length];
    Arrays.setAll(duals, r -> price[r]);
    return duals;
  }

  private double meanCost() {
    double sum = 0;
    for (int c = 0; c < firstOfChoice.length - 1; c++) {
      long most = 0;
      for (int v = firstOfChoice[c]; v < firstOfChoice[c + 1]; v++) {
        most = Math.max(most, Math.abs(model.cost(v)));
      }
      sum += most;
    }
    return Math.max(1, sum) / Math.max(1, firstOfChoice.length - 1);
  }

  /** The cheapest variable of a choice, if it costs less than nothing. */
  private void ask(int from, int until) {
    int cheapest = -1;
    double least = 0;
    for (int v = from; v < until; v++) {
      double cost = reduced(v);
      if (cost < least && model.upper(v) > 0) {
        least = cost;
        cheapest = v;
      }
    }
    if (cheapest >= 0) {
      take(cheapest, 1);
    }
  }

  private void take(int variable, long times) {
    if (times != 0) {
      for (int e = firstEntry[variable]; e < firstEntry[variable + 1]; e++) {
        asked[rowOfEntry[e]] += (float) times * factor[e];
      }
    }
  }

  private double reduced(int variable) {
    double cost = model.cost(variable);
    for (int e = firstEntry[variable]; e < firstEntry[variable + 1]; e++) {
      cost -= factor[e] * price[rowOfEntry[e]];
    }
    return cost;
  }

  private void move(double step) {
    for (int r = 0; r < price.length; r++) {
      boolean atLeast = model.rowLower(r) != LinearModel.NO_LOWER;
      boolean atMost = model.rowUpper(r) != LinearModel.NO_UPPER;
      boolean lower = atLeast && (!atMost || price[r] >= 0);
      double missing = (lower ? model.rowLower(r) : model.rowUpper(r)) - asked[r];
      if (price[r] == 0 && momentum[r] * missing >= 0 && (missing > 0 ? !atLeast : !atMost)) {
        missing = 0; // Room to spare in a row that costs nothing tells nothing.
      }
      momentum[r] = (float) (MOMENTUM * momentum[r] + (1 - MOMENTUM) * missing);
      memory[r] = (float) (MEMORY * memory[r] + (1 - MEMORY) * missing * missing);
      double moved = price[r] + step * momentum[r] / (Math.sqrt(memory[r]) + LEAST);
      if (moved > 0 ? atLeast : atMost) {
        price[r] = (float) moved;
      } else {
        price[r] = 0;
      }
    }
  }
}
