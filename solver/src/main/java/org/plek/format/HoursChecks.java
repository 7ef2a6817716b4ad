package org.plek.format;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plek.domain.DayException;
import org.plek.domain.Interval;
import org.plek.domain.Schedule;
import org.plek.domain.TimeRange;
import org.plek.domain.Timeline;
import org.plek.domain.WeeklyHours;

/** What must hold between the hours of one list or schedule. */
final class HoursChecks {
  private static final int DAY_MINUTES = 24 * 60;
  private static final int WEEK_MINUTES = 7 * DAY_MINUTES;

  private HoursChecks() {}

  /** The first two hours of a schedule that overlap, as text, or null. */
  static @Nullable String overlap(Schedule schedule) {
    String ofWeek = weekOverlap(schedule.week());
    if (ofWeek != null || schedule.exceptions().isEmpty()) {
      return ofWeek;
    }
    TreeSet<LocalDate> dates = new TreeSet<>();
    for (DayException exception : schedule.exceptions()) {
      dates.add(exception.date().minusDays(1));
      dates.add(exception.date());
      dates.add(exception.date().plusDays(1));
    }
    List<Interval> hours = new ArrayList<>();
    for (LocalDate date : dates) {
      for (TimeRange range : schedule.on(date)) {
        hours.add(new Interval(Timeline.start(date, range), Timeline.end(date, range)));
      }
    }
    hours.sort(Comparator.comparing(Interval::start));
    for (int i = 1; i < hours.size(); i++) {
      LocalDateTime end = hours.get(i - 1).end();
      if (hours.get(i).start().isBefore(end)) {
        return hours.get(i - 1).start() + " to " + end + " and from " + hours.get(i).start();
      }
    }
    return null;
  }

  private static @Nullable String weekOverlap(List<WeeklyHours> week) {
    if (week.size() < 2) {
      return null;
    }
    List<WeeklyHours> sorted =
        week.stream().sorted(Comparator.comparingInt(HoursChecks::startMinute)).toList();
    for (int i = 0; i < sorted.size(); i++) {
      WeeklyHours hours = sorted.get(i);
      WeeklyHours next = sorted.get((i + 1) % sorted.size());
      int nextStart = startMinute(next) + (i + 1 == sorted.size() ? WEEK_MINUTES : 0);
      if (startMinute(hours) + minutes(hours) > nextStart) {
        return text(hours) + " and " + text(next);
      }
    }
    return null;
  }

  private static String text(WeeklyHours hours) {
    return hours.day() + " " + hours.from() + " to " + hours.to();
  }

  private static int startMinute(WeeklyHours hours) {
    return hours.day().ordinal() * DAY_MINUTES + minute(hours.from());
  }

  private static int minute(LocalTime time) {
    return time.toSecondOfDay() / 60;
  }

  static int minutes(WeeklyHours hours) {
    return minute(hours.to()) - minute(hours.from()) + (hours.overnight() ? DAY_MINUTES : 0);
  }

  /** Reports weekdays on which the hours of a list last longer than they may. */
  static void checkMost(
      @Nullable List<@Nullable WeeklyHours> hours, int mostMinutes, String rule, Reading in) {
    if (hours == null) {
      return;
    }
    Map<DayOfWeek, Integer> sums = new EnumMap<>(DayOfWeek.class);
    for (WeeklyHours one : hours) {
      if (one != null) {
        sums.merge(one.day(), minutes(one), Integer::sum);
      }
    }
    sums.forEach(
        (day, sum) -> {
          if (sum > mostMinutes) {
            in.error(
                IssueCode.TOO_LONG,
                day + " " + sum + " minutes",
                rule,
                "Maybe shorten them by " + (sum - mostMinutes) + " minutes.");
          }
        });
  }
}
