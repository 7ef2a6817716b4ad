package org.plek.search;

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
