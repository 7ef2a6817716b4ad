package org.plek.scoring.plain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plek.scoring.ConstraintName;

/** The amount of every constraint, and where it comes from if that was asked. */
public final class PlainScore {
  private final long[] amounts;
  private final List<Match> matches;

  PlainScore(long[] amounts, List<Match> matches) {
    this.amounts = amounts.clone();
    this.matches = List.copyOf(matches);
  }

  /** Amount of one constraint, at least 0. */
  public long amount(ConstraintName name) {
    return amounts[name.ordinal()];
  }

  /** Amounts by the ordinal of {@link ConstraintName}. */
  public long[] amounts() {
    return amounts.clone();
  }

  /** Amounts by name, in the order of {@link ConstraintName}, as a plan carries them. */
  public Map<String, Long> byName() {
    Map<String, Long> byName = new LinkedHashMap<>();
    for (ConstraintName name : ConstraintName.values()) {
      byName.put(name.name(), amount(name));
    }
    return byName;
  }

  /** Whether no hard constraint has an amount. */
  public boolean legal() {
    for (ConstraintName name : ConstraintName.values()) {
      if (name.level() == ConstraintName.Level.HARD && amount(name) > 0) {
        return false;
      }
    }
    return true;
  }

  /** Where the amounts come from, in the order of {@link ConstraintName}; empty if not asked. */
  public List<Match> matches() {
    return matches;
  }
}
