package org.plek.scoring;

import java.util.EnumMap;
import java.util.Map;
import org.plek.domain.Policy;

/**
 * What one unit of each constraint's amount weighs in the objective. Hard constraints have none:
 * they are never traded. Defaults are plek's choice, made so that an hour of unserved care
 * outweighs every soft aim of its session.
 */
public final class Weights {
  private static final Map<ConstraintName, Integer> DEFAULTS =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(ConstraintName.UNSERVED, 10_000),
              Map.entry(ConstraintName.PROVIDERS_PER_CHILD, 60),
              Map.entry(ConstraintName.UNKNOWN_FACES, 10),
              Map.entry(ConstraintName.SIBLINGS_APART, 80),
              Map.entry(ConstraintName.HANDOVERS, 30),
              Map.entry(ConstraintName.TRAVEL, 1),
              Map.entry(ConstraintName.PRICE, 1),
              Map.entry(ConstraintName.WISHES, 20),
              Map.entry(ConstraintName.EVEN_SPREAD, 1),
              Map.entry(ConstraintName.CALLED_IN, 5),
              Map.entry(ConstraintName.CARERS_USED, 0),
              Map.entry(ConstraintName.REGULAR_FLOOR, 5),
              Map.entry(ConstraintName.SHARE, 1),
              Map.entry(ConstraintName.WAITING, 0),
              Map.entry(ConstraintName.SETTLING_IN, 40),
              Map.entry(ConstraintName.PUBLISHED_CHANGES, 40)));

  private final int[] weight = new int[ConstraintName.values().length];

  /** The policy's weights, defaults where it is silent. */
  public Weights(Policy policy) {
    DEFAULTS.forEach(
        (name, value) ->
            weight[name.ordinal()] = policy.weights().getOrDefault(name.name(), value));
  }

  /** Weight of one unit; 0 for a hard constraint. */
  public int of(ConstraintName name) {
    return weight[name.ordinal()];
  }

  /** Weighted sum of amounts by constraint ordinal: lower is better; hard ones do not count. */
  public long objective(long[] amounts) {
    long sum = 0;
    for (int i = 0; i < amounts.length; i++) {
      sum += amounts[i] * weight[i];
    }
    return sum;
  }
}
