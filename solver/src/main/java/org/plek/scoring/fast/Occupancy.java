package org.plek.scoring.fast;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plek.domain.ProviderKind;
import org.plek.rules.ChildCounts;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.Weights;

/**
 * Who is where in each slot, what that costs, and the masks: per group, row of children and variant
 * the slots in which one more such child would break a rule. A placement is refused by one AND over
 * the words its slots touch. Taking a child out keeps every mask right, because masks use the
 * closure of the law.
 */
final class Occupancy {
  private final FastModel model;
  private final NormTable[] norms;
  private final int slots;
  private final int words;
  private final boolean callIn;
  private final int calledInWeight;
  private final int floorWeight;

  private final long[] counts;

  private final int[] providerCount;
  private final long[] @Nullable [] locationCounts;
  private final @Nullable GroupTerms[] terms;

  /** Whether some group of the provider keeps or sells places. */
  private final boolean[] withTerms;

  private final int[] rowBase;
  private final int[] variants;
  private final long[] blocked;

  /** Busy slots per day of a home carer's group; absent for other groups. */
  final short[] @Nullable [] busySlots;

  Occupancy(FastModel model, Weights weights) {
    this.model = model;
    norms = model.norms.toArray(NormTable[]::new);
    slots = model.slots;
    words = (slots + 63) >>> 6;
    callIn = model.index.problem().policy().callIn();
    calledInWeight = weights.of(ConstraintName.CALLED_IN);
    floorWeight = weights.of(ConstraintName.REGULAR_FLOOR);
    counts = model.regular.clone();
    providerCount = model.providerRegular.clone();
    locationCounts = new long[model.providers][];
    terms = new GroupTerms[model.groups];
    withTerms = new boolean[model.providers];
    rowBase = new int[model.groups];
    variants = new int[model.groups];
    busySlots = new short[model.groups][];
    int rows = 0;
    for (int p = 0; p < model.providers; p++) {
      long[] regular = model.locationRegular[p];
      locationCounts[p] = regular == null ? null : regular.clone();
      boolean atHome = model.index.problem().providers().get(p).kind() == ProviderKind.HOME_CARER;
      for (int g = model.firstGroup[p]; g < model.firstGroup[p + 1]; g++) {
        terms[g] = GroupTerms.of(model, g);
        withTerms[p] |= terms[g] != null;
        variants[g] = terms[g] == null ? 1 : terms[g].variants();
        rowBase[g] = rows * words;
        rows += model.schemes.get(model.schemeOfGroup[g]).rows() * variants[g];
        if (atHome) {
          busySlots[g] = new short[model.timeline.days() + 1];
        }
      }
    }
    blocked = new long[Math.multiplyExact(rows, words)];
    for (int g = 0; g < model.groups; g++) {
      for (int t = 0; t < slots; t++) {
        refresh(g, t);
        if (busySlots[g] != null && counts[g * slots + t] != 0) {
          busySlots[g][model.dayOf[t]]++;
        }
      }
    }
  }

  @Nullable GroupTerms terms(int group) {
    return terms[group];
  }

  /** Whether one more child of this row and variant may be added in all slots of {@code [s, e)}. */
  boolean free(int group, int row, int variant, int s, int e) {
    int base = rowBase[group] + (row * variants[group] + variant) * words;
    int first = s >>> 6;
    int last = (e - 1) >>> 6;
    long firstMask = -1L << s;
    long lastMask = -1L >>> -e;
    if (first == last) {
      return (blocked[base + first] & firstMask & lastMask) == 0;
    }
    long hit = blocked[base + first] & firstMask;
    for (int w = first + 1; w < last; w++) {
      hit |= blocked[base + w];
    }
    return (hit | (blocked[base + last] & lastMask)) == 0;
  }

  /**
   * The first and the last slot of {@code [s, e)} that refuse one more such child, as {@code first
   * << 32 | last}; -1 when none does.
   */
  long refused(int group, int row, int variant, int s, int e) {
    int base = rowBase[group] + (row * variants[group] + variant) * words;
    long found = -1;
    for (int w = s >>> 6; w <= (e - 1) >>> 6; w++) {
      long hit = blocked[base + w];
      if (w == s >>> 6) {
        hit &= -1L << s;
      }
      if (w == (e - 1) >>> 6) {
        hit &= -1L >>> -e;
      }
      if (hit != 0) {
        long first = found < 0 ? (w << 6) + Long.numberOfTrailingZeros(hit) : found >>> 32;
        found = first << 32 | ((w << 6) + 63 - Long.numberOfLeadingZeros(hit));
      }
    }
    return found;
  }

