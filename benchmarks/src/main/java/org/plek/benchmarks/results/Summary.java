package org.plek.benchmarks.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the results show against what they must show: medians over the seeds. */
public final class Summary {
  /** What names of figures of fixed visits start with. */
  public static final String SMPTSP = "smptsp-";

  private final List<Row> rows;
  private final List<Figure> figures;
  private final Bounds bounds;
  private final List<Measure> measures = new ArrayList<>();

  private Summary(List<Row> rows, List<Figure> figures, Bounds bounds) {
    this.rows = rows;
    this.figures = figures;
    this.bounds = bounds;
  }

  /** A table in Markdown: measure, limit, value, over how many seeds, whether it holds. */
  public static List<String> of(List<Row> rows, List<Figure> figures, Bounds bounds) {
    return Stream.concat(
            Measure.HEADER.stream(), measures(rows, figures, bounds).stream().map(Measure::line))
        .toList();
  }

  /** All measures, those that were not taken among them. */
  static List<Measure> measures(List<Row> rows, List<Figure> figures, Bounds bounds) {
    Summary summary = new Summary(rows, figures, bounds);
    summary.plans();
    summary.growth();
    summary.fixedVisits();
    return summary.measures;
  }

  private void plans() {
    unservedAtM();
    objectiveAtS();
    smallInstances();
    List<Double> ratios = new ArrayList<>();
    List<Double> least = new ArrayList<>();
    for (Row plek : plek("XL-", 60)) {
      greedy(plek)
          .ifPresent(
              greedy -> {
                ratios.add(plek.unserved() / (double) greedy.unserved());
                addLeast(plek, greedy, least);
              });
    }
    measures.add(Measure.atMost("XL, 60 s: unserved / greedy's", 0.55, ratios));
    measures.add(Measure.told("XL: no plan is below / greedy's", least));
    long wrong = rows.stream().filter(row -> !row.legal() || !row.equal()).count();
    measures.add(
        Measure.count(
            "plans not legal or not worth what was claimed", "0", wrong, rows.size(), wrong == 0));
  }

  private void unservedAtM() {
    List<Double> ratios = new ArrayList<>();
    List<Double> plain = new ArrayList<>();
    List<Double> least = new ArrayList<>();
    for (Row plek : plek("M-", 60)) {
      bestTimefold(plek)
          .ifPresent(
              peer -> {
                double bound = bounds.unserved(plek);
                ratios.add((plek.unserved() - bound) / (peer.unserved() - bound));
                plain.add(plek.unserved() / (double) peer.unserved());
                addLeast(plek, peer, least);
              });
    }
    measures.add(
        Measure.atMost("M, 60 s: (unserved - bound) / (best Timefold's - bound)", 0.35, ratios));
    measures.add(Measure.atMost("M, 60 s: unserved / best Timefold's", 0.40, plain));
    measures.add(Measure.told("M, 60 s: no plan is below / best Timefold's", least));
  }

  /** What even a plan at the proven bound would come to. */
  private void addLeast(Row plek, Row other, List<Double> least) {
    double bound = bounds.unserved(plek);
    if (bound > 0) {
      least.add(bound / other.unserved());
    }
  }

  private Optional<Row> bestTimefold(Row plek) {
    return rows.stream()
        .filter(row -> row.solver().startsWith("timefold") && same(row, plek))
        .min(Comparator.comparingLong(Row::unserved));
  }

  private static boolean same(Row row, Row other) {
    return row.instance().equals(other.instance())
        && row.sha256().equals(other.sha256())
        && row.seconds() == other.seconds();
  }

  private void objectiveAtS() {
    List<Double> ratios = new ArrayList<>();
    List<Double> gaps = new ArrayList<>();
    for (Row plek : plek("S-", 60)) {
      OptionalDouble bound = bounds.objective(plek);
      Optional<Row> greedy = greedy(plek);
      if (bound.isPresent() && greedy.isPresent()) {
        ratios.add(
            (plek.objective() - bound.getAsDouble())
                / (greedy.get().objective() - bound.getAsDouble()));
        gaps.add(plek.objective() / bound.getAsDouble() - 1);
      }
    }
    measures.add(Measure.atMost("S, 60 s: (objective - bound) / (greedy's - bound)", 0.20, ratios));
    measures.add(Measure.told("S, 60 s: objective / bound - 1", gaps));
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
    for (Row plek : plek("", 10)) {
      OptionalLong optimum = bounds.optimum(plek);
      if (optimum.isPresent()) {
        proven++;
        reached += plek.objective() <= optimum.getAsLong() ? 1 : 0;
      }
    }
    measures.add(
        Measure.count(
            "small instances: optimum reached in 10 s",
            "20 of 20",
            reached,
            proven,
            reached >= 20));
  }

