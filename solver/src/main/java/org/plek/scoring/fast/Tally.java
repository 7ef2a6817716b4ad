package org.plek.scoring.fast;

import org.plek.scoring.ConstraintName;

/**
 * The running sums of one chain of changes. Chains that touch different providers and families may
 * change one state at the same time, each with a tally of its own.
 */
public final class Tally {
  final long[] amounts = new long[ConstraintName.values().length];

  /** Amounts that may never rise with a single placement. */
  long hard;

  /** Amounts that may not rise once a bundle is complete. */
  long bundle;

  /** Cost of what is unserved, tiers applied. */
  long unserved;

  /** Weighted soft aims. */
  long soft;

  /** Scratch of whoever changes the state with this tally. */
  final Stay stay = new Stay();

  /** Nothing summed. */
  public Tally() {}

  /** Broken hard rules, bundles left out. */
  public long hard() {
    return hard;
  }

  /** Broken rules of bundles: siblings together, all or nothing, least volume. */
  public long bundle() {
    return bundle;
  }

  /** What a search makes small: cost of unserved care plus weighted soft aims. */
  public long objective() {
    return unserved + soft;
  }

  /** Cost of unserved care alone. */
  public long unserved() {
    return unserved;
  }

  /** Takes over the sums of another tally. */
  public void add(Tally other) {
    for (int i = 0; i < amounts.length; i++) {
      amounts[i] += other.amounts[i];
    }
    hard += other.hard;
    bundle += other.bundle;
    unserved += other.unserved;
    soft += other.soft;
  }

  void hard(ConstraintName name, long amount) {
    amounts[name.ordinal()] += amount;
    hard += amount;
  }

  void bundle(ConstraintName name, long amount) {
    amounts[name.ordinal()] += amount;
    bundle += amount;
  }

  void soft(ConstraintName name, long amount, int weight) {
    amounts[name.ordinal()] += amount;
    soft += amount * weight;
  }
}
