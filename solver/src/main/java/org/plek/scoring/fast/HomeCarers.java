package org.plek.scoring.fast;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Family;
import org.plek.domain.HomeCareTerms;
import org.plek.domain.Point;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Stay;
import org.plek.domain.Timeline;
import org.plek.domain.Travel;
import org.plek.options.Ways;
import org.plek.scoring.ConstraintName;

/** Households, ways between homes, and limits of days and hours of home carers. */
final class HomeCarers {
  /** Gaps longer than this are never asked about: no way between homes is longer. */
  private static final int MOST_SLOTS_ON_THE_WAY = 4 * 24;

  private final FastModel model;
  private final Legs legs;
  private final Occupancy occupancy;
  private final Ways homes;
  private final @Nullable HomeCareTerms[] terms;
  private final int[] weekOfDay;

  /** The weekday of each day as one bit. */
  private final byte[] weekday;

  private final int[] weekStart;

  /** Family that shares with a family, by family; -1 without. */
  private final int[] sharing;

  private final boolean[] @Nullable [] sharingAllowed;

  /** Most days with one family by scheme and week. */
  private final int[][] mostDays;

  /** Weekdays of history with a family, by group, family and week. */
  private final Map<Long, Integer> history = new HashMap<>();

  HomeCarers(FastModel model, Legs legs, Occupancy occupancy, Travel travel) {
    this.model = model;
    this.legs = legs;
    this.occupancy = occupancy;
    Timeline timeline = model.timeline;
    Problem problem = model.index.problem();
    homes =
        new Ways(travel, problem.families().stream().map(Family::home).toArray(Point[]::new), true);
    terms = new HomeCareTerms[model.providers];
    Arrays.setAll(terms, p -> problem.providers().get(p).homeCare());
    int days = timeline.days() + 1;
    weekOfDay = new int[days];
    weekday = new byte[days];
    LocalDate monday = monday(problem.from());
    for (int day = 0; day < days; day++) {
      weekday[day] = (byte) bit(timeline.date(day));
      weekOfDay[day] = (int) ((timeline.date(day).toEpochDay() - monday.toEpochDay()) / 7);
    }
    int weeks = weekOfDay[days - 1] + 1;
    weekStart = new int[weeks + 1];
    for (int week = 0; week <= weeks; week++) {
      int day = (int) (monday.plusWeeks(week).toEpochDay() - problem.from().toEpochDay());
      weekStart[week] = Math.min(days, Math.max(0, day));
    }
    sharing = new int[problem.families().size()];
    for (int f = 0; f < sharing.length; f++) {
      sharing[f] = sharingWith(model.index, f);
    }
    sharingAllowed = new boolean[model.schemes.size()][days];
    for (int scheme = 0; scheme < model.schemes.size(); scheme++) {
      for (int day = 0; day < days; day++) {
        sharingAllowed[scheme][day] =
            model.schemes.get(scheme).pack.homeCareFamilies(timeline.date(day)) >= 2;
      }
    }
    mostDays = new int[model.schemes.size()][weeks];
    for (int scheme = 0; scheme < model.schemes.size(); scheme++) {
      for (int week = 0; week < weeks; week++) {
        mostDays[scheme][week] =
            model.schemes.get(scheme).pack.homeCareDaysPerWeek(monday.plusWeeks(week));
      }
    }
    for (Stay stay : problem.history()) {
      noteHistory(stay, monday, weeks);
    }
  }

