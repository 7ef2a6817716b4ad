package org.plek.benchmarks.proofs;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * A lower bound from any dual values of the rows, however rough: the Lagrangian dual function
 * (Geoffrion 1974), worked out over whole numbers. Of every care session at most one option is
 * taken, which is kept as a constraint and needs no dual value.
 */
final class SafeBound {
  /** Dual values are rounded to multiples of one in so many. */
  private static final long SCALE = 1 << 16;

  private SafeBound() {}

  /**
   * No solution of the program costs less than this.
   *
   * @param choice number of the choice that a variable from 0 to 1 belongs to, at most one of which
   *     is 1; -1 for variables of no choice
   * @param duals one value a row, of the sign that a minimisation gives
   */
  static long of(LinearModel model, int[] choice, double[] duals) {
    long[] reduced = new long[model.variables()];
    for (int v = 0; v < reduced.length; v++) {
      reduced[v] = Math.multiplyExact(model.cost(v), SCALE);
    }
    BigInteger total = BigInteger.valueOf(model.constant()).multiply(BigInteger.valueOf(SCALE));
    for (int r = 0; r < duals.length; r++) {
      long dual = Math.round(duals[r] * SCALE);
      long side = dual > 0 ? model.rowLower(r) : model.rowUpper(r);
      if (dual == 0 || side == LinearModel.NO_LOWER || side == LinearModel.NO_UPPER) {
        continue;
      }
      total = total.add(BigInteger.valueOf(Math.multiplyExact(dual, side)));
      for (int e = model.firstEntry(r); e < model.firstEntry(r + 1); e++) {
        int v = model.variableOf(e);
        reduced[v] =
            Math.subtractExact(reduced[v], Math.multiplyExact(dual, model.coefficientOf(e)));
      }
    }
    long[] best = new long[Arrays.stream(choice).max().orElse(-1) + 1];
    for (int v = 0; v < reduced.length; v++) {
      int of = v < choice.length ? choice[v] : -1;
      if (of < 0 || model.lower(v) > 0) {
        long side = reduced[v] > 0 ? model.lower(v) : model.upper(v);
        total = total.add(BigInteger.valueOf(reduced[v]).multiply(BigInteger.valueOf(side)));
      } else if (model.upper(v) > 0) {
        best[of] = Math.min(best[of], reduced[v]);
      }
    }
    for (long each : best) {
      total = total.add(BigInteger.valueOf(each));
    }
    // Costs are whole, so the bound may be rounded up.
    BigInteger[] parts = total.divideAndRemainder(BigInteger.valueOf(SCALE));
    return parts[0].longValueExact() + (parts[1].signum() > 0 ? 1 : 0);
  }
}
