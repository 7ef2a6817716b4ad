package org.plek.scoring.fast;

import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plek.domain.ProviderKind;
import org.plek.domain.RegularChild;

/**
 * How many children of each class are where in each slot, and the runs of slots that look the same:
 * sums and masks are worked out once a run, not once a slot. Slots are told by their places ({@link
 * KeptSlots}).
 */
final class Presence {
  final FastModel model;

  /** Children by class of a group and slot, own children left out. */
  final long[] counts;

  /** Children of a provider by slot. */
  final char[] ofProvider;

  /** Children by class at a location; absent where the location never counts. */
  final long[] @Nullable [] atLocation;

  final @Nullable GroupTerms[] terms;

  /** Whether some group of the provider keeps places free, which all its groups must respect. */
  final boolean[] withReserves;

  /** Whether a group's masks and sums depend on its provider's other groups beyond its capacity. */
  private final boolean[] joined;

  /** Busy slots per day of a home carer's group; absent for other groups. */
  final short[] @Nullable [] busySlots;

  /** Dependent adults by slot with a home carer; absent for other groups. */
  private final byte[] @Nullable [] adults;

  /** Slots before which something that never changes does, by provider: a run ends there. */
  private final long[] breaks;

  /** Where those of a provider begin, in bits. */
  private final int[] breakBase;

  /** The state in which only regular children are present. */
  Presence(FastModel model) {
    this.model = model;
    counts = new long[model.groupBase[model.groups]];
    ofProvider = new char[model.providerBase[model.providers]];
    atLocation = new long[model.providers][];
    terms = new GroupTerms[model.groups];
    withReserves = new boolean[model.providers];
    joined = new boolean[model.providers];
    busySlots = new short[model.groups][];
    adults = new byte[model.groups][];
    breakBase = new int[model.providers + 1];
    for (int p = 0; p < model.providers; p++) {
      breakBase[p + 1] = breakBase[p] + (model.kept.count(p) + 63) / 64 * 64;
    }
    breaks = new long[breakBase[model.providers] / 64];
    for (int p = 0; p < model.providers; p++) {
      if (model.locationNorm[p] != null) {
        atLocation[p] = new long[model.kept.count(p)];
      }
      boolean atHome = model.index.problem().providers().get(p).kind() == ProviderKind.HOME_CARER;
      for (int g = model.firstGroup[p]; g < model.firstGroup[p + 1]; g++) {
        for (RegularChild child : model.index.groups().get(g).regularChildren()) {
          if (!child.own()) {
            addRegular(p, g, child);
          }
        }
        GroupTerms own = GroupTerms.of(model, g);
        terms[g] = own;
        withReserves[p] |= own != null && own.hasReserves();
        if (atHome) {
          busySlots[g] = busy(p, g);
          adults[g] = new byte[model.kept.count(p)];
        }
      }
      joined[p] = atLocation[p] != null || withReserves[p] || model.joined.any(p);
      for (int t = 1; t < model.kept.count(p); t++) {
        if (breaksBefore(p, t)) {
          int bit = breakBase[p] + t;
          breaks[bit >>> 6] |= 1L << bit;
        }
      }
    }
  }

  private void addRegular(int p, int g, RegularChild child) {
    ClassScheme scheme = model.schemeOf[g];
    long[] location = atLocation[p];
    BitSet present = model.hours.present(child);
    int day = -1;
    long one = 0;
    long oneAtLocation = 0;
    for (int t = present.nextSetBit(0); t >= 0; t = present.nextSetBit(t + 1)) {
      if (model.dayOf[t] != day) {
        day = model.dayOf[t];
        one = FastModel.oneOf(scheme.groupClasses, child, model.timeline.date(day));
        oneAtLocation =
            location == null
                ? 0
                : FastModel.oneOf(scheme.locationClasses, child, model.timeline.date(day));
      }
      int place = t + model.kept.shift(p, t);
      counts[model.groupBase[g] + place] += one;
      ofProvider[model.providerBase[p] + place]++;
      if (location != null) {
        location[place] += oneAtLocation;
      }
    }
  }

  private short[] busy(int provider, int group) {
    short[] busy = new short[model.timeline.days() + 1];
    for (int t = 0; t < model.kept.count(provider); t++) {
      if (counts[model.groupBase[group] + t] != 0) {
        busy[model.kept.day(provider, t)]++;
      }
    }
    return busy;
  }

