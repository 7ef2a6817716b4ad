package org.plek.staffing;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.plek.domain.Placement;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Timeline;
import org.plek.domain.Travel;
import org.plek.rules.RulePacks;
import org.plek.scoring.plain.CountedUnit;
import org.plek.scoring.plain.CountedUnits;

/** The staff that a plan asks for. */
public final class Staffing {
  private final ProblemIndex index;
  private final Trial trial;
  private final List<CountedUnit> units;

  /**
   * Reads a plan.
   *
   * @param placements all placements of the plan, the agreed ones among them
   */
  public Staffing(ProblemIndex index, RulePacks packs, Travel travel, List<Placement> placements) {
    this.index = index;
    trial = new Trial(index, packs, travel, List.copyOf(placements));
    units = CountedUnits.of(index, packs, travel, placements);
  }

  /** Groups, joined groups and locations as the law counts them, with their children per slot. */
  public List<CountedUnit> units() {
    return units;
  }

  /**
   * Caregivers needed on every date of the horizon on which children are there, by unit and date.
   */
  public List<DayNeed> days() {
    List<DayNeed> days = new ArrayList<>();
    Timeline timeline = index.timeline();
    for (CountedUnit unit : units) {
      for (int day = 0; day < timeline.days(); day++) {
        int from = timeline.dayStart(day);
        int until = timeline.dayStart(day + 1);
        int busiest = -1;
        int mostChildren = 0;
        int spare = 0;
        for (int slot = from; slot < until; slot++) {
          if (unit.counted(slot) && unit.children(slot) > 0) {
            mostChildren = Math.max(mostChildren, unit.children(slot));
            spare += Math.max(0, unit.rostered(slot) - unit.required(slot));
            if (busiest < 0 || unit.required(slot) > unit.required(busiest)) {
              busiest = slot;
            }
          }
        }
        if (busiest >= 0) {
          days.add(
              new DayNeed(
                  unit.providerId(),
                  unit.groupIds(),
                  unit.location(),
                  timeline.date(day),
                  mostChildren,
                  unit.required(busiest),
                  timeline.time(busiest),
                  shifts(unit, from, until, unit.required(busiest)),
                  shortages(unit, from, until),
                  spare * Timeline.SLOT_MINUTES));
        }
      }
    }
    return days;
  }

  private List<DayNeed.Shift> shifts(CountedUnit unit, int from, int until, int most) {
    List<DayNeed.Shift> shifts = new ArrayList<>();
    for (int number = 1; number <= most; number++) {
      int first = -1;
      int last = -1;
      int needed = 0;
      for (int slot = from; slot < until; slot++) {
        if (unit.required(slot) >= number) {
          first = first < 0 ? slot : first;
          last = slot;
          needed++;
        }
      }
      shifts.add(
          new DayNeed.Shift(
              number,
              index.timeline().time(first),
              index.timeline().time(last + 1),
              needed * Timeline.SLOT_MINUTES));
    }
    return shifts;
  }

  private List<DayNeed.Shortage> shortages(CountedUnit unit, int from, int until) {
    List<DayNeed.Shortage> shortages = new ArrayList<>();
    int start = -1;
    int most = 0;
    for (int slot = from; slot <= until; slot++) {
      int missing = slot == until ? 0 : unit.required(slot) - unit.reachable(slot);
      if (missing > 0) {
        start = start < 0 ? slot : start;
        most = Math.max(most, missing);
      } else if (start >= 0) {
        shortages.add(
            new DayNeed.Shortage(index.timeline().time(start), index.timeline().time(slot), most));
        start = -1;
        most = 0;
      }
    }
    return shortages;
  }

  /**
   * Where one more caregiver for one hour would help most: hours that keep care sessions without a
   * place from a provider near by for want of one caregiver, the most minutes of care first.
   *
   * @param most most hours returned
   */
  public List<HourHelp> oneMoreHour(int most) {
    return new HourSearch(trial).best(most);
  }

  /**
   * What opening a group longer every open day with one caregiver would cost and serve: tried, not
   * guessed.
   *
   * @param groupId the group
   * @param from start of the hours added
   * @param to their end, after the start
   * @throws IllegalArgumentException if there is no such group, or the hours end before they start
   */
  public OpeningHelp openLonger(String groupId, LocalTime from, LocalTime to) {
    return new OpeningSearch(trial).tried(groupId, from, to);
  }
}
