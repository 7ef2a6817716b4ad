package org.plek.benchmarks.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Changes from one set of results to another: for plans the median of the paired ratios over
 * instances and seeds with their range, for figures the ratio with both error bars.
 */
public final class Comparison {
  private record Kind(String size, String solver, int seconds, int threads) {}

  private Comparison() {}

  /** Tables in Markdown; ratios are second to first, under 1 is less. */
  public static List<String> of(
      List<Row> first,
      List<Row> second,
      List<Figure> firstFigures,
      List<Figure> secondFigures,
      Bounds bounds) {
    List<String> lines = new ArrayList<>();
    addMeasures(
        Summary.measures(first, firstFigures, bounds),
        Summary.measures(second, secondFigures, bounds),
        lines);
    lines.add("| plans | pairs | unserved | range | objective | range | moves/s |");
    lines.add("|---|---|---|---|---|---|---|");
    Set<Kind> kinds = new LinkedHashSet<>();
    second.forEach(row -> kinds.add(kind(row)));
    for (Kind kind : kinds) {
      List<double[]> ratios = new ArrayList<>();
      for (Row after : second) {
        for (Row before : first) {
          if (kind(after).equals(kind)
              && before.job().equals(after.job())
              && before.sha256().equals(after.sha256())) {
            ratios.add(
                new double[] {
                  ratio(after.unserved(), before.unserved()),
                  ratio(after.objective(), before.objective()),
                  ratio(after.moves() / after.elapsed(), before.moves() / before.elapsed())
                });
          }
        }
      }
      if (!ratios.isEmpty()) {
        lines.add(
            "| %s %s %d s, %d threads | %d | %s | %s | %s | %s | %s |"
                .formatted(
                    kind.size,
                    kind.solver,
                    kind.seconds,
                    kind.threads,
                    ratios.size(),
                    middle(ratios, 0),
                    range(ratios, 0),
                    middle(ratios, 1),
                    range(ratios, 1),
                    middle(ratios, 2)));
      }
    }
    lines.add("");
    lines.add("| figure | first | second | second / first |");
    lines.add("|---|---|---|---|");
    for (Figure after : secondFigures) {
      for (Figure before : firstFigures) {
        if (before.name().equals(after.name()) && before.instance().equals(after.instance())) {
          lines.add(
              "| %s %s | %s | %s | %s%s |"
                  .formatted(
                      after.name(),
                      after.instance(),
                      value(before),
                      value(after),
                      Measure.number(ratio(after.value(), before.value())),
                      within(before, after) ? ", within the error" : ""));
        }
      }
    }
    return lines;
  }

  private static void addMeasures(List<Measure> first, List<Measure> second, List<String> lines) {
    lines.add("| measure | limit | first | holds | second | holds |");
    lines.add("|---|---|---|---|---|---|");
    for (int i = 0; i < first.size(); i++) {
      Measure before = first.get(i);
      Measure after = second.get(i);
      if (before.count() + after.count() > 0) {
        lines.add(
            "| %s | %s | %s | %s | %s | %s |"
                .formatted(
                    before.name(),
                    before.limit(),
                    before.value(),
                    before.verdict(),
                    after.value(),
                    after.verdict()));
      }
    }
    lines.add("");
  }

  private static Kind kind(Row row) {
    String size = row.instance().substring(0, row.instance().lastIndexOf('-'));
    return new Kind(size, row.solver(), row.seconds(), row.threads());
  }

  private static double ratio(double after, double before) {
    return after == before ? 1 : after / before;
  }

  private static boolean within(Figure before, Figure after) {
    return before.error() + after.error() > 0
        && Math.abs(before.value() - after.value()) <= before.error() + after.error();
  }

  private static String value(Figure figure) {
    String error = figure.error() > 0 ? " ± " + Measure.number(figure.error()) : "";
    return String.format(
        Locale.ROOT, "%s%s %s", Measure.number(figure.value()), error, figure.unit());
  }

  private static String middle(List<double[]> ratios, int column) {
    return Measure.number(Measure.median(ratios.stream().mapToDouble(r -> r[column]).toArray()));
  }

  private static String range(List<double[]> ratios, int column) {
    double[] all = ratios.stream().mapToDouble(r -> r[column]).toArray();
    Arrays.sort(all);
    return Measure.number(all[0]) + " to " + Measure.number(all[all.length - 1]);
  }
}
