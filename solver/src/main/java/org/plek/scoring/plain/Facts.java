package org.plek.scoring.plain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.plek.cost.CostOf;
import org.plek.domain.BoughtPlaces;
import org.plek.domain.Child;
import org.plek.domain.Family;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.Point;
import org.plek.domain.Policy;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.domain.ProviderKind;
import org.plek.domain.Quota;
import org.plek.domain.RegularChild;
import org.plek.domain.Request;
import org.plek.domain.Reserve;
import org.plek.domain.Stay;
import org.plek.domain.Timeline;
import org.plek.domain.Travel;
import org.plek.rules.Circumstances;
import org.plek.rules.Level;
import org.plek.rules.Norm;
import org.plek.rules.RulePack;

/** What follows from the problem alone and every rule may ask. */
final class Facts {
  /** A week from Monday, clipped to the timeline. */
  record Week(LocalDate monday, int from, int until) {}

  private record NormKey(
      String pack, ProviderKind kind, Level level, LocalDate date, Circumstances circumstances) {}

  /** Slots in which a child of the families is regular somewhere. */
  record RegularHours(String providerId, BitSet slots) {}

  final ProblemIndex index;
  final Problem problem;
  final Policy policy;
  final Timeline timeline;
  final Travel travel;
  final CostOf costs;
  final List<Week> weeks = new ArrayList<>();
  final int[] dayOf;

  private final Function<String, RulePack> packs;
  private final Map<NormKey, Norm> norms = new ConcurrentHashMap<>();
  private final Set<Long> history = new HashSet<>();
  private final Set<Long> regular = new HashSet<>();
  private final Map<Integer, List<RegularHours>> regularHours = new HashMap<>();
  private final Map<Long, Set<LocalDate>> stayDates = new HashMap<>();
  private final Map<String, Placement> agreed = new HashMap<>();
  private final Map<String, Placement> published = new HashMap<>();
  private final Map<String, List<Quota>> quotas = new HashMap<>();
  private final Map<String, List<Reserve>> reserves = new HashMap<>();
  private final Map<String, Map<String, Integer>> bought = new HashMap<>();
  private final Map<String, List<Integer>> standsInFor = new HashMap<>();
  private final long asOfMinutes;

  Facts(ProblemIndex index, Function<String, RulePack> packs, Travel travel) {
    this.index = index;
    this.packs = packs;
    this.travel = travel;
    problem = index.problem();
    policy = problem.policy();
    timeline = index.timeline();
    asOfMinutes = timeline.minutes(problem.from().atStartOfDay(), problem.asOf());
    dayOf = new int[timeline.slots()];
    for (int slot = 0; slot < dayOf.length; slot++) {
      dayOf[slot] = timeline.dayOf(slot);
    }
    cutWeeks();
    readHistory();
    readRegularChildren();
    for (Placement placement : problem.placements()) {
      if (index.agreed(placement)) {
        agreed.put(placement.sessionId(), placement);
      } else if (index.published(placement)) {
        published.put(placement.sessionId(), placement);
      }
    }
    for (Quota quota : policy.quotas()) {
      quotas.computeIfAbsent(quota.groupId(), id -> new ArrayList<>()).add(quota);
    }
    for (Reserve reserve : policy.reserves()) {
      reserves.computeIfAbsent(reserve.groupId(), id -> new ArrayList<>()).add(reserve);
    }
    for (BoughtPlaces places : policy.boughtPlaces()) {
      bought
          .computeIfAbsent(places.groupId(), id -> new HashMap<>())
          .merge(places.programme(), places.places(), Integer::sum);
    }
    costs = new CostOf(index);
    for (int there = 0; there < problem.providers().size(); there++) {
      for (String standIn : provider(there).arrangements().standIns()) {
        standsInFor.computeIfAbsent(standIn, id -> new ArrayList<>()).add(there);
      }
    }
  }

