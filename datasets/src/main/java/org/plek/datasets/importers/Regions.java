package org.plek.datasets.importers;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Group;
import org.plek.domain.Point;
import org.plek.domain.Provider;

/** Places of rows: regions by name, coordinates, and the middle of a region. */
final class Regions {
  private Regions() {}

  static boolean matches(String region, @Nullable String wanted) {
    return wanted == null || fold(region).equals(fold(wanted));
  }

  /** Fails when no row has the region wanted. */
  static void check(List<Row> rows, String column, @Nullable String wanted) {
    if (rows.stream().noneMatch(row -> matches(row.get(column), wanted))) {
      TreeSet<String> known = new TreeSet<>();
      rows.forEach(row -> known.add(row.get(column)));
      throw new UnreadableRegister(
          "No row has %s %s. Maybe one of %s."
              .formatted(column, wanted, String.join(", ", known.stream().limit(100).toList())));
    }
  }

  static @Nullable Point point(Row row, String latitude, String longitude) {
    Double north = row.number(latitude);
    Double east = row.number(longitude);
    if (north == null || east == null || Math.abs(north) > 90 || Math.abs(east) > 180) {
      return null;
    }
    return north == 0 && east == 0 ? null : new Point(north, east);
  }

  /** The mean of the known points by region. */
  static Map<String, Point> middles(
      List<Row> rows, String column, String latitude, String longitude) {
    Map<String, double[]> sums = new HashMap<>();
    for (Row row : rows) {
      Point point = point(row, latitude, longitude);
      if (point != null) {
        double[] sum = sums.computeIfAbsent(row.get(column), k -> new double[3]);
        sum[0] += point.latitude();
        sum[1] += point.longitude();
        sum[2]++;
      }
    }
    Map<String, Point> middles = new HashMap<>();
    sums.forEach((name, sum) -> middles.put(name, new Point(sum[0] / sum[2], sum[1] / sum[2])));
    return middles;
  }

  static void countMade(Tally tally, Provider provider, int wanted) {
    int made = provider.groups().stream().map(Group::regularChildren).mapToInt(List::size).sum();
    tally.add("regular children made", made);
    tally.add("regular children not made, no legal place left", wanted - made);
  }

  private static String fold(String name) {
    return name.strip().toUpperCase(Locale.ROOT);
  }
}
