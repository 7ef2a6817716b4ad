package org.plek.datasets.tiny;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.plek.domain.Interval;
import org.plek.domain.Schedule;
import org.plek.domain.TimeRange;
import org.plek.domain.WeeklyHours;

/** Reads times such as {@code Mon 09:00-12:00} and {@code Mon-Fri 07:00-19:00}. */
final class Times {
  private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

  private Times() {}

  /** The first such weekday on or after a date; {@code Mon+1} is one week later. */
  static Interval interval(LocalDate from, String text) {
    String[] parts = text.split("[ -]");
    int weeks = parts[0].contains("+") ? Integer.parseInt(parts[0].substring(4)) : 0;
    DayOfWeek day = day(parts[0].substring(0, 3));
    LocalDate date = from;
    while (date.getDayOfWeek() != day) {
      date = date.plusDays(1);
    }
    date = date.plusWeeks(weeks);
    return new Interval(
        date.atTime(LocalTime.parse(parts[1])), date.atTime(LocalTime.parse(parts[2])));
  }

  /** Weekly hours, several parts divided by {@code ;}. */
  static Schedule schedule(String text) {
    return new Schedule(weekly(text), List.of());
  }

  static List<WeeklyHours> weekly(String text) {
    List<WeeklyHours> hours = new ArrayList<>();
    for (String part : text.split("; ")) {
      String[] parts = part.split(" ");
      String[] days = parts[0].split("-");
      TimeRange range = range(parts[1]);
      int last = DAYS.indexOf(days[days.length - 1]);
      for (int day = DAYS.indexOf(days[0]); day <= last; day++) {
        hours.add(new WeeklyHours(DayOfWeek.of(day + 1), range.from(), range.to(), false));
      }
    }
    return hours;
  }

  static TimeRange range(String text) {
    String[] times = text.split("-");
    return new TimeRange(LocalTime.parse(times[0]), LocalTime.parse(times[1]), false);
  }

  private static DayOfWeek day(String name) {
    return DayOfWeek.of(DAYS.indexOf(name) + 1);
  }
}