  private static LocalDate monday(LocalDate date) {
    return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static int sharingWith(ProblemIndex index, int family) {
    Family one = index.problem().families().get(family);
    if (one.sharesHomeCareWith() == null) {
      return -1;
    }
    int other = index.family(one.sharesHomeCareWith());
    boolean mutual =
        other >= 0 && one.id().equals(index.problem().families().get(other).sharesHomeCareWith());
    return mutual ? other : -1;
  }

  private void noteHistory(Stay stay, LocalDate monday, int weeks) {
    int provider = model.index.provider(stay.providerId());
    int child = model.index.child(stay.childId());
    long week = Math.floorDiv(stay.date().toEpochDay() - monday.toEpochDay(), 7L);
    if (provider < 0 || child < 0 || week < 0 || week >= weeks) {
      return;
    }
    int group = model.firstGroup[provider];
    if (occupancy.busySlots[group] != null) {
      history.merge(
          key(group, model.index.familyOfChild(child), (int) week),
          bit(stay.date()),
          (a, b) -> a | b);
    }
  }

  private static int bit(LocalDate date) {
    return 1 << (date.getDayOfWeek().getValue() - 1);
  }

  private static long key(int group, int family, int week) {
    return ((long) group << 40) | ((long) family << 12) | week;
  }

  boolean isHomeCarer(int group) {
    return occupancy.busySlots[group] != null;
  }

  /**
   * Whether the carer cannot come to a family for a stay: with another household then, too far from
   * the one before or after, or over a limit of the day or the week. Limits are asked of a stay on
   * one date; of one over midnight they are known after placing.
   */
  boolean elsewhere(int group, int family, int from, int to) {
    int day = model.dayOf[from];
    int lastNear = model.dayOf[to - 1] + 1;
    for (int near = day - legs.longestDays; near <= lastNear; near++) {
      for (int other = legs.first(group, near); other >= 0; other = legs.next(other)) {
        if (keepsAway(other, group, family, from, to)) {
          return true;
        }
      }
    }
    return model.dayOf[to - 1] == day
        && (raisesHours(group, day, occupancy.idleSlots(group, from, to))
            || raisesFamilyDays(group, family, day));
  }

  private boolean raisesHours(int group, int day, int slots) {
    int week = weekOfDay[day];
    return overLimits(group, week, day, slots) > overLimits(group, week, day, 0);
  }

  private boolean raisesFamilyDays(int group, int family, int day) {
    int week = weekOfDay[day];
    if (mostDays(group, week) >= 7) {
      return false;
    }
    int days = daysWith(group, family, week);
    return familyDaysOver(group, family, week, days | weekday[day])
        > familyDaysOver(group, family, week, days);
  }

  private boolean keepsAway(int other, int group, int family, int from, int to) {
    int otherFamily = family(other);
    if (otherFamily == family || sharing[family] == otherFamily) {
      return false;
    }
    int overlap = Math.min(legs.end[other], to) - Math.max(legs.start[other], from);
    if (overlap > 0 || overlap <= -MOST_SLOTS_ON_THE_WAY) {
      return overlap > 0;
    }
    boolean before = from < legs.start[other];
    int way = before ? way(group, family, otherFamily) : way(group, otherFamily, family);
    return way + overlap * Timeline.SLOT_MINUTES > 0;
  }

  /**
   * The legs with other households that keep a carer from coming to a family for a stay.
   *
   * @param found filled from the front
   * @return how many there are, or the length of {@code found} when there are at least so many
   */
  int inTheWay(int group, int family, int from, int to, int[] found) {
    int count = 0;
    int lastNear = model.dayOf[to - 1] + 1;
    for (int near = model.dayOf[from] - legs.longestDays; near <= lastNear; near++) {
      for (int other = legs.first(group, near); other >= 0; other = legs.next(other)) {
        if (keepsAway(other, group, family, from, to)) {
          found[count++] = other;
          if (count == found.length) {
            return count;
          }
        }
      }
    }
    return count;
  }

  int firstOfWeek(int day) {
    return weekStart[weekOfDay[day]];
  }

  int firstOfNextWeek(int day) {
    return weekStart[weekOfDay[day] + 1];
  }

  private HomeCareTerms terms(int group) {
    return Objects.requireNonNull(terms[model.providerOf[group]]);
  }

  private int way(int group, int from, int to) {
    return homes.between(from, to, terms(group).mode());
  }

  /**
   * Adds what one leg breaks together with the other legs of its home carer: overlaps and ways too
   * long for the gap.
   */
  void sumPairs(int leg, int sign, Tally tally) {
    int group = legs.group[leg];
    int family = family(leg);
    int lastNear = model.dayOf[legs.end[leg] - 1] + 1;
    for (int near = legs.day(leg) - legs.longestDays; near <= lastNear; near++) {
      for (int other = legs.first(group, near); other >= 0; other = legs.next(other)) {
        if (other == leg) {
          continue;
        }
        int otherFamily = family(other);
        if (otherFamily != family && !oneHousehold(group, leg, family, other, otherFamily)) {
          sumPair(group, leg, family, other, otherFamily, sign, tally);
        }
      }
    }
  }

  private void sumPair(
      int group, int leg, int family, int other, int otherFamily, int sign, Tally tally) {
    int overlap =
        Math.min(legs.end[leg], legs.end[other]) - Math.max(legs.start[leg], legs.start[other]);
    if (overlap > 0) {
      tally.hard(ConstraintName.HOUSEHOLD, (long) sign * overlap);
      return;
    }
    boolean before = legs.start[leg] < legs.start[other];
    int way = before ? way(group, family, otherFamily) : way(group, otherFamily, family);
    int missing = way + overlap * Timeline.SLOT_MINUTES;
    if (missing > 0) {
      tally.hard(ConstraintName.CARER_TRAVEL, (long) sign * missing);
    }
  }

  private boolean oneHousehold(int group, int leg, int family, int other, int otherFamily) {
    if (sharing[family] != otherFamily) {
      return false;
    }
    int later = legs.start[leg] > legs.start[other] ? leg : other;
    return Objects.requireNonNull(sharingAllowed[model.schemeOfGroup[group]])[legs.day(later)];
  }

  private int family(int leg) {
    return model.index.familyOfChild(model.index.childOf(leg >> 1));
  }

  /** Adds the limits of the weeks that a leg touches, and the days with its family. */
  void sumLimits(int group, int family, int firstDay, int lastDay, int sign, Tally tally) {
    for (int week = weekOfDay[firstDay]; week <= weekOfDay[lastDay]; week++) {
      int over = overLimits(group, week, firstDay, 0);
      if (over > 0) {
        tally.hard(ConstraintName.CARER_LIMITS, (long) sign * over);
      }
    }
    int week = weekOfDay[firstDay];
    if (mostDays(group, week) < 7) {
      int over = familyDaysOver(group, family, week, daysWith(group, family, week));
      if (over > 0) {
        tally.hard(ConstraintName.CARER_FAMILY_DAYS, (long) sign * over);
      }
    }
  }

  /** What a week is over its limits with so many more busy slots on one day. */
  private int overLimits(int group, int week, int moreOn, int slots) {
    HomeCareTerms most = terms(group);
    short[] busy = Objects.requireNonNull(occupancy.busySlots[group]);
    int over = 0;
    int minutesOfWeek = 0;
    int daysOfWeek = 0;
    for (int day = weekStart[week]; day < weekStart[week + 1]; day++) {
      int minutes = (busy[day] + (day == moreOn ? slots : 0)) * Timeline.SLOT_MINUTES;
      minutesOfWeek += minutes;
      daysOfWeek += minutes > 0 ? 1 : 0;
      over += most.maxMinutesPerDay() > 0 ? Math.max(0, minutes - most.maxMinutesPerDay()) : 0;
    }
    over +=
        most.maxMinutesPerWeek() > 0 ? Math.max(0, minutesOfWeek - most.maxMinutesPerWeek()) : 0;
    over += most.maxDaysPerWeek() > 0 ? Math.max(0, daysOfWeek - most.maxDaysPerWeek()) : 0;
    return over;
  }

  private int mostDays(int group, int week) {
    return mostDays[model.schemeOfGroup[group]][week];
  }

  /** Days over the most that a carer may be with a family she is with on so many of the week. */
  private int familyDaysOver(int group, int family, int week, int weekdays) {
    if (weekdays == 0) {
      return 0;
    }
    int before = history.isEmpty() ? 0 : history.getOrDefault(key(group, family, week), 0);
    return Math.max(0, Integer.bitCount(weekdays | before) - mostDays(group, week));
  }

  /** Weekdays of a week on which a family has legs with the carer, as bits. */
  private int daysWith(int group, int family, int week) {
    int days = 0;
    for (int day = weekStart[week]; day < weekStart[week + 1]; day++) {
      for (int leg = legs.first(group, day); leg >= 0; leg = legs.next(leg)) {
        if (family(leg) == family) {
          days |= weekday[day];
          break;
        }
      }
    }
    return days;
  }

  /** Adds all limits as when the state is first made, before any leg. */
  void sumAll(Tally tally) {
    for (int g = 0; g < model.groups; g++) {
      if (isHomeCarer(g)) {
        for (int week = 0; week + 1 < weekStart.length; week++) {
          tally.hard(ConstraintName.CARER_LIMITS, overLimits(g, week, 0, 0));
        }
      }
    }
  }
}
