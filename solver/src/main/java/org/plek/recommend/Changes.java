package org.plek.recommend;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.plek.domain.CareSession;
import org.plek.domain.FamilyLimits;
import org.plek.domain.Placement;
import org.plek.domain.Provider;
import org.plek.domain.Request;
import org.plek.domain.Travel;
import org.plek.recommend.Fitting.Refused;
import org.plek.recommend.SmallestChange.FamilyLimit;
import org.plek.recommend.SmallestChange.Shifted;
import org.plek.recommend.SmallestChange.Shortened;
import org.plek.rules.RulePacks;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.Weights;
import org.plek.scoring.plain.Verdict;
import org.plek.scoring.plain.Workbench;

/**
 * Looks for the smallest change of each kind after which a provider can serve what it refuses.
 * Every change is made on a copy and judged by the plain scorer; the smaller ones were judged
 * before it, or cannot help because a larger one does not.
 */
final class Changes {
  /** Farthest shift and most that is cut, in quarters of an hour. Chosen by plek. */
  static final int MOST_QUARTERS = 16;

  private static final int QUARTER = 15;

  /** Rules about child and provider alone, which nothing here changes. */
  private static final Set<ConstraintName> FOR_GOOD =
      EnumSet.of(
          ConstraintName.AGE_ACCEPTED,
          ConstraintName.NEEDS_MET,
          ConstraintName.REQUEST_ACCEPTED,
          ConstraintName.NOT_EXCLUDED);

  private final LiveFacts facts;
  private final RulePacks packs;
  private final Travel travel;
  private final Weights weights;
  private final Question question;
  private final Request request;
  private final List<CareSession> sessions;
  private final List<List<CareSession>> units;
  private final Workbench bench;

  /** Whether some trial failed before all ways were tried: something smaller may have helped. */
  private boolean unsure;

  Changes(
      LiveFacts facts,
      RulePacks packs,
      Travel travel,
      Question question,
      List<CareSession> sessions,
      List<List<CareSession>> units,
      Workbench bench) {
    this.facts = facts;
    this.packs = packs;
    this.travel = travel;
    this.question = question;
    this.sessions = sessions;
    this.units = units;
    this.bench = bench;
    request = question.request();
    weights = new Weights(facts.policy());
  }

  /** The smallest change of each kind, those of the network before those of the family. */
  List<SmallestChange> of(String providerId, Refused refused) {
    Verdict verdict = bench.judge(List.of(), refused.tried());
    if (FOR_GOOD.stream().anyMatch(rule -> verdict.of(rule) > 0)) {
      return List.of();
    }
    List<List<CareSession>> target = target(refused);
    List<SmallestChange> found = new ArrayList<>();
    if (verdict.of(ConstraintName.FAMILY_TRAVEL) == 0
        && verdict.of(ConstraintName.FAMILY_PRICE) == 0) {
      add(found, new Moves(facts, packs, travel, weights, question).of(providerId, target, bench));
      ProviderChanges provider =
          new ProviderChanges(this, facts.provider(providerId), target, refused);
      add(found, sure(provider::reserveReleased));
      add(found, sure(provider::caregiverLonger));
      add(found, shifted(providerId, target));
      add(found, shortened(providerId, target));
      if (verdict.of(ConstraintName.LEAST_VOLUME) > 0) {
        add(found, provider.moreVolume());
      }
    } else {
      add(found, familyLimit(providerId, target, refused, verdict));
    }
    return found;
  }

  private @Nullable SmallestChange sure(Supplier<@Nullable SmallestChange> search) {
    unsure = false;
    SmallestChange found = search.get();
    return unsure ? null : found;
  }

  private static void add(List<SmallestChange> found, @Nullable SmallestChange change) {
    if (change != null) {
      found.add(change);
    }
  }

  /** The units that were tried; all of them where the family wants all or nothing. */
  private List<List<CareSession>> target(Refused refused) {
    if (request.limits().allOrNothing()) {
      return units;
    }
    Set<String> tried = new HashSet<>();
    refused.tried().forEach(each -> tried.add(each.sessionId()));
    return units.stream().filter(unit -> tried.contains(unit.getFirst().id())).toList();
  }

  LiveFacts facts() {
    return facts;
  }

  /** The network around one provider, to change. */
  Part part(String providerId) {
    return new Part(facts, question.asOf()).asking(request).with(List.of(providerId));
  }

  /** What is placed of some units once a part is changed; null if not all of them are. */
  @Nullable List<Placement> placed(
      Part changed, String providerId, List<List<CareSession>> target) {
    return placed(changed.workbench(packs, travel), providerId, target);
  }

