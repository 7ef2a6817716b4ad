package org.plek;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plek.domain.Interval;
import org.plek.domain.TimeRange;
import org.plek.domain.WeeklyHours;

/** Reads the hours of fixtures. */
final class Hours {
  private Hours() {}

  /** {@code "Mon-Fri 08:00-18:00; Sat 09:00-12:00"}; {@code "Mon-Sun 00:00-00:00"} is all day. */
  static List<WeeklyHours> week(String text) {
    List<WeeklyHours> week = new ArrayList<>();
    for (String part : text.split(";", -1)) {
      if (part.isBlank()) {
        continue;
      }
      String[] words = part.strip().split(" +", -1);
      String[] days = words[0].split("-", -1);
      int first = day(days[0]).getValue();
      int last = day(days[days.length - 1]).getValue();
      TimeRange range = range(words[1]);
      for (int day = first; day <= last; day++) {
        week.add(new WeeklyHours(DayOfWeek.of(day), range.from(), range.to(), range.overnight()));
      }
    }
    return week;
  }

  /** {@code "08:00-18:00"}, over midnight when the end is not after the start. */
  static TimeRange range(String text) {
    String[] ends = text.split("-", -1);
    LocalTime from = LocalTime.parse(ends[0]);
    LocalTime to = LocalTime.parse(ends[1]);
    return new TimeRange(from, to, !to.isAfter(from));
  }

  /** {@code "2026-03-02 08:00-18:00"}. */
  static Interval interval(String text) {
    String[] words = text.split(" ", -1);
    LocalDate date = LocalDate.parse(words[0]);
    TimeRange range = range(words[1]);
    LocalDateTime end = (range.overnight() ? date.plusDays(1) : date).atTime(range.to());
    return new Interval(date.atTime(range.from()), end);
  }

  private static DayOfWeek day(String text) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().startsWith(text.toUpperCase(Locale.ROOT))) {
        return day;
      }
    }
    throw new IllegalArgumentException("No day of the week: " + text + ". Maybe Mon.");
  }
}
