package org.plek.scoring.fast;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plek.domain.CareSession;
import org.plek.domain.Family;
import org.plek.domain.Placement;
import org.plek.domain.Policy;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Request;
import org.plek.options.OptionTable;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.Weights;

/**
 * What it costs to leave each care session unserved, to let it wait, to drop what was published.
 */
final class Priorities {
  /** How much a strict tier weighs against the next. */
  private static final long TIER_FACTOR = 25;

  /** Rank of each session's tier, 0 first. */
  final int[] tier;

  /** Weight of each session as the rule book counts it. */
  final int[] weight;

  /** Cost of each unserved session, tiers applied; less while it is limited. */
  final long[] cost;

  /** What they really cost, once costs have been limited. */
  private long @Nullable [] realCost;

  /** Amount of the published change when a session is not placed. */
  final int[] published;

  /** Days since each session was asked. */
  private final int[] waited;

  /** What is wanted of a session besides, but missed while it is not placed, weighted. */
  final long[] missedCost;

  Priorities(ProblemIndex index, Weights weights, Tally start) {
    int sessions = index.sessions().size();
    tier = new int[sessions];
    weight = new int[sessions];
    cost = new long[sessions];
    published = new int[sessions];
    waited = new int[sessions];
    missedCost = new long[sessions];
    Problem problem = index.problem();
    for (int r = 0; r < problem.requests().size(); r++) {
      fill(index, r, weights.of(ConstraintName.UNSERVED));
      int days = problem.requests().get(r).daysWaited(problem.asOf());
      for (int s = index.firstSession(r); s < index.firstSession(r + 1); s++) {
        waited[s] = days;
        missedCost[s] = (long) days * weights.of(ConstraintName.WAITING);
      }
    }
    for (Placement placement : problem.placements()) {
      int s = index.session(placement.sessionId());
      if (s >= 0 && index.published(placement) && !placement.legs().isEmpty()) {
        long days =
            placement.legs().getFirst().start().toLocalDate().toEpochDay()
                - problem.asOf().toLocalDate().toEpochDay();
        published[s] = (int) Math.max(1, 15 - days);
        missedCost[s] += (long) published[s] * weights.of(ConstraintName.PUBLISHED_CHANGES);
      }
    }
    for (int s = 0; s < sessions; s++) {
      start.amounts[ConstraintName.UNSERVED.ordinal()] += weight[s];
      start.amounts[ConstraintName.WAITING.ordinal()] += waited[s];
      start.unserved += cost[s];
      start.unservedOfTier[tierInTally(s)] += weight[s];
      start.soft += missedCost[s];
    }
  }

  /** Adds ({@code sign} 1) or takes out (-1) that a session is unserved. */
  void unserved(int session, int sign, Tally tally) {
    tally.amounts[ConstraintName.UNSERVED.ordinal()] += (long) sign * weight[session];
    tally.amounts[ConstraintName.WAITING.ordinal()] += (long) sign * waited[session];
    tally.unserved += sign * cost[session];
    tally.unservedOfTier[tierInTally(session)] += (long) sign * weight[session];
    tally.soft += sign * missedCost[session];
  }

  /** Lets no unserved session cost more than so much above its cheapest option. */
  void limit(long most, OptionTable table, Legs legs, Tally tally) {
    if (realCost == null) {
      realCost = cost.clone();
    }
    tally.unserved = 0;
    for (int s = 0; s < cost.length; s++) {
      cost[s] =
          most == Long.MAX_VALUE ? realCost[s] : Math.min(realCost[s], most + cheapest(table, s));
      tally.unserved += legs.option[s] < 0 ? cost[s] : 0;
    }
  }

  private static int cheapest(OptionTable table, int session) {
    return IntStream.range(table.firstOption(session), table.endOption(session))
        .map(table::cost)
        .min()
        .orElse(0);
  }

  private int tierInTally(int session) {
    return Math.min(tier[session], Tally.MOST_TIERS - 1);
  }

  private void fill(ProblemIndex index, int r, int unit) {
    Policy policy = index.problem().policy();
    Request request = index.problem().requests().get(r);
    Family family = index.problem().families().get(index.familyOf(r));
    for (int s = index.firstSession(r); s < index.firstSession(r + 1); s++) {
      CareSession session = index.sessions().get(s);
      int rank = policy.tierOf(request, family, session);
      long factor = 1;
      for (int i = rank; policy.strictTiers() && i < policy.tiers().size(); i++) {
        factor *= TIER_FACTOR;
      }
      tier[s] = rank;
      weight[s] = policy.unservedWeight(request, family, session, session.careMinutes());
      cost[s] = Math.max(1, weight[s]) * unit * factor;
    }
  }
}
