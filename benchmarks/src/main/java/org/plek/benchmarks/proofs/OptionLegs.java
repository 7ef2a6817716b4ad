package org.plek.benchmarks.proofs;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.plek.domain.ProblemIndex;
import org.plek.options.OptionTable;

/** The legs of all options by group; leg {@code 2 * option + i} is the i-th of an option. */
final class OptionLegs {
  private final OptionTable table;
  private final int[] sessionOf;
  private final int[][] ofGroup;

  OptionLegs(ProblemIndex index, OptionTable table) {
    this.table = table;
    sessionOf = new int[table.options()];
    for (int s = 0; s < table.sessions(); s++) {
      Arrays.fill(sessionOf, table.firstOption(s), table.endOption(s), s);
    }
    int groups = index.groups().size();
    int[] counts = new int[groups];
    for (int o = 0; o < sessionOf.length; o++) {
      counts[table.group(o)]++;
      if (table.split(o)) {
        counts[table.secondGroup(o)]++;
      }
    }
    ofGroup = new int[groups][];
    Arrays.setAll(ofGroup, g -> new int[counts[g]]);
    Arrays.fill(counts, 0);
    for (int o = 0; o < sessionOf.length; o++) {
      ofGroup[table.group(o)][counts[table.group(o)]++] = 2 * o;
      if (table.split(o)) {
        ofGroup[table.secondGroup(o)][counts[table.secondGroup(o)]++] = 2 * o + 1;
      }
    }
  }

  /** All legs that options have in a group, by option. */
  int[] ofGroup(int group) {
    return ofGroup[group];
  }

  /** All legs that options have in groups {@code [from, until)}, by option. */
  int[] ofGroups(int from, int until) {
    return IntStream.range(from, until).flatMap(g -> Arrays.stream(ofGroup[g])).sorted().toArray();
  }

  int sessionOfOption(int option) {
    return sessionOf[option];
  }

  int session(int leg) {
    return sessionOf[leg >> 1];
  }

  int group(int leg) {
    return (leg & 1) == 0 ? table.group(leg >> 1) : table.secondGroup(leg >> 1);
  }

  int start(int leg) {
    return (leg & 1) == 0 ? table.start(leg >> 1) : table.secondStart(leg >> 1);
  }

  int end(int leg) {
    return (leg & 1) == 0 ? table.end(leg >> 1) : table.secondEnd(leg >> 1);
  }

  /** A run of slots in which the same legs would be present. */
  record Run(int from, int until, int[] legs) {}

  /** Cuts the time of some legs into runs with the same legs, none of them empty. */
  java.util.List<Run> runs(int[] legs) {
    int[] moments =
        Arrays.stream(legs)
            .flatMap(leg -> IntStream.of(start(leg), end(leg)))
            .sorted()
            .distinct()
            .toArray();
    int[] byStart =
        Arrays.stream(legs)
            .boxed()
            .sorted((a, b) -> Integer.compare(start(a), start(b)))
            .mapToInt(Integer::intValue)
            .toArray();
    java.util.List<Run> runs = new java.util.ArrayList<>();
    int[] present = new int[legs.length];
    int count = 0;
    int next = 0;
    for (int i = 0; i + 1 < moments.length; i++) {
      int kept = 0;
      for (int k = 0; k < count; k++) {
        if (end(present[k]) > moments[i]) {
          present[kept++] = present[k];
        }
      }
      count = kept;
      while (next < byStart.length && start(byStart[next]) <= moments[i]) {
        present[count++] = byStart[next++];
      }
      if (count > 0) {
        int[] sorted = Arrays.copyOf(present, count);
        Arrays.sort(sorted);
        runs.add(new Run(moments[i], moments[i + 1], sorted));
      }
    }
    return runs;
  }
}
