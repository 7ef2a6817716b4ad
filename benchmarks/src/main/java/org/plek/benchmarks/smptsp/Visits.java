package org.plek.benchmarks.smptsp;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plek.domain.AgeRange;
import org.plek.domain.Arrangements;
import org.plek.domain.CareSession;
import org.plek.domain.Caregiver;
import org.plek.domain.Child;
import org.plek.domain.Family;
import org.plek.domain.FamilyLimits;
import org.plek.domain.Group;
import org.plek.domain.HomeCareTerms;
import org.plek.domain.Interval;
import org.plek.domain.LeastVolume;
import org.plek.domain.Point;
import org.plek.domain.Policy;
import org.plek.domain.Problem;
import org.plek.domain.Provider;
import org.plek.domain.ProviderKind;
import org.plek.domain.Request;
import org.plek.domain.Schedule;
import org.plek.domain.SearchLimits;
import org.plek.domain.SessionForm;
import org.plek.domain.Tariff;
import org.plek.domain.Timeline;
import org.plek.domain.TravelMode;
import org.plek.domain.Urgency;
import org.plek.domain.WeeklyHours;
import org.plek.domain.Wishes;
import org.plek.scoring.ConstraintName;

/**
 * Tasks as visits: every task is one visit of a family of its own, every worker a home carer whom
 * the other families exclude. One unit of the instance is one slot, so that no time is rounded; a
 * visit lasts days in this clock. All live at one place, so that no way takes time.
 */
final class Visits {
  /** What one home carer weighs; a visit not made weighs 100 times as much. */
  static final int CARER_WEIGHT = 100;

  private static final LocalDate FROM = LocalDate.of(2026, 1, 5);
  private static final Point PLACE = new Point(51, 4.4);
  private static final int SLOTS_PER_DAY = 24 * 60 / Timeline.SLOT_MINUTES;

  private static final Schedule ALWAYS =
      new Schedule(
          Arrays.stream(DayOfWeek.values())
              .map(day -> new WeeklyHours(day, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, true))
              .toList(),
          List.of());

  private Visits() {}

  static Problem of(Tasks tasks) {
    int last = Arrays.stream(tasks.end()).max().orElse(1);
    List<Set<Integer>> able = new ArrayList<>();
    List<Provider> carers = new ArrayList<>();
    for (int worker = 0; worker < tasks.workers(); worker++) {
      carers.add(carer(carerId(worker)));
      Set<Integer> set = new HashSet<>();
      Arrays.stream(tasks.tasksOf().get(worker)).forEach(set::add);
      able.add(set);
    }
    List<Family> families = new ArrayList<>();
    List<Request> requests = new ArrayList<>();
    for (int task = 0; task < tasks.count(); task++) {
      Set<String> excluded = new HashSet<>();
      for (int worker = 0; worker < tasks.workers(); worker++) {
        if (!able.get(worker).contains(task)) {
          excluded.add(carerId(worker));
        }
      }
      families.add(family(task, excluded));
      requests.add(request(task, tasks.start()[task], tasks.end()[task]));
    }
    return new Problem(
        tasks.name(),
        ZoneOffset.UTC,
        FROM.minusDays(1).atStartOfDay(),
        FROM,
        (last + SLOTS_PER_DAY - 1) / SLOTS_PER_DAY,
        "EN",
        policy(tasks.workers()),
        carers,
        families,
        requests,
        List.of(),
        List.of());
  }

  private static String carerId(int worker) {
    return "carer-" + worker;
  }

  /** Only visits and home carers weigh. */
  private static Policy policy(int workers) {
    Map<String, Integer> weights = new java.util.TreeMap<>();
    for (ConstraintName name : ConstraintName.values()) {
      if (name.level() == ConstraintName.Level.SOFT) {
        weights.put(name.name(), 0);
      }
    }
    weights.put(ConstraintName.UNSERVED.name(), 100 * CARER_WEIGHT);
    weights.put(ConstraintName.CARERS_USED.name(), CARER_WEIGHT);
    return new Policy(
        "fewest-carers",
        List.of(),
        false,
        Map.of(),
        false,
        weights,
        0,
        false,
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        1,
        new SearchLimits(Math.max(1, workers), 1, 0, 0));
  }

  private static Provider carer(String id) {
    return new Provider(
        id,
        ProviderKind.HOME_CARER,
        PLACE,
        null,
        null,
        Set.of(),
        1,
        null,
        ALWAYS,
        new AgeRange(0, 216),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        LeastVolume.NONE,
        0,
        0,
        SessionForm.ANY,
        Tariff.FREE,
        false,
        true,
        false,
        new HomeCareTerms(TravelMode.CAR, 0, 0, 0),
        null,
        Set.of(),
        List.of(new Group(id + "-1", 1, null, null, List.of(), List.of(), null, List.of())),
        List.of(new Caregiver(id, null, ALWAYS, Schedule.NEVER, true, Set.of())),
        Arrangements.NONE);
  }

  private static Family family(int task, Set<String> excluded) {
    Child child = new Child("child-" + task, LocalDate.of(2023, 1, 1), true, Set.of());
    return new Family(
        "family-" + task,
        PLACE,
        null,
        Set.of(),
        Set.of(),
        Set.of(),
        excluded,
        null,
        List.of(child));
  }

  private static Request request(int task, int start, int end) {
    Interval time = new Interval(at(start), at(end));
    CareSession visit =
        new CareSession(
            "visit-" + task,
            "child-" + task,
            (end - start) * Timeline.SLOT_MINUTES,
            List.of(time),
            null);
    return new Request(
        "request-" + task,
        "family-" + task,
        FROM.minusDays(2).atStartOfDay(),
        Urgency.PLANNED,
        "WORK",
        null,
        null,
        new FamilyLimits(TravelMode.CAR, 60, null, false, false, false),
        Wishes.NONE,
        List.of(visit),
        List.of());
  }

  private static LocalDateTime at(int unit) {
    return FROM.atStartOfDay().plusMinutes((long) unit * Timeline.SLOT_MINUTES);
  }
}
