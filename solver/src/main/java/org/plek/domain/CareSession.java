package org.plek.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One block of care for one child (opvangmoment).
 *
 * <p>Exactly one of two forms: {@code windows} with {@code minutes} (fixed when the only window is
 * exactly that long, else flexible: any start on the 15-minute grid inside one of the windows), or
 * {@code parentAway}: the time in which the parent must be at the destination of the request, so
 * that drop-off and pick-up follow from the way to each provider.
 *
 * @param id unique in the problem
 * @param childId the child
 * @param minutes length of the care; 0 with {@code parentAway}
 * @param windows times within which the care must lie, several for several days to choose from
 * @param parentAway time at the destination, absent with {@code windows}
 * @param school school at either end; only of fixed care
 */
public record CareSession(
    String id,
    String childId,
    int minutes,
    List<Interval> windows,
    @Nullable Interval parentAway,
    SchoolWays school) {
  public CareSession {
    windows = List.copyOf(windows);
  }

  /** Care without a school at either end. */
  public CareSession(
      String id,
      String childId,
      int minutes,
      List<Interval> windows,
      @Nullable Interval parentAway) {
    this(id, childId, minutes, windows, parentAway, SchoolWays.NONE);
  }

  /** The first date on which it can start; for a session by the parent's hours that of those. */
  public LocalDate firstDate() {
    return (parentAway == null ? windows.getFirst() : parentAway).start().toLocalDate();
  }

  /** Minutes of care asked on the clock; for a session by the parent's hours those. */
  public int careMinutes() {
    return parentAway == null
        ? minutes
        : (int) ChronoUnit.MINUTES.between(parentAway.start(), parentAway.end());
  }
}
