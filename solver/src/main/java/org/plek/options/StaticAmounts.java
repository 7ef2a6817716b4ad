package org.plek.options;

import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plek.cost.CostOf;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.domain.Request;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.Weights;

/** The soft amounts that session and option decide alone, and their weighted sum. */
final class StaticAmounts {
  private final ProblemIndex index;
  private final AskedTimes times;
  private final KnownFaces faces;
  private final Weights weights;
  private final @Nullable Placement[] published;
  private final CostOf costs;

  /** Providers that each request wishes. */
  private final int[][] wishedProviders;

  StaticAmounts(
      ProblemIndex index, AskedTimes times, KnownFaces faces, @Nullable Placement[] published) {
    this.index = index;
    this.times = times;
    this.faces = faces;
    this.published = published;
    weights = new Weights(index.problem().policy());
    costs = new CostOf(index);
    wishedProviders =
        index.problem().requests().stream()
            .map(r -> r.wishes().providers().stream().mapToInt(index::provider).toArray())
            .toArray(int[][]::new);
  }

  /** Price of a leg in cents. */
  int cents(int session, int provider, Span span) {
    return costs.cents(session, provider, span.start(), span.minutes());
  }

  /** Weighted price that no leg of so many minutes with a provider undercuts. */
  int leastCents(int session, int provider, int minutes) {
    return costs.simple(provider)
        ? costs.cents(session, provider, index.problem().asOf(), minutes)
        : 0;
  }

  /** Whether the price with a provider follows from the minutes of presence alone. */
  boolean pricedByMinutes(int session, int provider) {
    return costs.simple(provider) && request(session).programme() == null;
  }

  /** Weighted cost of a leg with a provider whom the child may not know. */
  long faceCost(int session, int provider) {
    return faces.knows(index.childOf(session), provider)
        ? 0
        : weights.of(ConstraintName.UNKNOWN_FACES);
  }

  /** Weighted cost of the family's way. */
  long travelCost(int minutes) {
    return (long) minutes * weights.of(ConstraintName.TRAVEL);
  }

  /** Weighted cost of wishes that the provider of the first leg alone does not meet. */
  long firstWishesCost(int session, int provider) {
    return firstWishesMissed(session, provider) * weights.of(ConstraintName.WISHES);
  }

  /** Weighted cost of no leg with a provider whom the family wishes. */
  long unwishedCost() {
    return weights.of(ConstraintName.WISHES);
  }

  /** Weighted cost of a handover. */
  long handoverCost() {
    return weights.of(ConstraintName.HANDOVERS);
  }

  /** Weighted price. */
  long priceCost(int cents) {
    return (cents + 9L) / 10 * weights.of(ConstraintName.PRICE);
  }

  /** What any option but the published one costs for being a change. */
  int changeCost(int session) {
    return (int) changed(session) * weights.of(ConstraintName.PUBLISHED_CHANGES);
  }

  /** The amount of one constraint. */
  long amount(ConstraintName name, int session, List<Leg> legs) {
    int one = index.provider(legs.getFirst().providerId());
    int last = index.provider(legs.getLast().providerId());
    return switch (name) {
      case UNKNOWN_FACES ->
          legs.stream()
              .filter(leg -> !faces.knows(index.childOf(session), index.provider(leg.providerId())))
              .count();
      case HANDOVERS -> legs.size() - 1;
      case TRAVEL -> times.minutesFromHome(session, one) + times.minutesToHome(session, last);
      case PRICE -> (cents(session, legs) + 9) / 10;
      case WISHES -> wishesMissed(session, one, last);
      case PUBLISHED_CHANGES -> {
        Placement before = published[session];
        yield before == null || before.legs().equals(legs) ? 0 : changed(session);
      }
      default -> 0;
    };
  }

  /** Weighted sum over {@link #amount}. */
  int weighted(int session, List<Leg> legs) {
    long sum = 0;
    for (ConstraintName name : ConstraintName.values()) {
      sum += amount(name, session, legs) * weights.of(name);
    }
    return Math.toIntExact(sum);
  }

  private long cents(int session, List<Leg> legs) {
    long sum = 0;
    for (Leg leg : legs) {
      int minutes = (int) index.timeline().minutes(leg.start(), leg.end());
      sum += costs.cents(session, index.provider(leg.providerId()), leg.start(), minutes);
    }
    return sum;
  }

  private long wishesMissed(int session, int one, int last) {
    return (wished(session, one) || wished(session, last) ? 0 : 1)
        + firstWishesMissed(session, one);
  }

  /** Whether the family wishes this provider, or none in particular. */
  boolean wished(int session, int provider) {
    int[] wished = wishedProviders[index.requestOf(session)];
    for (int one : wished) {
      if (one == provider) {
        return true;
      }
    }
    return wished.length == 0;
  }

  private long firstWishesMissed(int session, int provider) {
    var wishes = request(session).wishes();
    Provider first = provider(provider);
    long missed = 0;
    if (!wishes.kinds().isEmpty() && !wishes.kinds().contains(first.kind())) {
      missed++;
    }
    if (!wishes.languages().isEmpty()
        && Collections.disjoint(wishes.languages(), first.languages())) {
      missed++;
    }
    return missed;
  }

  private long changed(int session) {
    Placement before = published[session];
    if (before == null) {
      return 0;
    }
    long days =
        ChronoUnit.DAYS.between(
            index.problem().asOf().toLocalDate(), before.legs().getFirst().start().toLocalDate());
    return Math.max(1, 15 - days);
  }

  private Request request(int session) {
    return index.problem().requests().get(index.requestOf(session));
  }

  private Provider provider(int provider) {
    return index.problem().providers().get(provider);
  }
}
