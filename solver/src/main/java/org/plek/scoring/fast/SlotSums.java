package org.plek.scoring.fast;

import java.util.Objects;
import org.plek.rules.ChildCounts;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.Weights;

/** What the children in one slot of a group and its provider break and cost, by the law itself. */
final class SlotSums {
  private final FastModel model;
  private final Presence presence;
  private final NormTable[] norms;
  private final JoinedSums joined;
  private final boolean callIn;
  private final int calledInWeight;
  private final int floorWeight;

  SlotSums(Presence presence, Weights weights) {
    this.presence = presence;
    model = presence.model;
    norms = model.norms;
    joined = new JoinedSums(presence);
    callIn = model.index.problem().policy().callIn();
    calledInWeight = weights.of(ConstraintName.CALLED_IN);
    floorWeight = weights.of(ConstraintName.REGULAR_FLOOR);
  }

  /** Adds all amounts of the present state, as when it is first made. */
  void sumAll(Tally tally) {
    for (int p = 0; p < model.providers; p++) {
      for (int t = 0; t < model.kept.count(p); t++) {
        for (int g = model.firstGroup[p]; g < model.firstGroup[p + 1]; g++) {
          sumGroup(g, t, 1, tally);
        }
        sumProvider(p, t, 1, tally);
      }
    }
  }

  /**
   * Adds what one slot of a group and its provider amounts to.
   *
   * @param times how often, for so many slots that look the same; negative to take out
   */
  void sum(int group, int provider, int t, int times, Tally tally) {
    sumGroup(group, t, times, tally);
    sumProvider(provider, t, times, tally);
  }

  void sumGroup(int g, int t, int times, Tally tally) {
    int at = model.groupBase[g] + t;
    long n = presence.counts[at];
    GroupTerms own = presence.terms[g];
    if (n == 0 && own == null) {
      return;
    }
    int entry = norms[model.norm[at]].entry(n);
    int total = ChildCounts.total(n);
    int reachable = model.reachable[at];
    int cap = model.groupCap[g];
    if (own == null && !callIn && NormTable.closed(entry) <= reachable && total <= cap) {
      return; // The closure holds, so the law does.
    }
    int required = NormTable.required(entry);
    int size = Math.max(NormTable.overSize(entry), Math.max(0, total - cap));
    int shortfall = Math.max(0, required - reachable);
    if (shortfall > 0) {
      tally.hard(ConstraintName.RATIO, (long) times * shortfall);
    }
    if (size > 0) {
      tally.hard(ConstraintName.GROUP_SIZE, (long) times * size);
    }
    if (NormTable.overCaps(entry) > 0) {
      tally.hard(ConstraintName.COMPOSITION_CAP, (long) times * NormTable.overCaps(entry));
    }
    if (callIn && required > model.rostered[at]) {
      int called = Math.min(required, reachable) - model.rostered[at];
      tally.soft(ConstraintName.CALLED_IN, (long) times * Math.max(0, called), calledInWeight);
    }
    if (own != null) {
      sumTerms(own, g, t, times, total, size, shortfall, tally);
    }
  }

  private void sumTerms(
      GroupTerms own, int g, int t, int times, int total, int size, int shortfall, Tally tally) {
    int at = model.groupBase[g] + t;
    int bought = own.emptyBought(t, -1);
    int kept = own.emptyKept(t, -1);
    int cap = model.groupCap[g];
    NormTable table = norms[model.norm[at]];
    if (bought > 0 || kept > 0) {
      long n = presence.counts[at] + bought * own.boughtChild;
      int sizeWithBought =
          Math.max(NormTable.overSize(table.entry(n)), Math.max(0, total + bought - cap));
      if (bought > 0) {
        tally.hard(ConstraintName.BOUGHT_PLACES, (long) times * Math.max(0, sizeWithBought - size));
      }
      if (kept > 0) {
        long keptChildren = own.keptChildren(t, -1);
        int sizeWithKept =
            Math.max(
                NormTable.overSize(table.entry(n + keptChildren)),
                Math.max(0, total + bought + kept - cap));
        int required = NormTable.required(table.entry(presence.counts[at] + keptChildren));
        int shortfallWithKept = Math.max(0, required - model.reachable[at]);
        tally.hard(
            ConstraintName.KEPT_FREE,
            (long) times
                * (Math.max(0, sizeWithKept - sizeWithBought)
                    + Math.max(0, shortfallWithKept - shortfall)));
      }
    }
    int overQuota = own.overQuota(t);
    if (overQuota > 0) {
      tally.hard(ConstraintName.OCCASIONAL_QUOTA, (long) times * overQuota);
    }
    int overFloor = own.overFloor(t, total - own.occasional(t));
    if (overFloor > 0) {
      tally.soft(ConstraintName.REGULAR_FLOOR, (long) times * overFloor, floorWeight);
    }
  }

  void sumProvider(int p, int t, int times, Tally tally) {
    int count = presence.ofProvider[model.providerBase[p] + t];
    int over = count - model.capacity(p, t);
    if (over > 0) {
      tally.hard(ConstraintName.LICENSED_CAPACITY, (long) times * over);
    }
    if (!presence.joined(p)) {
      return;
    }
    joined.sum(p, t, times, calledInWeight, tally);
    short[] norm = model.locationNorm[p];
    boolean counted = norm != null && norm[t] >= 0;
    int shortfall = 0;
    if (norm != null && counted) {
      long there = Objects.requireNonNull(presence.atLocation[p])[t];
      int required = NormTable.required(norms[norm[t]].entry(there));
      int reachable = Objects.requireNonNull(model.locationStaff[p])[t];
      shortfall = Math.max(0, required - reachable);
      if (shortfall > 0) {
        tally.hard(ConstraintName.RATIO, (long) times * shortfall);
      }
      int rostered = Objects.requireNonNull(model.locationRostered[p])[t];
      if (callIn && required > rostered) {
        int called = Math.min(required, reachable) - rostered;
        tally.soft(ConstraintName.CALLED_IN, (long) times * Math.max(0, called), calledInWeight);
      }
    }
    if (presence.withReserves[p]) {
      sumKept(p, t, times, count, shortfall, tally);
    }
  }

  private void sumKept(int p, int t, int times, int count, int shortfall, Tally tally) {
    int bought = 0;
    int kept = 0;
    long keptChildren = 0;
    for (int g = model.firstGroup[p]; g < model.firstGroup[p + 1]; g++) {
      GroupTerms own = presence.terms[g];
      if (own != null) {
        bought += own.emptyBought(t, -1);
        kept += own.emptyKept(t, -1);
        keptChildren += own.keptChildrenAtLocation(t, -1);
      }
    }
    int cap = model.capacity(p, t);
    int withKept = Math.max(0, count + bought + kept - cap) - Math.max(0, count + bought - cap);
    short[] norm = model.locationNorm[p];
    if (norm != null && norm[t] >= 0 && kept > 0) {
      long there = Objects.requireNonNull(presence.atLocation[p])[t] + keptChildren;
      int required = NormTable.required(norms[norm[t]].entry(there));
      int reachable = Objects.requireNonNull(model.locationStaff[p])[t];
      withKept += Math.max(0, required - reachable - shortfall);
    }
    if (withKept > 0) {
      tally.hard(ConstraintName.KEPT_FREE, (long) times * withKept);
    }
  }
}
