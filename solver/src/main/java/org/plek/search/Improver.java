package org.plek.search;

import java.util.function.BooleanSupplier;

/** Improves one part of a plan for a share of the limits. */
interface Improver {
  /**
   * Evaluates moves until the most is reached, or the clock is used up where there is no most, or
   * the stop says so.
   *
   * @param clock share of the time that is used up, 0 to 1; asked every few hundred moves
   */
  void run(long mostMoves, Share clock, BooleanSupplier stop);

  /** Moves evaluated. */
  long moves();

  /** Share of something used up. */
  interface Share {
    double used();
  }
}
