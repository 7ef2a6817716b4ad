package org.plek.domain;

/**
 * Great-circle distance times a detour factor, at a speed per mode. Good to some minutes within a
 * region; a router or matrix may take its place behind {@link Travel}.
 */
public final class GreatCircleTravel implements Travel {
  private static final double EARTH_RADIUS_KILOMETRES = 6371.0088;

  private final double detour;
  private final double[] kilometresPerHour = new double[TravelMode.values().length];

  /** Speeds and detour of the policy, defaults where it is silent. */
  public GreatCircleTravel(Policy policy) {
    detour = policy.detour();
    for (TravelMode mode : TravelMode.values()) {
      kilometresPerHour[mode.ordinal()] =
          policy.kilometresPerHour().getOrDefault(mode, mode.defaultKilometresPerHour());
    }
  }

  /** Great-circle distance in kilometres (haversine). */
  public static double kilometres(Point a, Point b) {
    if (a.equals(b)) {
      return 0;
    }
    double phi1 = Math.toRadians(a.latitude());
    double phi2 = Math.toRadians(b.latitude());
    double sinPhi = Math.sin((phi2 - phi1) / 2);
    double sinLambda = Math.sin(Math.toRadians(b.longitude() - a.longitude()) / 2);
    double h = sinPhi * sinPhi + Math.cos(phi1) * Math.cos(phi2) * sinLambda * sinLambda;
    return 2 * EARTH_RADIUS_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(h)));
  }

  @Override
  public int minutes(Point from, Point to, TravelMode mode) {
    double hours = kilometres(from, to) * detour / kilometresPerHour[mode.ordinal()];
    return (int) Math.ceil(hours * 60 - 1e-9);
  }

  /** The great-circle distance that takes the given minutes, for a search by radius. */
  public double kilometresWithin(int minutes, TravelMode mode) {
    return minutes / 60.0 * kilometresPerHour[mode.ordinal()] / detour;
  }
}
