package org.plek.benchmarks.proofs;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * An integer program: minimise a linear cost over bounded integer variables under linear rows. All
 * numbers are whole, so that whoever checks it needs no tolerance. Grows only; knows no solver.
 */
public final class LinearModel {
  /** No lower bound of a row. */
  public static final long NO_LOWER = Long.MIN_VALUE;

  /** No upper bound of a row. */
  public static final long NO_UPPER = Long.MAX_VALUE;

  private long constant;
  private int variables;
  private long[] cost = new long[1024];
  private long[] lower = new long[1024];
  private long[] upper = new long[1024];

  private int rows;
  private long[] rowLower = new long[1024];
  private long[] rowUpper = new long[1024];
  private int[] rowStart = new int[1025];
  private int[] column = new int[4096];
  private int[] coefficient = new int[4096];

  LinearModel() {}

  int addVariable(long from, long to, long unitCost) {
    if (variables == cost.length) {
      cost = Arrays.copyOf(cost, 2 * variables);
      lower = Arrays.copyOf(lower, 2 * variables);
      upper = Arrays.copyOf(upper, 2 * variables);
    }
    lower[variables] = from;
    upper[variables] = to;
    cost[variables] = unitCost;
    return variables++;
  }

  void addCost(int variable, long amount) {
    cost[variable] += amount;
  }

  void addConstant(long amount) {
    constant += amount;
  }

  void fix(int variable, long value) {
    lower[variable] = value;
    upper[variable] = value;
  }

  /** Adds {@code from <= terms <= to}; an empty row is left out. */
  void addRow(long from, Terms terms, long to) {
    if (terms.size() == 0) {
      return;
    }
    if (rows == rowLower.length) {
      rowLower = Arrays.copyOf(rowLower, 2 * rows);
      rowUpper = Arrays.copyOf(rowUpper, 2 * rows);
      rowStart = Arrays.copyOf(rowStart, 2 * rows + 1);
    }
    int first = rowStart[rows];
    int end = first + terms.size();
    if (end > column.length) {
      int longer = Math.max(end, column.length + column.length / 2);
      column = Arrays.copyOf(column, longer);
      coefficient = Arrays.copyOf(coefficient, longer);
    }
    terms.copyTo(column, coefficient, first);
    rowLower[rows] = from;
    rowUpper[rows] = to;
    rows++;
    rowStart[rows] = end;
  }

  /** Added to the cost of every solution. */
  public long constant() {
    return constant;
  }

  /** Number of variables. */
  public int variables() {
    return variables;
  }

  /** Cost of one unit of a variable. */
  public long cost(int variable) {
    return cost[variable];
  }

  /** Least value of a variable. */
  public long lower(int variable) {
    return lower[variable];
  }

  /** Greatest value of a variable. */
  public long upper(int variable) {
    return upper[variable];
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /** Least value of a row, or {@link #NO_LOWER}. */
  public long rowLower(int row) {
    return rowLower[row];
  }

  /** Greatest value of a row, or {@link #NO_UPPER}. */
  public long rowUpper(int row) {
    return rowUpper[row];
  }

  /** First entry of a row; the entries of {@code row + 1} follow its last. */
  public int firstEntry(int row) {
    return rowStart[row];
  }

  /** Variable of an entry. */
  public int variableOf(int entry) {
    return column[entry];
  }

  /** Coefficient of an entry. */
  public int coefficientOf(int entry) {
    return coefficient[entry];
  }

  /** A sum of variables with coefficients; each variable at most once. */
  static final class Terms {
    private int[] variable = new int[16];
    private long[] factor = new long[16];
    private int size;

    Terms plus(long by, int of) {
      if (size == variable.length) {
        variable = Arrays.copyOf(variable, 2 * size);
        factor = Arrays.copyOf(factor, 2 * size);
      }
      variable[size] = of;
      factor[size++] = by;
      return this;
    }

    Terms plus(long by, int[] all) {
      for (int of : all) {
        plus(by, of);
      }
      return this;
    }

    int size() {
      return size;
    }

    int variableAt(int place) {
      return variable[place];
    }

    /** The same sum with every variable once. */
    Terms merged() {
      Map<Integer, Long> factors = new TreeMap<>();
      for (int i = 0; i < size; i++) {
        factors.merge(variable[i], factor[i], Long::sum);
      }
      Terms merged = new Terms();
      factors.forEach((of, by) -> merged.plus(by, of));
      return merged;
    }

    private void copyTo(int[] columns, int[] coefficients, int at) {
      System.arraycopy(variable, 0, columns, at, size);
      for (int i = 0; i < size; i++) {
        coefficients[at + i] = Math.toIntExact(factor[i]);
      }
    }
  }
}
