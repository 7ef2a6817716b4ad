package org.plek.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plek.cost.Price;
import org.plek.domain.CareSession;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.recommend.Fitting.Fill;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.Weights;
import org.plek.scoring.plain.Tightest;
import org.plek.scoring.plain.Verdict;
import org.plek.scoring.plain.Workbench;

/** Collects what can be offered, each judged as a whole, best first. */
final class Offers {
  /** Providers with which a combination begins, and those tried for the rest. Chosen by plek. */
  private static final int FIRSTS = 3;

  private static final int SECONDS = 8;

  /** Of those that serve as much, the ones that leave kept-free places alone go first. */
  private static final Comparator<Judged> BEST_FIRST =
      Comparator.comparingLong((Judged offer) -> offer.verdict().of(ConstraintName.UNSERVED))
          .thenComparing(offer -> !offer.keptFree().isEmpty())
          .thenComparingLong(Judged::objective)
          .thenComparing(offer -> offer.placements().getFirst().legs().getFirst().providerId())
          .thenComparing(offer -> offer.placements().toString());

  private final Workbench bench;
  private final Weights weights;
  private final LiveFacts facts;
  private final KeptPlaces keptPlaces;
  private final List<List<CareSession>> units;
  private final List<String> asked;
  private final Set<List<Placement>> seen = new HashSet<>();
  private final List<Judged> judged = new ArrayList<>();

  /** Placements that break no rule together. */
  private record Judged(
      List<Placement> placements, List<String> keptFree, Verdict verdict, long objective) {}

  Offers(
      Workbench bench,
      Weights weights,
      LiveFacts facts,
      KeptPlaces keptPlaces,
      List<List<CareSession>> units) {
    this.bench = bench;
    this.weights = weights;
    this.facts = facts;
    this.keptPlaces = keptPlaces;
    this.units = units;
    asked = units.stream().flatMap(List::stream).map(CareSession::id).toList();
  }

  /** The best, in order; of offers that leave something out, none that another one contains. */
  List<Offer> best(int most) {
    judged.sort(BEST_FIRST);
    List<Judged> best = judged.stream().filter(each -> !dominated(each)).limit(most).toList();
    return best.stream().map(this::offer).toList();
  }

  private boolean dominated(Judged offer) {
    return !whole(offer)
        && judged.stream()
            .anyMatch(
                other ->
                    other.placements().size() > offer.placements().size()
                        && Set.copyOf(other.placements()).containsAll(offer.placements()));
  }

  private boolean whole(Judged offer) {
    return offer.placements().size() == asked.size();
  }

  boolean anyWhole() {
    return judged.stream().anyMatch(this::whole);
  }

  /** Adds placements if no rule is broken by all of them together. */
  void add(List<Placement> placements) {
    List<Placement> inOrder = new ArrayList<>(placements);
    inOrder.sort(Comparator.comparingInt(each -> asked.indexOf(each.sessionId())));
    if (inOrder.isEmpty() || !seen.add(inOrder)) {
      return;
    }
    Verdict verdict = bench.judge(List.of(), inOrder);
    if (verdict.legal()) {
      judged.add(
          new Judged(inOrder, keptPlaces.taken(inOrder), verdict, verdict.objective(weights)));
    }
  }

  private Offer offer(Judged best) {
    List<Placement> placements = best.placements();
    placements.forEach(bench::put);
    Tightest tightest = bench.tightest(placements);
    placements.forEach(each -> bench.take(each.sessionId()));
    long cents = 0;
    long noShow = 0;
    long deposit = 0;
    int minutes = 0;
    int travel = 0;
    int unknown = 0;
    Set<String> placed = new HashSet<>();
    Set<String> providers = new LinkedHashSet<>();
    for (Placement placement : placements) {
      Price price = bench.price(placement);
      cents += price.cents();
      noShow += price.noShowCents();
      minutes += bench.minutes(placement);
      travel += bench.travelMinutes(placement);
      unknown += bench.known(placement) ? 0 : 1;
      placed.add(placement.sessionId());
      for (Leg leg : placement.legs()) {
        if (providers.add(leg.providerId())) {
          deposit += bench.depositCents(placement, leg);
        }
      }
    }
    return new Offer(
        placements,
        asked.stream().filter(id -> !placed.contains(id)).toList(),
        providers.stream().map(id -> new Offer.With(id, facts.heardAt(id))).toList(),
        cents,
        minutes == 0 ? 0 : Math.ceilDiv(cents * 60, minutes),
        noShow,
        deposit,
        minutes,
        travel,
        unknown,
        best.keptFree(),
        tightest,
        best.verdict().aims(),
        best.objective());
  }

  /** What one provider can take, and its fill. */
  record Candidate(String providerId, Fill fill) {}

