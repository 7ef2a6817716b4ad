package org.plek.scoring.fast;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.plek.scoring.Weights;

/**
 * Who is where in each slot, what that costs, and what it leaves free. Slots asked about are kept
 * ({@link KeptSlots}); everything behind this class tells them by their places.
 */
final class Occupancy {
  private final FastModel model;
  private final Presence presence;
  private final SlotSums sums;
  private final Masks masks;

  /** Groups where sums are taken before and after each change; others are within the closure. */
  private final boolean[] alwaysSummed;

  /** Busy slots per day of a home carer's group; absent for other groups. */
  final short[] @Nullable [] busySlots;

  Occupancy(FastModel model, Weights weights) {
    this.model = model;
    presence = new Presence(model);
    sums = new SlotSums(presence, weights);
    masks = new Masks(presence);
    busySlots = presence.busySlots;
    alwaysSummed = new boolean[model.groups];
    boolean callIn = model.index.problem().policy().callIn();
    for (int p = 0; p < model.providers; p++) {
      boolean always = !masks.refreshAll(p) || callIn || presence.joined(p);
      for (int g = model.firstGroup[p]; g < model.firstGroup[p + 1]; g++) {
        alwaysSummed[g] = always || presence.terms[g] != null;
      }
    }
  }

  private int shift(int group, int slot) {
    return model.kept.shift(model.providerOf[group], slot);
  }

  @Nullable GroupTerms terms(int group) {
    return presence.terms[group];
  }

  /** Whether one more child of this row and variant may be added in all slots of {@code [s, e)}. */
  boolean free(int group, int row, int variant, int s, int e) {
    int shift = shift(group, s);
    return masks.free(group, row, variant, s + shift, e + shift);
  }

  /**
   * The first and the last slot of {@code [s, e)} that refuse one more such child, as {@code first
   * << 32 | last}; -1 when none does.
   */
  long refused(int group, int row, int variant, int s, int e) {
    int shift = shift(group, s);
    long found = masks.refused(group, row, variant, s + shift, e + shift);
    return found < 0 ? found : (found >>> 32) - shift << 32 | (int) found - shift;
  }

  /** The same answer by a loop over the counts; the control of the masks' benchmark and test. */
  boolean freeByCounts(int group, int row, int variant, int s, int e) {
    int shift = shift(group, s);
    for (int t = s + shift; t < e + shift; t++) {
      if (masks.refuses(group, t, row, variant)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a rule of its slot is broken in a group or at its provider. */
  boolean broken(int group, int slot) {
    Tally there = new Tally();
    sums.sum(group, model.providerOf[group], slot + shift(group, slot), 1, there);
    return there.hard > 0;
  }

  /** Whether only the closure, not the law itself, refuses one more child of a row in a slot. */
  boolean closureAlone(int group, int slot, int row) {
    if (row == ClassScheme.ADULT) {
      return false;
    }
    ClassScheme scheme = model.schemeOf[group];
    int place = slot + shift(group, slot);
    int at = model.groupBase[group] + place;
    long n = presence.counts[at] + scheme.oneInGroup(row);
    GroupTerms own = presence.terms[group];
    long kept = own == null ? 0 : own.keptChildren(place, -1);
    NormTable table = model.norms[model.norm[at]];
    boolean dearer = dearer(table, n) || dearer(table, n + kept);
    int p = model.providerOf[group];
    short[] norm = model.locationNorm[p];
    long[] location = presence.atLocation[p];
    if (norm != null && location != null && norm[place] >= 0) {
      dearer |= dearer(model.norms[norm[place]], location[place] + scheme.oneAtLocation(row));
    }
    return dearer || new JoinedSums(presence).closureAlone(group, place, row);
  }

  private static boolean dearer(NormTable table, long counts) {
    int entry = table.entry(counts);
    return NormTable.closed(entry) > NormTable.required(entry);
  }

  /**
   * Adds ({@code sign} 1) or takes out (-1) a child in the slots {@code [from, to)} of one row.
   * Where nothing was ever outside the closure and nothing else depends on the slots, sums are zero
   * before and after, and only what falls outside now is summed.
   */
  void change(int group, int row, int variant, int from, int to, int sign, Tally tally) {
    int p = model.providerOf[group];
    int s = from + model.kept.shift(p, from);
    int e = s + to - from;
    boolean exact = alwaysSummed[group];
    int last = sign > 0 ? 1 : 0;
    boolean filled = false;
    if (exact) {
      for (int t = s; t < e; ) {
        int end = presence.endOfRun(group, p, t, e);
        sums.sum(group, p, t, t - end, tally);
        t = end;
      }
    }
    if (model.firstGroup[p + 1] - model.firstGroup[p] > 1) {
      for (int t = s; t < e; t++) {
        filled |= presence.ofProvider[model.providerBase[p] + t] == model.capacity(p, t) - last;
      }
    }
    presence.add(group, row, variant, s, e, sign);
    for (int t = s; t < e; ) {
      int end = presence.endOfRun(group, p, t, e);
      boolean legal = masks.refreshRun(group, p, t, end);
      if (exact) {
        sums.sum(group, p, t, end - t, tally);
      } else if (!legal) {
        sums.sum(group, p, t, end - t, tally);
        Arrays.fill(alwaysSummed, model.firstGroup[p], model.firstGroup[p + 1], true);
      }
      t = end;
    }
    if (filled || presence.joined(p)) {
      for (int g = model.firstGroup[p]; g < model.firstGroup[p + 1]; g++) {
        if (g != group) {
          masks.refresh(g, s, e);
        }
      }
    }
  }

  /** Adds or takes out a dependent adult, who breaks no rule of a slot. */
  void changeAdult(int group, int s, int e, int sign) {
    int shift = shift(group, s);
    presence.addAdult(group, s + shift, e + shift, sign);
  }

  /** Slots of {@code [s, e)} in which nobody is with a home carer yet. */
  int idleSlots(int group, int s, int e) {
    int shift = shift(group, s);
    return presence.idleSlots(group, s + shift, e + shift);
  }

  Presence presence() {
    return presence;
  }

  SlotSums sums() {
    return sums;
  }

  /** Adds all amounts of the present state to a tally, as when it is first made. */
  void sumAll(Tally tally) {
    sums.sumAll(tally);
  }
}
