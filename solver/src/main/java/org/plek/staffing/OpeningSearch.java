package org.plek.staffing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Caregiver;
import org.plek.domain.Group;
import org.plek.domain.Placement;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.domain.Schedule;
import org.plek.domain.Unplaced;
import org.plek.domain.WeeklyHours;

/** Opens a group longer with one more caregiver and tries who could come. */
final class OpeningSearch {
  private final Trial trial;

  OpeningSearch(Trial trial) {
    this.trial = trial;
  }

  OpeningHelp tried(String groupId, LocalTime from, LocalTime to) {
    ProblemIndex index = trial.index();
    int group = index.group(groupId);
    if (group < 0 || !to.isAfter(from)) {
      throw new IllegalArgumentException(
          "Group %s from %s to %s. Maybe a group of the problem, and an end after the start."
              .formatted(groupId, from, to));
    }
    Provider provider = index.problem().providers().get(index.providerOf(group));
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    Schedule opening = opening(provider, index.groups().get(group));
    opening.week().forEach(hours -> days.add(hours.day()));
    List<WeeklyHours> longer =
        days.stream().map(day -> new WeeklyHours(day, from, to, false)).toList();
    Caregiver more =
        new Caregiver(
            "one more caregiver",
            groupId,
            new Schedule(longer, opening.exceptions()),
            Schedule.NEVER,
            true,
            Set.of());
    List<Caregiver> staff = new ArrayList<>(provider.caregivers());
    staff.add(more);
    List<Group> groups =
        provider.groups().stream()
            .map(
                each ->
                    each.id().equals(groupId)
                        ? each.open(joined(opening(provider, each), longer))
                        : each)
            .toList();
    ProblemIndex longerOpen = trial.with(provider.with(groups, staff));
    List<Placement> plan = new ArrayList<>(trial.placements());
    List<String> placed = new ArrayList<>();
    for (Unplaced unplaced : trial.unplaced()) {
      Placement placement = trial.fitting(longerOpen, plan, unplaced.sessionId(), provider.id());
      if (placement != null) {
        plan.add(placement);
        placed.add(unplaced.sessionId());
      }
    }
    long dates =
        index
            .problem()
            .from()
            .datesUntil(index.problem().until())
            .filter(date -> open(more.hours(), date))
            .count();
    return new OpeningHelp(
        dates * ChronoUnit.MINUTES.between(from, to), placed, trial.careMinutes(placed));
  }

  private static boolean open(Schedule hours, LocalDate date) {
    return !hours.on(date).isEmpty() && hours.exception(date) == null;
  }

  private static Schedule opening(Provider provider, Group group) {
    @Nullable Schedule own = group.opening();
    return Objects.requireNonNullElse(own, provider.opening());
  }

  /** Hours joined where they touch, so that a stay may run over the border. */
  private static Schedule joined(Schedule opening, List<WeeklyHours> longer) {
    List<WeeklyHours> week = new ArrayList<>();
    for (WeeklyHours hours : opening.week()) {
      WeeklyHours whole = hours;
      for (WeeklyHours added : longer) {
        if (added.day() == hours.day() && added.to().equals(whole.from())) {
          whole = new WeeklyHours(whole.day(), added.from(), whole.to(), whole.overnight());
        } else if (added.day() == hours.day()
            && !whole.overnight()
            && added.from().equals(whole.to())) {
          whole = new WeeklyHours(whole.day(), whole.from(), added.to(), false);
        }
      }
      week.add(whole);
    }
    longer.stream()
        .filter(
            added ->
                week.stream()
                    .noneMatch(
                        hours ->
                            hours.day() == added.day()
                                && !added.from().isBefore(hours.from())
                                && !added.to().isAfter(hours.to())))
        .forEach(week::add);
    return new Schedule(week, opening.exceptions());
  }
}
