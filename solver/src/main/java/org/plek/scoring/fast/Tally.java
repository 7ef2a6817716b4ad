package org.plek.scoring.fast;

import java.util.Arrays;
import org.plek.scoring.ConstraintName;

/**
 * The running sums of one chain of changes. Chains that touch different providers and families may
 * change one state at the same time, each with a tally of its own.
 */
public final class Tally {
  /** Tiers told apart; later ones count as one. */
  static final int MOST_TIERS = 16;

  final long[] amounts = new long[ConstraintName.values().length];

  /** Amounts that may never rise with a single placement. */
  long hard;

  /** Amounts that may not rise once a bundle is complete. */
  long bundle;

  /** Cost of what is unserved, tiers applied. */
  long unserved;

  /** Weight of what is unserved by tier, the first tier first. */
  final long[] unservedOfTier = new long[MOST_TIERS];

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

  /** Copies the unserved weight by tier, the first tier first. */
  public void copyTiers(long[] into) {
    System.arraycopy(unservedOfTier, 0, into, 0, MOST_TIERS);
  }

  /** Unserved weight by tier, the first tier first; a copy. */
  public long[] tiers() {
    return unservedOfTier.clone();
  }

  /** Negative when less is unserved here in the first tier that differs, 0 when none does. */
  public int compareTiers(long[] other) {
    return Arrays.compare(unservedOfTier, other);
  }

  /** Takes over the sums of another tally. */
  public void add(Tally other) {
    for (int i = 0; i < amounts.length; i++) {
      amounts[i] += other.amounts[i];
    }
    for (int i = 0; i < MOST_TIERS; i++) {
      unservedOfTier[i] += other.unservedOfTier[i];
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
