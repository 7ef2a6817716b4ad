package org.plek.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plek.domain.CareSession;
import org.plek.domain.Family;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.Request;
import org.plek.domain.Travel;
import org.plek.recommend.Fitting.Wholes;
import org.plek.recommend.SmallestChange.Move;
import org.plek.rules.RulePacks;
import org.plek.scoring.Weights;
import org.plek.scoring.plain.Verdict;
import org.plek.scoring.plain.Workbench;

/**
 * Makes room by moving proposed placements elsewhere: one, or, where no single one helps, a chain
 * of two. Agreed placements never move.
 */
final class Moves {
  /** Trials of second moves at most. Chosen by plek. */
  private static final int MOST_SECOND_TRIES = 400;

  /**
   * Placements of a provider up to which each is taken out on trial; beyond, only those at the time
   * asked, and no chain of two is claimed to be the shortest. Chosen by plek.
   */
  private static final int MOST_TRIED_OUT = 60;

  private final LiveFacts facts;
  private final RulePacks packs;
  private final Travel travel;
  private final Weights weights;
  private final Question question;

  Moves(LiveFacts facts, RulePacks packs, Travel travel, Weights weights, Question question) {
    this.facts = facts;
    this.packs = packs;
    this.travel = travel;
    this.weights = weights;
    this.question = question;
  }

  /** The fewest moves that help, the best of one; null where none help. */
  @Nullable SmallestChange of(String providerId, List<List<CareSession>> target, Workbench bench) {
    Map<Placement, Wholes> helping = helping(providerId, target, bench);
    if (helping.isEmpty()) {
      return null;
    }
    Set<String> reach = new LinkedHashSet<>(List.of(providerId));
    Part part = new Part(facts, question.asOf()).asking(question.request());
    for (Placement placement : helping.keySet()) {
      part.moving(facts.requestOf(placement.sessionId()));
      reach.addAll(reach(placement));
    }
    Workbench wide = part.with(reach).workbench(packs, travel);
    SmallestChange one = oneMove(helping, wide);
    if (one != null || helping.values().stream().anyMatch(each -> !each.complete())) {
      return one;
    }
    return twoMoves(helping, wide);
  }

  /** Proposed placements without whom the care fits, and what is placed then. */
  private Map<Placement, Wholes> helping(
      String providerId, List<List<CareSession>> target, Workbench bench) {
    Fitting fitting = new Fitting(bench, weights, target);
    Map<Placement, Wholes> helping = new LinkedHashMap<>();
    List<Placement> proposed = proposedAt(providerId, bench);
    boolean many = proposed.size() > MOST_TRIED_OUT;
    for (Placement there : proposed) {
      if (many && !meets(there, target)) {
        continue;
      }
      bench.take(there.sessionId());
      Wholes placed = fitting.wholes(providerId);
      bench.put(there);
      if (placed.any() != null) {
        helping.put(there, many ? new Wholes(placed.found(), false) : placed);
      }
    }
    return helping;
  }

  private List<Placement> proposedAt(String providerId, Workbench bench) {
    List<Placement> proposed = new ArrayList<>();
    for (String sessionId : facts.sessionsAt(providerId)) {
      Placement there = bench.standing(sessionId);
      if (there != null && there.state() == PlacementState.PROPOSED) {
        proposed.add(there);
      }
    }
    return proposed;
  }

  private static boolean meets(Placement placement, List<List<CareSession>> target) {
    Leg first = placement.legs().getFirst();
    Leg last = placement.legs().getLast();
    return target.stream()
        .flatMap(List::stream)
        .flatMap(session -> Units.times(session).stream())
        .anyMatch(
            time ->
                first.start().isBefore(time.end().plusHours(2))
                    && time.start().minusHours(2).isBefore(last.end()));
  }

  private Set<String> reach(Placement placement) {
    Request request = facts.requestOf(placement.sessionId());
    Family family = facts.family(request.familyId());
    Set<String> ids = new LinkedHashSet<>();
    Travels.of(facts.providers().values(), family, request, travel)
        .forEach(near -> ids.add(near.provider().id()));
    return ids;
  }

  /** A way for a placement that went, and what it costs. */
  private record Elsewhere(Placement to, long objective) {}

