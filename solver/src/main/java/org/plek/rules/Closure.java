package org.plek.rules;

import java.util.Arrays;

/**
 * The hereditary closure of a norm: the strictest number over all parts of a group, so that a child
 * may always leave. Laws are not monotone (the Dutch number can rise when a child leaves); a group
 * is closed-legal only when every part of it is legal.
 *
 * <p>The table is indexed by the combinatorial number system (Knuth, The Art of Computer
 * Programming 4A, 7.2.1.3), so it holds exactly one byte for each composition.
 */
public final class Closure {
  private static final int MOST_ENTRIES = 64_000_000;

  private final int classes;
  private final int most;
  private final byte[] required;
  private final Report report;

  /**
   * What the closure costs.
   *
   * @param compositions compositions of 1 to the most children
   * @param legal those that the law allows with some number of caregivers
   * @param withIllegalPart legal ones that hold an illegal part, lost by the closure
   * @param dearer legal ones for which the closure asks for more caregivers than the law
   */
  public record Report(long compositions, long legal, long withIllegalPart, long dearer) {}

  private Closure(Norm norm, int classes, int most) {
    this.classes = classes;
    this.most = most;
    long entries = choose(most + classes, classes);
    if (entries > MOST_ENTRIES) {
      throw new IllegalArgumentException(
          "%d children in %d classes make %d compositions. Maybe ask for fewer children."
              .formatted(most, classes, entries));
    }
    required = new byte[(int) entries];
    Arrays.fill(required, (byte) Norm.IMPOSSIBLE);
    required[0] = 0;
    Counter counter = new Counter();
    for (int total = 1; total <= most; total++) {
      fill(norm, classes - 1, total, 0, counter);
    }
    report = new Report(counter.all, counter.legal, counter.lost, counter.dearer);
  }

  /**
   * Works out the closure of a norm.
   *
   * @param classes classes of the children, 1 to 4
   * @param most greatest number of children looked at
   */
  public static Closure of(Norm norm, int classes, int most) {
    return new Closure(norm, classes, most);
  }

  /**
   * Least caregivers for the group and each of its parts; {@link Norm#IMPOSSIBLE} where a part is
   * illegal with any number, or for more children than were looked at.
   */
  public int required(long counts) {
    int sum = 0;
    long rank = 0;
    for (int c = 0; c < classes; c++) {
      sum += ChildCounts.of(counts, c);
      if (sum > most) {
        return Norm.IMPOSSIBLE;
      }
      rank += choose(sum + c, c + 1);
    }
    return required[(int) rank];
  }

  /** What the closure costs over all compositions looked at. */
  public Report report() {
    return report;
  }

  private static final class Counter {
    private long all;
    private long legal;
    private long lost;
    private long dearer;
  }

  /** Visits every composition of a total, all of a smaller total being known. */
  private void fill(Norm norm, int childClass, int left, long counts, Counter counter) {
    if (childClass > 0) {
      for (int n = 0; n <= left; n++) {
        fill(norm, childClass - 1, left - n, counts + n * ChildCounts.one(childClass), counter);
      }
      return;
    }
    long group = counts + left;
    int law = norm.caregiversRequired(group);
    boolean legal =
        law < Norm.IMPOSSIBLE && norm.overSize(group) == 0 && norm.overComposition(group) == 0;
    int closed = legal ? law : Norm.IMPOSSIBLE;
    for (int c = 0; c < classes; c++) {
      if (ChildCounts.of(group, c) > 0) {
        closed = Math.max(closed, required(group - ChildCounts.one(c)));
      }
    }
    set(group, closed);
    counter.all++;
    if (legal) {
      counter.legal++;
      counter.lost += closed == Norm.IMPOSSIBLE ? 1 : 0;
      counter.dearer += closed > law && closed < Norm.IMPOSSIBLE ? 1 : 0;
    }
  }

  private void set(long counts, int value) {
    int sum = 0;
    long rank = 0;
    for (int c = 0; c < classes; c++) {
      sum += ChildCounts.of(counts, c);
      rank += choose(sum + c, c + 1);
    }
    required[(int) rank] = (byte) value;
  }

  /** Binomial coefficient for k up to 4. */
  private static long choose(long n, int k) {
    return switch (k) {
      case 1 -> n;
      case 2 -> n * (n - 1) / 2;
      case 3 -> n * (n - 1) * (n - 2) / 6;
      default -> n * (n - 1) / 2 * (n - 2) * (n - 3) / 12;
    };
  }
}
