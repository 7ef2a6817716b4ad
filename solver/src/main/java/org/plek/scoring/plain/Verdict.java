package org.plek.scoring.plain;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.ConstraintName.Level;
import org.plek.scoring.Weights;

/** How the amounts change by a change of placements. */
public final class Verdict {
  private final long[] change;

  Verdict(Ledger before, Ledger after) {
    change = new long[before.amounts().length];
    for (ConstraintName name : ConstraintName.values()) {
      if (name.level() != Level.HARD) {
        int i = name.ordinal();
        change[i] = after.amounts()[i] - before.amounts()[i];
      }
    }
    for (Ledger.Entry worse : after.since(before).worse()) {
      change[worse.constraint().ordinal()] += worse.amount();
    }
  }

  /**
   * How much the amount of a constraint rises, below 0 where it falls. Of a hard one how much is
   * made worse, at least 0: nothing that gets better elsewhere makes up for it, and where more
   * children come to a breach of the law of a slot, all of that breach counts.
   */
  public long of(ConstraintName name) {
    return change[name.ordinal()];
  }

  /** The first hard constraint that is made worse, if one is. */
  public @Nullable ConstraintName blocker() {
    for (ConstraintName name : ConstraintName.values()) {
      if (name.level() == Level.HARD && of(name) > 0) {
        return name;
      }
    }
    return null;
  }

  /** Whether no hard constraint is made worse anywhere. */
  public boolean legal() {
    return blocker() == null;
  }

  /** The weighted change of everything that is not hard: lower is better. */
  public long objective(Weights weights) {
    return weights.objective(change);
  }

  /** The changes of the constraints that are not hard, those that change. */
  public Map<ConstraintName, Long> aims() {
    Map<ConstraintName, Long> aims = new EnumMap<>(ConstraintName.class);
    for (ConstraintName name : ConstraintName.values()) {
      if (name.level() != Level.HARD && of(name) != 0) {
        aims.put(name, of(name));
      }
    }
    return Collections.unmodifiableMap(aims);
  }
}
