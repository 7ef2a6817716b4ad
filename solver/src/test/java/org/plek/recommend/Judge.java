package org.plek.recommend;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plek.domain.CareSession;
import org.plek.domain.Caregiver;
import org.plek.domain.Copies;
import org.plek.domain.DayException;
import org.plek.domain.FamilyLimits;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.LeastVolume;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.domain.Request;
import org.plek.domain.Reserve;
import org.plek.domain.Schedule;
import org.plek.domain.TimeRange;
import org.plek.domain.Travel;
import org.plek.recommend.SmallestChange.CaregiverLonger;
import org.plek.recommend.SmallestChange.ConditionDropped;
import org.plek.recommend.SmallestChange.FamilyLimit;
import org.plek.recommend.SmallestChange.Later;
import org.plek.recommend.SmallestChange.MoreVolume;
import org.plek.recommend.SmallestChange.Move;
import org.plek.recommend.SmallestChange.ReserveReleased;
import org.plek.recommend.SmallestChange.Shifted;
import org.plek.recommend.SmallestChange.Shortened;
import org.plek.rules.RulePacks;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.plain.Match;
import org.plek.scoring.plain.PlainScorer;
import org.plek.scoring.plain.Workbench;

/**
 * Confirms what a recommender says, on the whole town and by trying everything: changes are made
 * here anew, and of the smaller ones every way of every group and time is tried.
 */
final class Judge {
  private static final int QUARTER = 15;
  private static final int MOST_WAYS = 1000;

  final Problem problem;
  private final RulePacks packs;
  private final Travel travel;
  private final ProblemIndex index;
  private final PlainScorer scorer;
  private List<Placement> standing = List.of();
  private Request request;
  private long[] before = {};

  /** What the law counts in a slot. */
  private static final Set<ConstraintName> LAW_OF_A_SLOT =
      EnumSet.of(
          ConstraintName.LICENSED_CAPACITY,
          ConstraintName.RATIO,
          ConstraintName.GROUP_SIZE,
          ConstraintName.COMPOSITION_CAP);

  Judge(Problem problem, RulePacks packs) {
    this.problem = problem;
    this.packs = packs;
    travel = new GreatCircleTravel(problem.policy());
    index = new ProblemIndex(problem);
    scorer = new PlainScorer(index, packs, travel);
    request = problem.requests().getFirst();
  }

  /** What is proposed for the request itself is asked anew. */
  void asking(Request asked) {
    request = asked;
    Set<String> own = new HashSet<>();
    asked.sessions().forEach(session -> own.add(session.id()));
    standing =
        problem.placements().stream()
            .filter(
                each -> each.state() != PlacementState.PROPOSED || !own.contains(each.sessionId()))
            .toList();
    before = scorer.amounts(standing).amounts();
  }

  /** The first hard rule that rises when placements are added, by the plain scorer itself. */
  @Nullable ConstraintName blocker(List<Placement> added) {
    List<Placement> all = new ArrayList<>(standing);
    all.addAll(added);
    return firstWorse(scorer, before, all, added);
  }

  /** The first hard rule that rises, or that is broken already where one of those added joins. */
  private @Nullable ConstraintName firstWorse(
      PlainScorer scorer, long[] before, List<Placement> all, List<Placement> added) {
    ConstraintName rise = firstRise(before, scorer.amounts(all).amounts());
    if (LAW_OF_A_SLOT.stream().allMatch(name -> before[name.ordinal()] == 0)) {
      return rise;
    }
    Set<String> ids = new HashSet<>();
    for (Placement each : added) {
      int session = index.session(each.sessionId());
      // The law of a slot counts no dependent adults.
      if (session < 0 || !index.children().get(index.childOf(session)).adult()) {
        ids.add(each.sessionId());
      }
    }
    return scorer.score(all).matches().stream()
        .filter(match -> LAW_OF_A_SLOT.contains(match.constraint()))
        .filter(match -> match.sessionIds().stream().anyMatch(ids::contains))
        .map(Match::constraint)
        .filter(name -> rise == null || name.compareTo(rise) < 0)
        .min(Comparator.naturalOrder())
        .orElse(rise);
  }

  private static @Nullable ConstraintName firstRise(long[] before, long[] after) {
    for (ConstraintName name : ConstraintName.values()) {
      if (name.level() == ConstraintName.Level.HARD
          && after[name.ordinal()] > before[name.ordinal()]) {
        return name;
      }
    }
    return null;
  }

  /** Whether placements break nothing in a changed town, by the plain scorer itself. */
  private boolean legalIn(Problem changed, Set<String> out, List<Placement> in) {
    PlainScorer there = new PlainScorer(new ProblemIndex(changed), packs, travel);
    List<Placement> all = new ArrayList<>(standing);
    all.removeIf(each -> out.contains(each.sessionId()));
    all.addAll(in);
    return firstWorse(there, there.amounts(standing).amounts(), all, in) == null;
  }

