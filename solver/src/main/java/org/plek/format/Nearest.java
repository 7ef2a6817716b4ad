package org.plek.format;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds the name that was probably meant. */
final class Nearest {
  private static final int MOST_LOOKED_AT = 100_000;

  private Nearest() {}

  /** "Maybe x is meant." for the nearest name, or null when none is near. */
  static @Nullable String hint(String name, Collection<String> known) {
    String nearest = to(name, known);
    return nearest == null ? null : "Maybe " + nearest + " is meant.";
  }

  /** The known name with the fewest changed letters, at most a third of the name. */
  static @Nullable String to(String name, Collection<String> known) {
    String nearest = null;
    int best = Math.max(1, Math.min(name.length(), 60) / 3) + 1;
    int looked = 0;
    for (String candidate : known) {
      if (looked++ == MOST_LOOKED_AT) {
        break;
      }
      if (Math.abs(candidate.length() - name.length()) < best && name.length() < 200) {
        int distance = distance(name, candidate);
        if (distance < best) {
          best = distance;
          nearest = candidate;
        }
      }
    }
    return nearest;
  }

  /** Letters inserted, deleted, replaced or swapped with a neighbour; case is ignored. */
  private static int distance(String left, String right) {
    int[] before = new int[right.length() + 1];
    int[] above = new int[right.length() + 1];
    int[] row = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int same = equal(left, i, right, j) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + same);
        if (i > 1 && j > 1 && equal(left, i, right, j - 1) && equal(left, i - 1, right, j)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      int[] spare = before;
      before = above;
      above = row;
      row = spare;
    }
    return above[right.length()];
  }

  private static boolean equal(String left, int i, String right, int j) {
    return Character.toLowerCase(left.charAt(i - 1)) == Character.toLowerCase(right.charAt(j - 1));
  }
}
