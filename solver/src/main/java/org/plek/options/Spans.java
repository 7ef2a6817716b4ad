package org.plek.options;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plek.domain.CareSession;
import org.plek.domain.Interval;
import org.plek.domain.ProblemIndex;
import org.plek.domain.RegularChild;
import org.plek.domain.Timeline;

/** Makes the possible times of care sessions. */
final class Spans {
  private final ProblemIndex index;
  private final Timeline timeline;
  private final AskedTimes times;
  private final @Nullable SlotSet[] regularHours;

  Spans(ProblemIndex index, AskedTimes times) {
    this.index = index;
    this.times = times;
    timeline = index.timeline();
    regularHours = new SlotSet[index.children().size()];
    for (var group : index.groups()) {
      for (RegularChild regular : group.regularChildren()) {
        int child = regular.childId() == null ? -1 : index.child(regular.childId());
        if (child >= 0) {
          SlotSet set = regularHours[child];
          if (set == null) {
            set = new SlotSet(timeline.slots());
            regularHours[child] = set;
          }
          set.addTouched(timeline, regular.hours(), regular.from(), regular.until());
        }
      }
    }
  }

  /** One leg from start to end for the child of a session. */
  Span of(int session, LocalDateTime start, LocalDateTime end) {
    int child = index.childOf(session);
    SlotSet regular = regularHours[child];
    int from = timeline.floorSlot(start);
    int until = timeline.ceilSlot(end);
    return new Span(
        start,
        end,
        from,
        until,
        (int) timeline.minutes(start, end),
        ageMonths(child, start.toLocalDate()),
        start.toLocalDate().toEpochDay(),
        timeline.minutes(index.problem().asOf(), start),
        regular != null && regular.meets(from, until));
  }

  /** Completed months on a date; below every age for the unborn. */
  private int ageMonths(int child, LocalDate date) {
    LocalDate born = index.children().get(child).birthDate();
    return born.isAfter(date) ? Integer.MIN_VALUE : (int) ChronoUnit.MONTHS.between(born, date);
  }

  /** Every time of a session that does not depend on the provider, in order. */
  List<Span> ofWindows(int session) {
    CareSession asked = index.sessions().get(session);
    List<Span> spans = new ArrayList<>();
    if (asked.parentAway() != null) {
      return spans;
    }
    if (AskedTimes.fixed(asked)) {
      Interval only = asked.windows().getFirst();
      spans.add(of(session, only.start(), only.end()));
      return spans;
    }
    for (Interval window : asked.windows()) {
      int before = spans.size();
      for (LocalDateTime start = onGrid(window.start());
          start.isBefore(window.end());
          start = start.plusMinutes(Timeline.SLOT_MINUTES)) {
        LocalDateTime at = start;
        LocalDateTime end = times.after(start, asked.minutes());
        // A local time that a spring change skips is no start, one that an autumn change repeats
        // no end but the first time; windows may overlap.
        if (!end.isAfter(window.end())
            && timeline.time(timeline.floorSlot(start)).equals(start)
            && timeline.minutes(start, end) == asked.minutes()
            && spans.subList(0, before).stream().noneMatch(span -> span.start().equals(at))) {
          spans.add(of(session, start, end));
        }
      }
    }
    spans.sort(java.util.Comparator.comparing(Span::start));
    return spans;
  }

  /** The only time of a session by the parent's hours with a provider. */
  Span ofParent(int session, int provider) {
    LocalDateTime start = times.start(session, provider, 0);
    return of(session, start, times.end(session, provider, start));
  }

  private static LocalDateTime onGrid(LocalDateTime moment) {
    int past = (moment.getMinute() % Timeline.SLOT_MINUTES);
    LocalDateTime down = moment.truncatedTo(ChronoUnit.MINUTES).minusMinutes(past);
    return down.isBefore(moment) ? down.plusMinutes(Timeline.SLOT_MINUTES) : down;
  }
}
