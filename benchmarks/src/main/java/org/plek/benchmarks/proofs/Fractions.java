package org.plek.benchmarks.proofs;

/** Small systems of linear equations over whole numbers, exactly. */
final class Fractions {
  private Fractions() {}

  /**
   * Solves {@code A x = b} by fraction-free elimination (Bareiss 1968).
   *
   * @param matrix A with b as its last column; destroyed
   * @return numerators of x and, last, their common positive denominator; empty when A is singular
   */
  static long[] solve(long[][] matrix) {
    int size = matrix.length;
    long previous = 1;
    for (int k = 0; k < size; k++) {
      int pivot = k;
      while (pivot < size && matrix[pivot][k] == 0) {
        pivot++;
      }
      if (pivot == size) {
        return new long[0];
      }
      long[] row = matrix[pivot];
      matrix[pivot] = matrix[k];
      matrix[k] = row;
      for (int i = 0; i < size; i++) {
        if (i != k) {
          long factor = matrix[i][k];
          for (int j = 0; j <= size; j++) {
            matrix[i][j] =
                Math.subtractExact(
                        Math.multiplyExact(matrix[i][j], row[k]),
                        Math.multiplyExact(factor, row[j]))
                    / previous;
          }
        }
      }
      previous = row[k];
    }
    long[] solution = new long[size + 1];
    long sign = Long.signum(previous);
    for (int i = 0; i < size; i++) {
      solution[i] = sign * matrix[i][size];
    }
    solution[size] = Math.abs(previous);
    return solution;
  }

  /** Divides numbers that are not all 0 by their greatest common divisor. */
  static void reduce(long[] numbers) {
    long divisor = 0;
    for (long number : numbers) {
      divisor = gcd(divisor, Math.abs(number));
    }
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] /= divisor;
    }
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
