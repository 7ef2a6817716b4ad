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
 * Kept-free places, bought places and quota of one group, with the counts they need per slot, told
 * by its place ({@link KeptSlots}). A child's <em>variant</em> says which of them it touches:
 * urgent, first-timer, programme.
 */
final class GroupTerms {
  /** Day of a place. */
  private final short[] dayOf;

  private final Reserve[] reserves;

  /** Slots in which each reserve is kept. */
  private final BitSet[] kept;

  /** One more child of each reserve's age by day, at group and at location level. */
  private final long[][] keptChild;

  private final long[][] keptChildAtLocation;

  private final boolean hasReserves;

  /** One more child of the last class, which an empty bought place counts as. */
  final long boughtChild;

  private final List<String> programmes = new ArrayList<>();
  private final int[] boughtPlaces;

  /** Which quota holds on each day; the first of the arrays below is none. */
  private final byte[] quotaOfDay;

  private final int[] maxOccasional;
  private final int[] maxFirstTimers;
  private final int[] minRegularPercent;
  private final boolean countsFirst;

  /** Children by slot; empty where no term of the group asks for them. */
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
    int provider = model.providerOf[group];
    int slots = model.kept.count(provider);
    dayOf = new short[slots];
    for (int place = 0; place < slots; place++) {
      dayOf[place] = (short) model.kept.day(provider, place);
    }
    this.reserves = reserves.toArray(Reserve[]::new);
    hasReserves = !reserves.isEmpty();
    kept = new BitSet[this.reserves.length];
    keptChild = new long[this.reserves.length][];
    keptChildAtLocation = new long[this.reserves.length][];
    ClassScheme scheme = model.schemes.get(model.schemeOfGroup[group]);
    boughtChild = ChildCounts.one(scheme.groupClasses.count() - 1);
    for (int r = 0; r < this.reserves.length; r++) {
      addReserve(model, group, r, scheme);
    }
    boughtPlaces = bought.stream().mapToInt(BoughtPlaces::places).toArray();
    for (BoughtPlaces place : bought) {
      programmes.add(place.programme());
    }
    quotaOfDay = new byte[model.timeline.days() + 1];
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
      for (int day = 0; day < quotaOfDay.length; day++) {
        if (quota.valid().hold(model.timeline.date(day))) {
          quotaOfDay[day] = (byte) q;
        }
      }
    }
    countsFirst = quotas.stream().anyMatch(quota -> quota.maxFirstTimers() != null);
    urgent = new short[hasReserves ? slots : 0];
    occasional = new short[hasQuota() ? slots : 0];
    first = new short[countsFirst ? slots : 0];
    ofProgramme = new short[programmes.size()][slots];
  }

  private void addReserve(FastModel model, int group, int r, ClassScheme scheme) {
    Reserve reserve = reserves[r];
    Timeline timeline = model.timeline;
    BitSet keptSlots = new BitSet(dayOf.length);
    long asOfMinute = timeline.minutes(timeline.time(0), model.index.problem().asOf());
    for (int place = 0; place < dayOf.length; place++) {
      int t = model.kept.slot(model.providerOf[group], place);
      long releaseMinute = (long) t * Timeline.SLOT_MINUTES - reserve.releaseMinutes();
      keptSlots.set(
          place,
          model.groupOpen[group].get(t)
              && reserve.valid().hold(timeline.date(model.dayOf[t]))
              && (reserve.releaseMinutes() == 0 || asOfMinute < releaseMinute));
    }
    long[] child = new long[timeline.days() + 1];
    long[] childAtLocation = new long[child.length];
    for (int day = 0; day < child.length; day++) {
      LocalDate date = timeline.date(day);
      int row = scheme.rowOf(date.minusMonths(reserve.ageMonths()), false, date);
      child[day] = ChildCounts.one(scheme.groupClass(row));
      childAtLocation[day] = ChildCounts.one(scheme.locationClass(row));
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
    if (occasional.length > 0) {
      occasional[slot] += (short) sign;
    }
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
    int day = dayOf[slot];
    int before = dayOf[slot - 1];
    if (quotaOfDay[day] != quotaOfDay[before]) {
      return true;
    }
    for (int r = 0; r < kept.length; r++) {
      if (kept[r].get(slot) != kept[r].get(slot - 1)
          || keptChild[r][day] != keptChild[r][before]
          || keptChildAtLocation[r][day] != keptChildAtLocation[r][before]) {
        return true;
      }
    }
    return false;
  }

  /** Whether as many children of every variant are in a slot as in the slot before. */
  boolean sameAsBefore(int slot) {
    if (!sameAsBefore(occasional, slot)
        || !sameAsBefore(urgent, slot)
        || !sameAsBefore(first, slot)) {
      return false;
    }
    for (short[] using : ofProgramme) {
      if (!sameAsBefore(using, slot)) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameAsBefore(short[] children, int slot) {
    return children.length == 0 || children[slot] == children[slot - 1];
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
    int day = dayOf[slot];
    long children = 0;
    for (int r = 0; r < reserves.length; r++) {
      if (kept[r].get(slot)) {
        int places = reserves[r].places();
        children += Math.max(0, places - using) * oneMore[r][day];
        using = Math.max(0, using - places);
      }
    }
    return children;
  }

  private int using(int slot, int variant) {
    return urgent.length == 0 ? 0 : urgent[slot] + (isUrgent(variant) ? 1 : 0);
  }

  /** Children of care sessions, counted only where there is a quota. */
  int occasional(int slot) {
    return occasional.length == 0 ? 0 : occasional[slot];
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
    int quota = quota(slot);
    return Math.max(0, occasional(slot) - maxOccasional[quota])
        + Math.max(0, firstTimers(slot) - maxFirstTimers[quota]);
  }

  /** Which quota holds in a slot, 0 for none. */
  int quota(int slot) {
    return quotaOfDay[dayOf[slot]];
  }

  private int firstTimers(int slot) {
    return countsFirst ? first[slot] : 0;
  }

  boolean hasReserves() {
    return hasReserves;
  }

  boolean hasQuota() {
    return maxOccasional.length > 1;
  }

  boolean quotaRefuses(int slot, int variant) {
    int quota = quota(slot);
    return occasional(slot) + 1 > maxOccasional[quota]
        || firstTimers(slot) + (isFirst(variant) ? 1 : 0) > maxFirstTimers[quota];
  }

  /** Occasional children over the floor of regular ones. */
  int overFloor(int slot, int regularChildren) {
    int percent = minRegularPercent[quota(slot)];
    if (percent == 0) {
      return 0;
    }
    int most = regularChildren * (100 - percent) / percent;
    return Math.max(0, occasional(slot) - most);
  }
}
