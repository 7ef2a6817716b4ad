package org.plek.scoring.fast;

import java.time.LocalDateTime;
import java.util.BitSet;
import org.plek.domain.Provider;
import org.plek.domain.Timeline;
import org.plek.rules.Clause;

/** Hours at which a group plans rest or fewer caregivers; needed only while a model is made. */
final class PlannedHours {
  private final FastModel model;

  PlannedHours(FastModel model) {
    this.model = model;
  }

  /** Slots of planned rest of a group, as far as the law of each date knows them. */
  BitSet restOf(int group) {
    BitSet rest = model.hours.weekly(model.index.groups().get(group).resting());
    Provider provider = model.index.problem().providers().get(model.providerOf[group]);
    if (!rest.isEmpty()) {
      for (int day = 0; day <= model.timeline.days(); day++) {
        var rule =
            model.schemeOf[group].pack.clause(
                Clause.Resting.class,
                provider.kind(),
                model.timeline.date(day),
                provider.ruleChoices());
        if (rule.isPresent()) {
          shorten(rest, day, rule.get().mostMinutesPerDay());
        }
      }
    }
    return rest;
  }

  /** Slots in which a group plans fewer caregivers, as far as the law of each date allows it. */
  BitSet windowOf(int group) {
    BitSet window = model.hours.weekly(model.index.groups().get(group).threeHourWindow());
    if (window.isEmpty()) {
      return window;
    }
    int p = model.providerOf[group];
    Provider provider = model.index.problem().providers().get(p);
    for (int day = 0; day <= model.timeline.days(); day++) {
      var found =
          model.schemeOf[group].pack.clause(
              Clause.FewerCaregivers.class,
              provider.kind(),
              model.timeline.date(day),
              provider.ruleChoices());
      if (found.isEmpty()) {
        continue;
      }
      int run = 0;
      int longest = 0;
      for (int t = model.timeline.dayStart(day); t < model.timeline.dayStart(day + 1); t++) {
        run = model.providerOpen[p].get(t) ? run + 1 : 0;
        longest = Math.max(longest, run);
        LocalDateTime moment = model.timeline.time(t);
        for (Clause.Barred barred : found.get().barred()) {
          if (!moment.toLocalTime().isBefore(barred.from())
              && moment.toLocalTime().isBefore(barred.to())) {
            window.clear(t);
          }
        }
      }
      boolean longEnough = longest * Timeline.SLOT_MINUTES >= found.get().leastOpeningMinutes();
      shorten(window, day, longEnough ? found.get().mostMinutesPerDay() : 0);
    }
    return window;
  }

  /** Keeps the first minutes of a day. */
  private void shorten(BitSet hours, int day, int minutes) {
    int kept = 0;
    for (int t = model.timeline.dayStart(day); t < model.timeline.dayStart(day + 1); t++) {
      if (hours.get(t) && ++kept > minutes / Timeline.SLOT_MINUTES) {
        hours.clear(t);
      }
    }
  }
}
