package org.plek.cost;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A price in the making: an exact sum and, where somebody wants to read it, its lines. */
final class Charge {
  private final @Nullable List<Line> lines;
  private long sum;

  private Charge(@Nullable List<Line> lines) {
    this.lines = lines;
  }

  /** The sum alone. */
  static Charge silent() {
    return new Charge(null);
  }

  /** With lines. */
  static Charge told() {
    return new Charge(new ArrayList<>());
  }

  void add(Line.What what, BigDecimal quantity, Line.Unit unit, long amount, String source) {
    sum += amount;
    if (lines != null && amount != 0) {
      lines.add(new Line(what, quantity, unit, Exact.shown(amount), source));
    }
  }

  void addHours(Line.What what, long minutes, long amount, String source) {
    sum += amount;
    if (lines != null && amount != 0) {
      lines.add(
          new Line(what, Exact.hours(minutes), Line.Unit.CHILD_HOUR, Exact.shown(amount), source));
    }
  }

  long sum() {
    return sum;
  }

  List<Line> lines() {
    return lines == null ? List.of() : lines;
  }
}
