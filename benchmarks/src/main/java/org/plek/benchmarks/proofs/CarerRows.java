package org.plek.benchmarks.proofs;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.plek.benchmarks.proofs.LinearModel.Terms;
import org.plek.benchmarks.proofs.OptionLegs.Run;
import org.plek.domain.Family;
import org.plek.domain.HomeCareTerms;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.domain.Stay;
import org.plek.domain.Timeline;
import org.plek.rules.RulePack;
import org.plek.scoring.ConstraintName;

/**
 * Home carers: one household at a time, the way between homes, limits of hours and days, days with
 * a family.
 */
final class CarerRows {
  /** No way between two homes of one carer takes longer. */
  private static final int MOST_GAP_SLOTS = 32;

  private final PlanModel model;
  private final ProblemIndex index;

  CarerRows(PlanModel model) {
    this.model = model;
    index = model.index;
  }

  void add() {
    for (int p = 0; p < index.problem().providers().size(); p++) {
      Provider provider = index.problem().providers().get(p);
      int group = index.firstGroup(p);
      int[] legs = model.legs.ofGroup(group);
      if (provider.homeCare() != null && legs.length > 0) {
        new OfCarer(p, group, provider.homeCare(), legs).add();
      }
    }
  }

  /** The rows of one carer. */
  private final class OfCarer {
    private final int provider;
    private final int group;
    private final HomeCareTerms terms;
    private final int[] legs;
    private final RulePack pack;

    /** Stays with this carer in the past. */
    private final List<Stay> history;

    /** Slots that lie at least between two homes, by day; their households are excluded already. */
    private final int[] gapOfDay;

    /** Presence of a family by its sorted options: a variable, or the options themselves. */
    private final Map<List<Integer>, Terms> presences = new LinkedHashMap<>();

    OfCarer(int provider, int group, HomeCareTerms terms, int[] legs) {
      this.provider = provider;
      this.group = group;
      this.terms = terms;
      this.legs = legs;
      gapOfDay = new int[index.timeline().days() + 1];
      String id = index.problem().providers().get(provider).id();
      history =
          index.problem().history().stream().filter(stay -> stay.providerId().equals(id)).toList();
      String own = index.problem().providers().get(provider).rulePack();
      pack = model.packs.pack(own == null ? index.problem().rulePack() : own);
    }

    void add() {
      addHouseholds();
      addWays();
      addLimits();
      addFamilyDays();
      addUsed();
    }

    /** What it costs to use this carer at all. */
    private void addUsed() {
      long weight = model.weights.of(ConstraintName.CARERS_USED) * model.softUnit();
      if (weight > 0) {
        int used = model.linear.addVariable(0, 1, weight);
        Map<Integer, Terms> rows = new TreeMap<>();
        for (int leg : legs) {
          rows.computeIfAbsent(model.legs.session(leg), key -> new Terms().plus(-1, used))
              .plus(1, leg >> 1);
        }
        rows.values().forEach(row -> model.linear.addRow(LinearModel.NO_LOWER, row, 0));
      }
    }

    /** One household at a time; a gap that every two homes need is added to each stay. */
    private void addHouseholds() {
      for (int day = 0; day <= index.timeline().days(); day++) {
        int that = day;
        int[] ofDay = Arrays.stream(legs).filter(leg -> dayOf(leg) == that).toArray();
        if (ofDay.length == 0) {
          continue;
        }
        int gap = commonGap(ofDay);
        gapOfDay[day] = gap;
        List<Set<Integer>> kept = new ArrayList<>();
        int[] ends = Arrays.stream(ofDay).map(leg -> model.legs.end(leg) + gap).toArray();
        // Enough to look at the moments at which a stay starts.
        for (int start :
            Arrays.stream(ofDay).map(model.legs::start).sorted().distinct().toArray()) {
          int[] present =
              IntStream.range(0, ofDay.length)
                  .filter(i -> model.legs.start(ofDay[i]) <= start && start < ends[i])
                  .map(i -> ofDay[i])
                  .toArray();
          Set<Integer> set = new HashSet<>();
          Arrays.stream(present).forEach(set::add);
          if (kept.stream().anyMatch(other -> other.containsAll(set))) {
            continue;
          }
          Map<Integer, List<Integer>> households = byHousehold(present);
          if (households.size() > 1) {
            kept.add(set);
            Terms row = new Terms();
            households.values().forEach(options -> addPresence(options, 1, row));
            model.linear.addRow(LinearModel.NO_LOWER, row, 1);
          }
        }
      }
    }

    private int dayOf(int leg) {
      return index.timeline().dayOf(model.legs.start(leg));
    }

    private Map<Integer, List<Integer>> byHousehold(int[] present) {
      Map<Integer, List<Integer>> households = new TreeMap<>();
      for (int leg : present) {
        households.computeIfAbsent(household(family(leg)), key -> new ArrayList<>()).add(leg >> 1);
      }
      return households;
    }

