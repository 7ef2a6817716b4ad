package org.plek.benchmarks.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** What the results show against what they must show: medians over the seeds. */
public final class Summary {
  private static final double FASTEST = Double.MAX_VALUE;

  private final List<Row> rows;
  private final List<Figure> figures;
  private final Bounds bounds;
  private final List<String> lines = new ArrayList<>();

  private Summary(List<Row> rows, List<Figure> figures, Bounds bounds) {
    this.rows = rows;
    this.figures = figures;
    this.bounds = bounds;
  }

  /** A table in Markdown: measure, limit, value, over how many seeds, whether it holds. */
  public static List<String> of(List<Row> rows, List<Figure> figures, Bounds bounds) {
    return new Summary(rows, figures, bounds).lines();
  }

  private List<String> lines() {
    lines.add("| measure | limit | value | of | holds |");
    lines.add("|---|---|---|---|---|");
    unservedAtM();
    objectiveAtS();
    smallInstances();
    unservedAtXl();
    firstPlan();
    ratio("moves/s of the search, XL against M", 0.5, true, "moves-per-second-1", "XL-1", "M-1");
    micro();
    most("moves/s on two threads against one, M", "speed-up-of-two-threads", "M-1", 1.8, FASTEST);
    most("bytes per option with the state, M", "bytes-per-option", "M-1", 0, 24);
    most("bytes per option with the state, XL", "bytes-per-option", "XL-1", 0, 24);
    most("options per care session, M", "options-per-session", "M-1", 0, FASTEST);
    most("options per care session, XL", "options-per-session", "XL-1", 0, FASTEST);
    bruteForce();
    long wrong = rows.stream().filter(row -> !row.legal() || !row.equal()).count();
    line("plans not legal or not worth what was claimed", "0", wrong + "", rows.size(), wrong == 0);
    return lines;
  }

  private void unservedAtM() {
    List<Double> ratios = new ArrayList<>();
    List<Double> plain = new ArrayList<>();
    for (Row plek : rows("M-", 60, row -> row.solver().equals("plek"))) {
      bestTimefold(plek)
          .ifPresent(
              peer -> {
                double bound = bounds.unserved(plek);
                ratios.add((plek.unserved() - bound) / (peer.unserved() - bound));
                plain.add(plek.unserved() / (double) peer.unserved());
              });
    }
    atMost("M, 60 s: (unserved - bound) / (best Timefold's - bound)", 0.35, ratios);
    atMost("M, 60 s: unserved / best Timefold's", 0.40, plain);
  }

  private Optional<Row> bestTimefold(Row plek) {
    return rows.stream()
        .filter(row -> row.solver().startsWith("timefold") && same(row, plek))
        .min(java.util.Comparator.comparingLong(Row::unserved));
  }

  private static boolean same(Row row, Row other) {
    return row.instance().equals(other.instance())
        && row.sha256().equals(other.sha256())
        && row.seconds() == other.seconds();
  }

  private void objectiveAtS() {
    List<Double> ratios = new ArrayList<>();
    List<Double> gaps = new ArrayList<>();
    for (Row plek : rows("S-", 60, row -> row.solver().equals("plek"))) {
      OptionalDouble bound = bounds.objective(plek);
      Optional<Row> greedy = greedy(plek);
      if (bound.isPresent() && greedy.isPresent()) {
        ratios.add(
            (plek.objective() - bound.getAsDouble())
                / (greedy.get().objective() - bound.getAsDouble()));
        gaps.add(plek.objective() / bound.getAsDouble() - 1);
      }
    }
    atMost("S, 60 s: (objective - bound) / (greedy's - bound)", 0.20, ratios);
    atMost("S, 60 s: objective / bound - 1", FASTEST, gaps);
  }

  private Optional<Row> greedy(Row plek) {
    return rows.stream()
        .filter(
            row ->
                row.solver().equals("greedy")
                    && row.instance().equals(plek.instance())
                    && row.sha256().equals(plek.sha256()))
        .findFirst();
  }

  private void smallInstances() {
    int proven = 0;
    int reached = 0;
    for (Row plek : rows("", 10, row -> row.solver().equals("plek"))) {
      OptionalLong optimum = bounds.optimum(plek);
      if (optimum.isPresent()) {
        proven++;
        reached += plek.objective() <= optimum.getAsLong() ? 1 : 0;
      }
    }
    line(
        "small instances: optimum reached in 10 s",
        "20 of 20",
        reached + "",
        proven,
        reached >= 20);
  }

  private void unservedAtXl() {
    List<Double> ratios = new ArrayList<>();
    for (Row plek : rows("XL-", 60, row -> row.solver().equals("plek"))) {
      greedy(plek).ifPresent(g -> ratios.add(plek.unserved() / (double) g.unserved()));
    }
    atMost("XL, 60 s: unserved / greedy's", 0.55, ratios);
  }

