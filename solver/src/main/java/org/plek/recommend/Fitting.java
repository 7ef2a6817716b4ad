package org.plek.recommend;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plek.domain.CareSession;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.Weights;
import org.plek.scoring.plain.Match;
import org.plek.scoring.plain.Verdict;
import org.plek.scoring.plain.Workbench;

/** Tries a request with one provider, on a workbench that is left as it was. */
final class Fitting {
  /** Rules that more care of the same request can heal: judged once all of it is placed. */
  private static final Set<ConstraintName> HEALED_BY_MORE =
      EnumSet.of(ConstraintName.LEAST_VOLUME, ConstraintName.ALL_OR_NOTHING);

  /** Ways judged for siblings together at most. Chosen by plek. */
  private static final int MOST_SIBLING_TRIES = 400;

  private final Workbench bench;
  private final Weights weights;
  private final List<List<CareSession>> units;

  Fitting(Workbench bench, Weights weights, List<List<CareSession>> units) {
    this.bench = bench;
    this.weights = weights;
    this.units = units;
  }

  /**
   * What a provider can take.
   *
   * @param placed legal placements, of as many units as go
   * @param served whether all units are among them
   * @param legal whether {@code placed} breaks no rule as a whole
   * @param refused what is refused; absent if everything is served and legal
   */
  record Fill(List<Placement> placed, boolean served, boolean legal, @Nullable Refused refused) {
    boolean whole() {
      return served && legal;
    }
  }

  /** Placements tried together, and the first rule that they break. */
  record Refused(List<Placement> tried, ConstraintName rule) {}

  /** Everything asked with one provider, one unit after the other. */
  @Nullable Fill fill(String providerId) {
    return fill(providerId, units);
  }

  /** Some units with one provider; null where there is no time to try. */
  @Nullable Fill fill(String providerId, List<List<CareSession>> some) {
    List<Placement> placed = new ArrayList<>();
    Best failed = null;
    for (List<CareSession> unit : some) {
      Best best = best(unit, providerId);
      if (best == null) {
        continue;
      }
      if (best.fits()) {
        best.placements().forEach(bench::put);
        placed.addAll(best.placements());
      } else if (failed == null) {
        failed = best;
      }
    }
    placed.forEach(each -> bench.take(each.sessionId()));
    if (placed.isEmpty() && failed == null) {
      return null;
    }
    ConstraintName whole = placed.isEmpty() ? null : bench.judge(List.of(), placed).blocker();
    int sessions = some.stream().mapToInt(List::size).sum();
    boolean served = placed.size() == sessions;
    if (served) {
      return new Fill(
          placed, true, whole == null, whole == null ? null : new Refused(placed, whole));
    }
    return new Fill(
        placed, false, whole == null && !placed.isEmpty(), refused(placed, failed, whole));
  }

  private @Nullable Refused refused(
      List<Placement> placed, @Nullable Best failed, @Nullable ConstraintName whole) {
    if (failed == null) {
      return whole == null ? null : new Refused(placed, whole);
    }
    ConstraintName alone = bench.judge(List.of(), failed.placements()).blocker();
    if (alone != null && !HEALED_BY_MORE.contains(alone)) {
      return new Refused(failed.placements(), alone);
    }
    List<Placement> together = new ArrayList<>(placed);
    together.addAll(failed.placements());
    ConstraintName rule = bench.judge(List.of(), together).blocker();
    if (rule != null) {
      return new Refused(together, rule);
    }
    return alone == null ? null : new Refused(failed.placements(), alone);
  }

  /** Whether nothing is broken that more of the same request could not heal. */
  static boolean legalSoFar(Verdict verdict) {
    for (ConstraintName name : ConstraintName.values()) {
      if (name.level() == ConstraintName.Level.HARD
          && !HEALED_BY_MORE.contains(name)
          && verdict.of(name) > 0) {
        return false;
      }
    }
    return true;
  }

  /** Where a refused trial breaks its rule first. */
  Match breach(Refused refused) {
    return bench.worse(List.of(), refused.tried(), refused.rule()).getFirst();
  }

