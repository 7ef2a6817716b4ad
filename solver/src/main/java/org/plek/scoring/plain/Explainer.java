package org.plek.scoring.plain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plek.cost.Price;
import org.plek.domain.Placement;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Travel;
import org.plek.domain.Unplaced;
import org.plek.rules.ChildCounts;
import org.plek.rules.RulePack;
import org.plek.rules.RulePacks;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.ConstraintName.Level;
import org.plek.scoring.Weights;

/**
 * Why a care session is where it is, and which rule keeps it from each provider near by. Every
 * answer is tried: the placement is added to the plan and measured by the rules of {@link
 * PlainScorer}, then taken back. Not for several threads at once.
 */
public final class Explainer {
  /** Providers looked at where nobody says another number. */
  public static final int NEAREST = 15;

  /** Times tried per group where a summary of many care sessions is asked. */
  static final int STARTS_IN_SUMMARY = 8;

  private final Facts facts;
  private final WhatIf whatIf;
  private final Candidates candidates;
  private final Weights weights;
  private final NearestProviders nearest;

  /** Reads the problem and one plan for it, agreed placements included. */
  public Explainer(ProblemIndex index, RulePacks packs, Travel travel, List<Placement> placements) {
    this(index, packs::pack, travel, placements);
  }

  Explainer(
      ProblemIndex index,
      Function<String, RulePack> packs,
      Travel travel,
      List<Placement> placements) {
    Rules rules = new Rules(index, packs, travel);
    facts = rules.facts;
    whatIf = new WhatIf(rules, placements);
    candidates = new Candidates(facts);
    weights = new Weights(facts.policy);
    nearest = new NearestProviders(facts);
  }

  /**
   * Explains one care session.
   *
   * @param mostProviders providers to try, nearest to the family's home first
   * @throws IllegalArgumentException if the problem has no such care session
   */
  public Explanation explain(String sessionId, int mostProviders) {
    int session = facts.index.session(sessionId);
    if (session < 0) {
      throw new IllegalArgumentException(
          "No care session %s in problem %s. Maybe its id is request/pattern/child/date."
              .formatted(sessionId, facts.problem.id()));
    }
    List<Balance> balances = whatIf.rules.balances(whatIf.placed, session);
    PlacedCare current = whatIf.placed.of(session);
    if (current != null) {
      whatIf.remove(current);
    }
    try {
      ProviderAnswer here =
          current == null || current.legs().isEmpty() ? null : answer(tried(current));
      List<ProviderAnswer> answers = new ArrayList<>();
      for (int provider : nearest.to(session, mostProviders)) {
        Tried best = best(session, provider, Integer.MAX_VALUE);
        if (best != null) {
          answers.add(answer(best));
        }
      }
      return new Explanation(sessionId, here, answers, balances);
    } finally {
      if (current != null) {
        whatIf.add(current);
      }
    }
  }

  /**
   * Every care session without a place, in the order of the problem, with the rule that blocks it
   * at most of the nearest providers. {@code UNSERVED} stands where one of them could take it.
   */
  public List<Unplaced> unplaced() {
    List<Unplaced> unplaced = new ArrayList<>();
    for (int session = 0; session < facts.index.sessions().size(); session++) {
      if (whatIf.placed.of(session) == null) {
        unplaced.add(unplaced(session));
      }
    }
    return unplaced;
  }

  private Unplaced unplaced(int session) {
    String sessionId = facts.sessionId(session);
    Map<ConstraintName, List<Tried>> blocked = new EnumMap<>(ConstraintName.class);
    int tries = 0;
    for (int provider : nearest.to(session, NEAREST)) {
      Tried best = best(session, provider, STARTS_IN_SUMMARY);
      if (best == null) {
        continue;
      }
      ConstraintName blocker = best.change().blocker();
      if (blocker == null) {
        return new Unplaced(
            sessionId,
            ConstraintName.UNSERVED.name(),
            "It would fit with %s; the search ended before it was tried there."
                .formatted(facts.provider(provider).id()));
      }
      blocked.computeIfAbsent(blocker, key -> new ArrayList<>()).add(best);
      tries++;
    }
    ConstraintName most = null;
    List<Tried> examples = List.of();
    for (Map.Entry<ConstraintName, List<Tried>> entry : blocked.entrySet()) {
      if (entry.getValue().size() > examples.size()) {
        most = entry.getKey();
        examples = entry.getValue();
      }
    }
    if (most == null) {
      return new Unplaced(
          sessionId, "NO_OPTION", "No provider has a time at which it could be tried.");
    }
    return new Unplaced(
        sessionId,
        most.name(),
        "Blocked at %d of the %d nearest providers. %s"
            .formatted(examples.size(), tries, blocker(examples.getFirst(), most).text()));
  }

