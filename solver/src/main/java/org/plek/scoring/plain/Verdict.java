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

  /** For hard constraints the amounts are those made worse somewhere: nothing makes up for them. */
  Verdict(Ledger before, Ledger after) {
    change = new long[before.amounts().length];
    for (ConstraintName name : ConstraintName.values()) {
      int i = name.ordinal();
      change[i] =
          name.level() == Level.HARD
              ? Math.min(0, after.amounts()[i] - before.amounts()[i])
              : after.amounts()[i] - before.amounts()[i];
    }
    for (Ledger.Entry worse : after.since(before).worse()) {
      int i = worse.constraint().ordinal();
      change[i] = Math.max(0, change[i]) + worse.amount();
    }
  }

  /** How much the amount of a constraint rises; below 0 where it falls. */
  public long of(ConstraintName name) {
    return change[name.ordinal()];
  }

  /** The first hard constraint whose amount rises, if one does. */
  public @Nullable ConstraintName blocker() {
    for (ConstraintName name : ConstraintName.values()) {
      if (name.level() == Level.HARD && of(name) > 0) {
        return name;
      }
    }
    return null;
  }

  /** Whether no hard amount rises. */
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
