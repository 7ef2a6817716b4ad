package org.plek.scoring.fast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plek.domain.BoughtPlaces;
import org.plek.domain.Policy;
import org.plek.domain.Quota;
import org.plek.domain.Reserve;
import org.plek.domain.Timeline;
import org.plek.rules.ChildCounts;

/**
 * Kept-free places, bought places and quota of one group, with the counts they need per slot. A
 * child's <em>variant</em> says which of them it touches: urgent, first-timer, programme.
 */
final class GroupTerms {
  private static final int WALKING_FROM_MONTHS = 18;

  final int keptPlaces;
  final long[] keptChild;
  final BitSet kept;
  final List<String> programmes = new ArrayList<>();
  final List<Integer> boughtPlaces = new ArrayList<>();
  final int maxOccasional;
  final int maxFirstTimers;
  final int minRegularPercent;

  final short[] urgent;
  final short[] occasional;
  final short[] first;
  final short[][] ofProgramme;

  private GroupTerms(
      FastModel model,
      int group,
      @Nullable Reserve reserve,
      List<BoughtPlaces> bought,
      @Nullable Quota quota) {
    int slots = model.slots;
    Timeline timeline = model.timeline;
    kept = new BitSet(slots);
    keptChild = new long[slots];
    if (reserve != null) {
      ClassScheme scheme = model.schemes.get(model.schemeOfGroup[group]);
      long asOfMinute = timeline.minutes(timeline.time(0), model.index.problem().asOf());
      for (int t = 0; t < slots; t++) {
        long releaseMinute = (long) t * Timeline.SLOT_MINUTES - reserve.releaseMinutes();
        kept.set(t, reserve.releaseMinutes() == 0 || asOfMinute < releaseMinute);
        LocalDate date = timeline.date(model.dayOf[t]);
        boolean walking = reserve.ageMonths() >= WALKING_FROM_MONTHS;
        int row = scheme.rowOf(date.minusMonths(reserve.ageMonths()), walking, date);
        keptChild[t] = ChildCounts.one(scheme.groupClass(row));
      }
    }
    keptPlaces = reserve == null ? 0 : reserve.places();
    for (BoughtPlaces place : bought) {
      programmes.add(place.programme());
      boughtPlaces.add(place.places());
    }
    maxOccasional = quota == null ? Integer.MAX_VALUE : or(quota.maxOccasional(), Integer.MAX_VALUE);
    maxFirstTimers =
        quota == null ? Integer.MAX_VALUE : or(quota.maxFirstTimers(), Integer.MAX_VALUE);
    minRegularPercent = quota == null ? 0 : or(quota.minRegularPercent(), 0);
    urgent = new short[slots];
    occasional = new short[slots];
    first = new short[slots];
    ofProgramme = new short[programmes.size()][slots];
  }

  private static int or(@Nullable Integer value, int otherwise) {
    return value == null ? otherwise : value;
  }

  /** The terms of a group; absent when the policy says nothing about it. */
  static @Nullable GroupTerms of(FastModel model, int group) {
    Policy policy = model.index.problem().policy();
    String id = model.index.groups().get(group).id();
    Reserve reserve =
        policy.reserves().stream().filter(each -> each.groupId().equals(id)).findFirst().orElse(null);
    List<BoughtPlaces> bought =
        policy.boughtPlaces().stream().filter(each -> each.groupId().equals(id)).toList();
    Quota quota =
        policy.quotas().stream().filter(each -> each.groupId().equals(id)).findFirst().orElse(null);
    return reserve == null && bought.isEmpty() && quota == null
        ? null
        : new GroupTerms(model, group, reserve, bought, quota);
  }

  /** Variants of children in all. */
  int variants() {
    return 4 * (programmes.size() + 1);
  }

  /** The variant of a child. */
  int variant(boolean isUrgent, boolean isFirst, @Nullable String programme) {
    int owner = programme == null ? -1 : programmes.indexOf(programme);
    return (owner + 1) * 4 + (isUrgent ? 2 : 0) + (isFirst ? 1 : 0);
  }

  void change(int slot, int variant, int sign) {
    occasional[slot] += (short) sign;
    if ((variant & 2) != 0) {
      urgent[slot] += (short) sign;
    }
    if ((variant & 1) != 0) {
      first[slot] += (short) sign;
    }
    if (variant >= 4) {
      ofProgramme[variant / 4 - 1][slot] += (short) sign;
    }
  }

  /** Kept places that nobody urgent uses, were a child of this variant added (-1: nobody). */
  int emptyKept(int slot, int variant) {
    if (!kept.get(slot)) {
      return 0;
    }
    int using = urgent[slot] + (variant >= 0 && (variant & 2) != 0 ? 1 : 0);
    return Math.max(0, keptPlaces - using);
  }

  /** Bought places that stand empty, were a child of this variant added (-1: nobody). */
  int emptyBought(int slot, int variant) {
    int empty = 0;
    for (int k = 0; k < ofProgramme.length; k++) {
      int using = ofProgramme[k][slot] + (variant >= 4 && variant / 4 - 1 == k ? 1 : 0);
      empty += Math.max(0, boughtPlaces.get(k) - using);
    }
    return empty;
  }

  /** Occasional children over the quota, first-timers included. */
  int overQuota(int slot) {
    return Math.max(0, occasional[slot] - maxOccasional)
        + Math.max(0, first[slot] - maxFirstTimers);
  }

  boolean quotaRefuses(int slot, int variant) {
    return occasional[slot] + 1 > maxOccasional
        || ((variant & 1) != 0 ? first[slot] + 1 : first[slot]) > maxFirstTimers;
  }

  /** Occasional children over the floor of regular ones. */
  int overFloor(int slot, int regularChildren) {
    if (minRegularPercent == 0) {
      return 0;
    }
    int most = regularChildren * (100 - minRegularPercent) / minRegularPercent;
    return Math.max(0, occasional[slot] - most);
  }
}
