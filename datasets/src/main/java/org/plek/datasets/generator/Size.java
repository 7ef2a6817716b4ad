package org.plek.datasets.generator;

/** Sizes of synthetic problems. */
public enum Size {
  /** 100 groups, 1,000 care sessions. */
  S(100, 1_000, 3, 0.80, 0.60),
  /** 500 groups, 10,000 care sessions. */
  M(500, 10_000, 6, 0.82, 0.60),
  /** 2,000 groups, 50,000 care sessions. */
  L(2_000, 50_000, 12, 0.86, 0.50),
  /** 5,000 groups, 200,000 care sessions. */
  XL(5_000, 200_000, 12, 0.72, 0.70);

  private final int groups;
  private final int sessions;
  private final int towns;
  private final double occupancy;
  private final double staffedShare;

  Size(int groups, int sessions, int towns, double occupancy, double staffedShare) {
    this.groups = groups;
    this.sessions = sessions;
    this.towns = towns;
    this.occupancy = occupancy;
    this.staffedShare = staffedShare;
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
}
