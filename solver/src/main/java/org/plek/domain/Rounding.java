package org.plek.domain;

/**
 * How amounts become payable.
 *
 * @param per what is rounded; the parts within stay exact
 * @param way in which direction
 * @param toCents to multiples of this, 1 or 5 cents
 */
public record Rounding(Per per, Way way, int toCents) {
  /** Each stay to the cent, half cents up. */
  public static final Rounding CENT = new Rounding(Per.STAY, Way.HALF_UP, 1);

  /** What is rounded. */
  public enum Per {
    /** Each stay of a child. */
    STAY,
    /** All stays of a child with the provider on one date. */
    DAY,
    /** All stays of a child with the provider in one calendar month. */
    MONTH
  }

  /** Direction of rounding. */
  public enum Way {
    /** To the nearest, halves up. */
    HALF_UP,
    /** Never to less. */
    UP,
    /** Never to more. */
    DOWN
  }
}
