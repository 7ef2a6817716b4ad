package org.plek.datasets.generator;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.plek.domain.WeeklyHours;

/** Weekly hours as minutes from midnight, easier to cut than local times. */
public final class WeekHours {
  private static final int DAY = 24 * 60;

  private WeekHours() {}

  /**
   * Hours from minutes.
   *
   * @param fromMinute minute of the day, 0 to 1439
   * @param toMinute minute after the start of the same day, up to a day later
   */
  public static WeeklyHours of(DayOfWeek day, int fromMinute, int toMinute) {
    return new WeeklyHours(day, time(fromMinute), time(toMinute), toMinute >= DAY);
  }

  /** First minute of the day. */
  public static int from(WeeklyHours hours) {
    return hours.from().getHour() * 60 + hours.from().getMinute();
  }

  /** End in minutes from the midnight before the start, more than 1440 when overnight. */
  public static int to(WeeklyHours hours) {
    int minute = hours.to().getHour() * 60 + hours.to().getMinute();
    return hours.overnight() ? minute + DAY : minute;
  }

  /** Overlapping and touching hours of the same weekday made one, by day and time. */
  public static List<WeeklyHours> merged(List<WeeklyHours> hours) {
    List<WeeklyHours> sorted = new ArrayList<>(hours);
    sorted.sort(Comparator.comparing(WeeklyHours::day).thenComparing(WeeklyHours::from));
    List<WeeklyHours> merged = new ArrayList<>();
    for (WeeklyHours next : sorted) {
      WeeklyHours last = merged.isEmpty() ? null : merged.getLast();
      if (last != null && last.day() == next.day() && from(next) <= to(last)) {
        int end = Math.max(to(last), to(next));
        merged.set(merged.size() - 1, of(last.day(), from(last), Math.min(end, from(last) + DAY)));
      } else {
        merged.add(next);
      }
    }
    return merged;
  }

  /** The same hours on each of these days. */
  public static List<WeeklyHours> on(List<DayOfWeek> days, int fromMinute, int toMinute) {
    return days.stream().map(day -> of(day, fromMinute, toMinute)).toList();
  }

  private static LocalTime time(int minute) {
    return LocalTime.of(minute / 60 % 24, minute % 60);
  }
}
