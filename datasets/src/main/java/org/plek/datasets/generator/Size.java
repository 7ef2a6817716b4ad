package org.plek.datasets.generator;

/** Sizes of synthetic problems. */
public enum Size {
  /** 100 groups, 1,000 care sessions that can all be served at once. */
  S(100, 1_000, 3, 0.80, 0.60, 0),
  /** 500 groups, 10,000 care sessions. */
  M(500, 10_000, 6, 0.92, 0.5, 1),
  /** 2,000 groups, 50,000 care sessions. */
  L(2_000, 50_000, 12, 0.90, 0.5, 1),
  /** 5,000 groups, 200,000 care sessions. */
  XL(5_000, 200_000, 12, 0.78, 0.65, 1);

  private final int groups;
  private final int sessions;
  private final int towns;
  private final double occupancy;
  private final double staffedShare;
  private final double fullWeekShare;

  Size(
      int groups,
      int sessions,
      int towns,
      double occupancy,
      double staffedShare,
      double fullWeekShare) {
    this.groups = groups;
    this.sessions = sessions;
    this.towns = towns;
    this.occupancy = occupancy;
    this.staffedShare = staffedShare;
    this.fullWeekShare = fullWeekShare;
  }

  /**
   * Whether a plan exists that serves all; of the others every session has an option of its own.
   */
  public boolean allAtOnce() {
    return this == S;
  }

  /** Groups of all providers. */
  public int groups() {
    return groups;
  }

  /** Care sessions, patterns expanded. */
  public int sessions() {
    return sessions;
  }

  /** Towns around which they lie. */
  public int towns() {
    return towns;
  }

  /** Regular children per licensed place; with the staffed share it decides how full it is. */
  public double occupancy() {
    return occupancy;
  }

  /** Share of daycare groups rostered for all their places. */
  public double staffedShare() {
    return staffedShare;
  }

  /** Share of providers whose regular children come on every weekday. */
  public double fullWeekShare() {
    return fullWeekShare;
  }
}
