package org.plek.scoring.fast;

import org.plek.scoring.ConstraintName;
import org.plek.scoring.fast.JoinedUnits.Unit;

/** What joined groups break and refuse together, beside what each of them does alone. */
final class JoinedSums {
  private final FastModel model;
  private final Presence presence;
  private final NormTable[] norms;
  private final boolean callIn;

  JoinedSums(Presence presence) {
    this.presence = presence;
    model = presence.model;
    norms = model.norms;
    callIn = model.index.problem().policy().callIn();
  }

  /** Adds what the units of a provider amount to in one slot, so many times. */
  void sum(int provider, int t, int times, int calledInWeight, Tally tally) {
    for (Unit unit : model.joined.of(provider)) {
      if (unit.norm()[t] >= 0) {
        sum(unit, t, times, calledInWeight, tally);
      }
    }
  }

  private void sum(Unit unit, int t, int times, int calledInWeight, Tally tally) {
    NormTable table = norms[unit.norm()[t]];
    long n = counts(unit, t);
    int entry = table.entry(n);
    int required = NormTable.required(entry);
    int reachable = unit.reachable()[t];
    int shortfall = Math.max(0, required - reachable);
    tally.hard(ConstraintName.RATIO, (long) times * shortfall);
    tally.hard(ConstraintName.GROUP_SIZE, (long) times * NormTable.overSize(entry));
    tally.hard(ConstraintName.COMPOSITION_CAP, (long) times * NormTable.overCaps(entry));
    if (callIn && required > unit.rostered()[t]) {
      int called = Math.min(required, reachable) - unit.rostered()[t];
      tally.soft(ConstraintName.CALLED_IN, (long) times * Math.max(0, called), calledInWeight);
    }
    long bought = bought(unit, -1, t, -1);
    long kept = kept(unit, -1, t, -1);
    if (bought == 0 && kept == 0) {
      return;
    }
    int sizeWithBought = NormTable.overSize(table.entry(n + bought));
    tally.hard(
        ConstraintName.BOUGHT_PLACES,
        (long) times * Math.max(0, sizeWithBought - NormTable.overSize(entry)));
    int sizeWithKept = NormTable.overSize(table.entry(n + bought + kept));
    int shortfallWithKept = Math.max(0, NormTable.required(table.entry(n + kept)) - reachable);
    tally.hard(
        ConstraintName.KEPT_FREE,
        (long) times
            * (Math.max(0, sizeWithKept - sizeWithBought)
                + Math.max(0, shortfallWithKept - shortfall)));
  }

  /** Whether the unit that a group is in refuses one more child of a row. */
  boolean refuses(int group, int t, int row) {
    Unit unit = unitOf(group, t);
    if (unit == null) {
      return false;
    }
    long n = counts(unit, t) + model.schemeOf[group].oneInGroup(row);
    return NormTable.closed(norms[unit.norm()[t]].entry(n)) > unit.reachable()[t];
  }

  /** Whether the kept and bought places of the unit refuse one more child. */
  boolean refuses(int group, int t, int row, int variant) {
    Unit unit = unitOf(group, t);
    if (unit == null) {
      return false;
    }
    long bought = bought(unit, group, t, variant);
    long kept = kept(unit, group, t, variant);
    if (bought == 0 && kept == 0) {
      return false;
    }
    NormTable table = norms[unit.norm()[t]];
    long n = counts(unit, t) + model.schemeOf[group].oneInGroup(row);
    return NormTable.overSize(table.entry(n + bought + kept)) > 0
        || (kept > 0 && NormTable.closed(table.entry(n + kept)) > unit.reachable()[t]);
  }

  /** Whether only the closure of the law refuses one more child of a row. */
  boolean closureAlone(int group, int t, int row) {
    Unit unit = unitOf(group, t);
    if (unit == null) {
      return false;
    }
    NormTable table = norms[unit.norm()[t]];
    long n = counts(unit, t) + model.schemeOf[group].oneInGroup(row);
    return dearer(table.entry(n)) || dearer(table.entry(n + kept(unit, -1, t, -1)));
  }

  private static boolean dearer(int entry) {
    return NormTable.closed(entry) > NormTable.required(entry);
  }

  private @org.jspecify.annotations.Nullable Unit unitOf(int group, int t) {
    for (Unit unit : model.joined.of(model.providerOf[group])) {
      if (unit.norm()[t] >= 0) {
        for (int member : unit.members()) {
          if (member == group) {
            return unit;
          }
        }
      }
    }
    return null;
  }

  private long counts(Unit unit, int t) {
    long n = 0;
    for (int g : unit.members()) {
      n += presence.counts[model.groupBase[g] + t];
    }
    return n;
  }

  private long bought(Unit unit, int group, int t, int variant) {
    long bought = 0;
    for (int g : unit.members()) {
      GroupTerms own = presence.terms[g];
      if (own != null) {
        bought += own.emptyBought(t, g == group ? variant : -1) * own.boughtChild;
      }
    }
    return bought;
  }

  private long kept(Unit unit, int group, int t, int variant) {
    long kept = 0;
    for (int g : unit.members()) {
      GroupTerms own = presence.terms[g];
      if (own != null) {
        kept += own.keptChildren(t, g == group ? variant : -1);
      }
    }
    return kept;
  }
}
