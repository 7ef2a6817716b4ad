package org.plek.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;

/**
 * The slots of a horizon: quarters of an hour counted from the start of its first date, right on
 * days of 23 and 25 hours. Care may start on the last date and end on the next, so the timeline
 * reaches one date beyond the horizon.
 *
 * <p>A local time that a spring change skips is taken as the same moment later by the gap; one that
 * an autumn change repeats is the earlier of the two ({@link java.time.ZonedDateTime}).
 */
public final class Timeline {
  /** Minutes of a slot. */
  public static final int SLOT_MINUTES = 15;

  private final ZoneId zone;
  private final LocalDate from;
  private final int days;
  private final long startEpochSecond;
  private final int[] dayStart;

  /** The offset of all moments from {@link #steadyFrom} to {@link #steadyUntil}. */
  private final ZoneOffset offset;

  private final LocalDateTime steadyFrom;
  private final LocalDateTime steadyUntil;

  /**
   * @param zone time zone of the local times
   * @param from first date of the horizon
   * @param days dates in the horizon, at least 1
   */
  public Timeline(ZoneId zone, LocalDate from, int days) {
    this.zone = zone;
    this.from = from;
    this.days = days;
    this.startEpochSecond = from.atStartOfDay(zone).toEpochSecond();
    dayStart = new int[days + 2];
    for (int day = 0; day < dayStart.length; day++) {
      long seconds = from.plusDays(day).atStartOfDay(zone).toEpochSecond() - startEpochSecond;
      dayStart[day] = Math.toIntExact(seconds / (SLOT_MINUTES * 60L));
    }
    offset = zone.getRules().getOffset(from.atStartOfDay(zone).toInstant());
    LocalDateTime first = from.minusDays(2).atStartOfDay();
    LocalDateTime last = from.plusDays(days + 3L).atStartOfDay();
    boolean steady = steady(first, last);
    steadyFrom = steady ? first : LocalDateTime.MAX;
    steadyUntil = steady ? last : LocalDateTime.MIN;
  }

  /** Whether the clock does not change in between, so that slots follow from the local time. */
  private boolean steady(LocalDateTime first, LocalDateTime last) {
    ZoneOffsetTransition next =
        zone.getRules().nextTransition(first.minusDays(1).toInstant(offset));
    return next == null || next.getInstant().isAfter(last.plusDays(1).toInstant(offset));
  }

  private boolean onSteadyTime(LocalDateTime moment) {
    return moment.isAfter(steadyFrom) && moment.isBefore(steadyUntil);
  }

  /** The timeline of a problem. */
  public static Timeline of(Problem problem) {
    return new Timeline(problem.zone(), problem.from(), problem.days());
  }

  /** Slots in all, the date after the horizon included. */
  public int slots() {
    return dayStart[days + 1];
  }

  /** Slots of the horizon itself. */
  public int horizonSlots() {
    return dayStart[days];
  }

  /** Dates in the horizon. */
  public int days() {
    return days;
  }

  /** First slot of a day, {@code day} from 0 to {@code days() + 1}. */
  public int dayStart(int day) {
    return dayStart[day];
  }

  /** The day, counted from 0, on which a slot lies. */
  public int dayOf(int slot) {
    int found = Arrays.binarySearch(dayStart, slot);
    return found >= 0 ? found : -found - 2;
  }

  /** The date of a day. */
  public LocalDate date(int day) {
    return from.plusDays(day);
  }

  /** The slot in which a moment lies (rounded down); may lie outside the timeline. */
  public int floorSlot(LocalDateTime moment) {
    return (int) Math.floorDiv(seconds(moment), SLOT_MINUTES * 60L);
  }

  /** The first slot that starts at or after a moment; may lie outside the timeline. */
  public int ceilSlot(LocalDateTime moment) {
    return (int) -Math.floorDiv(-seconds(moment), SLOT_MINUTES * 60L);
  }

  /** Local time at which a slot starts. */
  public LocalDateTime time(int slot) {
    long second = startEpochSecond + slot * (SLOT_MINUTES * 60L);
    LocalDateTime steady = LocalDateTime.ofEpochSecond(second, 0, offset);
    return onSteadyTime(steady)
        ? steady
        : LocalDateTime.ofInstant(Instant.ofEpochSecond(second), zone);
  }

  /** Minutes that really pass between two local times. */
  public long minutes(LocalDateTime start, LocalDateTime end) {
    if (onSteadyTime(start) && onSteadyTime(end)) {
      return ChronoUnit.MINUTES.between(start, end);
    }
    return Duration.between(start.atZone(zone), end.atZone(zone)).toMinutes();
  }

  /** Start of a range of hours that starts on the given date. */
  public static LocalDateTime start(LocalDate date, TimeRange range) {
    return date.atTime(range.from());
  }

  /** End of a range of hours that starts on the given date. */
  public static LocalDateTime end(LocalDate date, TimeRange range) {
    return (range.overnight() ? date.plusDays(1) : date).atTime(range.to());
  }

  private long seconds(LocalDateTime moment) {
    return (onSteadyTime(moment)
            ? moment.toEpochSecond(offset)
            : moment.atZone(zone).toEpochSecond())
        - startEpochSecond;
  }
}
