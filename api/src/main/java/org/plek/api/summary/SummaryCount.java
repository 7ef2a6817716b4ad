package org.plek.api.summary;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plek.domain.CareSession;
import org.plek.domain.Child;
import org.plek.domain.Family;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Interval;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.Plan;
import org.plek.domain.Policy;
import org.plek.domain.PriorityTier;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.domain.ProviderKind;
import org.plek.domain.Request;
import org.plek.domain.Stay;
import org.plek.domain.Timeline;
import org.plek.domain.Unplaced;
import org.plek.domain.Urgency;

/** Counts one plan; used once. */
final class SummaryCount {
  private final ProblemIndex index;
  private final Timeline timeline;
  private final Policy policy;
  private final Plan plan;
  private final GreatCircleTravel travel;
  private final Map<String, Placement> placed = new HashMap<>();

  private Tally all = Tally.empty("all");
  private final Map<String, Tally> tiers = new LinkedHashMap<>();
  private final Map<String, Tally> urgencies = new LinkedHashMap<>();
  private final Map<String, Tally> reasons = new TreeMap<>();
  private final Map<String, Tally> kinds = new LinkedHashMap<>();
  private final Map<String, Tally> dates = new LinkedHashMap<>();
  private final long[][] hourMinutes = new long[24][2];
  private final long[][] hourSessions = new long[24][2];

  private long split;
  private long agreed;
  private long knownFaces;
  private long legs;
  private final List<Integer> travelMinutes = new ArrayList<>();
  private final Set<String> providersUsed = new HashSet<>();
  private final Set<String> childrenAsked = new HashSet<>();
  private final Set<String> childrenServed = new HashSet<>();
  private final Set<String> known = new HashSet<>();

  SummaryCount(ProblemIndex index, Plan plan) {
    this.index = index;
    this.timeline = index.timeline();
    this.policy = index.problem().policy();
    this.plan = plan;
    this.travel = new GreatCircleTravel(policy);
    for (Placement placement : plan.placements()) {
      placed.put(placement.sessionId(), placement);
    }
    for (Stay stay : index.problem().history()) {
      known.add(stay.childId() + "\n" + stay.providerId());
    }
    for (PriorityTier tier : policy.tiers()) {
      tiers.put(tier.id(), Tally.empty(tier.id()));
    }
    if (!policy.tiers().isEmpty()) {
      tiers.put("(none)", Tally.empty("(none)"));
    }
    for (Urgency urgency : Urgency.values()) {
      urgencies.put(urgency.name(), Tally.empty(urgency.name()));
    }
    for (ProviderKind kind : ProviderKind.values()) {
      kinds.put(kind.name(), Tally.empty(kind.name()));
    }
    for (int day = 0; day < timeline.days(); day++) {
      String date = timeline.date(day).toString();
      dates.put(date, Tally.empty(date));
    }
  }

