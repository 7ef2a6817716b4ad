package org.plek.recommend;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.plek.domain.CareSession;
import org.plek.domain.Copies;
import org.plek.domain.FamilyLimits;
import org.plek.domain.Interval;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.Request;

/** The same request as it would be after a change of the family's. */
final class Variants {
  private static final char MARK = '~';

  private Variants() {}

  /** The request under another id, some of its care sessions changed, all by their own new ids. */
  static Request named(
      Request request,
      List<CareSession> all,
      String name,
      Set<String> changed,
      UnaryOperator<CareSession> change) {
    List<CareSession> sessions = new ArrayList<>();
    for (CareSession session : all) {
      CareSession now = changed.contains(session.id()) ? change.apply(session) : session;
      sessions.add(Copies.with(now, Map.of("id", session.id() + MARK + name)));
    }
    return with(request, request.id() + MARK + name, request.limits(), sessions);
  }

  /** The care session of the request itself behind one of a variant. */
  static String original(String sessionId) {
    int mark = sessionId.lastIndexOf(MARK);
    return mark < 0 ? sessionId : sessionId.substring(0, mark);
  }

  /** Placements by the care sessions of the request itself. */
  static List<Placement> original(List<Placement> placements) {
    return placements.stream()
        .map(
            each ->
                new Placement(
                    original(each.sessionId()), each.state(), each.heldUntil(), each.legs()))
        .toList();
  }

  /** The request with other limits and care sessions by single dates. */
  static Request with(Request request, String id, FamilyLimits limits, List<CareSession> sessions) {
    return Copies.with(
        request, Map.of("id", id, "limits", limits, "sessions", sessions, "patterns", List.of()));
  }

  /** Limits with the conditions given, the others as they are. */
  static FamilyLimits limits(
      FamilyLimits limits,
      int maxTravelMinutes,
      @Nullable Integer maxCentsPerHour,
      boolean together,
      boolean allOrNothing) {
    Map<String, @Nullable Object> changes = new HashMap<>();
    changes.put("maxTravelMinutes", maxTravelMinutes);
    changes.put("maxCentsPerHour", maxCentsPerHour);
    changes.put("siblingsTogether", together);
    changes.put("allOrNothing", allOrNothing);
    return Copies.with(limits, changes);
  }

  /** All times some minutes later, or earlier below 0, on the clock. */
  static CareSession shifted(CareSession session, int minutes) {
    return timed(session, session.minutes(), time -> moved(time, minutes, minutes));
  }

  private static CareSession timed(
      CareSession session, int minutes, UnaryOperator<Interval> change) {
    Interval away = session.parentAway();
    Map<String, @Nullable Object> changes = new HashMap<>();
    changes.put("minutes", minutes);
    changes.put("windows", session.windows().stream().map(change).toList());
    changes.put("parentAway", away == null ? null : change.apply(away));
    return Copies.with(session, changes);
  }

  /** All times some days later, at the same hours. */
  static CareSession later(CareSession session, int days) {
    return timed(
        session,
        session.minutes(),
        time -> new Interval(time.start().plusDays(days), time.end().plusDays(days)));
  }

  /** Shorter by some minutes at the start and at the end; flexible care keeps its windows. */
  static CareSession shortened(CareSession session, int start, int end) {
    int minutes = session.parentAway() == null ? session.minutes() - start - end : 0;
    return timed(
        session, minutes, fixed(session) ? time -> moved(time, start, -end) : time -> time);
  }

  /** Whether the only window is as long as the care, or the parent's hours decide. */
  static boolean fixed(CareSession session) {
    if (session.parentAway() != null) {
      return true;
    }
    Interval first = session.windows().getFirst();
    return session.windows().size() == 1
        && ChronoUnit.MINUTES.between(first.start(), first.end()) == session.minutes();
  }

  private static Interval moved(Interval time, int start, int end) {
    return new Interval(time.start().plusMinutes(start), time.end().plusMinutes(end));
  }

  /** Dates on which placements begin. */
  static Set<LocalDate> dates(List<Placement> placements) {
    Set<LocalDate> dates = new TreeSet<>();
    for (Placement placement : placements) {
      for (Leg leg : placement.legs()) {
        dates.add(leg.start().toLocalDate());
      }
    }
    return dates;
  }
}
