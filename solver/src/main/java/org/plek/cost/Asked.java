package org.plek.cost;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.plek.domain.CareSession;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;

/**
 * How many minutes of care each request asks for a child in each calendar month and each week (from
 * Monday): what belongs to a month or a week is spread over its care sessions in proportion. Within
 * one request, so that no other request changes a price. Patterns count beyond the horizon; a
 * flexible care session counts on the date of its first window.
 */
final class Asked {
  private final ProblemIndex index;

  /** Counted when first asked for: most prices spread nothing. */
  private final Map<Integer, Minutes> ofRequest = new ConcurrentHashMap<>();

  private record InMonth(String child, YearMonth month) {}

  private record InWeek(String child, LocalDate monday) {}

  private record Minutes(Map<InMonth, Long> months, Map<InWeek, Long> weeks) {}

  Asked(ProblemIndex index) {
    this.index = index;
  }

  private Minutes count(int request) {
    Problem problem = index.problem();
    LocalDate from = monday(problem.from().withDayOfMonth(1));
    LocalDate until = problem.until().with(TemporalAdjusters.firstDayOfNextMonth()).plusDays(7);
    Minutes minutes = new Minutes(new HashMap<>(), new HashMap<>());
    for (CareSession session : problem.requests().get(request).allSessions(from, until)) {
      minutes.months().merge(inMonth(session), (long) session.careMinutes(), Long::sum);
      minutes.weeks().merge(inWeek(session), (long) session.careMinutes(), Long::sum);
    }
    return minutes;
  }

  private Minutes minutes(int session) {
    return ofRequest.computeIfAbsent(index.requestOf(session), this::count);
  }

  /** Minutes that the request asks for the child of a care session in its month, at least 1. */
  long ofMonth(int session) {
    InMonth asked = inMonth(index.sessions().get(session));
    return Math.max(1, minutes(session).months().getOrDefault(asked, 0L));
  }

  /** Minutes that the request asks for the child of a care session in its week, at least 1. */
  long ofWeek(int session) {
    InWeek asked = inWeek(index.sessions().get(session));
    return Math.max(1, minutes(session).weeks().getOrDefault(asked, 0L));
  }

  private static InMonth inMonth(CareSession session) {
    return new InMonth(session.childId(), YearMonth.from(date(session)));
  }

  private static InWeek inWeek(CareSession session) {
    return new InWeek(session.childId(), monday(date(session)));
  }

  private static LocalDate date(CareSession session) {
    LocalDateTime start =
        session.parentAway() != null
            ? session.parentAway().start()
            : session.windows().getFirst().start();
    return start.toLocalDate();
  }

  static LocalDate monday(LocalDate date) {
    return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
