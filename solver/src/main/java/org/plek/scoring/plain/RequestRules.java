package org.plek.scoring.plain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.plek.domain.CareSession;
import org.plek.domain.FamilyLimits;
import org.plek.domain.Interval;
import org.plek.domain.LeastVolume;
import org.plek.domain.Request;
import org.plek.scoring.ConstraintName;

/** One request over all its care sessions; the placement of a session is asked, null without. */
final class RequestRules {
  /** Care sessions of different children whose windows overlap. */
  private record Siblings(int one, int other) {}

  private final Facts facts;
  private final Map<Integer, List<Siblings>> siblings = new HashMap<>();

  RequestRules(Facts facts) {
    this.facts = facts;
    for (int request = 0; request < facts.problem.requests().size(); request++) {
      if (facts.request(request).limits().siblingsTogether()) {
        siblings.put(request, siblingsOf(request));
      }
    }
  }

  private List<Siblings> siblingsOf(int request) {
    List<Siblings> pairs = new ArrayList<>();
    int end = facts.index.firstSession(request + 1);
    for (int one = facts.index.firstSession(request); one < end; one++) {
      for (int other = one + 1; other < end; other++) {
        if (facts.index.childOf(one) != facts.index.childOf(other) && meet(one, other)) {
          pairs.add(new Siblings(one, other));
        }
      }
    }
    return pairs;
  }

  private boolean meet(int one, int other) {
    for (Interval mine : asked(one)) {
      for (Interval theirs : asked(other)) {
        if (mine.start().isBefore(theirs.end()) && theirs.start().isBefore(mine.end())) {
          return true;
        }
      }
    }
    return false;
  }

  private List<Interval> asked(int session) {
    CareSession care = facts.index.sessions().get(session);
    Interval away = care.parentAway();
    return away == null ? care.windows() : List.of(away);
  }

  void score(int request, IntFunction<@Nullable PlacedCare> placed, Ledger ledger) {
    List<PlacedCare> cares = new ArrayList<>();
    List<Integer> unplaced = new ArrayList<>();
    for (int session = facts.index.firstSession(request);
        session < facts.index.firstSession(request + 1);
        session++) {
      PlacedCare care = placed.apply(session);
      if (care == null) {
        unplaced.add(session);
      } else {
        cares.add(care);
      }
    }
    leastVolume(request, cares, ledger);
    siblingsTogether(request, placed, ledger);
    allOrNothing(request, cares, unplaced, ledger);
    unplaced.forEach(session -> unserved(request, session, ledger));
  }

  private void leastVolume(int request, List<PlacedCare> cares, Ledger ledger) {
    Map<Integer, List<PlacedLeg>> byProvider = new TreeMap<>();
    for (PlacedCare care : cares) {
      for (PlacedLeg leg : care.legs()) {
        if (!facts.provider(leg.provider()).leastVolume().equals(LeastVolume.NONE)) {
          byProvider.computeIfAbsent(leg.provider(), key -> new ArrayList<>()).add(leg);
        }
      }
    }
    byProvider.forEach((provider, legs) -> leastVolume(request, provider, legs, ledger));
  }

  private void leastVolume(int request, int provider, List<PlacedLeg> legs, Ledger ledger) {
    LeastVolume least = facts.provider(provider).leastVolume();
    int days = facts.problem.days();
    int leastMinutes = (int) ((long) least.minutesPerMonth() * Math.min(days, 30) / 30);
    int minutes = legs.stream().mapToInt(PlacedLeg::minutes).sum();
    Map<LocalDate, Set<LocalDate>> datesByWeek = new TreeMap<>();
    for (PlacedLeg leg : legs) {
      LocalDate date = leg.leg().start().toLocalDate();
      LocalDate monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      boolean whole =
          !monday.isBefore(facts.problem.from())
              && !monday.plusWeeks(1).isAfter(facts.problem.until());
      if (whole) {
        datesByWeek.computeIfAbsent(monday, key -> new HashSet<>()).add(date);
      }
    }
    int missingDays =
        datesByWeek.values().stream()
            .mapToInt(dates -> Math.max(0, least.daysPerWeek() - dates.size()))
            .sum();
    String providerId = facts.provider(provider).id();
    ledger.note(
        ConstraintName.LEAST_VOLUME,
        () ->
            new Place(
                "request " + facts.request(request).id() + " with " + providerId, providerId, null),
        null,
        null,
        Math.max(0, leastMinutes - minutes) + missingDays,
        () -> legs.stream().map(leg -> facts.sessionId(leg.session())).distinct().toList(),
        () ->
            minutes
                + " minutes, at least "
                + leastMinutes
                + "; "
                + Words.count(missingDays, "day", "days")
                + " under "
                + least.daysPerWeek()
                + " a week");
  }

  private void siblingsTogether(
      int request, IntFunction<@Nullable PlacedCare> placed, Ledger ledger) {
    for (Siblings pair : siblings.getOrDefault(request, List.of())) {
      PlacedCare one = placed.apply(pair.one());
      PlacedCare other = placed.apply(pair.other());
      if (one == null && other == null) {
        continue;
      }
      boolean apart = one == null || other == null || !shareProvider(one, other);
      String first = facts.sessionId(pair.one());
      String second = facts.sessionId(pair.other());
      ledger.note(
          ConstraintName.SIBLINGS_TOGETHER,
          () -> new Place("care sessions " + first + " and " + second, null, null),
          null,
          null,
          apart ? 1 : 0,
          () -> List.of(first, second),
          () ->
              one == null || other == null
                  ? "only one of two siblings is placed"
                  : "two siblings share no provider");
    }
  }

  private static boolean shareProvider(PlacedCare one, PlacedCare other) {
    return one.legs().stream()
        .anyMatch(mine -> other.legs().stream().anyMatch(leg -> leg.provider() == mine.provider()));
  }

  private void allOrNothing(
      int request, List<PlacedCare> cares, List<Integer> unplaced, Ledger ledger) {
    FamilyLimits limits = facts.request(request).limits();
    if (!limits.allOrNothing() || cares.isEmpty()) {
      return;
    }
    ledger.note(
        ConstraintName.ALL_OR_NOTHING,
        () -> new Place("request " + facts.request(request).id(), null, null),
        null,
        null,
        unplaced.size(),
        () -> unplaced.stream().map(facts::sessionId).toList(),
        () ->
            cares.size()
                + " care sessions are placed, "
                + unplaced.size()
                + " are not, and the family asks for all or nothing");
  }

  private void unserved(int request, int session, Ledger ledger) {
    Request asked = facts.request(request);
    CareSession care = facts.index.sessions().get(session);
    int minutes = SessionRules.askedMinutes(care, facts.timeline);
    ledger.note(
        ConstraintName.UNSERVED,
        () -> new Place("care session " + care.id(), null, null),
        null,
        null,
        facts.policy.unservedWeight(
            asked, facts.family(facts.index.familyOf(request)), care, minutes),
        () -> List.of(care.id()),
        () -> minutes + " minutes of care without a place");
    ledger.note(
        ConstraintName.WAITING,
        () -> new Place("care session " + care.id(), null, null),
        null,
        null,
        asked.daysWaited(facts.problem.asOf()),
        () -> List.of(care.id()),
        () -> "asked on " + asked.askedAt().toLocalDate() + ", without a place");
  }
}