  /** Whether a change makes its placements legal. */
  boolean works(String providerId, SmallestChange change) {
    Set<String> moved = new HashSet<>();
    List<Placement> in = new ArrayList<>(change.then());
    if (change instanceof SmallestChange.Moves moves) {
      for (Move move : moves.moves()) {
        moved.add(move.sessionId());
        in.add(new Placement(move.sessionId(), PlacementState.PROPOSED, null, move.to()));
      }
    }
    return legalIn(changed(providerId, change, target(change)), moved, in);
  }

  private static Set<String> target(SmallestChange change) {
    Set<String> ids = new HashSet<>();
    change.then().forEach(each -> ids.add(each.sessionId()));
    return ids;
  }

  private Problem changed(String providerId, SmallestChange change, Set<String> target) {
    return switch (change) {
      case SmallestChange.Moves moves -> problem;
      case ReserveReleased released -> reserves(released.groupId(), released.places());
      case CaregiverLonger longer ->
          with(
              longer(
                  provider(providerId),
                  longer.caregiverId(),
                  longer.from(),
                  longer.until(),
                  longer.opening()));
      case Shifted shifted ->
          with(
              asked(
                  Set.copyOf(shifted.sessionIds()),
                  session -> Variants.shifted(session, shifted.minutes())));
      case Later later -> with(asked(target, session -> Variants.later(session, later.days())));
      case Shortened shorter ->
          with(
              asked(
                  Set.copyOf(shorter.sessionIds()),
                  session ->
                      Variants.shortened(session, shorter.startMinutes(), shorter.endMinutes())));
      case MoreVolume more ->
          with(volume(provider(providerId), more.minutes(), more.daysPerWeek()));
      case FamilyLimit limit -> with(limited(limit.travelMinutes(), limit.centsPerHour()));
      case ConditionDropped dropped -> with(without(dropped));
    };
  }

  /** Whether there are too many ways of the care sessions together to try them all here. */
  boolean tooManyWays(String providerId, SmallestChange change) {
    Workbench bench = new Workbench(new ProblemIndex(problem), packs, travel, standing);
    long ways = 1;
    for (String sessionId : target(change)) {
      ways *= Math.max(1, bench.ways(sessionId, providerId).size());
    }
    return ways > MOST_WAYS;
  }

  /** Whether something smaller of the same kind would help, too. */
  boolean smallerHelps(String providerId, SmallestChange change) {
    Set<String> target = target(change);
    return switch (change) {
      case SmallestChange.Moves moves ->
          moves.moves().size() > 1 && oneMoveHelps(providerId, target);
      case ReserveReleased released -> fewerReservesHelp(providerId, released.places(), target);
      case CaregiverLonger longer -> shorterHelps(providerId, longer, target);
      case Shifted shifted -> smallerShiftHelps(providerId, shifted.size(), target);
      case Later later -> false;
      case Shortened shorter -> lessCutHelps(providerId, shorter.size(), target);
      case MoreVolume more ->
          more.minutes() > 0
                  && fits(
                      with(volume(provider(providerId), more.minutes() - 1, more.daysPerWeek())),
                      providerId,
                      target)
              || more.daysPerWeek() > 0
                  && fits(
                      with(volume(provider(providerId), more.minutes(), more.daysPerWeek() - 1)),
                      providerId,
                      target);
      case FamilyLimit limit -> lowerLimitHelps(providerId, limit, target);
      case ConditionDropped dropped -> false;
    };
  }

  /** Whether some way of every group and time fits all care sessions of the target. */
  private boolean fits(Problem changed, String providerId, Set<String> target) {
    Workbench bench = new Workbench(new ProblemIndex(changed), packs, travel, standing);
    return fits(bench, providerId, List.copyOf(target), new ArrayList<>());
  }

