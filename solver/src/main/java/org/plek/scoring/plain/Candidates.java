package org.plek.scoring.plain;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.plek.domain.CareSession;
import org.plek.domain.Interval;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.Timeline;

/** The ways to place a care session with one provider in one leg. */
final class Candidates {
  private final Facts facts;

  Candidates(Facts facts) {
    this.facts = facts;
  }

  /** One placement for each group and possible time. */
  List<PlacedCare> with(int session, int provider) {
    List<PlacedCare> candidates = new ArrayList<>();
    String sessionId = facts.sessionId(session);
    String providerId = facts.provider(provider).id();
    List<Interval> times = times(session, provider);
    for (int group = facts.index.firstGroup(provider);
        group < facts.index.firstGroup(provider + 1);
        group++) {
      String groupId = facts.index.groups().get(group).id();
      for (Interval time : times) {
        Leg leg = new Leg(providerId, groupId, time.start(), time.end(), 0);
        candidates.add(
            facts.placed(new Placement(sessionId, PlacementState.PROPOSED, null, List.of(leg))));
      }
    }
    return candidates;
  }

  /** The fixed time, the parent's hours plus the way, or every start on the grid. */
  private List<Interval> times(int session, int provider) {
    CareSession care = facts.index.sessions().get(session);
    Interval away = care.parentAway();
    if (away != null) {
      return List.of(
          SessionRules.parentsHours(
              facts, facts.index.requestOf(session), provider, provider, away));
    }
    if (SessionRules.fixed(care)) {
      return care.windows();
    }
    List<Interval> times = new ArrayList<>();
    Timeline timeline = facts.timeline;
    for (Interval window : care.windows()) {
      for (int slot = timeline.ceilSlot(window.start()); ; slot++) {
        LocalDateTime start = timeline.time(slot);
        LocalDateTime end =
            start.atZone(facts.problem.zone()).plusMinutes(care.minutes()).toLocalDateTime();
        if (end.isAfter(window.end())) {
          break;
        }
        times.add(new Interval(start, end));
      }
    }
    return times;
  }
}
