package org.plek.options;

import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Point;
import org.plek.domain.TravelMode;

/**
 * The minutes of {@link GreatCircleTravel} from one place to many, the same and much faster: by the
 * straight line through the earth, and by the full formula only where rounding could tell them
 * apart.
 */
final class ShortWays {
  /** Kilometres; half around the earth is as many as the radius times pi. */
  private static final double EARTH_RADIUS =
      GreatCircleTravel.kilometres(new Point(0, 0), new Point(0, 180)) / Math.PI;

  /** Half a straight line, in radii of the earth, under which the series below is exact. */
  private static final double LONGEST_HALF_LINE = 0.05;

  /** Far more than the two ways to compute differ, in minutes. */
  private static final double UNSURE = 1e-6;

  private final GreatCircleTravel travel;
  private final Point[] places;
  private final double[] xyz;
  private final double[] minutesPerKilometre = new double[TravelMode.values().length];

  ShortWays(GreatCircleTravel travel, Point[] places) {
    this.travel = travel;
    this.places = places;
    xyz = new double[3 * places.length];
    for (int p = 0; p < places.length; p++) {
      System.arraycopy(unit(places[p]), 0, xyz, 3 * p, 3);
    }
    for (TravelMode mode : TravelMode.values()) {
      minutesPerKilometre[mode.ordinal()] = 60 / travel.kilometresWithin(60, mode);
    }
  }

  private static double[] unit(Point point) {
    double latitude = Math.toRadians(point.latitude());
    double longitude = Math.toRadians(point.longitude());
    return new double[] {
      Math.cos(latitude) * Math.cos(longitude),
      Math.cos(latitude) * Math.sin(longitude),
      Math.sin(latitude)
    };
  }

  From from(Point home) {
    return new From(home);
  }

  /** Ways from one place. */
  final class From {
    private final Point home;
    private final double x;
    private final double y;
    private final double z;

    private From(Point home) {
      this.home = home;
      double[] unit = unit(home);
      x = unit[0];
      y = unit[1];
      z = unit[2];
    }

    /** Whole minutes, rounded up, to a place by its number; as many back. */
    int minutes(int place, TravelMode mode) {
      double dx = xyz[3 * place] - x;
      double dy = xyz[3 * place + 1] - y;
      double dz = xyz[3 * place + 2] - z;
      double square = (dx * dx + dy * dy + dz * dz) / 4;
      double half = Math.sqrt(square);
      // The arc sine of small numbers.
      double arc = half * (1 + square * (1.0 / 6 + square * (3.0 / 40 + square * (5.0 / 112))));
      double minutes = 2 * EARTH_RADIUS * arc * minutesPerKilometre[mode.ordinal()];
      return half > LONGEST_HALF_LINE || Math.abs(minutes - Math.rint(minutes)) < UNSURE
          ? travel.minutes(home, places[place], mode)
          : (int) Math.ceil(minutes);
    }
  }
}
