package org.plek.options;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Caregiver;
import org.plek.domain.Group;
import org.plek.domain.JoinedHours;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.domain.Schedule;
import org.plek.domain.Timeline;
import org.plek.rules.Level;
import org.plek.rules.RulePack;
import org.plek.rules.RulePacks;
import org.plek.scoring.ConstraintName;

/** When groups are open, licensed and staffed by anybody who counts. */
final class GroupHours {
  private final Timeline timeline;
  private final boolean callIn;
  private final SlotSet[] open;
  private final @Nullable SlotSet[] licensed;
  private final SlotSet[] staffed;

  /** Slots that are open: the same 64 of all groups side by side, as one time is asked of many. */
  private final long[][] openWords;

  /** Slots that are open, licensed and staffed, likewise. */
  private final long[][] serving;

  GroupHours(ProblemIndex index, RulePacks packs) {
    timeline = index.timeline();
    Problem problem = index.problem();
    callIn = problem.policy().callIn();
    int groups = index.groups().size();
    open = new SlotSet[groups];
    licensed = new SlotSet[groups];
    staffed = new SlotSet[groups];
    openWords = new long[(timeline.slots() + 63) / 64][groups];
    serving = new long[(timeline.slots() + 63) / 64][groups];
    Map<Schedule, SlotSet> made = new IdentityHashMap<>();
    for (int p = 0; p < problem.providers().size(); p++) {
      Provider provider = problem.providers().get(p);
      RulePack pack =
          packs.pack(provider.rulePack() == null ? problem.rulePack() : provider.rulePack());
      for (int g = index.firstGroup(p); g < index.firstGroup(p + 1); g++) {
        Group group = index.groups().get(g);
        Schedule hours = group.opening() == null ? provider.opening() : group.opening();
        open[g] = made.computeIfAbsent(hours, key -> SlotSet.inside(timeline, key));
        licensed[g] =
            provider.licensedHours() == null
                ? null
                : made.computeIfAbsent(
                    provider.licensedHours(), key -> SlotSet.inside(timeline, key));
        staffed[g] = staffed(provider, group, pack);
        SlotSet licence = licensed[g];
        for (int w = 0; w < serving.length; w++) {
          openWords[w][g] = open[g].word(w);
          serving[w][g] = staffed[g].word(w) & openWords[w][g];
          if (licence != null) {
            serving[w][g] &= licence.word(w);
          }
        }
      }
    }
  }

  /**
   * Slots in which somebody who counts is there for a group: one of its own caregivers where the
   * law counts in groups on that date, anybody of the provider where it counts the location, or
   * where groups are joined one of any of them.
   */
  private SlotSet staffed(Provider provider, Group group, RulePack pack) {
    if (provider.groups().size() == 1) {
      return staff(provider, caregiver -> true);
    }
    SlotSet set = staff(provider, caregiver -> group.id().equals(caregiver.groupId()));
    for (JoinedHours joined : provider.arrangements().joinedHours()) {
      if (joined.groupIds().contains(group.id())) {
        SlotSet together =
            staff(provider, caregiver -> joined.groupIds().contains(caregiver.groupId()));
        SlotSet hours = SlotSet.inside(timeline, new Schedule(joined.hours(), List.of()));
        set.addBoth(together, hours, 0, timeline.slots());
      }
    }
    SlotSet anybody = null;
    for (int day = 0; day <= timeline.days(); day++) {
      if (!pack.counts(provider.kind(), Level.GROUP, timeline.date(day))) {
        anybody = anybody == null ? staff(provider, caregiver -> true) : anybody;
        set.addBoth(anybody, anybody, timeline.dayStart(day), timeline.dayStart(day + 1));
      }
    }
    return set;
  }

  private SlotSet staff(Provider provider, Predicate<Caregiver> who) {
    SlotSet set = new SlotSet(timeline.slots());
    for (Caregiver caregiver : provider.caregivers()) {
      if (caregiver.counts() && who.test(caregiver)) {
        set.addInside(timeline, caregiver.hours());
        if (callIn) {
          set.addInside(timeline, caregiver.onCall());
        }
      }
    }
    return set;
  }

  /**
   * The first rule of hours in enum order that blocks a leg.
   *
   * @return the ordinal of the rule, or -1
   */
  int blocked(int group, Span span) {
    return serves(group, span) ? -1 : blockedBy(group, span).ordinal();
  }

  /** Whether a group is open, licensed and staffed for a leg. */
  boolean serves(int group, Span span) {
    return covers(serving, group, span);
  }

  private boolean covers(long[][] words, int group, Span span) {
    int from = span.from();
    int until = span.until();
    if (from < 0 || until > timeline.slots()) {
      return false;
    }
    for (int w = from >>> 6; w << 6 < until; w++) {
      if ((~words[w][group] & SlotSet.part(w, from, until)) != 0) {
        return false;
      }
    }
    return true;
  }

  private ConstraintName blockedBy(int group, Span span) {
    if (!covers(openWords, group, span)) {
      return ConstraintName.OPEN;
    }
    SlotSet licence = licensed[group];
    return licence != null && !licence.covers(span.from(), span.until())
        ? ConstraintName.LICENSED_HOURS
        : ConstraintName.RATIO;
  }

  /**
   * First slot from {@code from} in which the group could not have the child; {@code until} most.
   */
  int servesUntil(int group, int from, int until) {
    if (from < 0) {
      return from;
    }
    int end = Math.min(until, timeline.slots());
    for (int w = from >>> 6; w << 6 < end; w++) {
      long missing = ~serving[w][group] & SlotSet.part(w, from, end);
      if (missing != 0) {
        return (w << 6) + Long.numberOfTrailingZeros(missing);
      }
    }
    return end;
  }

  /**
   * First slot since which the group could have the child until {@code until}; or {@code until}.
   */
  int servesSince(int group, int from, int until) {
    if (until > timeline.slots()) {
      return until;
    }
    int first = Math.max(0, from);
    for (int w = (until - 1) >> 6; w >= first >>> 6; w--) {
      long missing = ~serving[w][group] & SlotSet.part(w, first, until);
      if (missing != 0) {
        return (w << 6) + 64 - Long.numberOfLeadingZeros(missing);
      }
    }
    return first;
  }

  /** The first slot of a leg that a rule of opening, licence or caregivers does not cover. */
  int firstMissing(ConstraintName rule, int group, Span span) {
    SlotSet licence = licensed[group];
    SlotSet set =
        switch (rule) {
          case OPEN -> open[group];
          case LICENSED_HOURS -> licence == null ? open[group] : licence;
          default -> staffed[group];
        };
    int from = Math.clamp(span.from(), 0, timeline.slots());
    return set.firstMissing(from, Math.clamp(span.until(), from, timeline.slots()));
  }
}
