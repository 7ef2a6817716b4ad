package org.plek.datasets.generator;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Seeded chance with a named algorithm, so that a seed means the same on every machine. Each thing
 * that is made draws from a stream of its own name: leaving one out does not change the others.
 */
public final class Chance {
  private static final RandomGeneratorFactory<RandomGenerator> ALGORITHM =
      RandomGeneratorFactory.of("L64X128MixRandom");

  private final RandomGenerator random;

  private Chance(RandomGenerator random) {
    this.random = random;
  }

  /** The stream of a name under a seed. */
  public static Chance of(long seed, String name) {
    long mixed = seed * 0x9E3779B97F4A7C15L + name.hashCode() * 0xC2B2AE3D27D4EB4FL + name.length();
    return new Chance(ALGORITHM.create(mixed));
  }

  /** A whole number in {@code [from, until)}. */
  public int between(int from, int until) {
    return until <= from + 1 ? from : random.nextInt(from, until);
  }

  /** True in this share of cases. */
  public boolean in(double share) {
    return random.nextDouble() < share;
  }

  /** A number in {@code [0, 1)}. */
  public double fraction() {
    return random.nextDouble();
  }

  /** A number spread around 0 with deviation 1. */
  public double spread() {
    return random.nextGaussian();
  }

  /** Any of the list. */
  public <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** The index of one of the weights, in proportion. */
  public int weighted(double... weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double point = random.nextDouble() * sum;
    for (int i = 0; i < weights.length; i++) {
      point -= weights[i];
      if (point < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }
}