  private boolean breaksBefore(int p, int t) {
    if (model.capacity(p, t) != model.capacity(p, t - 1)) {
      return true;
    }
    if (model.joined.breaksBefore(p, t)) {
      return true;
    }
    short[] norm = model.locationNorm[p];
    byte[] staff = model.locationStaff[p];
    byte[] rostered = model.locationRostered[p];
    if (norm != null && norm[t] != norm[t - 1]) {
      return true;
    }
    if (staff != null && staff[t] != staff[t - 1]) {
      return true;
    }
    if (rostered != null && rostered[t] != rostered[t - 1]) {
      return true;
    }
    for (int g = model.firstGroup[p]; g < model.firstGroup[p + 1]; g++) {
      int at = model.groupBase[g] + t;
      GroupTerms there = terms[g];
      if (model.norm[at] != model.norm[at - 1]
          || model.rostered[at] != model.rostered[at - 1]
          || model.reachable[at] != model.reachable[at - 1]
          || (there != null && there.breaksBefore(t))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a group's masks and sums depend on the provider's other groups beyond its capacity. */
  boolean joined(int provider) {
    return joined[provider];
  }

  /**
   * The first slot after {@code from}, at most {@code to}, that looks different from the one before
   * for a group: its children, its provider's, staff, norms and terms.
   */
  int endOfRun(int group, int provider, int from, int to) {
    int base = model.groupBase[group];
    int baseOfProvider = model.providerBase[provider];
    int t = from + 1;
    if (joined(provider)) {
      while (t < to && !breaks(provider, t) && sameAsBefore(provider, t)) {
        t++;
      }
      return t;
    }
    GroupTerms own = terms[group];
    while (t < to
        && (own == null || own.sameAsBefore(t))
        && counts[base + t] == counts[base + t - 1]
        && ofProvider[baseOfProvider + t] == ofProvider[baseOfProvider + t - 1]
        && !breaks(provider, t)) {
      t++;
    }
    return t;
  }

  private boolean breaks(int provider, int t) {
    int bit = breakBase[provider] + t;
    return (breaks[bit >>> 6] >>> bit & 1) != 0;
  }

  private boolean sameAsBefore(int provider, int t) {
    long[] location = atLocation[provider];
    if (location != null && location[t] != location[t - 1]) {
      return false;
    }
    for (int g = model.firstGroup[provider]; g < model.firstGroup[provider + 1]; g++) {
      int at = model.groupBase[g] + t;
      GroupTerms there = terms[g];
      if (counts[at] != counts[at - 1] || (there != null && !there.sameAsBefore(t))) {
        return false;
      }
    }
    return true;
  }

  /** Slots of {@code [s, e)} in which nobody, adults included, is with a home carer. */
  int idleSlots(int group, int s, int e) {
    byte[] others = Objects.requireNonNull(adults[group]);
    int idle = 0;
    for (int t = s; t < e; t++) {
      idle += others[t] == 0 && counts[model.groupBase[group] + t] == 0 ? 1 : 0;
    }
    return idle;
  }

  /** Adds or takes out an adult, who makes a home carer busy and counts nowhere else. */
  void addAdult(int group, int s, int e, int sign) {
    short[] busy = busySlots[group];
    byte[] there = adults[group];
    if (busy == null || there == null) {
      return;
    }
    int provider = model.providerOf[group];
    for (int t = s; t < e; ) {
      int day = model.kept.day(provider, t);
      for (int end = Math.min(e, model.kept.endOfDay(provider, day)); t < end; t++) {
        int before = there[t];
        there[t] += (byte) sign;
        if (counts[model.groupBase[group] + t] == 0 && (before == 0 || before + sign == 0)) {
          busy[day] += (short) sign;
        }
      }
    }
  }

  /** Adds ({@code sign} 1) or takes out (-1) a child of one row in the slots {@code [s, e)}. */
  void add(int group, int row, int variant, int s, int e, int sign) {
    int provider = model.providerOf[group];
    ClassScheme scheme = model.schemeOf[group];
    long one = sign * scheme.oneInGroup(row);
    long[] location = atLocation[provider];
    GroupTerms own = terms[group];
    short[] busy = busySlots[group];
    int base = model.groupBase[group];
    int baseOfProvider = model.providerBase[provider];
    byte[] others = adults[group];
    if (busy != null && others != null) {
      for (int t = s; t < e; ) {
        int day = model.kept.day(provider, t);
        for (int end = Math.min(e, model.kept.endOfDay(provider, day)); t < end; t++) {
          long before = counts[base + t];
          if (others[t] == 0 && (before == 0 || before + one == 0)) {
            busy[day] += (short) sign;
          }
        }
      }
    }
    for (int t = s; t < e; t++) {
      counts[base + t] += one;
      ofProvider[baseOfProvider + t] += (char) sign;
    }
    if (location != null) {
      long oneThere = sign * scheme.oneAtLocation(row);
      for (int t = s; t < e; t++) {
        location[t] += oneThere;
      }
    }
    if (own != null) {
      for (int t = s; t < e; t++) {
        own.change(t, variant, sign);
      }
    }
  }
}
