package org.plek.datasets.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.plek.domain.Caregiver;
import org.plek.domain.Group;
import org.plek.domain.RegularChild;
import org.plek.domain.Schedule;
import org.plek.domain.WeeklyHours;
import org.plek.rules.ChildCounts;
import org.plek.rules.Level;
import org.plek.rules.Norm;

/** Rosters a daycare: what its regular children need in every slot, and most of its licence. */
final class Staffing {
  private static final int SLOTS = 96;

  /** Age for which kept-free and still empty places are staffed. */
  static final int SPARE_AGE_MONTHS = 24;

  private final SlotLaw law;
  private final Site site;
  private final List<Group> groups;
  private final LocalDate from;
  private final int days;

  Staffing(SlotLaw law, Site site, List<Group> groups, LocalDate from, int days) {
    this.law = law;
    this.site = site;
    this.groups = groups;
    this.from = from;
    this.days = days;
  }

  List<Caregiver> rosters(Chance chance, List<String> qualifications) {
    List<Caregiver> caregivers = new ArrayList<>();
    List<WeeklyHours> opening = WeekHours.merged(site.opening().week());
    int[][] rostered = new int[7][SLOTS];
    for (int g = 0; g < groups.size(); g++) {
      Group group = groups.get(g);
      int full = whenFull(group);
      int core = chance.in(site.staffedShare()) ? full : full - chance.weighted(0, 70, 30);
      Roster roster = new Roster(opening, need(g), Math.max(1, core), chance);
      for (int post = 1; post <= roster.posts(); post++) {
        List<WeeklyHours> hours = roster.post(post);
        add(caregivers, group, hours, qualifications);
        count(rostered, hours);
      }
    }
    int floaters = shortAtLocation(rostered);
    for (int i = 0; i < floaters; i++) {
      add(caregivers, groups.get(i % groups.size()), opening, qualifications);
    }
    if (site.besides().onCall()) {
      Caregiver last = caregivers.getLast();
      caregivers.add(
          new Caregiver(
              site.id() + "-on-call",
              last.groupId(),
              Schedule.NEVER,
              site.opening(),
              true,
              last.qualifications()));
    }
    return caregivers;
  }

  private void add(
      List<Caregiver> caregivers, Group group, List<WeeklyHours> hours, List<String> codes) {
    caregivers.add(
        new Caregiver(
            site.id() + "-c" + (caregivers.size() + 1),
            groups.size() == 1 ? null : group.id(),
            new Schedule(hours, List.of()),
            Schedule.NEVER,
            true,
            new LinkedHashSet<>(codes)));
  }

  private static void count(int[][] rostered, List<WeeklyHours> hours) {
    for (WeeklyHours range : hours) {
      int day = range.day().getValue() - 1;
      for (int slot = WeekHours.from(range) / 15; slot < WeekHours.to(range) / 15; slot++) {
        rostered[(day + slot / SLOTS) % 7][slot % SLOTS]++;
      }
    }
  }

  /** Caregivers for the full group: its regular children and further ones to its size. */
  private int whenFull(Group group) {
    long counts = 0;
    for (RegularChild child : group.regularChildren()) {
      counts += law.one(Level.GROUP, child, from);
    }
    Norm norm = law.group(from, false, false);
    int required = norm.caregiversRequired(counts);
    int total = group.regularChildren().size();
    long spare = law.one(Level.GROUP, SPARE_AGE_MONTHS, from);
    while (total < group.maxChildren()
        && norm.caregiversRequired(counts + spare) < Norm.IMPOSSIBLE) {
      counts += spare;
      total++;
      required = norm.caregiversRequired(counts);
    }
    return site.keepBreach() ? Math.min(required, group.maxChildren() / 3 + 1) : required;
  }

  /** Caregivers required per weekday and slot, the most over the dates of the horizon. */
  private int[][] need(int groupNumber) {
    Group group = groups.get(groupNumber);
    int kept = groupNumber == 0 ? site.keptFreePlaces() : 0;
    int[][] need = new int[7][SLOTS];
    boolean[][] resting = marked(group.resting());
    boolean[][] window = marked(group.threeHourWindow());
    for (int day = 0; day < days; day++) {
      LocalDate date = from.plusDays(day);
      int weekday = date.getDayOfWeek().getValue() - 1;
      long[] counts = present(List.of(group), Level.GROUP, date);
      long spare = kept * law.one(Level.GROUP, SPARE_AGE_MONTHS, date);
      for (int slot = 0; slot < SLOTS; slot++) {
        if (counts[slot] == 0 && kept == 0) {
          continue;
        }
        Norm norm = law.group(date, resting[weekday][slot], window[weekday][slot]);
        int required =
            Math.max(
                norm.caregiversRequired(counts[slot]),
                norm.caregiversRequired(counts[slot] + spare));
        if (required >= Norm.IMPOSSIBLE) {
          // Only where the register reports more children than places.
          required = ChildCounts.total(counts[slot]) / 5;
        }
        need[weekday][slot] = Math.max(need[weekday][slot], required);
      }
    }
    return need;
  }

  /** Caregivers missing at the whole location where the law counts there. */
  private int shortAtLocation(int[][] rostered) {
    int missing = 0;
    for (int day = 0; day < days; day++) {
      LocalDate date = from.plusDays(day);
      if (!law.countsByLocation(date)) {
        continue;
      }
      int weekday = date.getDayOfWeek().getValue() - 1;
      long[] counts = present(groups, Level.LOCATION, date);
      long spare = site.keptFreePlaces() * law.one(Level.LOCATION, SPARE_AGE_MONTHS, date);
      Norm norm = law.location(date, false);
      for (int slot = 0; slot < SLOTS; slot++) {
        if (counts[slot] == 0) {
          continue;
        }
        int required =
            Math.max(
                norm.caregiversRequired(counts[slot]),
                norm.caregiversRequired(counts[slot] + spare));
        missing =
            Math.max(missing, required >= Norm.IMPOSSIBLE ? 0 : required - rostered[weekday][slot]);
      }
    }
    return missing;
  }

  private long[] present(List<Group> among, Level level, LocalDate date) {
    long[] counts = new long[SLOTS];
    for (Group group : among) {
      for (RegularChild child : group.regularChildren()) {
        long one = law.one(level, child, date);
        for (WeeklyHours hours : child.hours().week()) {
          int shift = dayShift(hours, date);
          if (shift < 0) {
            continue;
          }
          int start = Math.max(0, WeekHours.from(hours) / 15 - shift * SLOTS);
          int end = Math.min(SLOTS, (WeekHours.to(hours) + 14) / 15 - shift * SLOTS);
          for (int slot = start; slot < end; slot++) {
            counts[slot] += one;
          }
        }
      }
    }
    return counts;
  }

  /** 0 when the hours start on the date, 1 when they started the day before, else -1. */
  private static int dayShift(WeeklyHours hours, LocalDate date) {
    if (hours.day() == date.getDayOfWeek()) {
      return 0;
    }
    return hours.overnight() && hours.day().plus(1) == date.getDayOfWeek() ? 1 : -1;
  }

  private static boolean[][] marked(List<WeeklyHours> hours) {
    boolean[][] marked = new boolean[7][SLOTS];
    for (WeeklyHours range : hours) {
      for (int slot = WeekHours.from(range) / 15; slot < WeekHours.to(range) / 15; slot++) {
        marked[range.day().getValue() - 1][slot] = true;
      }
    }
    return marked;
  }
}
