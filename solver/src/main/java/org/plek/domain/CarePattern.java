package org.plek.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A rota behind a request: weekly hours that return every so many weeks (1 each week, 2 alternating
 * weeks, 3 a three-week shift rota). Expanded into one fixed care session per child and date.
 *
 * @param id unique in the request; part of the ids of its care sessions
 * @param childIds the children, each on every date
 * @param from first date; its week (from Monday) is week 1 of the rota
 * @param until first date after the pattern
 * @param weeks weeks of hours, in order; the rota has as many weeks as this list
 * @param except dates without care
 * @param school school at either end of every care session
 */
public record CarePattern(
    String id,
    List<String> childIds,
    LocalDate from,
    LocalDate until,
    List<List<WeeklyHours>> weeks,
    Set<LocalDate> except,
    SchoolWays school) {
  public CarePattern {
    childIds = List.copyOf(childIds);
    weeks = weeks.stream().map(List::copyOf).toList();
    except = Set.copyOf(except);
  }

  /** A rota without a school at either end. */
  public CarePattern(
      String id,
      List<String> childIds,
      LocalDate from,
      LocalDate until,
      List<List<WeeklyHours>> weeks,
      Set<LocalDate> except) {
    this(id, childIds, from, until, weeks, except, SchoolWays.NONE);
  }

  /**
   * The fixed care sessions that start in {@code [first, end)} and in the pattern, by date, hours
   * and child. Their ids read {@code request/pattern/child/date}, with {@code /2} and so on for
   * further hours of the same date.
   */
  List<CareSession> sessions(String requestId, LocalDate first, LocalDate end) {
    List<CareSession> made = new ArrayList<>();
    LocalDate monday = from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate start = from.isAfter(first) ? from : first;
    LocalDate stop = until.isBefore(end) ? until : end;
    for (LocalDate date = start; date.isBefore(stop); date = date.plusDays(1)) {
      if (except.contains(date)) {
        continue;
      }
      int week = (int) (ChronoUnit.DAYS.between(monday, date) / 7 % weeks.size());
      int count = 0;
      for (WeeklyHours hours : weeks.get(week)) {
        if (hours.day() != date.getDayOfWeek()) {
          continue;
        }
        count++;
        Interval interval =
            new Interval(Timeline.start(date, hours.range()), Timeline.end(date, hours.range()));
        int minutes = (int) ChronoUnit.MINUTES.between(interval.start(), interval.end());
        for (String child : childIds) {
          String sessionId = requestId + "/" + id + "/" + child + "/" + date;
          made.add(
              new CareSession(
                  count == 1 ? sessionId : sessionId + "/" + count,
                  child,
                  minutes,
                  List.of(interval),
                  null,
                  school));
        }
      }
    }
    return made;
  }
}
