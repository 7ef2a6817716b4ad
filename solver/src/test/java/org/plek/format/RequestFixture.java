package org.plek.format;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.plek.domain.CareSession;
import org.plek.domain.Interval;

/** Care sessions for tests. */
final class RequestFixture {
  private RequestFixture() {}

  static CareSession fixed(String id, String childId, LocalDateTime start, LocalDateTime end) {
    int minutes = (int) ChronoUnit.MINUTES.between(start, end);
    return new CareSession(id, childId, minutes, List.of(new Interval(start, end)), null);
  }
}