  /**
   * Combinations of few providers, each beginning with one that takes much.
   *
   * @param splits ways of two legs by care session, cheapest first
   */
  void combine(Fitting fitting, List<Candidate> candidates, List<Placement> splits) {
    List<Candidate> most = new ArrayList<>(candidates);
    most.removeIf(each -> each.fill().placed().isEmpty());
    most.sort(Comparator.comparingInt(each -> -each.fill().placed().size()));
    for (Candidate first : most.subList(0, Math.min(FIRSTS, most.size()))) {
      add(combined(fitting, first, most, splits));
    }
    if (most.isEmpty() && !splits.isEmpty()) {
      List<Placement> placed = new ArrayList<>();
      split(placed, splits);
      placed.forEach(each -> bench.take(each.sessionId()));
      add(placed);
    }
  }

  /**
   * Combinations in which every provider takes first what the fewest others can take: for those who
   * want all or nothing, where a provider that fills up with what anybody could take leaves none.
   */
  void combineScarceFirst(Fitting fitting, List<Candidate> candidates, List<Placement> splits) {
    Map<List<CareSession>, Integer> able = new HashMap<>();
    for (List<CareSession> unit : units) {
      for (Candidate candidate : candidates) {
        Fill alone = fitting.fill(candidate.providerId(), List.of(unit));
        able.merge(unit, alone == null || alone.placed().isEmpty() ? 0 : 1, Integer::sum);
      }
    }
    List<List<CareSession>> scarceFirst = new ArrayList<>(units);
    scarceFirst.sort(Comparator.comparingInt(unit -> able.getOrDefault(unit, 0)));
    List<Candidate> again = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Fill fill = fitting.fill(candidate.providerId(), scarceFirst);
      if (fill != null) {
        again.add(new Candidate(candidate.providerId(), fill));
      }
    }
    combine(fitting, again, splits);
  }

  private List<Placement> combined(
      Fitting fitting, Candidate first, List<Candidate> all, List<Placement> splits) {
    List<Placement> placed = new ArrayList<>(first.fill().placed());
    placed.forEach(bench::put);
    while (true) {
      List<List<CareSession>> rest = rest(placed);
      Fill best = rest.isEmpty() ? null : bestRest(fitting, rest, all);
      if (best == null) {
        break;
      }
      best.placed().forEach(bench::put);
      placed.addAll(best.placed());
    }
    split(placed, splits);
    placed.forEach(each -> bench.take(each.sessionId()));
    return placed;
  }

  private List<List<CareSession>> rest(List<Placement> placed) {
    Set<String> done = new HashSet<>();
    placed.forEach(each -> done.add(each.sessionId()));
    return units.stream().filter(unit -> !done.contains(unit.getFirst().id())).toList();
  }

  private @Nullable Fill bestRest(
      Fitting fitting, List<List<CareSession>> rest, List<Candidate> all) {
    Set<String> open = new HashSet<>();
    rest.forEach(unit -> unit.forEach(session -> open.add(session.id())));
    List<Candidate> able = new ArrayList<>(all);
    able.removeIf(each -> covers(each, open) == 0);
    able.sort(Comparator.comparingLong(each -> -covers(each, open)));
    Fill best = null;
    for (Candidate candidate : able.subList(0, Math.min(SECONDS, able.size()))) {
      Fill fill = fitting.fill(candidate.providerId(), rest);
      if (fill != null
          && !fill.placed().isEmpty()
          && (best == null
              || fill.placed().size() > best.placed().size()
              || (fill.placed().size() == best.placed().size()
                  && objective(fill) < objective(best)))) {
        best = fill;
      }
    }
    return best;
  }

  private static long covers(Candidate candidate, Set<String> open) {
    return candidate.fill().placed().stream()
        .filter(each -> open.contains(each.sessionId()))
        .count();
  }

  private long objective(Fill fill) {
    return bench.judge(List.of(), fill.placed()).objective(weights);
  }

  /** Puts the cheapest split that fits for each care session still without a place. */
  private void split(List<Placement> placed, List<Placement> splits) {
    for (List<CareSession> unit : rest(placed)) {
      if (unit.size() > 1) {
        continue;
      }
      String id = unit.getFirst().id();
      Placement best = null;
      long least = Long.MAX_VALUE;
      for (Placement way : splits) {
        if (!way.sessionId().equals(id)) {
          continue;
        }
        Verdict verdict = bench.judge(List.of(), List.of(way));
        if (Fitting.legalSoFar(verdict, true) && verdict.objective(weights) < least) {
          best = way;
          least = verdict.objective(weights);
        }
      }
      if (best != null) {
        bench.put(best);
        placed.add(best);
      }
    }
  }
}
