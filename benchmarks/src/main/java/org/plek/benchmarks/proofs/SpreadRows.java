package org.plek.benchmarks.proofs;

import java.util.ArrayList;
import java.util.List;
import org.plek.benchmarks.proofs.LinearModel.Terms;
import org.plek.scoring.ConstraintName;

/**
 * The even spread over providers, load squared over offer, rounded down: a variable per provider
 * over the lower convex hull of that function on whole loads, which is exact at every corner.
 */
final class SpreadRows {
  private final PlanModel model;
  private final List<Spread> spreads = new ArrayList<>();

  private record Spread(int variable, int[] legs, List<long[]> corners, long offer) {}

  SpreadRows(PlanModel model) {
    this.model = model;
  }

  void add() {
    long weight = model.weights.of(ConstraintName.EVEN_SPREAD) * model.softUnit();
    if (weight == 0) {
      return;
    }
    for (int p = 0; p < model.index.problem().providers().size(); p++) {
      int[] legs = model.legs.ofGroups(model.index.firstGroup(p), model.index.firstGroup(p + 1));
      if (legs.length == 0) {
        continue;
      }
      long offer = model.rules.offer(p);
      long most = mostLoad(legs);
      long highest = most * most / offer;
      if (highest == 0) {
        continue;
      }
      int variable = model.linear.addVariable(0, highest, weight);
      List<long[]> corners = corners(most, offer);
      spreads.add(new Spread(variable, legs, corners, offer));
      for (int i = 0; i + 1 < corners.size(); i += step(corners.size())) {
        addSecant(spreads.getLast(), i);
      }
    }
  }

  /** So that about 24 of the secants stand from the start. */
  private static int step(int corners) {
    return Math.max(1, corners / 24);
  }

  /** The longest leg of every session. */
  private long mostLoad(int[] legs) {
    java.util.Map<Integer, Integer> longest = new java.util.HashMap<>();
    for (int leg : legs) {
      longest.merge(
          model.legs.session(leg), model.legs.end(leg) - model.legs.start(leg), Math::max);
    }
    return longest.values().stream().mapToLong(Integer::longValue).sum();
  }

  /** Corners of the lower convex hull of the rounded function. */
  private static List<long[]> corners(long most, long offer) {
    List<long[]> hull = new ArrayList<>();
    for (long load = 0; load <= most; load++) {
      long[] next = {load, load * load / offer};
      while (hull.size() > 1 && cross(hull.get(hull.size() - 2), hull.getLast(), next) <= 0) {
        hull.removeLast();
      }
      hull.add(next);
    }
    return hull;
  }

  private static long cross(long[] a, long[] b, long[] c) {
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
  }

  private void addSecant(Spread spread, int corner) {
    long[] one = spread.corners.get(corner);
    long[] next = spread.corners.get(corner + 1);
    long width = next[0] - one[0];
    long rise = next[1] - one[1];
    if (rise == 0) {
      return;
    }
    Terms terms = new Terms();
    for (int leg : spread.legs) {
      terms.plus(rise * (model.legs.end(leg) - model.legs.start(leg)), leg >> 1);
    }
    model.linear.addRow(
        LinearModel.NO_LOWER, terms.plus(-width, spread.variable), rise * one[0] - width * one[1]);
  }

  /** Adds the secant, and at whole loads off the hull the exact cut, that a solution breaks. */
  void tighten(double[] values) {
    for (Spread spread : spreads) {
      double load = 0;
      for (int leg : spread.legs) {
        load += values[leg >> 1] * (model.legs.end(leg) - model.legs.start(leg));
      }
      int corner = 0;
      while (corner + 2 < spread.corners.size() && spread.corners.get(corner + 1)[0] <= load) {
        corner++;
      }
      long[] one = spread.corners.get(corner);
      long[] next = spread.corners.get(corner + 1);
      double hull = one[1] + (load - one[0]) * (next[1] - one[1]) / (double) (next[0] - one[0]);
      if (values[spread.variable] < hull - 1e-6) {
        addSecant(spread, corner);
      }
      long whole = Math.round(load);
      long exact = whole * whole / spread.offer;
      if (Math.abs(load - whole) < 1e-6 && values[spread.variable] < exact - 1e-6) {
        addTangent(spread, whole);
      }
    }
  }

  /**
   * From {@code load * load >= 2 * at * load - at * at} and rounding down: exact at {@code at}
   * since the variable is whole.
   */
  private void addTangent(Spread spread, long at) {
    Terms terms = new Terms();
    for (int leg : spread.legs) {
      terms.plus(2 * at * (model.legs.end(leg) - model.legs.start(leg)), leg >> 1);
    }
    model.linear.addRow(
        LinearModel.NO_LOWER,
        terms.plus(-spread.offer, spread.variable),
        at * at + spread.offer - 1);
  }
}
