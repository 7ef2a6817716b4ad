package org.plek.scoring.fast;

import java.util.Objects;
import org.plek.rules.ChildCounts;

/**
 * Per group, row of children and variant the slots in which one more such child would break a rule.
 * A stay is refused by one AND over the words its slots touch. Taking a child out keeps every mask
 * right, because masks use the closure of the law. Slots are told by their places ({@link
 * KeptSlots}).
 */
final class Masks {
  private final FastModel model;
  private final Presence presence;
  private final NormTable[] norms;
  private final JoinedSums joined;

  /** Words of a row, by group. */
  private final int[] words;

  private final int[] rowBase;
  private final int[] variants;
  private final long[] blocked;

  Masks(Presence presence) {
    this.presence = presence;
    model = presence.model;
    norms = model.norms;
    joined = new JoinedSums(presence);
    words = new int[model.groups];
    rowBase = new int[model.groups];
    variants = new int[model.groups];
    int all = 0;
    for (int g = 0; g < model.groups; g++) {
      GroupTerms own = presence.terms[g];
      variants[g] = own == null ? 1 : own.variants();
      words[g] = (model.kept.count(model.providerOf[g]) + 63) >>> 6;
      rowBase[g] = all;
      all = Math.addExact(all, model.schemeOf[g].rows() * variants[g] * words[g]);
    }
    blocked = new long[all];
  }

  /** Works out all masks of a provider; tells whether all its slots are within the closure. */
  boolean refreshAll(int p) {
    boolean legal = true;
    for (int g = model.firstGroup[p]; g < model.firstGroup[p + 1]; g++) {
      legal &= refresh(g, 0, model.kept.count(p));
    }
    return legal;
  }