  private boolean fits(
      Workbench bench, String providerId, List<String> target, List<Placement> chosen) {
    if (chosen.size() == target.size()) {
      return bench.judge(List.of(), chosen).legal() && nothingRises(bench, chosen);
    }
    for (Placement way : bench.ways(target.get(chosen.size()), providerId)) {
      if (bench.closedQuarters(way) == 0) {
        chosen.add(way);
        boolean found =
            (chosen.size() == target.size()
                    || Fitting.legalSoFar(bench.judge(List.of(), chosen), false))
                && fits(bench, providerId, target, chosen);
        chosen.removeLast();
        if (found) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether no hard amount rises at any place and time: a rise in one quarter of an hour is none
   * the better for a fall in another one, as some laws have when a child comes.
   */
  private static boolean nothingRises(Workbench bench, List<Placement> chosen) {
    for (ConstraintName name : ConstraintName.values()) {
      if (name.level() == ConstraintName.Level.HARD
          && !bench.worse(List.of(), chosen, name).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private boolean smallerShiftHelps(String providerId, int minutes, Set<String> target) {
    List<Request> variants = new ArrayList<>();
    for (int smaller = QUARTER; smaller < minutes; smaller += QUARTER) {
      int by = smaller;
      variants.add(variant("later" + by, target, session -> Variants.shifted(session, by)));
      variants.add(variant("sooner" + by, target, session -> Variants.shifted(session, -by)));
    }
    return anyFits(variants, providerId, target);
  }

  private boolean lessCutHelps(String providerId, int minutes, Set<String> target) {
    List<Request> variants = new ArrayList<>();
    boolean fixed =
        request.sessions().stream()
            .filter(session -> target.contains(session.id()))
            .allMatch(Variants::fixed);
    for (int total = QUARTER; total < minutes; total += QUARTER) {
      for (int atStart = 0; atStart <= (fixed ? total : 0); atStart += QUARTER) {
        int start = atStart;
        int end = total - atStart;
        variants.add(
            variant(start + "+" + end, target, session -> Variants.shortened(session, start, end)));
      }
    }
    return anyFits(variants, providerId, target);
  }

  private Request variant(
      String name, Set<String> target, java.util.function.UnaryOperator<CareSession> change) {
    return Variants.named(request, request.sessions(), name, target, change);
  }

  private boolean anyFits(List<Request> variants, String providerId, Set<String> target) {
    if (variants.isEmpty()) {
      return false;
    }
    List<Request> all = new ArrayList<>(problem.requests());
    all.addAll(variants);
    Workbench bench =
        new Workbench(
            new ProblemIndex(Copies.with(problem, Map.of("requests", all))),
            packs,
            travel,
            standing);
    for (Request each : variants) {
      List<String> renamed =
          each.sessions().stream()
              .map(CareSession::id)
              .filter(id -> target.contains(Variants.original(id)))
              .toList();
      if (fits(bench, providerId, renamed, new ArrayList<>())) {
        return true;
      }
    }
    return false;
  }

  private boolean fewerReservesHelp(String providerId, int places, Set<String> target) {
    for (var group : provider(providerId).groups()) {
      if (places > 1 && fits(reserves(group.id(), places - 1), providerId, target)) {
        return true;
      }
    }
    return false;
  }

  private boolean shorterHelps(String providerId, CaregiverLonger longer, Set<String> target) {
    int minutes = longer.size() - QUARTER;
    LocalDate date = longer.from().toLocalDate();
    for (Caregiver caregiver : provider(providerId).caregivers()) {
      List<TimeRange> hours = caregiver.hours().on(date);
      if (!caregiver.counts() || hours.isEmpty() || minutes <= 0) {
        continue;
      }
      LocalDateTime start = date.atTime(hours.getFirst().from());
      LocalDateTime end = date.atTime(hours.getLast().to());
      if (start.minusMinutes(minutes).toLocalDate().equals(date)
          && fits(
              with(
                  longer(
                      provider(providerId),
                      caregiver.id(),
                      start.minusMinutes(minutes),
                      start,
                      longer.opening())),
              providerId,
              target)) {
        return true;
      }
      if (!hours.getLast().overnight()
          && end.plusMinutes(minutes).toLocalDate().equals(date)
          && fits(
              with(
                  longer(
                      provider(providerId),
                      caregiver.id(),
                      end,
                      end.plusMinutes(minutes),
                      longer.opening())),
              providerId,
              target)) {
        return true;
      }
    }
    return false;
  }

  private boolean lowerLimitHelps(String providerId, FamilyLimit limit, Set<String> target) {
    Integer way = limit.travelMinutes();
    Integer price = limit.centsPerHour();
    return way != null && fits(with(limited(way - 1, price)), providerId, target)
        || price != null && fits(with(limited(way, price - 1)), providerId, target);
  }

  private boolean oneMoveHelps(String providerId, Set<String> target) {
    Workbench bench = new Workbench(new ProblemIndex(problem), packs, travel, standing);
    for (Placement there : standing) {
      boolean here = there.legs().stream().anyMatch(leg -> leg.providerId().equals(providerId));
      if (there.state() != PlacementState.PROPOSED || !here) {
        continue;
      }
      for (Provider other : problem.providers()) {
        for (Placement way : bench.ways(there.sessionId(), other.id())) {
          if (!way.legs().equals(there.legs())
              && bench.closedQuarters(way) == 0
              && moveHelps(bench, there, way, providerId, target)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean moveHelps(
      Workbench bench, Placement there, Placement way, String providerId, Set<String> target) {
    if (target.size() > 1) {
      return false;
    }
    for (Placement come : bench.ways(target.iterator().next(), providerId)) {
      if (bench.closedQuarters(come) == 0
          && bench.judge(List.of(there.sessionId()), List.of(way, come)).legal()) {
        return true;
      }
    }
    return false;
  }

  private Provider provider(String id) {
    return problem.providers().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private Problem with(Provider changed) {
    return Copies.with(
        problem,
        Map.of(
            "providers",
            problem.providers().stream()
                .map(each -> each.id().equals(changed.id()) ? changed : each)
                .toList()));
  }

  private Problem with(Request changed) {
    return Copies.with(
        problem,
        Map.of(
            "requests",
            problem.requests().stream()
                .map(each -> each.id().equals(changed.id()) ? changed : each)
                .toList()));
  }

  private Request asked(Set<String> target, java.util.function.UnaryOperator<CareSession> change) {
    return Copies.with(
        request,
        Map.of(
            "sessions",
            request.sessions().stream()
                .map(each -> target.contains(each.id()) ? change.apply(each) : each)
                .toList()));
  }

  private Request limited(@Nullable Integer way, @Nullable Integer price) {
    Map<String, @Nullable Object> limits = new HashMap<>();
    if (way != null) {
      limits.put("maxTravelMinutes", way);
    }
    if (price != null) {
      limits.put("maxCentsPerHour", price);
    }
    return Copies.with(request, Map.of("limits", Copies.with(request.limits(), limits)));
  }

  private Request without(ConditionDropped dropped) {
    FamilyLimits limits = request.limits();
    return Copies.with(
        request,
        Map.of(
            "limits",
            Copies.with(
                limits,
                Map.of(
                    "siblingsTogether", limits.siblingsTogether() && !dropped.together(),
                    "allOrNothing", limits.allOrNothing() && !dropped.allOrNothing()))));
  }

  /** A least volume that asks so much less: in minutes of the horizon, and days a week. */
  private Provider volume(Provider provider, int minutes, int days) {
    LeastVolume least = provider.leastVolume();
    int horizon = Math.min(problem.days(), 30);
    int asked = least.minutesPerMonth() * horizon / 30 - minutes;
    int perMonth = 0;
    while (perMonth * horizon / 30 < asked) {
      perMonth++;
    }
    return Copies.with(
        provider,
        Map.of(
            "leastVolume",
            new LeastVolume(
                minutes == 0 ? least.minutesPerMonth() : perMonth, least.daysPerWeek() - days)));
  }

  private Problem reserves(String groupId, int places) {
    List<Reserve> reserves = new ArrayList<>();
    for (Reserve reserve : problem.policy().reserves()) {
      if (!reserve.groupId().equals(groupId)) {
        reserves.add(reserve);
      } else if (reserve.places() > places) {
        reserves.add(Copies.with(reserve, Map.of("places", reserve.places() - places)));
      }
    }
    return Copies.with(
        problem, Map.of("policy", Copies.with(problem.policy(), Map.of("reserves", reserves))));
  }

  private static Provider longer(
      Provider provider,
      String caregiverId,
      LocalDateTime from,
      LocalDateTime until,
      boolean opening) {
    TimeRange added = new TimeRange(from.toLocalTime(), until.toLocalTime(), false);
    List<Caregiver> caregivers =
        provider.caregivers().stream()
            .map(
                each ->
                    each.id().equals(caregiverId)
                        ? Copies.with(
                            each, Map.of("hours", plus(each.hours(), from.toLocalDate(), added)))
                        : each)
            .toList();
    Map<String, Object> changes = new HashMap<>();
    changes.put("caregivers", caregivers);
    if (opening) {
      changes.put("opening", plus(provider.opening(), from.toLocalDate(), added));
    }
    return Copies.with(provider, changes);
  }

  private static Schedule plus(Schedule schedule, LocalDate date, TimeRange added) {
    List<TimeRange> hours = new ArrayList<>();
    TimeRange all = added;
    for (TimeRange range : schedule.on(date)) {
      boolean touches =
          !range.overnight() && !range.from().isAfter(all.to()) && !range.to().isBefore(all.from());
      if (touches) {
        all =
            new TimeRange(
                range.from().isBefore(all.from()) ? range.from() : all.from(),
                range.to().isAfter(all.to()) ? range.to() : all.to(),
                false);
      } else {
        hours.add(range);
      }
    }
    hours.add(all);
    List<DayException> exceptions = new ArrayList<>(schedule.exceptions());
    exceptions.removeIf(each -> each.date().equals(date));
    exceptions.add(new DayException(date, hours));
    return new Schedule(schedule.week(), exceptions);
  }
}