    private int family(int leg) {
      return index.familyOf(index.requestOf(model.legs.session(leg)));
    }

    /** Two families that share are one household; dates on which they may not are cut off later. */
    private int household(int family) {
      int other = sharesWith(family);
      return other < 0 ? family : Math.min(family, other);
    }

    private int sharesWith(int family) {
      Family one = index.problem().families().get(family);
      int other = one.sharesHomeCareWith() == null ? -1 : index.family(one.sharesHomeCareWith());
      return other >= 0
              && one.id().equals(index.problem().families().get(other).sharesHomeCareWith())
          ? other
          : -1;
    }

    /** Adds at least 1 when some of these options, all of one household, is taken. */
    private void addPresence(List<Integer> options, long factor, Terms row) {
      Map<Integer, List<Integer>> bySession = new TreeMap<>();
      for (int option : options) {
        bySession
            .computeIfAbsent(model.legs.sessionOfOption(option), key -> new ArrayList<>())
            .add(option);
      }
      if (bySession.size() == 1) {
        options.forEach(option -> row.plus(factor, option));
        return;
      }
      Terms known =
          presences.computeIfAbsent(
              List.copyOf(options),
              missing -> {
                int present = model.linear.addVariable(0, 1, 0);
                bySession
                    .values()
                    .forEach(
                        own -> {
                          Terms each = new Terms().plus(-1, present);
                          own.forEach(option -> each.plus(1, option));
                          model.linear.addRow(LinearModel.NO_LOWER, each, 0);
                        });
                return new Terms().plus(1, present);
              });
      row.plus(factor, known.variableAt(0));
    }

    /** Slots that lie at least between stays in any two different homes of these. */
    private int commonGap(int[] some) {
      int[] families = Arrays.stream(some).map(this::family).distinct().toArray();
      int least = Integer.MAX_VALUE;
      for (int one : families) {
        for (int other : families) {
          if (household(one) != household(other)) {
            least = Math.min(least, way(one, other));
          }
        }
      }
      return least == Integer.MAX_VALUE ? 0 : slots(least);
    }

    private int way(int from, int to) {
      List<Family> families = index.problem().families();
      return model.travel.minutes(families.get(from).home(), families.get(to).home(), terms.mode());
    }

    private int slots(int minutes) {
      return (minutes + Timeline.SLOT_MINUTES - 1) / Timeline.SLOT_MINUTES;
    }

    /** Stays in different homes with too short a gap: one row per leg and other session. */
    private void addWays() {
      int[] sorted =
          Arrays.stream(legs)
              .boxed()
              .sorted((a, b) -> Integer.compare(model.legs.start(a), model.legs.start(b)))
              .mapToInt(Integer::intValue)
              .toArray();
      int[] days = Arrays.stream(sorted).map(this::dayOf).toArray();
      int[] households = Arrays.stream(sorted).map(leg -> household(family(leg))).toArray();
      Map<Long, Integer> ways = new java.util.HashMap<>();
      Set<List<Integer>> done = new HashSet<>();
      for (int at = 0; at < sorted.length; at++) {
        int leg = sorted[at];
        // Options of one session at one time meet the same others.
        if (!done.add(
            List.of(model.legs.session(leg), model.legs.start(leg), model.legs.end(leg)))) {
          continue;
        }
        Map<Integer, Terms> rows = new TreeMap<>();
        int first = firstAt(sorted, model.legs.start(leg));
        int until = firstAt(sorted, model.legs.end(leg) + MOST_GAP_SLOTS + 1);
        for (int i = first; i < until; i++) {
          int other = sorted[i];
          int gap = model.legs.start(other) - model.legs.end(leg);
          boolean banned = households[at] == households[i] && forbidden(leg, other);
          if (!banned
              && (households[at] == households[i]
                  || (days[at] == days[i] && gap < gapOfDay[days[at]]))) {
            continue;
          }
          int way =
              ways.computeIfAbsent(
                  (long) family(leg) << 32 | family(other), key -> way(family(leg), family(other)));
          if (gap * Timeline.SLOT_MINUTES < way) {
            rows.computeIfAbsent(model.legs.session(other), key -> new Terms()).plus(1, other >> 1);
          }
        }
        int[] same =
            Arrays.stream(sorted, first, firstAt(sorted, model.legs.start(leg) + 1))
                .filter(
                    each ->
                        model.legs.session(each) == model.legs.session(leg)
                            && model.legs.end(each) == model.legs.end(leg))
                .map(each -> each >> 1)
                .toArray();
        rows.values()
            .forEach(row -> model.linear.addRow(LinearModel.NO_LOWER, row.plus(1, same), 1));
      }
    }

