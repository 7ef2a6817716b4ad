package org.plek.scoring.fast;

import org.plek.rules.Closure;
import org.plek.rules.Norm;

/**
 * A norm as a table over the children present by class. An entry packs four bytes: caregivers
 * required by the law, caregivers required by its hereditary closure ({@link #NEVER} where some
 * part of the children is over a size or cap), children over the law's size, children over its
 * caps.
 */
final class NormTable {
  private static final int MAX_ENTRIES = 1 << 24;

  private final Norm norm;
  private final int limit;
  private final int stride1;
  private final int stride2;
  private final int stride3;
  private final int[] entries;

  /**
   * @param classes classes of children, 1 to 4
   * @param atLeast most children expected at once; larger groups are computed from the norm
   */
  NormTable(Norm norm, int classes, int atLeast) {
    this.norm = norm;
    int fitting = atLeast;
    while (Math.pow(fitting + 1.0, classes) > MAX_ENTRIES) {
      fitting--;
    }
    limit = fitting;
    int radix = limit + 1;
    stride1 = classes > 1 ? radix : 0;
    stride2 = classes > 2 ? radix * radix : 0;
    stride3 = classes > 3 ? radix * radix * radix : 0;
    int most = 1;
    for (int i = 0; i < classes; i++) {
      most *= radix;
    }
    entries = new int[most];
    fill(classes, Closure.of(norm, classes, limit));
  }

  private void fill(int classes, Closure closure) {
    int last1 = classes > 1 ? limit : 0;
    int last2 = classes > 2 ? limit : 0;
    int last3 = classes > 3 ? limit : 0;
    for (int n3 = 0; n3 <= last3; n3++) {
      for (int n2 = 0; n2 <= Math.min(last2, limit - n3); n2++) {
        for (int n1 = 0; n1 <= Math.min(last1, limit - n3 - n2); n1++) {
          for (int n0 = 0; n0 <= limit - n3 - n2 - n1; n0++) {
            long counts = n0 | (long) n1 << 16 | (long) n2 << 32 | (long) n3 << 48;
            entries[n0 + n1 * stride1 + n2 * stride2 + n3 * stride3] =
                entry(counts, closure.required(counts));
          }
        }
      }
    }
  }

  private int entry(long counts, int closed) {
    return norm.caregiversRequired(counts)
        | closed << 8
        | Math.min(255, norm.overSize(counts)) << 16
        | Math.min(255, norm.overComposition(counts)) << 24;
  }

  /** The packed entry for children by class. */
  int entry(long counts) {
    int n0 = (int) counts & 0xFFFF;
    int n1 = (int) (counts >>> 16) & 0xFFFF;
    int n2 = (int) (counts >>> 32) & 0xFFFF;
    int n3 = (int) (counts >>> 48);
    if (n0 + n1 + n2 + n3 > limit) {
      return entry(counts, Norm.IMPOSSIBLE);
    }
    return entries[n0 + n1 * stride1 + n2 * stride2 + n3 * stride3];
  }

  /** Index of the entry of these children if one more still has an entry, else -1. */
  int indexWithRoom(long counts) {
    int n0 = (int) counts & 0xFFFF;
    int n1 = (int) (counts >>> 16) & 0xFFFF;
    int n2 = (int) (counts >>> 32) & 0xFFFF;
    int n3 = (int) (counts >>> 48);
    return n0 + n1 + n2 + n3 >= limit ? -1 : n0 + n1 * stride1 + n2 * stride2 + n3 * stride3;
  }

  /** The packed entry at an index. */
  int at(int index) {
    return entries[index];
  }

  /** The packed entry of one more child of a class than at an index. */
  int at(int index, int oneMoreOfClass) {
    int stride =
        switch (oneMoreOfClass) {
          case 0 -> 1;
          case 1 -> stride1;
          case 2 -> stride2;
          default -> stride3;
        };
    return entries[index + stride];
  }

  /** Caregivers required by the law. */
  static int required(int entry) {
    return entry & 0xFF;
  }

  /** Caregivers required by the closure. */
  static int closed(int entry) {
    return (entry >>> 8) & 0xFF;
  }

  /** Children over the law's size. */
  static int overSize(int entry) {
    return (entry >>> 16) & 0xFF;
  }

  /** Children over the law's composition caps. */
  static int overCaps(int entry) {
    return entry >>> 24;
  }
}
