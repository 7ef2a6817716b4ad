package org.plek.staffing;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plek.domain.Caregiver;
import org.plek.domain.DayException;
import org.plek.domain.Placement;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.domain.ProviderKind;
import org.plek.domain.Schedule;
import org.plek.domain.TimeRange;
import org.plek.domain.Unplaced;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.plain.Explainer;
import org.plek.scoring.plain.Match;
import org.plek.scoring.plain.ProviderAnswer;

/**
 * Looks for hours in which one more caregiver would let care sessions in: those whose only blocker
 * is a ratio broken within an hour, then each hour is tried with the caregiver there.
 */
final class HourSearch {
  private static final int MINUTES = 60;

  /** Hours that are tried for each one that is asked for. */
  private static final int TRIED = 3;

  private final Trial trial;

  private record Hour(String providerId, String groupId, LocalDateTime from) {}

  HourSearch(Trial trial) {
    this.trial = trial;
  }

  List<HourHelp> best(int most) {
    List<HourHelp> helps = new ArrayList<>();
    wanted().entrySet().stream()
        .sorted(
            Comparator.comparingLong(
                    (Map.Entry<Hour, List<String>> e) -> -trial.careMinutes(e.getValue()))
                .thenComparing(e -> e.getKey().from())
                .thenComparing(e -> e.getKey().groupId()))
        .limit((long) most * TRIED)
        .forEach(
            entry -> {
              HourHelp help = tried(entry.getKey(), entry.getValue());
              if (!help.sessionIds().isEmpty()) {
                helps.add(help);
              }
            });
    helps.sort(
        Comparator.comparingLong(HourHelp::careMinutes)
            .reversed()
            .thenComparing(HourHelp::from)
            .thenComparing(HourHelp::groupId));
    return List.copyOf(helps.subList(0, Math.min(most, helps.size())));
  }

  /** Hours that begin where a ratio first keeps a care session out, with the sessions. */
  private Map<Hour, List<String>> wanted() {
    Map<Hour, List<String>> wanted = new LinkedHashMap<>();
    Explainer explainer = trial.explainer(trial.index(), trial.placements());
    for (Unplaced unplaced : explainer.unplaced()) {
      for (ProviderAnswer answer :
          explainer.explain(unplaced.sessionId(), Explainer.NEAREST).nearest()) {
        Match blocker = answer.blocker();
        if (blocker != null
            && blocker.constraint() == ConstraintName.RATIO
            && blocker.from() != null
            && blocker.until() != null
            && ChronoUnit.MINUTES.between(blocker.from(), blocker.until()) <= MINUTES
            && trial.provider(answer.providerId()).kind() == ProviderKind.DAYCARE) {
          wanted
              .computeIfAbsent(
                  new Hour(answer.providerId(), answer.groupId(), blocker.from()),
                  key -> new ArrayList<>())
              .add(unplaced.sessionId());
        }
      }
    }
    return wanted;
  }

  private HourHelp tried(Hour hour, List<String> sessionIds) {
    ProblemIndex staffed = with(hour);
    List<Placement> plan = new ArrayList<>(trial.placements());
    List<String> placed = new ArrayList<>();
    for (String sessionId : sessionIds) {
      Placement placement = trial.fitting(staffed, plan, sessionId, hour.providerId());
      if (placement != null) {
        plan.add(placement);
        placed.add(sessionId);
      }
    }
    return new HourHelp(
        hour.providerId(), hour.groupId(), hour.from(), placed, trial.careMinutes(placed));
  }

  /** The problem with one more caregiver for an hour. */
  private ProblemIndex with(Hour hour) {
    LocalDateTime end = hour.from().plusMinutes(MINUTES);
    TimeRange range =
        new TimeRange(
            hour.from().toLocalTime(),
            end.toLocalTime(),
            !end.toLocalDate().equals(hour.from().toLocalDate()));
    Caregiver more =
        new Caregiver(
            "one more caregiver",
            hour.groupId(),
            new Schedule(
                List.of(), List.of(new DayException(hour.from().toLocalDate(), List.of(range)))),
            Schedule.NEVER,
            true,
            Set.of());
    Provider there = trial.provider(hour.providerId());
    List<Caregiver> staff = new ArrayList<>(there.caregivers());
    staff.add(more);
    return trial.with(there.with(there.groups(), staff));
  }
}
