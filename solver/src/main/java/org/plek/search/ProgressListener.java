package org.plek.search;

import java.util.List;
import java.util.function.Supplier;
import org.plek.domain.Placement;

/** Told of the search from time to time; answers whether to go on. */
@FunctionalInterface
public interface ProgressListener {
  /** Never stops. */
  ProgressListener NONE = progress -> true;

  /**
   * @return false to stop early with the best plan so far
   */
  boolean goOn(Progress progress);

  /**
   * Told of the first plan and of each that is better than all before, between two rounds of the
   * search, which waits meanwhile.
   *
   * @param objective its objective; lower is better, except where strict tiers decide
   * @param plan its placements, agreed ones included; to be asked during this call only
   */
  default void better(long objective, Supplier<List<Placement>> plan) {}

  /**
   * Where the search stands.
   *
   * @param fraction share of the limit that is used up, 0 to 1
   * @param moves moves evaluated
   * @param unplaced care sessions without a place
   * @param unservedCost cost of unserved care as the search counts it
   * @param objective unserved cost plus weighted soft aims; lower is better
   */
  record Progress(double fraction, long moves, int unplaced, long unservedCost, long objective) {}
}