  private @Nullable List<Placement> placed(
      Workbench changed, String providerId, List<List<CareSession>> target) {
    Fitting.Wholes wholes = new Fitting(changed, weights, target).whole(providerId);
    List<Placement> placed = wholes.any();
    unsure |= placed == null && !wholes.complete();
    return placed == null ? null : Variants.original(placed);
  }

  /** Verdict on placements once a part is changed. */
  Verdict judged(Part changed, List<Placement> placements) {
    return changed.workbench(packs, travel).judge(List.of(), placements);
  }

  private @Nullable SmallestChange shifted(String providerId, List<List<CareSession>> target) {
    Tries tries = new Tries(target);
    for (int quarters = 1; quarters <= MOST_QUARTERS; quarters++) {
      for (int sign = 1; sign >= -1; sign -= 2) {
        int minutes = sign * quarters * QUARTER;
        tries.add(
            each -> Variants.shifted(each, minutes),
            then -> new Shifted(minutes, ids(target), then));
      }
    }
    return tries.first(providerId);
  }

  private @Nullable SmallestChange shortened(String providerId, List<List<CareSession>> target) {
    int shortest = Integer.MAX_VALUE;
    boolean fixed = true;
    for (List<CareSession> unit : target) {
      for (CareSession session : unit) {
        shortest = Math.min(shortest, session.careMinutes());
        fixed &= Variants.fixed(session);
      }
    }
    int most = Math.min(MOST_QUARTERS, shortest / 2 / QUARTER);
    Tries tries = new Tries(target);
    for (int quarters = 1; quarters <= most; quarters++) {
      for (int atStart = 0; atStart <= (fixed ? quarters : 0); atStart++) {
        int start = atStart * QUARTER;
        int end = (quarters - atStart) * QUARTER;
        tries.add(
            each -> Variants.shortened(each, start, end),
            then -> new Shortened(start, end, ids(target), then));
      }
    }
    return tries.first(providerId);
  }

  private static List<String> ids(List<List<CareSession>> target) {
    return target.stream().flatMap(List::stream).map(CareSession::id).toList();
  }

  private @Nullable SmallestChange familyLimit(
      String providerId, List<List<CareSession>> target, Refused refused, Verdict verdict) {
    FamilyLimits limits = request.limits();
    Provider provider = facts.provider(providerId);
    Integer way =
        verdict.of(ConstraintName.FAMILY_TRAVEL) > 0
            ? (Integer) Travels.minutes(provider, facts.family(request.familyId()), request, travel)
            : null;
    Integer price = null;
    if (verdict.of(ConstraintName.FAMILY_PRICE) > 0) {
      long most = 0;
      for (Placement placement : refused.tried()) {
        most = Math.max(most, Math.ceilDiv(60 * bench.cents(placement), bench.minutes(placement)));
      }
      price = (int) most;
    }
    Request changed =
        Variants.with(
            request,
            request.id(),
            Variants.limits(
                limits,
                way == null ? limits.maxTravelMinutes() : way,
                price == null ? limits.maxCentsPerHour() : price,
                limits.siblingsTogether(),
                limits.allOrNothing()),
            sessions);
    List<Placement> then =
        placed(
            new Part(facts, question.asOf()).asking(changed).with(List.of(providerId)),
            providerId,
            target);
    return then == null ? null : new FamilyLimit(way, price, then);
  }

  /** Variants of the request tried one after the other on one workbench. */
  private final class Tries {
    private final List<List<CareSession>> target;
    private final Set<String> changed = new HashSet<>();
    private final Map<Request, java.util.function.Function<List<Placement>, SmallestChange>> tries =
        new LinkedHashMap<>();

    Tries(List<List<CareSession>> target) {
      this.target = target;
      target.forEach(unit -> unit.forEach(session -> changed.add(session.id())));
    }

    void add(
        UnaryOperator<CareSession> change,
        java.util.function.Function<List<Placement>, SmallestChange> then) {
      tries.put(
          Variants.named(request, sessions, Integer.toString(tries.size()), changed, change), then);
    }

    @Nullable SmallestChange first(String providerId) {
      if (tries.isEmpty()) {
        return null;
      }
      Part part = part(providerId);
      tries.keySet().forEach(part::variant);
      Workbench workbench = part.workbench(packs, travel);
      for (var each : tries.entrySet()) {
        List<CareSession> moved =
            each.getKey().sessions().stream()
                .filter(session -> changed.contains(Variants.original(session.id())))
                .toList();
        List<List<CareSession>> renamed = Units.of(each.getKey(), moved);
        Fitting.Wholes whole = new Fitting(workbench, weights, renamed).whole(providerId);
        List<Placement> then = whole.any();
        if (then != null) {
          return each.getValue().apply(Variants.original(then));
        }
        if (!whole.complete()) {
          // Something smaller may help: nothing is said.
          return null;
        }
      }
      return null;
    }
  }
}
