package org.plek.recommend;

import java.util.ArrayList;
import java.util.List;
import org.plek.domain.CareSession;
import org.plek.domain.Interval;
import org.plek.domain.Request;

/** Care sessions of a request that must be with one provider: siblings whose care overlaps. */
final class Units {
  private Units() {}

  /** The care sessions asked, put together where the family wants siblings together. */
  static List<List<CareSession>> of(Request request, List<CareSession> asked) {
    List<List<CareSession>> units = new ArrayList<>();
    for (CareSession session : asked) {
      List<CareSession> own = new ArrayList<>(List.of(session));
      if (request.limits().siblingsTogether()) {
        for (List<CareSession> unit : List.copyOf(units)) {
          if (unit.stream().anyMatch(other -> meet(session, other))) {
            units.remove(unit);
            own.addAll(0, unit);
          }
        }
      }
      units.add(own);
    }
    return units;
  }

  private static boolean meet(CareSession one, CareSession other) {
    return !one.childId().equals(other.childId())
        && times(one).stream()
            .anyMatch(
                mine ->
                    times(other).stream()
                        .anyMatch(
                            theirs ->
                                mine.start().isBefore(theirs.end())
                                    && theirs.start().isBefore(mine.end())));
  }

  /** The windows, or the time at which the parent is away. */
  static List<Interval> times(CareSession session) {
    Interval away = session.parentAway();
    return away == null ? session.windows() : List.of(away);
  }
}
