package org.plek.scoring.fast;

import org.plek.rules.Closure;
import org.plek.rules.Norm;

/**
 * A norm as a table over the children present by class, up to a number in all. An entry packs four
 * bytes: caregivers required by the law, caregivers required by its hereditary closure, children
 * over the law's size, children over its caps.
 *
 * <p>Entries are numbered by the sums of the first one, two, three and four classes, so that no
 * room goes to combinations of more children than the table holds.
 */
final class NormTable {
  private static final int MAX_ENTRIES = 1 << 24;

  /** Multiplied with numbers by class, gives the sums of the first classes. */
  private static final long SUMS = 0x0001_0001_0001_0001L;

  private final Norm norm;
  private final int limit;

  /** Entries before those of a sum of the first two, three, four classes. */
  private final int[] ofTwo;

  private final int[] ofThree;
  private final int[] ofFour;
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
    ofTwo = fewer(2, classes);
    ofThree = fewer(3, classes);
    ofFour = fewer(4, classes);
    entries = new int[limit + ofTwo[limit] + ofThree[limit] + ofFour[limit] + 1];
    fill(classes, Closure.of(norm, classes, limit));
  }

  /** In how many ways fewer than so many children can be of the first classes, if so many are. */
  private int[] fewer(int firstClasses, int classes) {
    int[] ways = new int[limit + 1];
    for (int children = 1; firstClasses <= classes && children <= limit; children++) {
      long product = 1;
      for (int i = 0; i < firstClasses; i++) {
        product = product * (children + i) / (i + 1);
      }
      ways[children] = (int) product;
    }
    return ways;
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
            entries[index(counts * SUMS)] = entry(counts, closure.required(counts));
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
    long sums = counts * SUMS;
    return (int) (sums >>> 48) > limit ? entry(counts, Norm.IMPOSSIBLE) : entries[index(sums)];
  }

  private int index(long sums) {
    return ((int) sums & 0xFFFF)
        + ofTwo[(int) (sums >>> 16) & 0xFFFF]
        + ofThree[(int) (sums >>> 32) & 0xFFFF]
        + ofFour[(int) (sums >>> 48)];
  }

  /** Whether these children and one more have an entry. */
  boolean hasRoom(long counts) {
    return (int) (counts * SUMS >>> 48) < limit;
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