  /** A placement tried, and what it changes. */
  private record Tried(PlacedCare care, Verdict change, int blockerOrdinal, long amount) {}

  private Tried tried(PlacedCare care) {
    Verdict change = whatIf.change(care);
    ConstraintName blocker = change.blocker();
    return blocker == null
        ? new Tried(care, change, Integer.MAX_VALUE, change.objective(weights))
        : new Tried(care, change, blocker.ordinal(), change.of(blocker));
  }

  /** The group and time that get furthest in the order of the constraints, then by least amount. */
  private @Nullable Tried best(int session, int provider, int mostStarts) {
    List<PlacedCare> open = new ArrayList<>();
    PlacedCare leastClosed = null;
    int leastSlots = Integer.MAX_VALUE;
    for (PlacedCare care : candidates.with(session, provider)) {
      // Closed is the first constraint, so nothing else need be measured.
      int closed = whatIf.closedSlots(care.first());
      if (closed == 0) {
        open.add(care);
      } else if (closed < leastSlots) {
        leastSlots = closed;
        leastClosed = care;
      }
    }
    if (open.isEmpty()) {
      return leastClosed == null ? null : tried(leastClosed);
    }
    Tried best = null;
    int step = Math.ceilDiv(open.size(), mostStarts);
    for (int i = 0; i < open.size(); i += step) {
      Tried tried = tried(open.get(i));
      if (best == null
          || tried.blockerOrdinal() > best.blockerOrdinal()
          || (tried.blockerOrdinal() == best.blockerOrdinal() && tried.amount() < best.amount())) {
        best = tried;
      }
    }
    return best;
  }

  private ProviderAnswer answer(Tried tried) {
    PlacedLeg first = tried.care().first();
    ConstraintName blocker = tried.change().blocker();
    return new ProviderAnswer(
        first.leg().providerId(),
        first.leg().groupId(),
        tried.care().placement().legs(),
        blocker == null ? null : blocker(tried, blocker),
        blocker == null ? cost(tried) : null);
  }

  /** The first entry that the placement adds or makes worse, over all its neighbouring slots. */
  private Match blocker(Tried tried, ConstraintName name) {
    return Ledger.matches(whatIf.worse(tried.care(), name), facts.timeline).getFirst();
  }

  private OptionCost cost(Tried tried) {
    PlacedCare care = tried.care();
    Map<ConstraintName, Long> soft = new EnumMap<>(ConstraintName.class);
    for (ConstraintName name : ConstraintName.values()) {
      if (name.level() == Level.SOFT && tried.change().of(name) != 0) {
        soft.put(name, tried.change().of(name));
      }
    }
    long objective =
        soft.entrySet().stream().mapToLong(e -> e.getValue() * weights.of(e.getKey())).sum();
    PlacedLeg leg = care.first();
    whatIf.add(care);
    SitePresence here = whatIf.presence(leg.provider());
    SitePresence.InRoom in = here.rooms.get(here.site.roomOf(leg));
    int tightest =
        IntStream.range(leg.from(), leg.until())
            .boxed()
            .min(Comparator.comparingInt(slot -> spare(in, slot)))
            .orElse(leg.from());
    long counts = in.counts[tightest];
    whatIf.remove(care);
    Price price = facts.costs.price(care.session(), care.placement().legs());
    return new OptionCost(
        price,
        facts.costs.monthCents(care.session(), price),
        facts.minutesFromHome(leg) + facts.minutesToHome(care.last()),
        care.legs().stream().allMatch(any -> facts.known(any.child(), any.provider())),
        soft,
        objective,
        facts.timeline.time(tightest),
        ChildCounts.total(counts),
        in.room.norms[tightest].caregiversRequired(counts),
        in.room.reachable[tightest]);
  }

  private static int spare(SitePresence.InRoom in, int slot) {
    return in.room.reachable[slot] - in.room.norms[slot].caregiversRequired(in.counts[slot]);
  }
}
