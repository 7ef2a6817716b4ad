package org.plek.options;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plek.domain.BlackOut;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Request;

/** Dates on which the policy gives no care, found by child. */
final class DatesWithoutCare {
  private final ProblemIndex index;
  private final List<BlackOut> ofAll = new ArrayList<>();
  private final Map<String, List<BlackOut>> ofChild = new HashMap<>();

  DatesWithoutCare(ProblemIndex index) {
    this.index = index;
    for (BlackOut one : index.problem().policy().blackOuts()) {
      if (one.children().isEmpty()) {
        ofAll.add(one);
      }
      for (String child : one.children()) {
        ofChild.computeIfAbsent(child, key -> new ArrayList<>()).add(one);
      }
    }
  }

  /** Whether there are any. */
  boolean any() {
    return !ofAll.isEmpty() || !ofChild.isEmpty();
  }

  /** Whether the child of a session gets no care with a provider on a date. */
  boolean refuse(int session, String providerId, long epochDay) {
    Request request = index.problem().requests().get(index.requestOf(session));
    String child = index.sessions().get(session).childId();
    LocalDate date = LocalDate.ofEpochDay(epochDay);
    return ofAll.stream().anyMatch(one -> one.concerns(request, child, providerId, date))
        || ofChild.getOrDefault(child, List.of()).stream()
            .anyMatch(one -> one.concerns(request, child, providerId, date));
  }
}
