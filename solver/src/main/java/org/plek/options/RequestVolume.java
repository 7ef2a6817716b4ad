package org.plek.options;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.plek.domain.CareSession;
import org.plek.domain.Interval;
import org.plek.domain.LeastVolume;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Timeline;

/** The most care that a request could give one provider if all of it went there. */
final class RequestVolume {
  private final ProblemIndex index;
  private final AskedTimes times;
  private final long[] minutes;
  private final int[] sessionsByParent;
  private final BitSet[] days;

  RequestVolume(ProblemIndex index, AskedTimes times) {
    this.index = index;
    this.times = times;
    int requests = index.problem().requests().size();
    minutes = new long[requests];
    sessionsByParent = new int[requests];
    days = new BitSet[requests];
    for (int r = 0; r < requests; r++) {
      days[r] = new BitSet(index.problem().days());
      for (int s = index.firstSession(r); s < index.firstSession(r + 1); s++) {
        add(r, index.sessions().get(s));
      }
    }
  }

  private void add(int request, CareSession asked) {
    Timeline timeline = index.timeline();
    Interval away = asked.parentAway();
    if (away != null) {
      minutes[request] += timeline.minutes(away.start(), away.end());
      sessionsByParent[request]++;
      // The way there may begin on the evening before.
      mark(request, away.start().toLocalDate().minusDays(1), away.start().toLocalDate());
      return;
    }
    Interval first = asked.windows().getFirst();
    minutes[request] +=
        AskedTimes.fixed(asked) ? timeline.minutes(first.start(), first.end()) : asked.minutes();
    for (Interval window : asked.windows()) {
      // One hour later at most when the clock is set back within the window.
      LocalDateTime last = window.end().minusMinutes(Math.max(1, asked.minutes() - 60));
      mark(request, window.start().toLocalDate(), last.toLocalDate());
    }
  }

  private void mark(int request, LocalDate first, LocalDate last) {
    for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
      long day = ChronoUnit.DAYS.between(index.problem().from(), date);
      if (day >= 0 && day < index.problem().days()) {
        days[request].set((int) day);
      }
    }
  }

  /** Whether even the whole request stays under the least minutes. */
  boolean tooFewMinutes(int session, int provider) {
    return most(session, provider) < needed(provider);
  }

  /** Why even the whole request stays under the least minutes, or null. */
  @Nullable String minutesShort(int session, int provider) {
    return tooFewMinutes(session, provider)
        ? "the whole request is "
            + most(session, provider)
            + " minutes, the provider takes "
            + needed(provider)
            + " or more"
        : null;
  }

  private long needed(int provider) {
    LeastVolume least = index.problem().providers().get(provider).leastVolume();
    return (long) least.minutesPerMonth() * Math.min(index.problem().days(), 30) / 30;
  }

  private long most(int session, int provider) {
    int request = index.requestOf(session);
    return minutes[request]
        + (sessionsByParent[request] == 0
            ? 0
            : (long) sessionsByParent[request]
                * (times.minutesToDestination(session, provider)
                    + times.minutesFromDestination(session, provider)));
  }

  /** Why even the whole request stays under the least days in the week of a date, or null. */
  @Nullable String daysShort(int session, int provider, long startDay) {
    int needed = index.problem().providers().get(provider).leastVolume().daysPerWeek();
    if (needed <= 0) {
      return null;
    }
    LocalDate monday =
        LocalDate.ofEpochDay(startDay).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    int first = (int) ChronoUnit.DAYS.between(index.problem().from(), monday);
    if (first < 0 || first + 7 > index.problem().days()) {
      return null;
    }
    int possible = days[index.requestOf(session)].get(first, first + 7).cardinality();
    return possible >= needed
        ? null
        : "the request has "
            + possible
            + " days in the week of "
            + monday
            + ", the provider takes "
            + needed
            + " or more";
  }
}
