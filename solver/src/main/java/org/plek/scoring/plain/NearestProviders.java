package org.plek.scoring.plain;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Point;

/** Providers in order of their distance from a family's home. */
final class NearestProviders {
  private final Facts facts;
  private final Map<Point, int[]> byHome = new HashMap<>();

  NearestProviders(Facts facts) {
    this.facts = facts;
  }

  int[] to(int session, int most) {
    Point home = facts.family(facts.index.familyOf(facts.index.requestOf(session))).home();
    int providers = facts.problem.providers().size();
    int[] known = byHome.get(home);
    if (known == null || known.length < Math.min(most, providers)) {
      double[] kilometres = new double[providers];
      for (int p = 0; p < providers; p++) {
        kilometres[p] = GreatCircleTravel.kilometres(home, facts.provider(p).location());
      }
      known =
          IntStream.range(0, providers)
              .boxed()
              .sorted(Comparator.comparingDouble(p -> kilometres[p]))
              .limit(most)
              .mapToInt(Integer::intValue)
              .toArray();
      byHome.put(home, known);
    }
    return known.length <= most ? known : java.util.Arrays.copyOf(known, most);
  }
}
