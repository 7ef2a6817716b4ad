package org.plek.domain;

/** How a family or carer travels. The default speeds are door to door in a town, chosen by plek. */
public enum TravelMode {
  WALK(4.5),
  BICYCLE(14),
  PUBLIC_TRANSPORT(18),
  CAR(35);

  private final double defaultKilometresPerHour;

  TravelMode(double defaultKilometresPerHour) {
    this.defaultKilometresPerHour = defaultKilometresPerHour;
  }

  /** Speed where the policy says none. */
  public double defaultKilometresPerHour() {
    return defaultKilometresPerHour;
  }
}
