package org.plek.benchmarks.proofs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.plek.scoring.fast.SlotRules;

/**
 * Which numbers of children by kind one slot allows, and what they cost: the points, linear
 * inequalities that all of them meet, and linear functions that none costs less than.
 *
 * <p>The inequalities are the facets of the hull of all points and their parts where that hull is
 * small, else those of every two kinds and of their sum. The law is not monotone: a point under all
 * inequalities can still be illegal.
 */
final class LegalSet {
  private static final int MOST_POINTS = 30_000;
  private static final long MOST_BASES = 60_000;
  private static final int MOST_FREE_KINDS = 5;

  /** {@code sum of factor[k] * children[k] <= most}. */
  record Inequality(long[] factor, long most) {}

  /** {@code divisor * cost >= slope * sum of factor[k] * children[k] - offset}. */
  record CostBound(long[] factor, long slope, long offset, long divisor) {}

  final List<int[]> points = new ArrayList<>();
  final List<Long> costs = new ArrayList<>();
  final List<Inequality> inequalities = new ArrayList<>();
  final List<CostBound> costBounds = new ArrayList<>();

  /** Whether every number up to the most of each kind is legal. */
  final boolean everything;

  final long mostCost;

  private final int kinds;
  private final int[] kindOf;
  private final int variants;
  private final int[] available;
  private final int[] most;
  private final int total;

  /** Points that no other exceeds: what reaches furthest in a direction without a minus. */
  private List<int[]> maximal = List.of();

  /** Factors of inequalities that were looked at. */
  private final Set<List<Long>> directions = new HashSet<>();

  /**
   * @param kindOf the kinds looked at, class of age times variants plus variant
   * @param variants variants of each class of age
   * @param most most children of each of these kinds who could come
   * @param total most children in all
   * @param cost cost of children by kind, {@link SlotRules#BROKEN} where illegal
   */
  LegalSet(int[] kindOf, int variants, int[] most, int total, ToLongFunction<int[]> cost) {
    kinds = most.length;
    this.kindOf = kindOf;
    this.variants = variants;
    available = most;
    this.total = Math.min(total, Arrays.stream(most).sum());
    this.most = Arrays.stream(most).map(each -> Math.min(each, this.total)).toArray();
    boolean complete = enumerate(new int[kinds], 0, 0, cost);
    if (!complete) {
      points.clear();
      costs.clear();
    }
    long box = 1;
    for (int each : most) {
      box = Math.min(Long.MAX_VALUE / 1000, box * (each + 1));
    }
    mostCost = costs.stream().mapToLong(Long::longValue).max().orElse(0);
    everything = complete && points.size() == box;
    if (!complete) {
      inequalities.add(new Inequality(ones(), this.total));
    } else if (!everything) {
      findInequalities();
    }
    if (mostCost > 0) {
      findCostBounds(ones());
      for (Inequality each : inequalities) {
        findCostBounds(each.factor);
      }
    }
  }

  /** Whether all legal points are known, so that the set can be written out exactly. */
  boolean known() {
    return !points.isEmpty();
  }

  private long[] ones() {
    long[] ones = new long[kinds];
    Arrays.fill(ones, 1);
    return ones;
  }

  private boolean enumerate(int[] children, int kind, int sum, ToLongFunction<int[]> cost) {
    if (kind == kinds) {
      long amount = cost.applyAsLong(children);
      if (amount != SlotRules.BROKEN) {
        points.add(children.clone());
        costs.add(amount);
      }
      return points.size() <= MOST_POINTS;
    }
    for (int n = 0; n <= Math.min(most[kind], total - sum); n++) {
      children[kind] = n;
      if (!enumerate(children, kind + 1, sum + n, cost)) {
        return false;
      }
    }
    children[kind] = 0;
    return true;
  }

  private void findInequalities() {
    maximal = maximal(points);
    for (int[] members : subsets()) {
      List<int[]> projected = maximal(project(maximal, members));
      if (members.length > 1 && bases(projected.size(), members.length) <= MOST_BASES) {
        facets(members, projected);
      } else {
        long[] factor = new long[kinds];
        for (int member : members) {
          factor[member] = 1;
        }
        addInequality(factor);
      }
    }
    dropImplied();
  }

  /** All subsets of few kinds; of many kinds those of some classes and some variants. */
  private List<int[]> subsets() {
    List<int[]> subsets = new ArrayList<>();
    if (kinds <= MOST_FREE_KINDS) {
      for (int subset = 1; subset < 1 << kinds; subset++) {
        int chosen = subset;
        subsets.add(IntStream.range(0, kinds).filter(k -> (chosen >> k & 1) != 0).toArray());
      }
      return subsets;
    }
    int[] classes = Arrays.stream(kindOf).map(kind -> kind / variants).distinct().toArray();
    int[] terms = Arrays.stream(kindOf).map(kind -> kind % variants).distinct().toArray();
    for (int chosen = 1; chosen < 1 << classes.length; chosen++) {
      for (int with = 1; with < 1 << terms.length; with++) {
        if (terms.length > 4
            && Integer.bitCount(with) > 1
            && Integer.bitCount(with) < terms.length - 1) {
          continue;
        }
        int ofClass = chosen;
        int ofTerm = with;
        subsets.add(
            IntStream.range(0, kinds)
                .filter(k -> in(ofClass, classes, kindOf[k] / variants))
                .filter(k -> in(ofTerm, terms, kindOf[k] % variants))
                .toArray());
      }
    }
    subsets.removeIf(each -> each.length == 0);
    return subsets;
  }

  private static boolean in(int subset, int[] all, int one) {
    for (int i = 0; i < all.length; i++) {
      if (all[i] == one) {
        return (subset >> i & 1) != 0;
      }
    }
    return false;
  }

