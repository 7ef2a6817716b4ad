package org.plek.domain;

/** Travel times; the seam for a real router or a matrix. */
@FunctionalInterface
public interface Travel {
  /**
   * Whole minutes, rounded up, from one place to another.
   *
   * @return at least 0
   */
  int minutes(Point from, Point to, TravelMode mode);
}