  private void cutWeeks() {
    LocalDate monday = problem.from().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    for (; !monday.isAfter(problem.until()); monday = monday.plusWeeks(1)) {
      int first = (int) Math.max(0, ChronoUnit.DAYS.between(problem.from(), monday));
      int end = (int) ChronoUnit.DAYS.between(problem.from(), monday.plusWeeks(1));
      weeks.add(
          new Week(
              monday,
              timeline.dayStart(first),
              timeline.dayStart(Math.min(end, timeline.days() + 1))));
    }
  }

  private void readHistory() {
    for (Stay stay : problem.history()) {
      int child = index.child(stay.childId());
      int provider = index.provider(stay.providerId());
      if (child < 0 || provider < 0) {
        continue;
      }
      if (stay.date().isBefore(problem.from())) {
        history.add(pair(child, provider));
      }
      stayDates
          .computeIfAbsent(pair(index.familyOfChild(child), provider), key -> new HashSet<>())
          .add(stay.date());
    }
  }

  private void readRegularChildren() {
    for (int group = 0; group < index.groups().size(); group++) {
      for (RegularChild regularChild : index.groups().get(group).regularChildren()) {
        String id = regularChild.childId();
        int child = id == null ? -1 : index.child(id);
        if (child >= 0) {
          int provider = index.providerOf(group);
          regular.add(pair(child, provider));
          regularHours
              .computeIfAbsent(child, key -> new ArrayList<>())
              .add(
                  new RegularHours(
                      provider(provider).id(),
                      Hours.outward(Hours.booked(regularChild, timeline), timeline)));
        }
      }
    }
  }

  private static long pair(int one, int other) {
    return ((long) one << 32) | other;
  }

  Provider provider(int provider) {
    return problem.providers().get(provider);
  }

  Request request(int request) {
    return problem.requests().get(request);
  }

  Family family(int family) {
    return problem.families().get(family);
  }

  Child child(int child) {
    return index.children().get(child);
  }

  String sessionId(int session) {
    return index.sessions().get(session).id();
  }

  RulePack pack(Provider provider) {
    String id = provider.rulePack();
    return packs.apply(id == null ? problem.rulePack() : id);
  }

  /** The norm of a provider's pack, asked once for equal circumstances. */
  Norm norm(Provider provider, Level level, LocalDate date, Circumstances circumstances) {
    RulePack pack = pack(provider);
    return norms.computeIfAbsent(
        new NormKey(pack.id(), provider.kind(), level, date, circumstances),
        key -> pack.norm(key.kind(), key.level(), key.date(), key.circumstances()));
  }

  /**
   * Whether the child has been with the provider before the horizon or is regularly there, or the
   * provider stands in for one of whom that is so.
   */
  boolean known(int child, int provider) {
    return withStandIns(provider, there -> knowsItself(child, there));
  }

  private boolean knowsItself(int child, int provider) {
    return history.contains(pair(child, provider)) || regular.contains(pair(child, provider));
  }

  /**
   * Whether the family is registered with the provider or one of its children has history there, or
   * the provider stands in for one of whom that is so.
   */
  boolean registered(int family, int provider) {
    return withStandIns(
        provider,
        there ->
            family(family).registeredWith().contains(provider(there).id())
                || family(family).children().stream()
                    .anyMatch(child -> history.contains(pair(index.child(child.id()), there))));
  }

  /** Whether something holds of a provider, or of one for whom it stands in. */
  private boolean withStandIns(int provider, IntPredicate holds) {
    return holds.test(provider)
        || standsInFor.getOrDefault(provider(provider).id(), List.of()).stream()
            .anyMatch(holds::test);
  }

  /** Dates of the history of a family with a provider. */
  Set<LocalDate> stayDates(int family, int provider) {
    return stayDates.getOrDefault(pair(family, provider), Set.of());
  }

  List<RegularHours> regularHours(int child) {
    return regularHours.getOrDefault(child, List.of());
  }

  /** Agreed placements of the problem by care session. */
  Map<String, Placement> agreed() {
    return agreed;
  }

