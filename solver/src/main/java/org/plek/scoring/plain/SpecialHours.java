package org.plek.scoring.plain;

import java.time.LocalTime;
import java.util.BitSet;
import org.plek.domain.Provider;
import org.plek.domain.Timeline;
import org.plek.rules.Clause;
import org.plek.rules.RulePack;

/**
 * Planned hours of rest and of fewer caregivers as far as the law of each date knows them: beyond
 * the most of a day, in barred hours, or where the site is open too short, they are ordinary hours.
 */
final class SpecialHours {
  private final Timeline timeline;
  private final Provider provider;
  private final RulePack pack;

  SpecialHours(Timeline timeline, Provider provider, RulePack pack) {
    this.timeline = timeline;
    this.provider = provider;
    this.pack = pack;
  }

  /** Rest, the first hours of each day that the law allows. */
  BitSet resting(BitSet planned) {
    if (planned.isEmpty()) {
      return planned;
    }
    for (int day = 0; day <= timeline.days(); day++) {
      int first = day;
      pack.clause(Clause.Resting.class, provider.kind(), timeline.date(day), provider.ruleChoices())
          .ifPresent(rule -> keepFirst(planned, first, rule.mostMinutesPerDay()));
    }
    return planned;
  }

  /** Fewer caregivers, the first hours of each day that the law allows. */
  BitSet window(BitSet planned) {
    if (planned.isEmpty()) {
      return planned;
    }
    BitSet open = Hours.inward(provider.opening(), timeline);
    for (int day = 0; day <= timeline.days(); day++) {
      int first = day;
      pack.clause(
              Clause.FewerCaregivers.class,
              provider.kind(),
              timeline.date(day),
              provider.ruleChoices())
          .ifPresent(rule -> judge(planned, first, rule, open));
    }
    return planned;
  }

  private void judge(BitSet planned, int day, Clause.FewerCaregivers rule, BitSet open) {
    int from = timeline.dayStart(day);
    int until = timeline.dayStart(day + 1);
    if (longestRun(open, from, until) * Timeline.SLOT_MINUTES < rule.leastOpeningMinutes()) {
      planned.clear(from, until);
      return;
    }
    for (int slot = planned.nextSetBit(from);
        slot >= 0 && slot < until;
        slot = planned.nextSetBit(slot + 1)) {
      LocalTime time = timeline.time(slot).toLocalTime();
      for (Clause.Barred barred : rule.barred()) {
        if (!time.isBefore(barred.from()) && time.isBefore(barred.to())) {
          planned.clear(slot);
        }
      }
    }
    keepFirst(planned, day, rule.mostMinutesPerDay());
  }

  private static int longestRun(BitSet open, int from, int until) {
    int longest = 0;
    for (int start = open.nextSetBit(from); start >= 0 && start < until; ) {
      int end = Math.min(until, open.nextClearBit(start));
      longest = Math.max(longest, end - start);
      start = open.nextSetBit(end);
    }
    return longest;
  }

  private void keepFirst(BitSet planned, int day, int minutes) {
    int left = minutes / Timeline.SLOT_MINUTES;
    int until = timeline.dayStart(day + 1);
    for (int slot = planned.nextSetBit(timeline.dayStart(day));
        slot >= 0 && slot < until;
        slot = planned.nextSetBit(slot + 1)) {
      if (left-- <= 0) {
        planned.clear(slot);
      }
    }
  }
}
