package org.plek.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plek.rules.Clause.Formula;
import org.plek.rules.Clause.Neighbour;
import org.plek.rules.Clause.TableRatio;
import org.plek.rules.Clause.TableRow;

/**
 * The numbers of a {@link TableRatio} for every composition, worked out once: the least caregivers
 * by table and formula, corrected by the one-child-less rule.
 */
final class RatioTable implements CaregiverRule {
  private final int side;
  private final byte[] required;
  private final List<TableRow> rows;
  private final int[][][] cells;
  private final long[] formulaWeights;
  private final long formulaUnit;

  RatioTable(TableRatio ratio) {
    rows = ratio.rows();
    cells = rows.stream().map(RatioTable::cells).toArray(int[][][]::new);
    formulaUnit = unit(ratio.formula());
    formulaWeights = weights(ratio.formula(), formulaUnit);
    int most =
        Arrays.stream(cells).flatMap(Arrays::stream).mapToInt(cell -> cell[0]).max().orElse(0);
    side = most + 1;
    required = new byte[side * side * side * side];
    Arrays.fill(required, (byte) Norm.IMPOSSIBLE);
    byte[] plain = required.clone();
    forEach(most, (n, at) -> plain[at] = (byte) tableAndFormula(n));
    byte[] compared = ratio.comparedWith() == Neighbour.UNCORRECTED ? plain : required;
    forEach(
        most,
        (n, at) ->
            required[at] =
                ratio.oneChildLess() && oneLessNeedsMore(n, at, plain[at], compared)
                    ? (byte) (plain[at] + 1)
                    : plain[at]);
  }

  @Override
  public int required(long counts) {
    int n0 = ChildCounts.of(counts, 0);
    int n1 = ChildCounts.of(counts, 1);
    int n2 = ChildCounts.of(counts, 2);
    int n3 = ChildCounts.of(counts, 3);
    return Math.max(Math.max(n0, n1), Math.max(n2, n3)) >= side
        ? Norm.IMPOSSIBLE
        : required[((n3 * side + n2) * side + n1) * side + n0];
  }

  /** Whether the formula asks for more than the table here. */
  boolean formulaDecides(int... n) {
    return formula(n) > table(n);
  }

  /** Table and formula without the one-child-less rule. */
  int tableAndFormula(int... n) {
    int table = table(n);
    return table == Norm.IMPOSSIBLE ? table : Math.max(table, formula(n));
  }

  private boolean oneLessNeedsMore(int[] n, int at, int own, byte[] compared) {
    int step = 1;
    for (int c = 0; c < n.length; c++) {
      if (n[c] > 0 && own != Norm.IMPOSSIBLE) {
        int less = compared[at - step];
        if (less != Norm.IMPOSSIBLE && less > own) {
          return true;
        }
      }
      step *= side;
    }
    return false;
  }

  private int table(int[] n) {
    int total = n[0] + n[1] + n[2] + n[3];
    if (total == 0) {
      return 0;
    }
    int youngest = 0;
    while (n[youngest] == 0) {
      youngest++;
    }
    int oldest = n.length - 1;
    while (n[oldest] == 0) {
      oldest--;
    }
    for (int r = 0; r < rows.size(); r++) {
      if (rows.get(r).youngest() == youngest && rows.get(r).oldest() == oldest) {
        for (int[] cell : cells[r]) {
          if (total <= cell[0] && n[0] <= cell[1]) {
            return cell[2];
          }
        }
      }
    }
    return Norm.IMPOSSIBLE;
  }

  private int formula(int[] n) {
    if (n[0] == 0 || formulaWeights.length == 0) {
      return 0;
    }
    long sum = 0;
    for (int c = 0; c < n.length; c++) {
      sum += n[c] * formulaWeights[c];
    }
    return Math.toIntExact((sum + formulaUnit - 1) / formulaUnit);
  }

  /** A unit in which every share of the formula is a whole number, so that nothing is rounded. */
  private static long unit(@Nullable Formula formula) {
    long unit = 1;
    if (formula != null) {
      for (int divisor : formula.divisors()) {
        unit *= divisor;
      }
      unit *= formula.othersOverTenths();
    }
    return unit;
  }

  private static long[] weights(@Nullable Formula formula, long unit) {
    if (formula == null) {
      return new long[0];
    }
    long[] weights = new long[formula.divisors().size()];
    for (int c = 0; c < weights.length; c++) {
      long share = unit / formula.divisors().get(c);
      weights[c] = c == 0 ? share : share * 10 / formula.othersOverTenths();
    }
    return weights;
  }

  /** Cells as {children, most of class 0, caregivers}, fewest caregivers first. */
  private static int[][] cells(TableRow row) {
    List<int[]> found = new ArrayList<>();
    for (int s = 0; s < row.staff().size(); s++) {
      for (String alternative : row.staff().get(s).split(" / ", -1)) {
        int caret = alternative.indexOf('^');
        int children = Integer.parseInt(caret < 0 ? alternative : alternative.substring(0, caret));
        int youngest =
            caret < 0 ? Integer.MAX_VALUE : Integer.parseInt(alternative.substring(caret + 1));
        found.add(new int[] {children, youngest, s + 1});
      }
    }
    return found.toArray(int[][]::new);
  }

  private interface AtComposition {
    void visit(int[] counts, int at);
  }

  /** Visits every composition after all those it contains. */
  private void forEach(int most, AtComposition visitor) {
    int[] n = new int[4];
    for (n[3] = 0; n[3] <= most; n[3]++) {
      for (n[2] = 0; n[2] + n[3] <= most; n[2]++) {
        for (n[1] = 0; n[1] + n[2] + n[3] <= most; n[1]++) {
          for (n[0] = 0; n[0] + n[1] + n[2] + n[3] <= most; n[0]++) {
            visitor.visit(n, ((n[3] * side + n[2]) * side + n[1]) * side + n[0]);
          }
        }
      }
    }
  }
}