    /** The first of some legs, sorted by start, that starts at a slot or later. */
    private int firstAt(int[] sorted, int slot) {
      int low = 0;
      int high = sorted.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (model.legs.start(sorted[middle]) < slot) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    /** Whether two families that share may not on the date of the later leg. */
    private boolean forbidden(int leg, int later) {
      return family(leg) != family(later)
          && household(family(leg)) == household(family(later))
          && pack.homeCareFamilies(index.timeline().date(dayOf(later))) < 2;
    }

    /** Minutes a day, minutes a week, days a week. */
    private void addLimits() {
      boolean regular =
          IntStream.range(0, index.timeline().slots()).anyMatch(t -> model.rules.busy(group, t));
      // With regular children of her own a home carer's limits are left out: a relaxation.
      if (regular) {
        return;
      }
      if (terms.maxMinutesPerDay() == 0
          && terms.maxMinutesPerWeek() == 0
          && terms.maxDaysPerWeek() == 0) {
        return;
      }
      Map<Integer, Terms> minutesOfWeek = new TreeMap<>();
      Map<Integer, Terms> daysOfWeek = new TreeMap<>();
      Map<Integer, Terms> minutesOfDay = new TreeMap<>();
      Map<Integer, Integer> dayVariable = new TreeMap<>();
      for (Run whole : model.legs.runs(legs)) {
        for (Run run : byDay(whole)) {
          int day = index.timeline().dayOf(run.from());
          int week = model.rules.weekOf(run.from());
          long minutes = (long) (run.until() - run.from()) * Timeline.SLOT_MINUTES;
          for (List<Integer> options : byHousehold(run.legs()).values()) {
            addPresence(options, minutes, minutesOfDay.computeIfAbsent(day, k -> new Terms()));
            addPresence(options, minutes, minutesOfWeek.computeIfAbsent(week, k -> new Terms()));
          }
          if (terms.maxDaysPerWeek() > 0) {
            int variable =
                dayVariable.computeIfAbsent(
                    day,
                    key -> {
                      int made = model.linear.addVariable(0, 1, 0);
                      daysOfWeek.computeIfAbsent(week, k -> new Terms()).plus(1, made);
                      return made;
                    });
            // Households exclude each other, so that together they are 1 at most.
            Terms row = new Terms().plus(-1, variable);
            byHousehold(run.legs()).values().forEach(options -> addPresence(options, 1, row));
            model.linear.addRow(LinearModel.NO_LOWER, row, 0);
          }
        }
      }
      limit(minutesOfDay, terms.maxMinutesPerDay());
      limit(minutesOfWeek, terms.maxMinutesPerWeek());
      limit(daysOfWeek, terms.maxDaysPerWeek());
    }

    private void limit(Map<Integer, Terms> sums, int most) {
      if (most > 0) {
        sums.values().forEach(sum -> model.linear.addRow(LinearModel.NO_LOWER, sum.merged(), most));
      }
    }

    private List<Run> byDay(Run run) {
      List<Run> parts = new ArrayList<>();
      for (int from = run.from(); from < run.until(); ) {
        int nextDay = index.timeline().dayStart(index.timeline().dayOf(from) + 1);
        int until = Math.min(run.until(), nextDay);
        parts.add(new Run(from, until, run.legs()));
        from = until;
      }
      return parts;
    }

    /** Distinct dates with a family in a week, past stays included. */
    private void addFamilyDays() {
      Map<List<Object>, Map<Integer, List<Integer>>> byWeek = new LinkedHashMap<>();
      for (int leg : legs) {
        LocalDate date = index.timeline().date(dayOf(leg));
        byWeek
            .computeIfAbsent(List.of(family(leg), monday(date)), key -> new TreeMap<>())
            .computeIfAbsent(dayOf(leg), key -> new ArrayList<>())
            .add(leg >> 1);
      }
      byWeek.forEach(
          (key, byDay) -> {
            LocalDate monday = (LocalDate) key.get(1);
            int most = pack.homeCareDaysPerWeek(monday);
            Set<LocalDate> past = pastDates((Integer) key.get(0), monday);
            if (most >= 7) {
              return;
            }
            Terms row = new Terms();
            byDay.forEach(
                (day, options) -> {
                  if (!past.contains(index.timeline().date(day))) {
                    addPresence(options, 1, row);
                  } else if (past.size() > most) {
                    options.forEach(option -> model.linear.fix(option, 0));
                  }
                });
            model.linear.addRow(
                LinearModel.NO_LOWER, row.merged(), Math.max(0, most - past.size()));
          });
    }

    private Set<LocalDate> pastDates(int family, LocalDate monday) {
      Set<LocalDate> dates = new HashSet<>();
      for (Stay stay : history) {
        int child = index.child(stay.childId());
        if (child >= 0
            && index.familyOfChild(child) == family
            && monday(stay.date()).equals(monday)) {
          dates.add(stay.date());
        }
      }
      return dates;
    }

    private LocalDate monday(LocalDate date) {
      return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
  }
}
