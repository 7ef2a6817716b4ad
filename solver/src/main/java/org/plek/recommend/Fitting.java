package org.plek.recommend;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plek.domain.CareSession;
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

  /** Ways judged for what must be together at most. Chosen by plek. */
  private static final int MOST_TRIES = 400;

  /** Ways looked at for the one that gets furthest. Chosen by plek. */
  private static final int MOST_EXPLAINED = 24;

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
        if (some.size() > 1) {
          best.placements().forEach(bench::put);
        }
        placed.addAll(best.placements());
      } else if (failed == null) {
        failed = best;
      }
    }
    if (some.size() > 1) {
      placed.forEach(each -> bench.take(each.sessionId()));
    }
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
  static boolean legalSoFar(Verdict verdict, boolean complete) {
    return firstBeyondHealing(verdict, complete) == null;
  }

  /**
   * The first rule broken that more of the same request could not heal.
   *
   * @param complete whether all siblings who must be together are there
   */
  private static @Nullable ConstraintName firstBeyondHealing(Verdict verdict, boolean complete) {
    for (ConstraintName name : ConstraintName.values()) {
      if (name.level() == ConstraintName.Level.HARD
          && !HEALED_BY_MORE.contains(name)
          && (complete || name != ConstraintName.SIBLINGS_TOGETHER)
          && verdict.of(name) > 0) {
        return name;
      }
    }
    return null;
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

  /**
   * What a search for placements of everything found.
   *
   * @param found placements that break no rule together
   * @param complete whether all ways were tried, so that there are no others
   */
  record Wholes(List<List<Placement>> found, boolean complete) {
    @Nullable List<Placement> any() {
      return found.isEmpty() ? null : found.getFirst();
    }
  }

  /** Any placements of all units with one provider that break no rule together. */
  Wholes whole(String providerId) {
    return wholes(providerId, true);
  }

  /** All placements of all units with one provider that break no rule together. */
  Wholes wholes(String providerId) {
    return wholes(providerId, false);
  }

  private Wholes wholes(String providerId, boolean one) {
    List<List<Placement>> ways = new ArrayList<>();
    for (List<CareSession> unit : units) {
      for (CareSession session : unit) {
        List<Placement> open = open(session, providerId);
        if (open.isEmpty()) {
          return new Wholes(List.of(), true);
        }
        ways.add(open);
      }
    }
    Wholes wholes = new Wholes(new ArrayList<>(), true);
    int tries = every(ways, new ArrayList<>(), wholes.found(), one, 0);
    return new Wholes(wholes.found(), tries <= MOST_TRIES);
  }

  private int every(
      List<List<Placement>> ways,
      List<Placement> chosen,
      List<List<Placement>> found,
      boolean one,
      int before) {
    int tries = before;
    boolean complete = chosen.size() == ways.size() - 1;
    for (Placement way : ways.get(chosen.size())) {
      if (tries++ >= MOST_TRIES || (one && !found.isEmpty())) {
        return tries;
      }
      chosen.add(way);
      Verdict verdict = bench.judge(List.of(), chosen);
      if (complete && verdict.legal()) {
        found.add(List.copyOf(chosen));
      } else if (!complete && legalSoFar(verdict, false)) {
        tries = every(ways, chosen, found, one, tries);
      }
      chosen.removeLast();
    }
    return tries;
  }

  /** The cheapest way that fits, else the one that gets furthest. */
  private @Nullable Best best(List<CareSession> unit, String providerId) {
    if (unit.size() == 1 && bench.ways(unit.getFirst().id(), providerId).size() <= MOST_EXPLAINED) {
      // So few that each is judged, and the one that fits gets furthest.
      return furthest(unit, providerId);
    }
    Best fitting = fitting(unit, providerId);
    return fitting != null ? fitting : furthest(unit, providerId);
  }

  private List<Placement> open(CareSession session, String providerId) {
    return bench.ways(session.id(), providerId).stream()
        .filter(way -> !bench.refusedInSomeQuarter(way))
        .toList();
  }

  /** The cheapest way that fits. */
  private @Nullable Best fitting(List<CareSession> unit, String providerId) {
    List<List<Placement>> ways = new ArrayList<>();
    for (CareSession session : unit) {
      List<Placement> open = open(session, providerId);
      if (open.isEmpty()) {
        return null;
      }
      ways.add(open);
    }
    Together together = new Together(ways);
    boolean found = together.search(new ArrayList<>());
    return found ? together.best : null;
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
    ConstraintName broken = firstBeyondHealing(verdict, complete);
    if (broken != null) {
      return new Best(placements, broken.ordinal(), verdict.of(broken));
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
      List<Placement> ways = bench.ways(session.id(), providerId);
      int step = Math.ceilDiv(ways.size(), MOST_EXPLAINED);
      for (int i = 0; i < ways.size(); i += step) {
        List<Placement> tried = new ArrayList<>(chosen);
        tried.add(ways.get(i));
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

  /**
   * Tries care sessions that must be together in all groups and times, as far as the number of
   * tries reaches: siblings begin at the same time where that fits.
   */
  private final class Together {
    private final List<List<Placement>> ways;
    private int tries;
    private @Nullable Best best;

    Together(List<List<Placement>> ways) {
      this.ways = ways;
    }

    /** Returns whether something was found. */
    boolean search(List<Placement> chosen) {
      int next = chosen.size();
      if (next == 0) {
        return search(chosen, ways.getFirst());
      }
      LocalDateTime start = chosen.getFirst().legs().getFirst().start();
      List<Placement> same = new ArrayList<>();
      List<Placement> others = new ArrayList<>();
      for (Placement way : ways.get(next)) {
        (way.legs().getFirst().start().equals(start) ? same : others).add(way);
      }
      return search(chosen, same) || search(chosen, others);
    }

    private boolean search(List<Placement> chosen, List<Placement> some) {
      boolean found = false;
      boolean complete = chosen.size() == ways.size() - 1;
      for (Placement way : some) {
        if (tries++ >= MOST_TRIES) {
          return found;
        }
        chosen.add(way);
        Best judged = judged(List.copyOf(chosen), complete);
        if (judged.fits()) {
          found |= complete || search(chosen);
          if (complete && judged.betterThan(best)) {
            best = judged;
          }
        }
        chosen.removeLast();
      }
      return found;
    }
  }
}