  private void firstPlan() {
    OptionalDouble plek = figure("first-plan", "XL-1");
    OptionalDouble peer =
        rows.stream()
            .filter(r -> r.instance().equals("XL-1") && r.solver().equals("timefold-construction"))
            .mapToDouble(Row::elapsed)
            .findFirst();
    atMost(
        "XL: first plan / Timefold's construction",
        0.125,
        plek.isPresent() && peer.isPresent()
            ? List.of(plek.getAsDouble() / peer.getAsDouble())
            : List.of());
    OptionalDouble small = figure("first-plan", "S-1");
    atMost(
        "first plan per care session, XL / S (1 is linear)",
        FASTEST,
        plek.isPresent() && small.isPresent()
            ? List.of(plek.getAsDouble() / 200_000 / (small.getAsDouble() / 1_000))
            : List.of());
  }

  private void micro() {
    OptionalDouble mask = figure("micro MoveBenchmark.slotsByMask", "M-1");
    OptionalDouble counts = figure("micro MoveBenchmark.slotsByCounts", "M-1");
    atMost(
        "M: slots by masks / by a loop over counts",
        0.125,
        mask.isPresent() && counts.isPresent()
            ? List.of(mask.getAsDouble() / counts.getAsDouble())
            : List.of());
  }

  private void bruteForce() {
    ratio(
        "XL: options with the index / by brute force",
        0.2,
        false,
        "options",
        "XL-1",
        "options-brute-force",
        "XL-1");
  }

  private void ratio(
      String measure, double limit, boolean atLeast, String name, String of, String against) {
    ratio(measure, limit, atLeast, name, of, name, against);
  }

  private void ratio(
      String measure,
      double limit,
      boolean atLeast,
      String name,
      String of,
      String otherName,
      String other) {
    OptionalDouble value = figure(name, of);
    OptionalDouble base = figure(otherName, other);
    if (value.isEmpty() || base.isEmpty()) {
      missing(measure);
      return;
    }
    double ratio = value.getAsDouble() / base.getAsDouble();
    line(
        measure,
        (atLeast ? ">= " : "<= ") + number(limit),
        number(ratio),
        1,
        atLeast ? ratio >= limit : ratio <= limit);
  }

  private void most(String measure, String name, String instance, double least, double most) {
    OptionalDouble value = figure(name, instance);
    if (value.isEmpty()) {
      missing(measure);
      return;
    }
    String limit = most < FASTEST ? "<= " + number(most) : least > 0 ? ">= " + number(least) : "";
    double v = value.getAsDouble();
    line(measure, limit, number(v), 1, v >= least && v <= most);
  }

  private void atMost(String measure, double limit, List<Double> values) {
    if (values.isEmpty()) {
      missing(measure);
      return;
    }
    double[] sorted = values.stream().mapToDouble(v -> v).sorted().toArray();
    String text =
        sorted.length == 1
            ? number(sorted[0])
            : "%s (%s to %s)"
                .formatted(
                    number(median(sorted)), number(sorted[0]), number(sorted[sorted.length - 1]));
    line(
        measure,
        limit < FASTEST ? "<= " + number(limit) : "",
        text,
        sorted.length,
        median(sorted) <= limit);
  }

  private void missing(String measure) {
    lines.add("| %s | | not measured | 0 | |".formatted(measure));
  }

  private void line(String measure, String limit, String value, int count, boolean holds) {
    lines.add(
        "| %s | %s | %s | %d | %s |"
            .formatted(measure, limit, value, count, limit.isEmpty() ? "" : holds ? "yes" : "NO"));
  }

  private List<Row> rows(String prefix, int seconds, Predicate<Row> which) {
    return rows.stream()
        .filter(r -> r.instance().startsWith(prefix) && r.seconds() == seconds && which.test(r))
        .toList();
  }

  private OptionalDouble figure(String name, String instance) {
    return median(
        figures, f -> f.name().equals(name) && f.instance().equals(instance), Figure::value);
  }

  static <T> OptionalDouble median(List<T> all, Predicate<T> which, ToDoubleFunction<T> value) {
    double[] sorted = all.stream().filter(which).mapToDouble(value).sorted().toArray();
    return sorted.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(median(sorted));
  }

  static double median(double[] sorted) {
    double[] copy = sorted.clone();
    Arrays.sort(copy);
    int middle = copy.length / 2;
    return copy.length % 2 == 1 ? copy[middle] : (copy[middle - 1] + copy[middle]) / 2;
  }

  static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.3f" : "%,.1f", value);
  }
}
