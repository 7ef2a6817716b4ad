package org.plek.staffing;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * What one day asks of the caregivers of a group, of joined groups, or of a location.
 *
 * @param providerId the provider
 * @param groupIds the groups that count together
 * @param location whether the law counts the whole location
 * @param date the date
 * @param mostChildren most children at once
 * @param mostCaregivers most caregivers required at once
 * @param busiest first quarter of an hour in which so many are required
 * @param shifts one for each caregiver required, the first who starts first
 * @param shortages stretches in which fewer are reachable than required
 * @param spareMinutes minutes of rostered caregivers beyond those required, while children are
 *     there
 */
public record DayNeed(
    String providerId,
    List<String> groupIds,
    boolean location,
    LocalDate date,
    int mostChildren,
    int mostCaregivers,
    LocalDateTime busiest,
    List<Shift> shifts,
    List<Shortage> shortages,
    int spareMinutes) {
  public DayNeed {
    groupIds = List.copyOf(groupIds);
    shifts = List.copyOf(shifts);
    shortages = List.copyOf(shortages);
  }

  /**
   * When one caregiver is needed, computed from the children expected: the second is needed
   * whenever at least two are required, and so on.
   *
   * @param number 1 for the first caregiver
   * @param start earliest moment needed
   * @param end latest moment needed
   * @param neededMinutes minutes between them in which this caregiver is needed
   */
  public record Shift(int number, LocalDateTime start, LocalDateTime end, int neededMinutes) {}

  /**
   * A stretch with too few caregivers.
   *
   * @param from start
   * @param until end
   * @param caregivers how many are missing at most
   */
  public record Shortage(LocalDateTime from, LocalDateTime until, int caregivers) {}
}