  /** The cheapest way that fits, or else the one that gets furthest. */
  private record Best(List<Placement> placements, int furthest, long amount) {
    static final int FITS = Integer.MAX_VALUE;

    boolean fits() {
      return furthest == FITS;
    }

    boolean betterThan(@Nullable Best other) {
      return other == null
          || furthest > other.furthest
          || (furthest == other.furthest && amount < other.amount);
    }
  }

  private @Nullable Best best(List<CareSession> unit, String providerId) {
    if (unit.size() == 1) {
      return alone(unit.getFirst().id(), providerId);
    }
    List<List<Placement>> ways = new ArrayList<>();
    for (CareSession session : unit) {
      List<Placement> open = open(session.id(), providerId);
      if (open.isEmpty()) {
        return furthest(unit, providerId);
      }
      ways.add(open);
    }
    Together together = new Together(ways);
    together.search(new ArrayList<>());
    return together.best != null ? together.best : furthest(unit, providerId);
  }

  private List<Placement> open(String sessionId, String providerId) {
    return bench.ways(sessionId, providerId).stream()
        .filter(way -> bench.closedQuarters(way) == 0)
        .toList();
  }

  private @Nullable Best alone(String sessionId, String providerId) {
    Best best = null;
    for (Placement way : bench.ways(sessionId, providerId)) {
      Best tried = judged(List.of(way), true);
      if (tried.betterThan(best)) {
        best = tried;
      }
    }
    return best;
  }

  private Best judged(List<Placement> placements, boolean complete) {
    int closed = 0;
    for (Placement placement : placements) {
      closed += bench.closedQuarters(placement);
    }
    if (closed > 0) {
      return new Best(placements, ConstraintName.OPEN.ordinal(), closed);
    }
    Verdict verdict = bench.judge(List.of(), placements);
    for (ConstraintName name : ConstraintName.values()) {
      boolean counts =
          name.level() == ConstraintName.Level.HARD
              && !HEALED_BY_MORE.contains(name)
              && (complete || name != ConstraintName.SIBLINGS_TOGETHER);
      if (counts && verdict.of(name) > 0) {
        return new Best(placements, name.ordinal(), verdict.of(name));
      }
    }
    return new Best(placements, Best.FITS, verdict.objective(weights));
  }

  /** One sibling after the other, each where all so far get furthest. */
  private @Nullable Best furthest(List<CareSession> unit, String providerId) {
    List<Placement> chosen = new ArrayList<>();
    Best all = null;
    for (CareSession session : unit) {
      Best next = null;
      boolean last = chosen.size() == unit.size() - 1;
      for (Placement way : bench.ways(session.id(), providerId)) {
        List<Placement> tried = new ArrayList<>(chosen);
        tried.add(way);
        Best judged = judged(tried, last);
        if (judged.betterThan(next)) {
          next = judged;
        }
      }
      if (next == null) {
        return null;
      }
      chosen.add(next.placements().getLast());
      all = next;
    }
    return all;
  }

  /** Tries siblings in all groups and times, as far as the number of tries reaches. */
  private final class Together {
    private final List<List<Placement>> ways;
    private int tries;
    private @Nullable Best best;

    Together(List<List<Placement>> ways) {
      this.ways = ways;
    }

    void search(List<Placement> chosen) {
      int next = chosen.size();
      for (Placement way : sameTimeFirst(ways.get(next), chosen)) {
        if (tries++ >= MOST_SIBLING_TRIES) {
          return;
        }
        chosen.add(way);
        boolean complete = next == ways.size() - 1;
        Best judged = judged(List.copyOf(chosen), complete);
        if (judged.fits()) {
          if (!complete) {
            search(chosen);
          } else if (judged.betterThan(best)) {
            best = judged;
          }
        }
        chosen.removeLast();
      }
    }

    private List<Placement> sameTimeFirst(List<Placement> all, List<Placement> chosen) {
      if (chosen.isEmpty()) {
        return all;
      }
      Leg first = chosen.getFirst().legs().getFirst();
      List<Placement> sorted = new ArrayList<>(all);
      sorted.sort(
          java.util.Comparator.comparing(
              way -> !way.legs().getFirst().start().equals(first.start())));
      return sorted;
    }
  }
}
