package org.plek.benchmarks.results;

import java.util.List;

/**
 * A figure of speed or size.
 *
 * @param name what was measured, such as {@code first-plan} or the name of a micro benchmark
 * @param instance on what, empty where the name says it
 * @param value how much
 * @param error half the width of its 99.9 % confidence interval, 0 when measured once
 * @param unit of value and error
 * @param circumstances machine, JDK, commit
 */
public record Figure(
    String name,
    String instance,
    double value,
    double error,
    String unit,
    Circumstances circumstances) {
  static final List<String> HEADER =
      List.of("name", "instance", "value", "error", "unit", "machine", "jdk", "commit");

  List<String> fields() {
    return List.of(
        name,
        instance,
        Results.number(value),
        Results.number(error),
        unit,
        circumstances.machine(),
        circumstances.jdk(),
        circumstances.commit());
  }

  static Figure of(List<String> f) {
    return new Figure(
        f.get(0),
        f.get(1),
        Double.parseDouble(f.get(2)),
        Double.parseDouble(f.get(3)),
        f.get(4),
        new Circumstances(f.get(5), f.get(6), f.get(7)));
  }
}
