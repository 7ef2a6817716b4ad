package org.plek.scoring.plain;

import java.util.List;

/** How many of several children stay away, each by itself with its own probability. */
final class PoissonBinomial {
  private PoissonBinomial() {}

  /** The exact probability of 0, 1, … all of them, by adding one child after the other. */
  static double[] distribution(List<Double> probabilities) {
    double[] number = new double[probabilities.size() + 1];
    number[0] = 1;
    for (int child = 0; child < probabilities.size(); child++) {
      double away = probabilities.get(child);
      for (int absent = child + 1; absent > 0; absent--) {
        number[absent] = number[absent] * (1 - away) + number[absent - 1] * away;
      }
      number[0] *= 1 - away;
    }
    return number;
  }
}
