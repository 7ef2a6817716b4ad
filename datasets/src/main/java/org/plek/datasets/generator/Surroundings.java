package org.plek.datasets.generator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plek.domain.Point;
import org.plek.domain.Provider;

/** Providers around a point, and points around a provider. */
final class Surroundings {
  private static final double CELL_DEGREES = 0.02;
  private static final double KILOMETRES_PER_DEGREE = 111.195;

  private final List<Provider> providers;
  private final Map<Long, List<Integer>> cells = new HashMap<>();
  private final long[] placesUpTo;

  Surroundings(List<Provider> providers) {
    this.providers = providers;
    placesUpTo = new long[providers.size()];
    long places = 0;
    for (int p = 0; p < providers.size(); p++) {
      Point point = providers.get(p).location();
      cells.computeIfAbsent(key(row(point), column(point)), k -> new ArrayList<>()).add(p);
      places += providers.get(p).licensedCapacity();
      placesUpTo[p] = places;
    }
  }

  /** A provider drawn in proportion to its places. */
  Provider anyProvider(Chance chance) {
    long drawn = (long) (chance.fraction() * placesUpTo[placesUpTo.length - 1]);
    int low = 0;
    int high = placesUpTo.length - 1;
    while (low < high) {
      int middle = (low + high) / 2;
      if (placesUpTo[middle] > drawn) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return providers.get(low);
  }

  /** A point near another, at an exponential distance with the given mean, cut at the most. */
  static Point near(Point centre, double meanKilometres, double mostKilometres, Chance chance) {
    double distance =
        Math.min(mostKilometres, -meanKilometres * StrictMath.log(1 - chance.fraction()));
    double bearing = chance.fraction() * 2 * Math.PI;
    double north = distance * StrictMath.cos(bearing) / KILOMETRES_PER_DEGREE;
    double east =
        distance
            * StrictMath.sin(bearing)
            / (KILOMETRES_PER_DEGREE * StrictMath.cos(StrictMath.toRadians(centre.latitude())));
    return new Point(rounded(centre.latitude() + north), rounded(centre.longitude() + east));
  }

  /** The nearest providers, nearest first, ties in the order of the network. */
  List<Provider> nearest(Point home, int count) {
    List<Integer> found = new ArrayList<>();
    int reach = 0;
    for (int ring = 0; ring < 200; ring++) {
      for (int row = row(home) - ring; row <= row(home) + ring; row++) {
        boolean whole = Math.abs(row - row(home)) == ring;
        int step = whole || ring == 0 ? 1 : 2 * ring;
        for (int column = column(home) - ring; column <= column(home) + ring; column += step) {
          found.addAll(cells.getOrDefault(key(row, column), List.of()));
        }
      }
      // One ring more, since a corner of a ring lies farther than the side of the next.
      if (found.size() >= Math.min(count, providers.size()) && ++reach > 1) {
        break;
      }
    }
    double[] away = new double[found.size()];
    double shrink = StrictMath.cos(StrictMath.toRadians(home.latitude()));
    for (int i = 0; i < away.length; i++) {
      away[i] = squaredKilometres(home, providers.get(found.get(i)).location(), shrink);
    }
    List<Provider> nearest = new ArrayList<>();
    while (nearest.size() < Math.min(count, away.length)) {
      int best = 0;
      for (int i = 1; i < away.length; i++) {
        if (away[i] < away[best] || away[i] == away[best] && found.get(i) < found.get(best)) {
          best = i;
        }
      }
      nearest.add(providers.get(found.get(best)));
      away[best] = Double.POSITIVE_INFINITY;
    }
    return nearest;
  }

  /** Flat earth, on which a degree east is shorter: exact enough to rank neighbours. */
  private static double squaredKilometres(Point a, Point b, double shrink) {
    double north = (a.latitude() - b.latitude()) * KILOMETRES_PER_DEGREE;
    double east = (a.longitude() - b.longitude()) * KILOMETRES_PER_DEGREE * shrink;
    return north * north + east * east;
  }

  /** Five decimals: a metre, and short documents. */
  static double rounded(double degrees) {
    return Math.round(degrees * 1e5) / 1e5;
  }

  private static int row(Point point) {
    return (int) Math.floor(point.latitude() / CELL_DEGREES);
  }

  private static int column(Point point) {
    return (int) Math.floor(point.longitude() / CELL_DEGREES);
  }

  private static long key(int row, int column) {
    return (long) row << 32 | column & 0xFFFFFFFFL;
  }
}