  /** Whether one more child of this row and variant may be added in all slots of {@code [s, e)}. */
  boolean free(int group, int row, int variant, int s, int e) {
    int base = rowBase[group] + (row * variants[group] + variant) * words[group];
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
    int base = rowBase[group] + (row * variants[group] + variant) * words[group];
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

  /**
   * Works out the masks of a group again in the slots {@code [from, to)}; see {@link #refreshRun}.
   */
  boolean refresh(int g, int from, int to) {
    int p = model.providerOf[g];
    boolean legal = true;
    for (int t = from; t < to; ) {
      int end = presence.endOfRun(g, p, t, to);
      legal &= refreshRun(g, p, t, end);
      t = end;
    }
    return legal;
  }

  /**
   * Works out the masks of a group again in slots that look the same.
   *
   * @return whether the group and its provider's capacity are within the closure there
   */
  boolean refreshRun(int g, int p, int t, int end) {
    if (presence.atLocation[p] != null || model.joined.any(p) || !quiet(p, g, t)) {
      refreshOneByOne(g, t, end);
      return false;
    }
    int at = model.groupBase[g] + t;
    long n = presence.counts[at];
    int total = ChildCounts.total(n);
    int count = presence.ofProvider[model.providerBase[p] + t];
    boolean full = count >= model.capacity(p, t) || total >= model.groupCap[g];
    NormTable table = norms[model.norm[at]];
    int reachable = model.reachable[at];
    if (!table.hasRoom(n)) {
      refreshOneByOne(g, t, end);
      return false;
    }
    int each = variants[g];
    int rows = model.schemeOf[g].groupRows;
    int word = rowBase[g];
    for (int row = 0; row < rows; row++) {
      boolean refused = full || NormTable.closed(table.entry(n + ChildCounts.one(row))) > reachable;
      for (int variant = 0; variant < each; variant++) {
        set(word, t, end, refused);
        word += words[g];
      }
    }
    return count <= model.capacity(p, t)
        && total <= model.groupCap[g]
        && NormTable.closed(table.entry(n)) <= reachable;
  }

  private void set(int base, int from, int to, boolean refused) {
    int first = base + (from >>> 6);
    int last = base + ((to - 1) >>> 6);
    long firstMask = -1L << from;
    long lastMask = -1L >>> -to;
    if (first == last) {
      long mask = firstMask & lastMask;
      blocked[first] = refused ? blocked[first] | mask : blocked[first] & ~mask;
      return;
    }
    blocked[first] = refused ? blocked[first] | firstMask : blocked[first] & ~firstMask;
    for (int w = first + 1; w < last; w++) {
      blocked[w] = refused ? -1L : 0;
    }
    blocked[last] = refused ? blocked[last] | lastMask : blocked[last] & ~lastMask;
  }

  /** Whether no kept or bought place and no quota matters to a group in a slot. */
  private boolean quiet(int p, int group, int t) {
    GroupTerms own = presence.terms[group];
    if (own != null && (own.hasQuota() || own.emptyBought(t, -1) > 0)) {
      return false;
    }
    if (presence.withReserves[p]) {
      for (int g = model.firstGroup[p]; g < model.firstGroup[p + 1]; g++) {
        GroupTerms there = presence.terms[g];
        if (there != null && there.emptyKept(t, -1) > 0) {
          return false;
        }
      }
    }
    return true;
  }

  private void refreshOneByOne(int g, int t, int end) {
    int rows = model.schemeOf[g].rows();
    int each = variants[g];
    int word = rowBase[g];
    for (int row = 0; row < rows; row++) {
      boolean refusesAll = refusesAnyVariant(g, t, row);
      for (int variant = 0; variant < each; variant++) {
        set(word, t, end, refusesAll || refusesVariant(g, t, row, variant));
        word += words[g];
      }
    }
  }

  /** Whether one more child would break a rule in a slot, by the counts and not by the masks. */
  boolean refuses(int g, int t, int row, int variant) {
    return refusesAnyVariant(g, t, row) || refusesVariant(g, t, row, variant);
  }

  private boolean refusesAnyVariant(int g, int t, int row) {
    int p = model.providerOf[g];
    int at = model.groupBase[g] + t;
    ClassScheme scheme = model.schemeOf[g];
    long n = presence.counts[at] + scheme.oneInGroup(row);
    if (presence.ofProvider[model.providerBase[p] + t] >= model.capacity(p, t)
        || ChildCounts.total(n) > model.groupCap[g]
        || NormTable.closed(norms[model.norm[at]].entry(n)) > model.reachable[at]
        || joined.refuses(g, t, row)) {
      return true;
    }
    short[] norm = model.locationNorm[p];
    if (norm != null && norm[t] >= 0) {
      long there = atLocation(p)[t] + scheme.oneAtLocation(row);
      return NormTable.closed(norms[norm[t]].entry(there)) > locationStaff(p)[t];
    }
    return false;
  }

  private boolean refusesVariant(int g, int t, int row, int variant) {
    int p = model.providerOf[g];
    GroupTerms own = presence.terms[g];
    return (presence.withReserves[p] && reservesRefuse(g, p, t, row, variant))
        || (own != null && ownTermsRefuse(own, g, t, row, variant))
        || (model.joined.any(p) && joined.refuses(g, t, row, variant));
  }

  /** Whether the places that all groups of the provider keep free would no longer be. */
  private boolean reservesRefuse(int g, int p, int t, int row, int variant) {
    int empty = 0;
    int kept = 0;
    long keptChildren = 0;
    for (int other = model.firstGroup[p]; other < model.firstGroup[p + 1]; other++) {
      GroupTerms there = presence.terms[other];
      if (there != null) {
        int added = other == g ? variant : -1;
        kept += there.emptyKept(t, added);
        empty += there.emptyBought(t, added);
        keptChildren += there.keptChildrenAtLocation(t, added);
      }
    }
    if (kept > 0) {
      if (presence.ofProvider[model.providerBase[p] + t] + 1 + empty + kept
          > model.capacity(p, t)) {
        return true;
      }
      short[] norm = model.locationNorm[p];
      if (norm != null && norm[t] >= 0) {
        long there = atLocation(p)[t] + model.schemeOf[g].oneAtLocation(row) + keptChildren;
        if (NormTable.closed(norms[norm[t]].entry(there)) > locationStaff(p)[t]) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean ownTermsRefuse(GroupTerms own, int g, int t, int row, int variant) {
    if (own.quotaRefuses(t, variant)) {
      return true;
    }
    int bought = own.emptyBought(t, variant);
    int kept = own.emptyKept(t, variant);
    if (bought == 0 && kept == 0) {
      return false;
    }
    int at = model.groupBase[g] + t;
    NormTable table = norms[model.norm[at]];
    long n = presence.counts[at] + model.schemeOf[g].oneInGroup(row);
    long keptChildren = own.keptChildren(t, variant);
    long with = n + bought * own.boughtChild + keptChildren;
    return ChildCounts.total(n) + bought + kept > model.groupCap[g]
        || NormTable.overSize(table.entry(with)) > 0
        || (kept > 0 && NormTable.closed(table.entry(n + keptChildren)) > model.reachable[at]);
  }

  private long[] atLocation(int p) {
    return Objects.requireNonNull(presence.atLocation[p]);
  }

  private byte[] locationStaff(int p) {
    return Objects.requireNonNull(model.locationStaff[p]);
  }
}