  /** Proposed placements of the problem by care session. */
  Map<String, Placement> published() {
    return published;
  }

  boolean isAgreed(Placement placement) {
    Placement there = agreed.get(placement.sessionId());
    return there != null && there.legs().equals(placement.legs());
  }

  List<Quota> quotas(String groupId) {
    return quotas.getOrDefault(groupId, List.of());
  }

  List<Reserve> reserves(String groupId) {
    return reserves.getOrDefault(groupId, List.of());
  }

  /** Bought places of a group by programme. */
  Map<String, Integer> bought(String groupId) {
    return bought.getOrDefault(groupId, Map.of());
  }

  /** Whether places are not kept free in a slot: released, or not the policy of that date. */
  boolean released(Reserve reserve, int slot) {
    return !reserve.valid().hold(timeline.date(dayOf[slot]))
        || (reserve.releaseMinutes() > 0
            && (long) slot * Timeline.SLOT_MINUTES - asOfMinutes <= reserve.releaseMinutes());
  }

  /** School where a leg starts, if it is the first of care that starts at one. */
  @Nullable Point fetchedAt(PlacedLeg leg) {
    return leg.order() == 0 ? index.sessions().get(leg.session()).school().fetchedAt() : null;
  }

  /** School where a leg ends, if it is the last of care that ends at one. */
  @Nullable Point broughtTo(PlacedLeg leg) {
    return leg.order() == 1 || leg.other() == null
        ? index.sessions().get(leg.session()).school().broughtTo()
        : null;
  }

  /** Where a provider cares for the children of a family. */
  Point carePlace(int provider, int family) {
    Provider there = provider(provider);
    return there.kind() == ProviderKind.HOME_CARER ? family(family).home() : there.location();
  }

  boolean homeCarer(int provider) {
    return provider(provider).kind() == ProviderKind.HOME_CARER;
  }

  /** Minutes of the family from home to a provider, 0 for a home carer. */
  int minutesFromHome(PlacedLeg leg) {
    return homeCarer(leg.provider())
        ? 0
        : travel.minutes(
            family(leg.family()).home(),
            provider(leg.provider()).location(),
            request(leg.request()).limits().mode());
  }

  /** Minutes of the family from a provider to home, 0 for a home carer. */
  int minutesToHome(PlacedLeg leg) {
    return homeCarer(leg.provider())
        ? 0
        : travel.minutes(
            provider(leg.provider()).location(),
            family(leg.family()).home(),
            request(leg.request()).limits().mode());
  }

  /** Price of all legs in cents. */
  long cents(PlacedCare care) {
    long cents = 0;
    for (PlacedLeg leg : care.legs()) {
      cents += costs.cents(care.session(), leg.provider(), leg.leg().start(), leg.minutes());
    }
    return cents;
  }

  /** The placement with its numbers; its session must be known. */
  PlacedCare placed(Placement placement) {
    int session = index.session(placement.sessionId());
    int request = index.requestOf(session);
    int family = index.familyOf(request);
    int child = index.childOf(session);
    List<PlacedLeg> legs = new ArrayList<>(placement.legs().size());
    for (int order = 0; order < placement.legs().size(); order++) {
      Leg leg = placement.legs().get(order);
      int provider = index.provider(leg.providerId());
      int group = index.group(leg.groupId());
      if (provider < 0 || group < 0 || index.providerOf(group) != provider) {
        continue;
      }
      legs.add(
          new PlacedLeg(
              session,
              child,
              request,
              family,
              provider,
              group,
              leg,
              order,
              placement.legs().size() == 2 ? placement.legs().get(1 - order) : null,
              Hours.firstSlot(leg.start(), timeline),
              Hours.endSlot(leg.end(), timeline),
              (int) Math.max(0, timeline.minutes(leg.start(), leg.end()))));
    }
    return new PlacedCare(session, child, request, family, placement, legs);
  }
}
