package org.plek.benchmarks.results;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of what the results must show.
 *
 * @param name what is measured
 * @param limit what it must be, empty where it is only told
 * @param value what it is; the median, and the range over several instances
 * @param count instances or rows behind the value; 0 where nothing was measured
 * @param met whether the limit holds; null without a limit or without a value
 */
public record Measure(String name, String limit, String value, int count, @Nullable Boolean met) {
  /** Columns of {@link #line}. */
  static final List<String> HEADER =
      List.of("| measure | limit | value | of | holds |", "|---|---|---|---|---|");

  /** The median of some values, at most a limit. */
  static Measure atMost(String name, double limit, List<Double> values) {
    return of(name, "<= " + number(limit), values, value -> value <= limit);
  }

  /** The median of some values, at least a limit. */
  static Measure atLeast(String name, double limit, List<Double> values) {
    return of(name, ">= " + number(limit), values, value -> value >= limit);
  }

  /** The median of some values, without a limit. */
  static Measure told(String name, List<Double> values) {
    return of(name, "", values, value -> true);
  }

  /** How many of some there are. */
  static Measure count(String name, String limit, long value, int of, boolean met) {
    return of == 0
        ? new Measure(name, limit, "not measured", 0, null)
        : new Measure(name, limit, String.valueOf(value), of, met);
  }

  private static Measure of(
      String name, String limit, List<Double> values, java.util.function.DoublePredicate within) {
    if (values.isEmpty()) {
      return new Measure(name, limit, "not measured", 0, null);
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double median = median(sorted);
    String range =
        sorted.length == 1
            ? ""
            : " (%s to %s)".formatted(number(sorted[0]), number(sorted[sorted.length - 1]));
    return new Measure(
        name,
        limit,
        number(median) + range,
        sorted.length,
        limit.isEmpty() ? null : within.test(median));
  }

  /** A line of a table in Markdown. */
  String line() {
    return "| %s | %s | %s | %d | %s |".formatted(name, limit, value, count, verdict());
  }

  /** Whether the limit holds, for people. */
  String verdict() {
    return met == null ? "" : met ? "met" : "MISSED";
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.3f" : "%,.1f", value);
  }
}
