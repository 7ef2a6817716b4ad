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
  private final Reserve[] reserves;

  /** Slots in which each reserve is kept. */
  private final BitSet[] kept;

  /** One more child of each reserve's age by slot, at group and at location level. */
  private final long[][] keptChild;

  private final long[][] keptChildAtLocation;

  private final boolean hasReserves;

  /** One more child of the last class, which an empty bought place counts as. */
  final long boughtChild;

  private final List<String> programmes = new ArrayList<>();
  private final int[] boughtPlaces;

  /** Which quota holds in each slot; the first of the arrays below is none. */
  private final byte[] quotaAt;

  private final int[] maxOccasional;
  private final int[] maxFirstTimers;
  private final int[] minRegularPercent;
  private final boolean countsFirst;

  private final short[] urgent;
  private final short[] occasional;
  private final short[] first;
  private final short[][] ofProgramme;

  private GroupTerms(
      FastModel model,
      int group,
      List<Reserve> reserves,
      List<BoughtPlaces> bought,
      List<Quota> quotas) {
    this.reserves = reserves.toArray(Reserve[]::new);
    hasReserves = !reserves.isEmpty();
    kept = new BitSet[this.reserves.length];
    keptChild = new long[this.reserves.length][];
    keptChildAtLocation = new long[this.reserves.length][];
    int slots = model.slots;
    ClassScheme scheme = model.schemes.get(model.schemeOfGroup[group]);
    boughtChild = ChildCounts.one(scheme.groupClasses.count() - 1);
    for (int r = 0; r < this.reserves.length; r++) {
      addReserve(model, group, r, scheme);
    }
    boughtPlaces = bought.stream().mapToInt(BoughtPlaces::places).toArray();
    for (BoughtPlaces place : bought) {
      programmes.add(place.programme());
    }
    quotaAt = new byte[slots];
    maxOccasional = new int[quotas.size() + 1];
    maxFirstTimers = new int[quotas.size() + 1];
    minRegularPercent = new int[quotas.size() + 1];
    maxOccasional[0] = Integer.MAX_VALUE;
    maxFirstTimers[0] = Integer.MAX_VALUE;
    int places = model.index.groups().get(group).maxChildren();
    for (int q = 1; q <= quotas.size(); q++) {
      Quota quota = quotas.get(q - 1);
      maxOccasional[q] = or(quota.mostOccasional(places), Integer.MAX_VALUE);
      maxFirstTimers[q] = or(quota.maxFirstTimers(), Integer.MAX_VALUE);
      minRegularPercent[q] = or(quota.minRegularPercent(), 0);
      for (int t = 0; t < slots; t++) {
        if (quota.valid().hold(model.timeline.date(model.dayOf[t]))) {
          quotaAt[t] = (byte) q;
        }
      }
    }
    countsFirst = quotas.stream().anyMatch(quota -> quota.maxFirstTimers() != null);
    urgent = new short[slots];
    occasional = new short[slots];
    first = new short[slots];
    ofProgramme = new short[programmes.size()][slots];
  }

  private void addReserve(FastModel model, int group, int r, ClassScheme scheme) {
    Reserve reserve = reserves[r];
    Timeline timeline = model.timeline;
    BitSet keptSlots = new BitSet(model.slots);
    long[] child = new long[model.slots];
    long[] childAtLocation = new long[model.slots];
    long asOfMinute = timeline.minutes(timeline.time(0), model.index.problem().asOf());
    for (int t = 0; t < model.slots; t++) {
      long releaseMinute = (long) t * Timeline.SLOT_MINUTES - reserve.releaseMinutes();
      keptSlots.set(
          t,
          model.groupOpen[group].get(t)
              && reserve.valid().hold(timeline.date(model.dayOf[t]))
              && (reserve.releaseMinutes() == 0 || asOfMinute < releaseMinute));
      LocalDate date = timeline.date(model.dayOf[t]);
      int row = scheme.rowOf(date.minusMonths(reserve.ageMonths()), false, date);
      child[t] = ChildCounts.one(scheme.groupClass(row));
      childAtLocation[t] = ChildCounts.one(scheme.locationClass(row));
    }
    kept[r] = keptSlots;
    keptChild[r] = child;
    keptChildAtLocation[r] = childAtLocation;
  }

  private static int or(@Nullable Integer value, int otherwise) {
    return value == null ? otherwise : value;
  }

  /** The terms of a group; absent when the policy says nothing about it. */
  static @Nullable GroupTerms of(FastModel model, int group) {
    Policy policy = model.index.problem().policy();
    String id = model.index.groups().get(group).id();
    List<Reserve> reserves =
        policy.reserves().stream().filter(each -> each.groupId().equals(id)).toList();
    List<BoughtPlaces> bought =
        policy.boughtPlaces().stream().filter(each -> each.groupId().equals(id)).toList();
    List<Quota> quotas =
        policy.quotas().stream().filter(each -> each.groupId().equals(id)).toList();
    return reserves.isEmpty() && bought.isEmpty() && quotas.isEmpty()
        ? null
        : new GroupTerms(model, group, reserves, bought, quotas);
  }

  /** Variants of children in all: only distinctions that some term of the group makes. */
  int variants() {
    return (programmes.size() + 1) * programmeStep();
  }

  private int firstStep() {
    return hasReserves ? 2 : 1;
  }

  private int programmeStep() {
    return firstStep() * (countsFirst ? 2 : 1);
  }

  /** Whether it matters that a child is new here. */
  boolean asksFirstTimers() {
    return countsFirst;
  }

  /** The variant of a child. */
  int variant(boolean isUrgent, boolean isFirst, @Nullable String programme) {
    int owner = programme == null ? -1 : programmes.indexOf(programme);
    int variant = (owner + 1) * programmeStep();
    if (isUrgent && hasReserves) {
      variant += 1;
    }
    if (isFirst && countsFirst) {
      variant += firstStep();
    }
    return variant;
  }

  private boolean isUrgent(int variant) {
    return variant >= 0 && hasReserves && (variant & 1) != 0;
  }

  private boolean isFirst(int variant) {
    return countsFirst && variant / firstStep() % 2 != 0;
  }

  private int programme(int variant) {
    return variant < 0 ? -1 : variant / programmeStep() - 1;
  }

  void change(int slot, int variant, int sign) {
    occasional[slot] += (short) sign;
    if (isUrgent(variant)) {
      urgent[slot] += (short) sign;
    }
    if (isFirst(variant)) {
      first[slot] += (short) sign;
    }
    if (programme(variant) >= 0) {
      ofProgramme[programme(variant)][slot] += (short) sign;
    }
  }

  /** Whether what the policy says of a slot differs from the slot before. */
  boolean breaksBefore(int slot) {
    if (quotaAt[slot] != quotaAt[slot - 1]) {
      return true;
    }
    for (int r = 0; r < kept.length; r++) {
      if (kept[r].get(slot) != kept[r].get(slot - 1)
          || keptChild[r][slot] != keptChild[r][slot - 1]
          || keptChildAtLocation[r][slot] != keptChildAtLocation[r][slot - 1]) {
        return true;
      }
    }
    return false;
  }

  /** Whether as many children of every variant are in a slot as in the slot before. */
  boolean sameAsBefore(int slot) {
    if (occasional[slot] != occasional[slot - 1]
        || urgent[slot] != urgent[slot - 1]
        || first[slot] != first[slot - 1]) {
      return false;
    }
    for (short[] using : ofProgramme) {
      if (using[slot] != using[slot - 1]) {
        return false;
      }
    }
    return true;
  }

  /** Kept places that nobody urgent uses, were a child of this variant added (-1: nobody). */
  int emptyKept(int slot, int variant) {
    int using = using(slot, variant);
    int empty = 0;
    for (int r = 0; r < reserves.length; r++) {
      if (kept[r].get(slot)) {
        int places = reserves[r].places();
        empty += Math.max(0, places - using);
        using = Math.max(0, using - places);
      }
    }
    return empty;
  }

  /** The empty kept places as children by class at group level. */
  long keptChildren(int slot, int variant) {
    return keptChildren(slot, variant, keptChild);
  }

  /** The empty kept places as children by class at location level. */
  long keptChildrenAtLocation(int slot, int variant) {
    return keptChildren(slot, variant, keptChildAtLocation);
  }

  private long keptChildren(int slot, int variant, long[][] oneMore) {
    int using = using(slot, variant);
    long children = 0;
    for (int r = 0; r < reserves.length; r++) {
      if (kept[r].get(slot)) {
        int places = reserves[r].places();
        children += Math.max(0, places - using) * oneMore[r][slot];
        using = Math.max(0, using - places);
      }
    }
    return children;
  }

  private int using(int slot, int variant) {
    return urgent[slot] + (isUrgent(variant) ? 1 : 0);
  }

  int occasional(int slot) {
    return occasional[slot];
  }

  /** Bought places that stand empty, were a child of this variant added (-1: nobody). */
  int emptyBought(int slot, int variant) {
    int empty = 0;
    for (int k = 0; k < ofProgramme.length; k++) {
      int using = ofProgramme[k][slot] + (programme(variant) == k ? 1 : 0);
      empty += Math.max(0, boughtPlaces[k] - using);
    }
    return empty;
  }

  /** Occasional children over the quota, first-timers included. */
  int overQuota(int slot) {
    int quota = quotaAt[slot];
    return Math.max(0, occasional[slot] - maxOccasional[quota])
        + Math.max(0, first[slot] - maxFirstTimers[quota]);
  }

  /** Which quota holds in a slot, 0 for none. */
  int quota(int slot) {
    return quotaAt[slot];
  }

  boolean hasReserves() {
    return hasReserves;
  }

  boolean hasQuota() {
    return maxOccasional.length > 1;
  }

  boolean quotaRefuses(int slot, int variant) {
    int quota = quotaAt[slot];
    return occasional[slot] + 1 > maxOccasional[quota]
        || (isFirst(variant) ? first[slot] + 1 : first[slot]) > maxFirstTimers[quota];
  }

  /** Occasional children over the floor of regular ones. */
  int overFloor(int slot, int regularChildren) {
    int percent = minRegularPercent[quotaAt[slot]];
    if (percent == 0) {
      return 0;
    }
    int most = regularChildren * (100 - percent) / percent;
    return Math.max(0, occasional[slot] - most);
  }
}
