package org.plek.api.runs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.Plan;

/**
 * What differs between the plans of two runs.
 *
 * @param first the one run
 * @param second the other
 * @param same care sessions with the same place in both
 * @param moved care sessions with another place in the second
 * @param onlyFirst care sessions with a place in the first alone
 * @param onlySecond care sessions with a place in the second alone
 * @param score amounts by constraint in both, those that differ
 * @param figures figures in both, those that differ
 * @param differences the care sessions that differ, by id, as many as were asked
 */
public record Comparison(
    String first,
    String second,
    int same,
    int moved,
    int onlyFirst,
    int onlySecond,
    Map<String, Amounts> score,
    Map<String, Figures> figures,
    List<Difference> differences) {
  public Comparison {
    differences = List.copyOf(differences);
  }

  /** An amount in both plans. */
  public record Amounts(@Nullable Long first, @Nullable Long second) {}

  /** A figure in both plans. */
  public record Figures(@Nullable Double first, @Nullable Double second) {}

  /** A care session with different places; legs are absent where it has none. */
  public record Difference(
      String sessionId, @Nullable List<Leg> first, @Nullable List<Leg> second) {}

  static Comparison of(String first, Plan one, String second, Plan other, int most) {
    Map<String, List<Leg>> a = legs(one);
    Map<String, List<Leg>> b = legs(other);
    Set<String> all = new TreeSet<>(a.keySet());
    all.addAll(b.keySet());
    int same = 0;
    int moved = 0;
    int onlyFirst = 0;
    int onlySecond = 0;
    List<Difference> differences = new ArrayList<>();
    for (String session : all) {
      List<Leg> before = a.get(session);
      List<Leg> after = b.get(session);
      if (before != null && before.equals(after)) {
        same++;
        continue;
      }
      if (before == null) {
        onlySecond++;
      } else if (after == null) {
        onlyFirst++;
      } else {
        moved++;
      }
      if (differences.size() < most) {
        differences.add(new Difference(session, before, after));
      }
    }
    return new Comparison(
        first,
        second,
        same,
        moved,
        onlyFirst,
        onlySecond,
        both(one.score(), other.score(), Amounts::new),
        both(one.figures(), other.figures(), Figures::new),
        differences);
  }

  private static Map<String, List<Leg>> legs(Plan plan) {
    Map<String, List<Leg>> legs = new TreeMap<>();
    for (Placement placement : plan.placements()) {
      legs.put(placement.sessionId(), placement.legs());
    }
    return legs;
  }

  private interface Pair<T, B> {
    B of(@Nullable T first, @Nullable T second);
  }

  private static <T, B> Map<String, B> both(
      Map<String, T> one, Map<String, T> other, Pair<T, B> pair) {
    Map<String, B> both = new LinkedHashMap<>();
    Set<String> names = new TreeSet<>(one.keySet());
    names.addAll(other.keySet());
    for (String name : names) {
      T before = one.get(name);
      T after = other.get(name);
      if (!java.util.Objects.equals(before, after)) {
        both.put(name, pair.of(before, after));
      }
    }
    return both;
  }
}
