package org.plek.options;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Point;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.domain.ProviderKind;
import org.plek.domain.Travel;
import org.plek.domain.TravelMode;

/**
 * Finds the providers within a family's longest way, and the home carers who reach the family. With
 * {@link GreatCircleTravel} by a tree over the locations; with any other travel, or without the
 * tree, by looking at every provider. Both ways find the same.
 */
final class Reach {
  private static final double KILOMETRES_PER_DEGREE = 111.19;

  private final ProblemIndex index;
  private final Travel travel;
  private final int homeCarerMinutes;
  private final @Nullable GreatCircleTravel circle;
  private final STRtree sites = new STRtree();
  private final Map<TravelMode, STRtree> carers = new EnumMap<>(TravelMode.class);
  private final int[] all;
  private final int siteGroups;
  private final int carerGroups;

  Reach(ProblemIndex index, Travel travel, int homeCarerMinutes, boolean tree) {
    this.index = index;
    this.travel = travel;
    this.homeCarerMinutes = homeCarerMinutes;
    circle = tree && travel instanceof GreatCircleTravel known ? known : null;
    List<Provider> providers = index.problem().providers();
    all = new int[providers.size()];
    int groupsAtSites = 0;
    for (int p = 0; p < all.length; p++) {
      all[p] = p;
      Provider provider = providers.get(p);
      Envelope where = new Envelope(coordinate(provider.location()));
      if (provider.kind() == ProviderKind.HOME_CARER) {
        carers.computeIfAbsent(mode(provider), m -> new STRtree()).insert(where, p);
      } else {
        sites.insert(where, p);
        groupsAtSites += provider.groups().size();
      }
    }
    siteGroups = groupsAtSites;
    carerGroups = index.groups().size() - groupsAtSites;
    // Built here, so that queries of several threads only read.
    sites.build();
    carers.values().forEach(STRtree::build);
  }

  /** How a home carer travels; a car where the carer says nothing. */
  static TravelMode mode(Provider carer) {
    return carer.homeCare() == null ? TravelMode.CAR : carer.homeCare().mode();
  }

  /** Providers for a family living at {@code home}, nearest first, ties by number. */
  Candidates of(Point home, TravelMode mode, int maxMinutes) {
    List<long[]> found = new ArrayList<>();
    int groups = 0;
    int carersFound = 0;
    for (int p : near(home, mode, maxMinutes)) {
      Provider provider = index.problem().providers().get(p);
      boolean carer = provider.kind() == ProviderKind.HOME_CARER;
      int way =
          carer
              ? travel.minutes(provider.location(), home, mode(provider))
              : travel.minutes(home, provider.location(), mode);
      if (way <= (carer ? homeCarerMinutes : maxMinutes)) {
        found.add(new long[] {way, p});
        if (carer) {
          carersFound += provider.groups().size();
        } else {
          groups += provider.groups().size();
        }
      }
    }
    found.sort((a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(a[1], b[1]));
    int[] numbers = found.stream().mapToInt(pair -> (int) pair[1]).toArray();
    int[] to = new int[numbers.length];
    int[] back = new int[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      Provider provider = index.problem().providers().get(numbers[i]);
      if (provider.kind() != ProviderKind.HOME_CARER) {
        to[i] = (int) found.get(i)[0];
        back[i] = travel.minutes(provider.location(), home, mode);
      }
    }
    return new Candidates(numbers, to, back, siteGroups - groups, carerGroups - carersFound);
  }

  private int[] near(Point home, TravelMode mode, int maxMinutes) {
    if (circle == null) {
      return all;
    }
    List<Object> found = new ArrayList<>();
    query(sites, home, circle.kilometresWithin(maxMinutes, mode), found);
    for (Map.Entry<TravelMode, STRtree> entry : carers.entrySet()) {
      query(
          entry.getValue(), home, circle.kilometresWithin(homeCarerMinutes, entry.getKey()), found);
    }
    return Arrays.stream(found.toArray()).mapToInt(number -> (Integer) number).toArray();
  }

  /** A box around the circle, a little too large; the whole strip near a pole or the date line. */
  private static void query(STRtree tree, Point centre, double kilometres, List<Object> found) {
    double degrees = kilometres / KILOMETRES_PER_DEGREE * 1.001 + 1e-6;
    double north = Math.min(90, Math.abs(centre.latitude()) + degrees);
    double wide = degrees / Math.max(1e-9, Math.cos(Math.toRadians(north)));
    Envelope box = new Envelope(coordinate(centre));
    boolean wraps = Math.abs(centre.longitude()) + wide >= 180;
    box.expandBy(wraps ? 361 : wide, degrees);
    for (Object number : tree.query(box)) {
      found.add(number);
    }
  }

  private static Coordinate coordinate(Point point) {
    return new Coordinate(point.longitude(), point.latitude());
  }
}