  private @Nullable SmallestChange oneMove(Map<Placement, Wholes> helping, Workbench wide) {
    SmallestChange best = null;
    long least = Long.MAX_VALUE;
    for (var each : helping.entrySet()) {
      Placement there = each.getKey();
      List<Placement> others = others(there, wide);
      for (List<Placement> come : each.getValue().found()) {
        Elsewhere to = elsewhere(there, others, come, List.of(), wide);
        if (to != null) {
          if (to.objective() < least) {
            least = to.objective();
            best = new SmallestChange.Moves(List.of(move(there, to.to())), come);
          }
          break;
        }
      }
    }
    return best;
  }

  /** Where else a placement could be in the plan as it is. */
  private List<Placement> others(Placement there, Workbench wide) {
    List<Placement> others = new ArrayList<>();
    for (String provider : reach(there)) {
      if (wide.index().provider(provider) < 0) {
        continue;
      }
      for (Placement way : wide.ways(there.sessionId(), provider)) {
        if (!way.legs().equals(there.legs())
            && wide.closedQuarters(way) == 0
            && wide.judge(List.of(there.sessionId()), List.of(way)).legal()) {
          others.add(way);
        }
      }
    }
    return others;
  }

  private static Move move(Placement there, Placement to) {
    return new Move(there.sessionId(), there.legs(), to.legs());
  }

  /** The best other way for a placement once the care asked has come. */
  private @Nullable Elsewhere elsewhere(
      Placement there,
      List<Placement> others,
      List<Placement> come,
      List<Placement> before,
      Workbench wide) {
    List<String> out = new ArrayList<>(List.of(there.sessionId()));
    before.forEach(each -> out.add(each.sessionId()));
    Elsewhere best = null;
    for (Placement way : others) {
      List<Placement> in = new ArrayList<>(come);
      in.add(way);
      Verdict verdict = wide.judge(out, in);
      if (verdict.legal() && (best == null || verdict.objective(weights) < best.objective())) {
        best = new Elsewhere(way, verdict.objective(weights));
      }
    }
    return best;
  }

  private @Nullable SmallestChange twoMoves(Map<Placement, Wholes> helping, Workbench wide) {
    int tries = 0;
    for (var each : helping.entrySet()) {
      Placement first = each.getKey();
      List<Placement> come = each.getValue().found().getFirst();
      List<String> providers = new ArrayList<>(reach(first));
      providers.sort(Comparator.naturalOrder());
      for (String provider : providers) {
        for (Placement way : wide.ways(first.sessionId(), provider)) {
          if (way.legs().equals(first.legs()) || wide.closedQuarters(way) > 0) {
            continue;
          }
          for (Placement second : proposedAt(provider, wide)) {
            if (second.equals(first) || !overlap(second, way) || tries++ > MOST_SECOND_TRIES) {
              continue;
            }
            SmallestChange chain = chain(first, way, second, come, wide);
            if (chain != null) {
              return chain;
            }
          }
        }
      }
    }
    return null;
  }

  private static boolean overlap(Placement one, Placement other) {
    return one.legs().getFirst().start().isBefore(other.legs().getLast().end())
        && other.legs().getFirst().start().isBefore(one.legs().getLast().end());
  }

  private @Nullable SmallestChange chain(
      Placement first, Placement way, Placement second, List<Placement> come, Workbench wide) {
    List<Placement> in = new ArrayList<>(come);
    in.add(way);
    if (!Fitting.legalSoFar(wide.judge(List.of(first.sessionId(), second.sessionId()), in), true)) {
      return null;
    }
    Elsewhere to = elsewhere(second, others(second, wide), in, List.of(first), wide);
    if (to == null) {
      return null;
    }
    in.add(to.to());
    return legalWithFamilies(List.of(first, second), in)
        ? new SmallestChange.Moves(List.of(move(second, to.to()), move(first, way)), come)
        : null;
  }

  /** Whether a change is legal where everything placed for the families that move is known. */
  private boolean legalWithFamilies(List<Placement> out, List<Placement> in) {
    Part part = new Part(facts, question.asOf()).asking(question.request());
    Set<String> providers = new LinkedHashSet<>();
    for (Placement placement : out) {
      part.moving(facts.requestOf(placement.sessionId()));
      placement.legs().forEach(leg -> providers.add(leg.providerId()));
    }
    in.forEach(placement -> placement.legs().forEach(leg -> providers.add(leg.providerId())));
    return part.with(providers)
        .workbench(packs, travel)
        .judge(out.stream().map(Placement::sessionId).toList(), in)
        .legal();
  }
}