  private void growth() {
    List<Double> construction =
        rows.stream()
            .filter(r -> r.instance().equals("XL-1") && r.solver().equals("timefold-construction"))
            .map(Row::elapsed)
            .limit(1)
            .toList();
    measures.add(
        Measure.atMost(
            "XL: first plan / Timefold's construction",
            0.125,
            ratio(figure("first-plan", "XL-1"), construction)));
    measures.add(
        Measure.atMost("S to XL: first plan grows with the sessions to the power", 1.1, growing()));
    measures.add(
        Measure.atLeast(
            "moves/s of the search, XL against M",
            0.5,
            ratio(figure("moves-per-second-1", "XL-1"), figure("moves-per-second-1", "M-1"))));
    measures.add(
        Measure.atMost(
            "M: slots by masks / by a loop over counts",
            0.125,
            ratio(
                figure("micro MoveBenchmark.slotsByMask", "M-1"),
                figure("micro MoveBenchmark.slotsByCounts", "M-1"))));
    measures.add(
        Measure.atLeast(
            "moves/s on two threads against one, M",
            1.8,
            figure("speed-up-of-two-threads", "M-1")));
    for (String size : List.of("M", "XL")) {
      measures.add(
          Measure.atMost(
              "bytes per option with the state, " + size,
              24,
              figure("bytes-per-option", size + "-1")));
      measures.add(
          Measure.told(
              "options per care session, " + size, figure("options-per-session", size + "-1")));
    }
    measures.add(
        Measure.atMost(
            "XL: options with the index / by brute force",
            0.2,
            ratio(figure("options", "XL-1"), figure("options-brute-force", "XL-1"))));
  }

  /** Slope of the logarithm of the time over that of the number of care sessions. */
  private List<Double> growing() {
    List<double[]> points = new ArrayList<>();
    for (String size : List.of("S-1", "M-1", "L-1", "XL-1")) {
      for (double seconds : figure("first-plan", size)) {
        figure("sessions", size)
            .forEach(sessions -> points.add(new double[] {Math.log(sessions), Math.log(seconds)}));
      }
    }
    if (points.size() < 4) {
      return List.of();
    }
    double x = points.stream().mapToDouble(p -> p[0]).average().orElseThrow();
    double y = points.stream().mapToDouble(p -> p[1]).average().orElseThrow();
    double both = points.stream().mapToDouble(p -> (p[0] - x) * (p[1] - y)).sum();
    double own = points.stream().mapToDouble(p -> (p[0] - x) * (p[0] - x)).sum();
    return List.of(both / own);
  }

  private void fixedVisits() {
    List<Double> gaps = new ArrayList<>();
    int worse = 0;
    int atBound = 0;
    int wrong = 0;
    for (Figure carers : figures) {
      if (!carers.name().equals(SMPTSP + "carers")) {
        continue;
      }
      double bound = only(SMPTSP + "bound", carers.instance());
      gaps.add(100 * (carers.value() - bound) / bound);
      atBound += carers.value() <= bound ? 1 : 0;
      worse += carers.value() > only(SMPTSP + "reference", carers.instance()) ? 1 : 0;
      wrong += only(SMPTSP + "missed-or-broken", carers.instance()) > 0 ? 1 : 0;
    }
    int all = gaps.size();
    measures.add(
        Measure.count("SMPTSP: more carers than the reference", "0", worse, all, worse == 0));
    measures.add(
        Measure.atMost(
            "SMPTSP: mean gap to the bound in %",
            1.0,
            all == 0
                ? List.of()
                : List.of(gaps.stream().mapToDouble(gap -> gap).average().orElseThrow())));
    measures.add(
        Measure.count("SMPTSP: at the bound (aim)", ">= 20 of 23", atBound, all, atBound >= 20));
    measures.add(Measure.count("SMPTSP: not complete or not legal", "0", wrong, all, wrong == 0));
  }

  private List<Row> plek(String prefix, int seconds) {
    return rows.stream()
        .filter(
            r ->
                r.solver().equals("plek")
                    && r.instance().startsWith(prefix)
                    && r.seconds() == seconds)
        .toList();
  }

  private static List<Double> ratio(List<Double> of, List<Double> to) {
    return of.isEmpty() || to.isEmpty() ? List.of() : List.of(of.getFirst() / to.getFirst());
  }

  private double only(String name, String instance) {
    List<Double> value = figure(name, instance);
    return value.isEmpty() ? Double.NaN : value.getFirst();
  }

  /** The median of what was measured, none when nothing was. */
  private List<Double> figure(String name, String instance) {
    Predicate<Figure> which = f -> f.name().equals(name) && f.instance().equals(instance);
    double[] values = figures.stream().filter(which).mapToDouble(Figure::value).toArray();
    return values.length == 0 ? List.of() : List.of(Measure.median(values));
  }
}
