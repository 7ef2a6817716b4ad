package org.plek.options;

import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Point;
import org.plek.domain.Travel;
import org.plek.domain.TravelMode;

/**
 * Minutes between numbered places, and from homes to them and back. Those of {@link
 * GreatCircleTravel} come by the straight line through the earth, much faster than by the full
 * formula, which decides only where rounding could tell the two apart: the minutes are the same.
 */
public final class Ways {
  /** Kilometres; half around the earth is as many as the radius times pi. */
  private static final double EARTH_RADIUS =
      GreatCircleTravel.kilometres(new Point(0, 0), new Point(0, 180)) / Math.PI;

  /** Half a straight line, in radii of the earth, under which the series below is exact. */
  private static final double LONGEST_HALF_LINE = 0.05;

  /** Far more than the two ways to compute differ, in minutes. */
  private static final double UNSURE = 1e-6;

  private final Travel travel;
  private final Point[] places;

  /** Three coordinates of each place on a globe of radius 1; none without short cuts. */
  private final double[] globe;

  private final double[] minutesPerKilometre = new double[TravelMode.values().length];

  /**
   * @param travel travel times
   * @param places the places, by number
   * @param shortCuts whether to use the straight line where the travel times allow it
   */
  public Ways(Travel travel, Point[] places, boolean shortCuts) {
    this.travel = travel;
    this.places = places;
    if (!shortCuts || !(travel instanceof GreatCircleTravel circle)) {
      globe = new double[0];
      return;
    }
    globe = new double[3 * places.length];
    for (int p = 0; p < places.length; p++) {
      System.arraycopy(onGlobe(places[p]), 0, globe, 3 * p, 3);
    }
    for (TravelMode mode : TravelMode.values()) {
      minutesPerKilometre[mode.ordinal()] = 60 / circle.kilometresWithin(60, mode);
    }
  }

  private static double[] onGlobe(Point point) {
    double latitude = Math.toRadians(point.latitude());
    double longitude = Math.toRadians(point.longitude());
    return new double[] {
      Math.cos(latitude) * Math.cos(longitude),
      Math.cos(latitude) * Math.sin(longitude),
      Math.sin(latitude)
    };
  }

  /** The surroundings of a home. */
  Home home(Point point) {
    return new Home(point);
  }

  /** Whole minutes, rounded up, from one place to another, by their numbers. */
  public int between(int one, int other, TravelMode mode) {
    double minutes =
        globe.length == 0
            ? Double.NaN
            : minutes(other, globe[3 * one], globe[3 * one + 1], globe[3 * one + 2], mode);
    return sure(minutes)
        ? (int) Math.ceil(minutes)
        : travel.minutes(places[one], places[other], mode);
  }

  private static boolean sure(double minutes) {
    return Math.abs(minutes - Math.rint(minutes)) >= UNSURE;
  }

  /** Minutes to a place, not rounded; not a number where the series does not hold. */
  private double minutes(int place, double x, double y, double z, TravelMode mode) {
    double dx = globe[3 * place] - x;
    double dy = globe[3 * place + 1] - y;
    double dz = globe[3 * place + 2] - z;
    double square = (dx * dx + dy * dy + dz * dz) / 4;
    double half = Math.sqrt(square);
    // The arc sine of small numbers.
    double arc = half * (1 + square * (1.0 / 6 + square * (3.0 / 40 + square * (5.0 / 112))));
    return half > LONGEST_HALF_LINE
        ? Double.NaN
        : 2 * EARTH_RADIUS * arc * minutesPerKilometre[mode.ordinal()];
  }

  /** Ways to and from one home. */
  final class Home {
    private final Point point;
    private final double x;
    private final double y;
    private final double z;

    private Home(Point point) {
      this.point = point;
      double[] xyz = globe.length == 0 ? new double[3] : onGlobe(point);
      x = xyz[0];
      y = xyz[1];
      z = xyz[2];
    }

    /** Whole minutes, rounded up, from the home to a place. */
    int to(int place, TravelMode mode) {
      double minutes = globe.length == 0 ? Double.NaN : minutes(place, x, y, z, mode);
      return sure(minutes) ? (int) Math.ceil(minutes) : travel.minutes(point, places[place], mode);
    }

    /** Whole minutes, rounded up, from a place to the home. */
    int back(int place, TravelMode mode) {
      double minutes = globe.length == 0 ? Double.NaN : minutes(place, x, y, z, mode);
      return sure(minutes) ? (int) Math.ceil(minutes) : travel.minutes(places[place], point, mode);
    }
  }
}
