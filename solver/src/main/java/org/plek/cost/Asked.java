package org.plek.cost;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import org.plek.domain.CareSession;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Request;

/**
 * How many minutes of care each request asks for a child in each calendar month and each week (from
 * Monday): what belongs to a month or a week is spread over its care sessions in proportion. Within
 * one request, so that no other request changes a price. Patterns count beyond the horizon; a
 * flexible care session counts on the date of its first window.
 */
final class Asked {
  private final ProblemIndex index;
  private final Map<String, Map<YearMonth, Long>> months = new HashMap<>();
  private final Map<String, Map<LocalDate, Long>> weeks = new HashMap<>();

  Asked(ProblemIndex index) {
    this.index = index;
    Problem problem = index.problem();
    LocalDate from = monday(problem.from().withDayOfMonth(1));
    LocalDate until = problem.until().with(TemporalAdjusters.firstDayOfNextMonth()).plusDays(7);
    for (Request request : problem.requests()) {
      for (CareSession session : request.allSessions(from, until)) {
        LocalDate date = date(session);
        months
            .computeIfAbsent(key(request, session), key -> new HashMap<>())
            .merge(YearMonth.from(date), (long) session.careMinutes(), Long::sum);
        weeks
            .computeIfAbsent(key(request, session), key -> new HashMap<>())
            .merge(monday(date), (long) session.careMinutes(), Long::sum);
      }
    }
  }

  /** Minutes that the request asks for the child of a care session in its month, at least 1. */
  long ofMonth(int session) {
    CareSession care = index.sessions().get(session);
    return Math.max(1, months.getOrDefault(key(session), Map.of()).getOrDefault(month(care), 0L));
  }

  /** Minutes that the request asks for the child of a care session in its week, at least 1. */
  long ofWeek(int session) {
    CareSession care = index.sessions().get(session);
    return Math.max(
        1, weeks.getOrDefault(key(session), Map.of()).getOrDefault(monday(date(care)), 0L));
  }

  private String key(int session) {
    return key(
        index.problem().requests().get(index.requestOf(session)), index.sessions().get(session));
  }

  private static String key(Request request, CareSession session) {
    return request.id() + "/" + session.childId();
  }

  private static YearMonth month(CareSession care) {
    return YearMonth.from(date(care));
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
