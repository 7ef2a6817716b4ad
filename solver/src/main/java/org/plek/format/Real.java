package org.plek.format;

import org.jspecify.annotations.Nullable;

/** A number within bounds. */
final class Real extends Shape<Double> {
  final double least;
  final double most;

  private Real(double least, double most) {
    this.least = least;
    this.most = most;
  }

  static Real of(double least, double most) {
    return new Real(least, most);
  }

  @Override
  @Nullable Double read(Reading in) {
    if (!in.json.currentToken().isNumeric()) {
      in.wrongType("a number");
      return null;
    }
    double value = in.json.getDoubleValue();
    if (!(value >= least && value <= most)) {
      in.error(IssueCode.OUT_OF_RANGE, in.json.getString(), "must be " + expected(), null);
      return null;
    }
    return value + 0.0; // -0.0 becomes 0.0: equal facts, equal bytes.
  }

  @Override
  void write(Writing out, Double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "A document holds no " + value + ". Maybe leave the figure out.");
    }
    out.json().writeNumber(value + 0.0);
  }

  @Override
  String expected() {
    return most == Double.MAX_VALUE ? "a number" : "a number from " + least + " to " + most;
  }
}
