package org.plek.options;

import java.util.List;
import org.plek.scoring.ConstraintName;

/**
 * What kept groups from serving care sessions. Each group is counted once per session: it has
 * options of one leg, or it is counted under the rule that blocks it, or under the limit that left
 * it out. A group beyond the reach of the family counts under {@code FAMILY_TRAVEL} whatever else
 * blocks it; of a session with several possible times counts the furthest that any time gets in the
 * order of {@link ConstraintName}. Sessions whose placement is agreed drop nothing.
 */
public final class DropReport {
  private static final int RULES = ConstraintName.values().length;

  private final int[] rowStart;
  private final int[] packed;
  private final long[] totals = new long[RULES + Limit.values().length];

  private DropReport(int[] rowStart, int[] packed) {
    this.rowStart = rowStart;
    this.packed = packed;
    for (int entry : packed) {
      totals[entry >>> 24] += entry & 0xFFFFFF;
    }
  }

  /** Groups dropped by a rule over all sessions. */
  public long total(ConstraintName rule) {
    return totals[rule.ordinal()];
  }

  /** What a limit dropped over all sessions, in its own unit. */
  public long total(Limit limit) {
    return totals[RULES + limit.ordinal()];
  }

  /** Groups dropped by a rule for one session. */
  public int of(int session, ConstraintName rule) {
    return find(session, rule.ordinal());
  }

  /** What a limit dropped for one session, in its own unit. */
  public int of(int session, Limit limit) {
    return find(session, RULES + limit.ordinal());
  }

  private int find(int session, int code) {
    for (int i = rowStart[session]; i < rowStart[session + 1]; i++) {
      if (packed[i] >>> 24 == code) {
        return packed[i] & 0xFFFFFF;
      }
    }
    return 0;
  }

  /** Counts of the sessions of one part, in their order. */
  static final class Part {
    private final int[] current = new int[RULES + Limit.values().length];
    private int[] rowEnd = new int[64];
    private int[] packed = new int[256];
    private int rows;
    private int entries;

    void count(ConstraintName rule, int groups) {
      current[rule.ordinal()] += groups;
    }

    void count(Limit limit, int number) {
      current[RULES + limit.ordinal()] += number;
    }

    /** Ends the row of a session. */
    void endSession() {
      for (int code = 0; code < current.length; code++) {
        if (current[code] != 0) {
          if (entries == packed.length) {
            packed = java.util.Arrays.copyOf(packed, 2 * entries);
          }
          packed[entries++] = code << 24 | Math.min(current[code], 0xFFFFFF);
          current[code] = 0;
        }
      }
      if (rows == rowEnd.length) {
        rowEnd = java.util.Arrays.copyOf(rowEnd, 2 * rows);
      }
      rowEnd[rows++] = entries;
    }
  }

  static DropReport joined(List<Part> parts) {
    int[] rowStart = new int[parts.stream().mapToInt(part -> part.rows).sum() + 1];
    int[] packed = new int[parts.stream().mapToInt(part -> part.entries).sum()];
    int row = 0;
    int entry = 0;
    for (Part part : parts) {
      for (int i = 0; i < part.rows; i++) {
        rowStart[++row] = entry + part.rowEnd[i];
      }
      System.arraycopy(part.packed, 0, packed, entry, part.entries);
      entry += part.entries;
    }
    return new DropReport(rowStart, packed);
  }
}