  /** The same answer by a loop over the counts; the control of the masks' benchmark and test. */
  boolean freeByCounts(int group, int row, int variant, int s, int e) {
    for (int t = s; t < e; t++) {
      if (refuses(group, t, row, variant)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a rule of its slot is broken in a group or at its provider. */
  boolean broken(int group, int slot) {
    Tally there = new Tally();
    sum(group, model.providerOf[group], slot, 1, there);
    return there.hard > 0;
  }

  /** Whether only the closure, not the law itself, refuses one more child of a row in a slot. */
  boolean closureAlone(int group, int slot, int row) {
    ClassScheme scheme = model.schemes.get(model.schemeOfGroup[group]);
    int at = group * slots + slot;
    long n = counts[at] + ChildCounts.one(scheme.groupClass(row));
    GroupTerms own = terms[group];
    long kept = own == null ? 0 : own.keptChildren(slot, -1);
    boolean dearer = dearer(norms[model.norm[at]], n) || dearer(norms[model.norm[at]], n + kept);
    int p = model.providerOf[group];
    short[] norm = model.locationNorm[p];
    if (norm != null && norm[slot] >= 0) {
      long there = locationCounts(p)[slot] + ChildCounts.one(scheme.locationClass(row));
      dearer |= dearer(norms[norm[slot]], there);
    }
    return dearer;
  }

  private static boolean dearer(NormTable table, long counts) {
    int entry = table.entry(counts);
    return NormTable.closed(entry) > NormTable.required(entry);
  }

  /** Adds ({@code sign} 1) or takes out (-1) a child in the slots {@code [s, e)} of one row. */
  void change(int group, int row, int variant, int s, int e, int sign, Tally tally) {
    int p = model.providerOf[group];
    ClassScheme scheme = model.schemes.get(model.schemeOfGroup[group]);
    long one = sign * ChildCounts.one(scheme.groupClass(row));
    long oneAtLocation = sign * ChildCounts.one(scheme.locationClass(row));
    GroupTerms own = terms[group];
    long[] location = locationCounts[p];
    short[] busy = busySlots[group];
    boolean several = model.firstGroup[p + 1] - model.firstGroup[p] > 1;
    boolean always = location != null || withTerms[p];
    int base = group * slots;
    int cap = model.providerCap[p];
    for (int t = s; t < e; t++) {
      sum(group, p, t, -1, tally);
      boolean wasEmpty = counts[base + t] == 0;
      counts[base + t] += one;
      int before = providerCount[p * slots + t];
      providerCount[p * slots + t] = before + sign;
      if (location != null) {
        location[t] += oneAtLocation;
      }
      if (own != null) {
        own.change(t, variant, sign);
      }
      if (busy != null && wasEmpty != (counts[base + t] == 0)) {
        busy[model.dayOf[t]] += (short) sign;
      }
      sum(group, p, t, 1, tally);
      if (several && (always || before >= cap != before + sign >= cap)) {
        for (int g = model.firstGroup[p]; g < model.firstGroup[p + 1]; g++) {
          refresh(g, t);
        }
      } else {
        refresh(group, t);
      }
    }
  }

  /** Adds all amounts of the present state to a tally, as when it is first made. */
  void sumAll(Tally tally) {
    for (int p = 0; p < model.providers; p++) {
      for (int t = 0; t < slots; t++) {
        for (int g = model.firstGroup[p]; g < model.firstGroup[p + 1]; g++) {
          sumGroup(g, t, 1, tally);
        }
        sumProvider(p, t, 1, tally);
      }
    }
  }

  private void sum(int group, int provider, int t, int sign, Tally tally) {
    sumGroup(group, t, sign, tally);
    sumProvider(provider, t, sign, tally);
  }

  private void sumGroup(int g, int t, int sign, Tally tally) {
    int at = g * slots + t;
    long n = counts[at];
    if (n == 0 && terms[g] == null) {
      return;
    }
    int entry = norms[model.norm[at]].entry(n);
    int total = ChildCounts.total(n);
    int required = NormTable.required(entry);
    int reachable = model.reachable[at];
    int size = Math.max(NormTable.overSize(entry), Math.max(0, total - model.groupCap[g]));
    int shortfall = Math.max(0, required - reachable);
    if (shortfall > 0) {
      tally.hard(ConstraintName.RATIO, sign * shortfall);
    }
    if (size > 0) {
      tally.hard(ConstraintName.GROUP_SIZE, sign * size);
    }
    if (NormTable.overCaps(entry) > 0) {
      tally.hard(ConstraintName.COMPOSITION_CAP, sign * NormTable.overCaps(entry));
    }
    if (callIn && required > model.rostered[at]) {
      int called = Math.min(required, reachable) - model.rostered[at];
      tally.soft(ConstraintName.CALLED_IN, (long) sign * Math.max(0, called), calledInWeight);
    }
    GroupTerms own = terms[g];
    if (own != null) {
      sumTerms(own, g, t, sign, entry, total, size, shortfall, tally);
    }
  }

  private void sumTerms(
      GroupTerms own,
      int g,
      int t,
      int sign,
      int entry,
      int total,
      int size,
      int shortfall,
      Tally tally) {
    int at = g * slots + t;
    int bought = own.emptyBought(t, -1);
    int kept = own.emptyKept(t, -1);
    int cap = model.groupCap[g];
    NormTable table = norms[model.norm[at]];
    long n = counts[at] + bought * own.boughtChild;
    int sizeWithBought =
        Math.max(NormTable.overSize(table.entry(n)), Math.max(0, total + bought - cap));
    if (bought > 0) {
      tally.hard(ConstraintName.BOUGHT_PLACES, (long) sign * Math.max(0, sizeWithBought - size));
    }
    if (kept > 0) {
      long keptChildren = own.keptChildren(t, -1);
      int sizeWithKept =
          Math.max(
              NormTable.overSize(table.entry(n + keptChildren)),
              Math.max(0, total + bought + kept - cap));
      int required = NormTable.required(table.entry(counts[at] + keptChildren));
      int shortfallWithKept = Math.max(0, required - model.reachable[at]);
      tally.hard(
          ConstraintName.KEPT_FREE,
          (long) sign
              * (Math.max(0, sizeWithKept - sizeWithBought)
                  + Math.max(0, shortfallWithKept - shortfall)));
    }
    int overQuota = own.overQuota(t);
    if (overQuota > 0) {
      tally.hard(ConstraintName.OCCASIONAL_QUOTA, (long) sign * overQuota);
    }
    int overFloor = own.overFloor(t, total - own.occasional(t));
    if (overFloor > 0) {
      tally.soft(ConstraintName.REGULAR_FLOOR, (long) sign * overFloor, floorWeight);
    }
  }

  private void sumProvider(int p, int t, int sign, Tally tally) {
    int count = providerCount[p * slots + t];
    int over = count - model.providerCap[p];
    if (over > 0) {
      tally.hard(ConstraintName.LICENSED_CAPACITY, (long) sign * over);
    }
    short[] norm = model.locationNorm[p];
    boolean counted = norm != null && norm[t] >= 0;
    int shortfall = 0;
    if (norm != null && counted) {
      int required = NormTable.required(norms[norm[t]].entry(locationCounts(p)[t]));
      int reachable = locationStaff(p)[t];
      shortfall = Math.max(0, required - reachable);
      if (shortfall > 0) {
        tally.hard(ConstraintName.RATIO, (long) sign * shortfall);
      }
      int rostered = Objects.requireNonNull(model.locationRostered[p])[t];
      if (callIn && required > rostered) {
        int called = Math.min(required, reachable) - rostered;
        tally.soft(ConstraintName.CALLED_IN, (long) sign * Math.max(0, called), calledInWeight);
      }
    }
    if (withTerms[p]) {
      int bought = 0;
      int kept = 0;
      long keptChildren = 0;
      for (int g = model.firstGroup[p]; g < model.firstGroup[p + 1]; g++) {
        GroupTerms own = terms[g];
        if (own != null) {
          bought += own.emptyBought(t, -1);
          kept += own.emptyKept(t, -1);
          keptChildren += own.keptChildrenAtLocation(t, -1);
        }
      }
      int cap = model.providerCap[p];
      int withKept = Math.max(0, count + bought + kept - cap) - Math.max(0, count + bought - cap);
      if (norm != null && counted && kept > 0) {
        int required =
            NormTable.required(norms[norm[t]].entry(locationCounts(p)[t] + keptChildren));
        withKept += Math.max(0, required - locationStaff(p)[t] - shortfall);
      }
      if (withKept > 0) {
        tally.hard(ConstraintName.KEPT_FREE, (long) sign * withKept);
      }
    }
  }

  private void refresh(int g, int t) {
    int p = model.providerOf[g];
    if (model.locationNorm[p] != null || (withTerms[p] && !quiet(p, g, t))) {
      refreshOneByOne(g, t);
      return;
    }
    int at = g * slots + t;
    long n = counts[at];
    long bit = 1L << t;
    int word = rowBase[g] + (t >>> 6);
    int rows = model.schemes.get(model.schemeOfGroup[g]).groupClasses.count();
    boolean full =
        providerCount[p * slots + t] >= model.providerCap[p]
            || ChildCounts.total(n) >= model.groupCap[g];
    NormTable table = norms[model.norm[at]];
    int index = full ? -1 : table.indexWithRoom(n);
    if (index < 0 && !full) {
      refreshOneByOne(g, t);
      return;
    }
    int reachable = model.reachable[at];
    int each = variants[g];
    for (int row = 0; row < rows; row++) {
      boolean refused = full || NormTable.closed(table.at(index + table.stride(row))) > reachable;
      for (int variant = 0; variant < each; variant++) {
        if (refused) {
          blocked[word] |= bit;
        } else {
          blocked[word] &= ~bit;
        }
        word += words;
      }
    }
  }

  /** Whether no kept or bought place and no quota of a provider matters in a slot. */
  private boolean quiet(int p, int group, int t) {
    GroupTerms own = terms[group];
    if (own != null && own.hasQuota()) {
      return false;
    }
    for (int g = model.firstGroup[p]; g < model.firstGroup[p + 1]; g++) {
      GroupTerms there = terms[g];
      if (there != null && (there.emptyKept(t, -1) > 0 || there.emptyBought(t, -1) > 0)) {
        return false;
      }
    }
    return true;
  }

  private void refreshOneByOne(int g, int t) {
    int rows = model.schemes.get(model.schemeOfGroup[g]).rows();
    int each = variants[g];
    long bit = 1L << t;
    int word = rowBase[g] + (t >>> 6);
    for (int row = 0; row < rows; row++) {
      for (int variant = 0; variant < each; variant++) {
        if (refuses(g, t, row, variant)) {
          blocked[word] |= bit;
        } else {
          blocked[word] &= ~bit;
        }
        word += words;
      }
    }
  }

  private boolean refuses(int g, int t, int row, int variant) {
    int p = model.providerOf[g];
    int at = g * slots + t;
    ClassScheme scheme = model.schemes.get(model.schemeOfGroup[g]);
    long n = counts[at] + ChildCounts.one(scheme.groupClass(row));
    NormTable table = norms[model.norm[at]];
    int reachable = model.reachable[at];
    int count = providerCount[p * slots + t] + 1;
    if (count > model.providerCap[p]
        || NormTable.closed(table.entry(n)) > reachable
        || ChildCounts.total(n) > model.groupCap[g]) {
      return true;
    }
    short[] norm = model.locationNorm[p];
    if (norm != null && norm[t] >= 0) {
      long there = locationCounts(p)[t] + ChildCounts.one(scheme.locationClass(row));
      if (NormTable.closed(norms[norm[t]].entry(there)) > locationStaff(p)[t]) {
        return true;
      }
    }
    return withTerms[p] && termsRefuse(g, p, t, row, n, count, variant);
  }

  private boolean termsRefuse(int g, int p, int t, int row, long n, int count, int variant) {
    int empty = 0;
    int kept = 0;
    long keptChildren = 0;
    for (int other = model.firstGroup[p]; other < model.firstGroup[p + 1]; other++) {
      GroupTerms there = terms[other];
      if (there != null) {
        int added = other == g ? variant : -1;
        kept += there.emptyKept(t, added);
        empty += there.emptyBought(t, added);
        keptChildren += there.keptChildrenAtLocation(t, added);
      }
    }
    if (kept > 0) {
      if (count + empty + kept > model.providerCap[p]) {
        return true;
      }
      short[] norm = model.locationNorm[p];
      if (norm != null && norm[t] >= 0) {
        ClassScheme scheme = model.schemes.get(model.schemeOfGroup[g]);
        long there =
            locationCounts(p)[t] + ChildCounts.one(scheme.locationClass(row)) + keptChildren;
        if (NormTable.closed(norms[norm[t]].entry(there)) > locationStaff(p)[t]) {
          return true;
        }
      }
    }
    GroupTerms own = terms[g];
    return own != null && ownTermsRefuse(own, g, t, n, variant);
  }

  private boolean ownTermsRefuse(GroupTerms own, int g, int t, long n, int variant) {
    int at = g * slots + t;
    NormTable table = norms[model.norm[at]];
    int bought = own.emptyBought(t, variant);
    int kept = own.emptyKept(t, variant);
    long with = n + bought * own.boughtChild + own.keptChildren(t, variant);
    return own.quotaRefuses(t, variant)
        || ChildCounts.total(n) + bought + kept > model.groupCap[g]
        || ((bought > 0 || kept > 0) && NormTable.overSize(table.entry(with)) > 0)
        || (kept > 0
            && NormTable.closed(table.entry(n + own.keptChildren(t, variant)))
                > model.reachable[at]);
  }

  private long[] locationCounts(int p) {
    return Objects.requireNonNull(locationCounts[p]);
  }

  private byte[] locationStaff(int p) {
    return Objects.requireNonNull(model.locationStaff[p]);
  }
}