  Summary count() {
    for (int session = 0; session < index.sessions().size(); session++) {
      count(session);
    }
    List<Tally> reasonsMostAsked = new ArrayList<>(reasons.values());
    reasonsMostAsked.sort(Comparator.comparingLong(Tally::asked).reversed());
    List<Tally> hours = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      hours.add(
          new Tally(
              "%02d:00".formatted(hour),
              hourSessions[hour][1],
              hourSessions[hour][0],
              hourMinutes[hour][1],
              hourMinutes[hour][0]));
    }
    return new Summary(
        index.problem().id(),
        index.problem().from(),
        index.problem().days(),
        all,
        List.copyOf(tiers.values()),
        List.copyOf(urgencies.values()),
        reasonsMostAsked,
        kinds.values().stream().filter(kind -> kind.served() > 0).toList(),
        hours,
        List.copyOf(dates.values()),
        blockers(),
        figures(),
        new OccupancyCount(index).of(plan.placements()));
  }

  private void count(int number) {
    CareSession session = index.sessions().get(number);
    Request request = index.problem().requests().get(index.requestOf(number));
    Family family = index.problem().families().get(index.familyOf(index.requestOf(number)));
    Placement placement = placed.get(session.id());
    boolean served = placement != null;
    int minutes = placement == null ? minutesAsked(session) : minutesOf(placement);
    all = all.plus(served, minutes);
    int tier = policy.tierOf(request, family, session);
    if (!policy.tiers().isEmpty()) {
      String name = tier < policy.tiers().size() ? policy.tiers().get(tier).id() : "(none)";
      add(tiers, name, served, minutes);
    }
    add(urgencies, request.urgency().name(), served, minutes);
    add(reasons, request.reason(), served, minutes);
    childrenAsked.add(session.childId());
    List<Interval> times = placement == null ? firstAsked(session) : legTimes(placement);
    if (!times.isEmpty()) {
      add(dates, times.getFirst().start().toLocalDate().toString(), served, minutes);
    }
    times.forEach(time -> addHours(time, served));
    if (placement != null) {
      childrenServed.add(session.childId());
      countPlacement(placement, index.children().get(index.childOf(number)), family, request);
    }
  }

  private void countPlacement(Placement placement, Child child, Family family, Request request) {
    split += placement.legs().size() > 1 ? 1 : 0;
    agreed += index.agreed(placement) ? 1 : 0;
    for (Leg leg : placement.legs()) {
      legs++;
      knownFaces += known.contains(child.id() + "\n" + leg.providerId()) ? 1 : 0;
      providersUsed.add(leg.providerId());
      Provider provider = provider(leg);
      if (provider != null) {
        add(kinds, provider.kind().name(), true, minutes(leg));
      }
    }
    if (placement.legs().isEmpty()) {
      return;
    }
    Provider first = provider(placement.legs().getFirst());
    if (first != null && first.kind() != ProviderKind.HOME_CARER) {
      travelMinutes.add(travel.minutes(family.home(), first.location(), request.limits().mode()));
    }
  }

  private Map<String, Double> figures() {
    Map<String, Double> figures = new TreeMap<>();
    figures.put("careSessions", (double) all.asked());
    figures.put("served", (double) all.served());
    figures.put("unserved", (double) all.unserved());
    figures.put("servedPercent", rounded(all.servedPercent()));
    figures.put("careHoursServed", rounded(all.servedMinutes() / 60.0));
    figures.put("careHoursUnserved", rounded(all.unservedMinutes() / 60.0));
    figures.put("childrenAsked", (double) childrenAsked.size());
    figures.put("childrenServed", (double) childrenServed.size());
    figures.put("agreedKept", (double) agreed);
    figures.put("split", (double) split);
    figures.put("providersUsed", (double) providersUsed.size());
    figures.put("knownFacesPercent", rounded(legs == 0 ? 0 : 100.0 * knownFaces / legs));
    travelMinutes.sort(Comparator.naturalOrder());
    if (!travelMinutes.isEmpty()) {
      figures.put("travelMinutesMedian", (double) travelMinutes.get(travelMinutes.size() / 2));
      figures.put(
          "travelMinutes90th",
          (double) travelMinutes.get((int) Math.floor(0.9 * (travelMinutes.size() - 1))));
    }
    put(figures, "tier", tiers);
    put(figures, "urgency", urgencies);
    put(figures, "reason", reasons);
    return figures;
  }

  private static void put(Map<String, Double> figures, String way, Map<String, Tally> tallies) {
    tallies.forEach(
        (name, tally) -> {
          figures.put(way + "." + name + ".served", (double) tally.served());
          figures.put(way + "." + name + ".unserved", (double) tally.unserved());
        });
  }

  private Map<String, Long> blockers() {
    Map<String, Long> counts = new TreeMap<>();
    for (Unplaced unplaced : plan.unplaced()) {
      counts.merge(unplaced.constraint(), 1L, Long::sum);
    }
    Map<String, Long> mostFirst = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(entry -> mostFirst.put(entry.getKey(), entry.getValue()));
    return mostFirst;
  }

  private void addHours(Interval time, boolean served) {
    LocalDateTime hour = time.start().truncatedTo(ChronoUnit.HOURS);
    for (; hour.isBefore(time.end()); hour = hour.plusHours(1)) {
      LocalDateTime from = hour.isAfter(time.start()) ? hour : time.start();
      LocalDateTime until = hour.plusHours(1).isBefore(time.end()) ? hour.plusHours(1) : time.end();
      hourMinutes[hour.getHour()][served ? 1 : 0] += ChronoUnit.MINUTES.between(from, until);
      hourSessions[hour.getHour()][served ? 1 : 0]++;
    }
  }

  private static void add(Map<String, Tally> tallies, String name, boolean served, int minutes) {
    tallies.merge(
        name, Tally.empty(name).plus(served, minutes), (known, one) -> known.plus(served, minutes));
  }

  private @Nullable Provider provider(Leg leg) {
    int number = index.provider(leg.providerId());
    return number < 0 ? null : index.problem().providers().get(number);
  }

  private int minutesOf(Placement placement) {
    return placement.legs().stream().mapToInt(this::minutes).sum();
  }

  private int minutes(Leg leg) {
    return (int) timeline.minutes(leg.start(), leg.end());
  }

  private int minutesAsked(CareSession session) {
    Interval away = session.parentAway();
    return away == null ? session.minutes() : (int) timeline.minutes(away.start(), away.end());
  }

  private static List<Interval> legTimes(Placement placement) {
    return placement.legs().stream().map(leg -> new Interval(leg.start(), leg.end())).toList();
  }

  private static List<Interval> firstAsked(CareSession session) {
    Interval away = session.parentAway();
    if (away != null) {
      return List.of(away);
    }
    return session.windows().stream()
        .limit(1)
        .map(w -> new Interval(w.start(), w.start().plusMinutes(session.minutes())))
        .toList();
  }

  /** One decimal, so that the same plan is the same text everywhere. */
  private static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
