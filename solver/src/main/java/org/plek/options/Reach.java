package org.plek.options;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.ItemVisitor;
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
  private final Ways ways;
  private final int homeCarerMinutes;
  private final @Nullable GreatCircleTravel circle;
  private final STRtree sites = new STRtree();
  private final Map<TravelMode, STRtree> carers = new EnumMap<>(TravelMode.class);
  private final int[] all;

  /** How a provider travels who is a home carer. */
  private final @Nullable TravelMode[] carerMode;

  private final int siteGroups;
  private final int carerGroups;

  Reach(ProblemIndex index, Travel travel, Ways ways, int homeCarerMinutes, boolean tree) {
    this.index = index;
    this.ways = ways;
    this.homeCarerMinutes = homeCarerMinutes;
    circle = tree && travel instanceof GreatCircleTravel known ? known : null;
    List<Provider> providers = index.problem().providers();
    all = new int[providers.size()];
    carerMode = new TravelMode[all.length];
    int groupsAtSites = 0;
    for (int p = 0; p < all.length; p++) {
      all[p] = p;
      Provider provider = providers.get(p);
      Envelope where = new Envelope(coordinate(provider.location()));
      if (provider.kind() == ProviderKind.HOME_CARER) {
        TravelMode mode = mode(provider);
        carerMode[p] = mode;
        carers.computeIfAbsent(mode, m -> new STRtree()).insert(where, p);
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
  private static TravelMode mode(Provider carer) {
    return carer.homeCare() == null ? TravelMode.CAR : carer.homeCare().mode();
  }

  /** Providers for a family living at {@code home}, nearest first, ties by number. */
  Candidates of(Point home, TravelMode mode, int maxMinutes) {
    Ways.Home from = ways.home(home);
    int[] providers = near(home, mode, maxMinutes);
    long[] found = new long[providers.length];
    int count = 0;
    int groups = 0;
    int carersFound = 0;
    for (int p : providers) {
      TravelMode carer = carerMode[p];
      int way = carer == null ? from.to(p, mode) : from.back(p, carer);
      if (way <= (carer == null ? maxMinutes : homeCarerMinutes)) {
        found[count++] = (long) way << 32 | p;
        if (carer != null) {
          carersFound += index.firstGroup(p + 1) - index.firstGroup(p);
        } else {
          groups += index.firstGroup(p + 1) - index.firstGroup(p);
        }
      }
    }
    Arrays.sort(found, 0, count);
    int[] numbers = new int[count];
    int[] to = new int[count];
    int[] back = new int[count];
    int[] before = new int[count + 1];
    for (int i = 0; i < count; i++) {
      int p = (int) found[i];
      numbers[i] = p;
      before[i + 1] = before[i] + index.firstGroup(p + 1) - index.firstGroup(p);
      if (carerMode[p] == null) {
        to[i] = (int) (found[i] >>> 32);
        back[i] = from.back(p, mode);
      }
    }
    return new Candidates(
        numbers, to, back, before, siteGroups - groups, carerGroups - carersFound);
  }

  private int[] near(Point home, TravelMode mode, int maxMinutes) {
    if (circle == null) {
      return all;
    }
    Found found = new Found();
    query(sites, home, circle.kilometresWithin(maxMinutes, mode), found);
    for (Map.Entry<TravelMode, STRtree> entry : carers.entrySet()) {
      query(
          entry.getValue(), home, circle.kilometresWithin(homeCarerMinutes, entry.getKey()), found);
    }
    return Arrays.copyOf(found.numbers, found.count);
  }

  /** A box around the circle, a little too large; the whole strip near a pole or the date line. */
  private static void query(STRtree tree, Point centre, double kilometres, Found found) {
    double degrees = kilometres / KILOMETRES_PER_DEGREE * 1.001 + 1e-6;
    double north = Math.min(90, Math.abs(centre.latitude()) + degrees);
    double wide = degrees / Math.max(1e-9, Math.cos(Math.toRadians(north)));
    Envelope box = new Envelope(coordinate(centre));
    boolean wraps = Math.abs(centre.longitude()) + wide >= 180;
    box.expandBy(wraps ? 361 : wide, degrees);
    tree.query(box, found);
  }

  private static Coordinate coordinate(Point point) {
    return new Coordinate(point.longitude(), point.latitude());
  }

  /** Numbers found so far. */
  private static final class Found implements ItemVisitor {
    private int[] numbers = new int[256];
    private int count;

    @Override
    public void visitItem(Object number) {
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * count);
      }
      numbers[count++] = (Integer) number;
    }
  }
}
