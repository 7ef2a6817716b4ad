package org.plek.datasets.generator;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.plek.domain.CarePattern;
import org.plek.domain.CareSession;
import org.plek.domain.Child;
import org.plek.domain.Interval;
import org.plek.domain.Urgency;
import org.plek.domain.WeeklyHours;

/**
 * The care sessions and patterns of one request, in the shapes in which families ask (modelled: no
 * public data set holds occasional requests with their wanted hours).
 */
final class CareShapes {
  /** Weekly rhythm of one rota. */
  private static final List<List<DayOfWeek>> DAY_SETS =
      List.of(
          List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY),
          List.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY),
          List.of(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY),
          List.of(DayOfWeek.WEDNESDAY),
          List.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY),
          List.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY));

  private final LocalDate from;
  private final int days;
  private final String requestId;
  private final List<Child> children;
  private final Urgency urgency;
  private final Chance chance;
  private final List<CareSession> sessions = new ArrayList<>();
  private final List<CarePattern> patterns = new ArrayList<>();

  CareShapes(
      LocalDate from,
      int days,
      String requestId,
      List<Child> children,
      Urgency urgency,
      Chance chance) {
    this.from = from;
    this.days = days;
    this.requestId = requestId;
    this.children = children;
    this.urgency = urgency;
    this.chance = chance;
  }

  List<CareSession> sessions() {
    return sessions;
  }

  List<CarePattern> patterns() {
    return patterns;
  }

  /** A few hours once, at a fixed time (interview, appointment). */
  void errand() {
    int start = 510 + 15 * chance.between(0, 25);
    int minutes = 120 + 30 * chance.between(0, 5);
    fixed(workday(), start, start + minutes);
  }

  /** Some hours within the day, on any of one to three days. */
  void flexibleDays(int count) {
    int minutes = 60 * (3 + chance.weighted(3, 4, 1, 1, 2, 2));
    LocalDate first = workday();
    for (int i = 0; i < count; i++) {
      List<LocalDate> dates = new ArrayList<>();
      int choice = 1 + chance.weighted(50, 30, 20);
      for (int d = 0; d < days && dates.size() < choice; d++) {
        LocalDate date = first.plusDays(i * 2L + d);
        if (inside(date) && weekday(date)) {
          dates.add(date);
        }
      }
      if (dates.isEmpty()) {
        dates.add(first);
      }
      for (Child child : children) {
        add(child, minutes, dates.stream().map(date -> interval(date, 450, 1080)).toList());
      }
    }
  }

  /** The same hours on the same weekdays, each week or every other week. */
  void weekly(boolean alternating) {
    int start = 450 + 15 * chance.between(0, 7);
    int end = start + 60 * (4 + chance.between(0, 6));
    List<WeeklyHours> week = WeekHours.on(chance.pick(DAY_SETS), start, Math.min(end, 1065));
    pattern("p1", alternating ? List.of(week, List.of()) : List.of(week), Set.of());
  }

  /** Early, long and weekend weeks in turn. */
  void rota() {
    List<DayOfWeek> early = chance.pick(DAY_SETS);
    List<List<WeeklyHours>> weeks =
        List.of(
            WeekHours.on(early, 405, 780),
            WeekHours.on(
                List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.THURSDAY), 480, 1020),
            WeekHours.on(List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), 480, 960));
    int turn = chance.between(0, 3);
    List<List<WeeklyHours>> turned = new ArrayList<>();
    for (int w = 0; w < 3; w++) {
      turned.add(weeks.get((w + turn) % 3));
    }
    pattern("p1", turned, Set.of());
  }

  /** A course of six weeks, four mornings a week, one morning off. */
  void course() {
    List<WeeklyHours> week =
        WeekHours.on(
            List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
            chance.in(0.5) ? 510 : 540,
            750);
    pattern("p1", List.of(week), Set.of(from.plusDays(chance.between(0, days))));
  }

  /** A planned series of four hours on three days of a week. */
  void series() {
    int start = 510 + 15 * chance.between(0, 13);
    LocalDate first = workday();
    for (int i = 0; i < 3; i++) {
      LocalDate date = first.plusDays(i * 2L);
      if (inside(date) && weekday(date)) {
        fixed(date, start, start + 240);
      }
    }
    if (sessions.isEmpty()) {
      fixed(first, start, start + 240);
    }
  }

  /** Half past eleven to seven on some days; longer than most daycares are open. */
  void untilSeven() {
    LocalDate first = workday();
    for (int i = 0; i < 3; i++) {
      LocalDate date = first.plusDays(i);
      if (inside(date) && weekday(date)) {
        fixed(date, 690, 1125 + 15 * chance.between(0, 3));
      }
    }
    if (sessions.isEmpty()) {
      fixed(first, 690, 1125);
    }
  }

  /** The parent must be somewhere from then to then. */
  void parentAway() {
    LocalDate first = workday();
    int start = 510 + 30 * chance.between(0, 5);
    int end = start + 30 * (7 + chance.between(0, 9));
    for (int i = 0; i < 1 + chance.between(0, 3); i++) {
      LocalDate date = first.plusDays(i);
      if (inside(date) && weekday(date)) {
        for (Child child : children) {
          sessions.add(
              new CareSession(
                  sessionId(),
                  child.id(),
                  0,
                  List.of(),
                  interval(date, start, Math.min(end, 1020))));
        }
      }
    }
    if (sessions.isEmpty()) {
      fixed(first, start, end);
    }
  }

  /**
   * Hours in the evening, at night or at the weekend: in proportion to 5.5 evening, 1.7 night and
   * 8.5 weekend hours a week (published), with sessions of 3.5, 9 and 6 hours (modelled).
   */
  void atypical() {
    switch (chance.weighted(5.5 / 3.5, 1.7 / 9, 8.5 / 6)) {
      case 0 -> {
        int end = 1290 - 15 * chance.between(0, 7);
        fixed(workday(), 1080, end);
      }
      case 1 -> fixed(workday(), 1290 + 30 * chance.between(0, 2), 1440 + 390);
      default -> {
        LocalDate date = weekendDay();
        int start = 480 + 30 * chance.between(0, 6);
        fixed(date, start, start + 60 * (4 + chance.between(0, 5)));
      }
    }
  }

  private void pattern(String id, List<List<WeeklyHours>> weeks, Set<LocalDate> except) {
    LocalDate monday = from.minusDays(from.getDayOfWeek().getValue() - 1L);
    patterns.add(
        new CarePattern(
            id,
            children.stream().map(Child::id).toList(),
            monday.minusWeeks(chance.between(0, weeks.size())),
            from.plusDays(days).plusWeeks(1 + chance.between(0, 4)),
            weeks,
            except));
  }

  private void fixed(LocalDate date, int start, int end) {
    for (Child child : children) {
      add(child, end - start, List.of(interval(date, start, end)));
    }
  }

  private void add(Child child, int minutes, List<Interval> windows) {
    sessions.add(new CareSession(sessionId(), child.id(), minutes, windows, null));
  }

  private String sessionId() {
    return requestId + "-" + (sessions.size() + 1);
  }

  private static Interval interval(LocalDate date, int start, int end) {
    LocalDateTime midnight = date.atStartOfDay();
    return new Interval(midnight.plusMinutes(start), midnight.plusMinutes(end));
  }

  /** A weekday of the horizon, near its start for urgent care. */
  private LocalDate workday() {
    int reach =
        switch (urgency) {
          case URGENT -> Math.min(4, days);
          case SOON -> Math.min(9, days);
          case PLANNED -> days;
        };
    for (int draw = 0; draw < 30; draw++) {
      LocalDate date = from.plusDays(chance.between(0, reach));
      if (weekday(date)) {
        return date;
      }
    }
    return from;
  }

  private LocalDate weekendDay() {
    for (int draw = 0; draw < 30; draw++) {
      LocalDate date = from.plusDays(chance.between(0, days));
      if (!weekday(date)) {
        return date;
      }
    }
    return from;
  }

  private boolean inside(LocalDate date) {
    return date.isBefore(from.plusDays(days));
  }

  private static boolean weekday(LocalDate date) {
    return date.getDayOfWeek().getValue() <= 5;
  }
}