  private static List<int[]> project(List<int[]> all, int[] members) {
    return all.stream().map(point -> Arrays.stream(members).map(k -> point[k]).toArray()).toList();
  }

  /** Points that no other exceeds, each once. */
  private static List<int[]> maximal(List<int[]> all) {
    List<int[]> sorted = new ArrayList<>(all);
    sorted.sort((a, b) -> Integer.compare(Arrays.stream(b).sum(), Arrays.stream(a).sum()));
    List<int[]> kept = new ArrayList<>();
    for (int[] point : sorted) {
      if (kept.stream().noneMatch(other -> below(point, other))) {
        kept.add(point);
      }
    }
    return kept;
  }

  private static boolean below(int[] point, int[] other) {
    for (int k = 0; k < point.length; k++) {
      if (point[k] > other[k]) {
        return false;
      }
    }
    return true;
  }

  private static long bases(int points, int size) {
    double count = 1;
    for (int i = 0; i < size; i++) {
      count = count * (points - i) / (i + 1);
    }
    return (long) Math.min(1e15, Math.max(0, count));
  }

  /** All facets with a positive factor for exactly the members: one through every basis. */
  private void facets(int[] members, List<int[]> projected) {
    int size = members.length;
    int[] chosen = new int[size];
    for (int i = 0; i < size; i++) {
      chosen[i] = i;
    }
    List<BitSet> found = new ArrayList<>();
    while (chosen[size - 1] < projected.size()) {
      // Points on a facet that is known lead to it again.
      if (!known(found, chosen)) {
        BitSet on = facet(members, projected, chosen);
        if (!on.isEmpty()) {
          found.add(on);
        }
      }
      int i = size - 1;
      while (i > 0 && chosen[i] + size - i == projected.size()) {
        i--;
      }
      chosen[i]++;
      for (int j = i + 1; j < size; j++) {
        chosen[j] = chosen[j - 1] + 1;
      }
    }
  }

  private static boolean known(List<BitSet> found, int[] chosen) {
    for (BitSet on : found) {
      int i = 0;
      while (i < chosen.length && on.get(chosen[i])) {
        i++;
      }
      if (i == chosen.length) {
        return true;
      }
    }
    return false;
  }

  /** Points on the facet through some of them; none where that is no facet. */
  private BitSet facet(int[] members, List<int[]> projected, int[] chosen) {
    int size = members.length;
    long[][] matrix = new long[size][size + 1];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        matrix[i][j] = projected.get(chosen[i])[j];
      }
      matrix[i][size] = 1;
    }
    long[] solved = Fractions.solve(matrix);
    BitSet on = new BitSet();
    if (solved.length == 0) {
      return on;
    }
    for (int i = 0; i < size; i++) {
      if (solved[i] <= 0) {
        return on;
      }
    }
    for (int p = 0; p < projected.size(); p++) {
      long sum = 0;
      for (int i = 0; i < size; i++) {
        sum += solved[i] * projected.get(p)[i];
      }
      if (sum > solved[size]) {
        return new BitSet();
      }
      on.set(p, sum == solved[size]);
    }
    Fractions.reduce(solved);
    long[] factor = new long[kinds];
    for (int i = 0; i < size; i++) {
      factor[members[i]] = solved[i];
    }
    addInequality(factor);
    return on;
  }

  /** Adds the tightest inequality of a direction, unless the numbers who could come imply it. */
  private void addInequality(long[] factor) {
    if (!directions.add(Arrays.stream(factor).boxed().toList())) {
      return;
    }
    long reached = 0;
    for (int[] point : maximal) {
      reached = Math.max(reached, dot(factor, point));
    }
    if (reached < dot(factor, available)) {
      inequalities.add(new Inequality(factor, reached));
    }
  }

  private void dropImplied() {
    List<Inequality> all = new ArrayList<>(inequalities);
    inequalities.removeIf(
        each -> all.stream().anyMatch(other -> other != each && implies(other, each)));
  }

  private static boolean implies(Inequality strong, Inequality weak) {
    if (strong.most > weak.most) {
      return false;
    }
    boolean same = strong.most == weak.most;
    for (int k = 0; k < weak.factor.length; k++) {
      if (strong.factor[k] < weak.factor[k]) {
        return false;
      }
      same &= strong.factor[k] == weak.factor[k];
    }
    return !same;
  }

  private static long dot(long[] factor, int[] point) {
    long sum = 0;
    for (int k = 0; k < point.length; k++) {
      sum += factor[k] * point[k];
    }
    return sum;
  }

  /** The lower convex hull of the least cost over the values of a direction. */
  private void findCostBounds(long[] factor) {
    java.util.TreeMap<Long, Long> least = new java.util.TreeMap<>();
    for (int i = 0; i < points.size(); i++) {
      least.merge(dot(factor, points.get(i)), costs.get(i), Math::min);
    }
    List<long[]> hull = new ArrayList<>();
    least.forEach(
        (value, cost) -> {
          long[] next = {value, cost};
          while (hull.size() > 1 && cross(hull.get(hull.size() - 2), hull.getLast(), next) <= 0) {
            hull.removeLast();
          }
          hull.add(next);
        });
    for (int i = 0; i + 1 < hull.size(); i++) {
      long width = hull.get(i + 1)[0] - hull.get(i)[0];
      long rise = hull.get(i + 1)[1] - hull.get(i)[1];
      if (rise > 0) {
        long offset = rise * hull.get(i)[0] - width * hull.get(i)[1];
        costBounds.add(new CostBound(factor, rise, offset, width));
      }
    }
  }

  private static long cross(long[] a, long[] b, long[] c) {
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
  }
}
