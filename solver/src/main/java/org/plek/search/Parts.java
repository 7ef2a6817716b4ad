package org.plek.search;

import java.util.Arrays;
import org.plek.domain.Entitlement;
import org.plek.domain.Point;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;

/**
 * Cuts a region into slabs across one direction, so that chains work side by side on providers and
 * families of their own. Another direction each round treats what a border held back before.
 * Depends on the problem and the round only, never on the number of threads.
 */
final class Parts {
  private static final int LEAST_SESSIONS_PER_PART = 2_500;
  private static final int MOST_SESSIONS_PER_PART = 8_000;

  /** So many processors or a multiple of them are busy to the end of a round. */
  private static final int PARTS_AT_A_TIME = 4;

  private static final int MOST_PARTS = 64;

  /** Part of each group. */
  final int[] ofGroup;

  /** Part of each family. */
  final int[] ofFamily;

  private Parts(int[] ofGroup, int[] ofFamily) {
    this.ofGroup = ofGroup;
    this.ofFamily = ofFamily;
  }

  /**
   * How many parts suit a problem: 1 for a small one, and few for a large one, since most places
   * that a family can reach should lie in its own part.
   */
  static int count(ProblemIndex index) {
    return Math.min(count(index.sessions().size()), most(index));
  }

  static int count(int sessions) {
    int few = Math.min(PARTS_AT_A_TIME, sessions / LEAST_SESSIONS_PER_PART);
    int times = Math.ceilDiv(sessions, PARTS_AT_A_TIME * MOST_SESSIONS_PER_PART);
    return Math.clamp((long) few * times, 1, MOST_PARTS);
  }

  /** The most parts: 1 where families of all parts share one limit on use. */
  static int most(ProblemIndex index) {
    boolean shared =
        index.problem().policy().entitlements().stream()
            .anyMatch(each -> each.holder() == Entitlement.Holder.PROGRAMME);
    return shared ? 1 : MOST_PARTS;
  }

  /** The cut of a round. */
  static Parts cut(ProblemIndex index, int count, int round) {
    double angle = Math.PI * ((round * 0.618033988749895) % 1);
    int families = index.problem().families().size();
    double[] home = new double[families];
    for (int f = 0; f < families; f++) {
      home[f] = along(index.problem().families().get(f).home(), angle);
    }
    long[] sessionsOf = new long[families];
    for (int s = 0; s < index.sessions().size(); s++) {
      sessionsOf[index.familyOf(index.requestOf(s))]++;
    }
    double[] borders = borders(home, sessionsOf, count);
    int[] ofFamily = new int[families];
    Arrays.setAll(ofFamily, f -> slab(borders, home[f]));
    int[] ofGroup = new int[index.groups().size()];
    for (int g = 0; g < ofGroup.length; g++) {
      Provider provider = index.problem().providers().get(index.providerOf(g));
      ofGroup[g] = slab(borders, along(provider.location(), angle));
    }
    return new Parts(ofGroup, ofFamily);
  }

  private static double along(Point point, double angle) {
    double east = point.longitude() * Math.cos(Math.toRadians(52));
    return east * Math.cos(angle) + point.latitude() * Math.sin(angle);
  }

  private static double[] borders(double[] home, long[] weight, int count) {
    Integer[] order = new Integer[home.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        (a, b) -> {
          int byPlace = Double.compare(home[a], home[b]);
          return byPlace != 0 ? byPlace : Integer.compare(a, b);
        });
    long total = Arrays.stream(weight).sum();
    double[] borders = new double[count - 1];
    long sum = 0;
    int next = 0;
    for (int family : order) {
      sum += weight[family];
      while (next < borders.length && sum * count >= total * (next + 1L)) {
        borders[next++] = home[family];
      }
    }
    while (next < borders.length) {
      borders[next++] = Double.MAX_VALUE;
    }
    return borders;
  }

  private static int slab(double[] borders, double place) {
    int found = Arrays.binarySearch(borders, place);
    return found >= 0 ? found : -found - 1;
  }
}
