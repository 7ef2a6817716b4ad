package org.plek.scoring.plain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Caregiver;
import org.plek.domain.Group;
import org.plek.domain.HouseNorm;
import org.plek.domain.Interval;
import org.plek.domain.Provider;
import org.plek.domain.Quota;
import org.plek.domain.RegularChild;
import org.plek.domain.Reserve;
import org.plek.domain.Schedule;
import org.plek.domain.Timeline;
import org.plek.rules.ChildClasses;
import org.plek.rules.ChildCounts;
import org.plek.rules.Circumstances;
import org.plek.rules.Level;
import org.plek.rules.Norm;
import org.plek.rules.RulePack;

/** One group per slot, before anybody is placed. */
final class Room {
  /** The pack's norm is asked for the law alone; the most of the group counts besides it. */
  static final int NO_LIMIT = 1_000_000;

  final Group group;
  final Place place;
  final ChildClasses classes;
  final BitSet open;
  final BitSet resting;

  /** Slots in which the plan of the house has fewer caregivers. */
  final BitSet window;

  /** Caregivers rostered who count. */
  final short[] rostered;

  /** Those and, where the policy calls in, the ones on call. */
  final short[] reachable;

  /** The law of each slot. */
  final Norm[] norms;

  /** Regular children by class, own ones aside. */
  final long[] regular;

  /** Own children by class at group and at location level; absent where there are none. */
  final long @Nullable [] own;

  /** Most children by provider and house. */
  final int mostChildren;

  final List<Quota> quotas;
  final List<Reserve> reserves;
  final Map<String, Integer> bought;

  /** Ranges of hours of the regular children, own ones aside. */
  final List<Interval> bookings = new ArrayList<>();

  Room(Facts facts, Group group, Provider provider, RulePack pack) {
    Timeline timeline = facts.timeline;
    this.group = group;
    place = new Place("group " + group.id(), provider.id(), group.id());
    classes = pack.classes(provider.kind(), Level.GROUP);
    Schedule opening = group.opening() == null ? provider.opening() : group.opening();
    open = Hours.inward(opening, timeline);
    SpecialHours special = new SpecialHours(timeline, provider, pack);
    resting = special.resting(Hours.inward(group.resting(), timeline));
    window = special.window(Hours.inward(group.threeHourWindow(), timeline));
    HouseNorm house = group.houseNorm();
    mostChildren =
        house == null || house.maxChildren() == null
            ? group.maxChildren()
            : Math.min(group.maxChildren(), house.maxChildren());
    quotas = facts.quotas(group.id());
    reserves = facts.reserves(group.id());
    bought = facts.bought(group.id());

    int slots = timeline.slots();
    rostered = new short[slots];
    reachable = new short[slots];
    Map<Set<String>, BitSet> qualified = new HashMap<>();
    for (Caregiver caregiver : provider.caregivers()) {
      if (caregiver.counts() && worksHere(caregiver, provider)) {
        BitSet hours = Hours.inward(caregiver.hours(), timeline);
        count(hours, rostered);
        qualified.computeIfAbsent(caregiver.qualifications(), key -> new BitSet(slots)).or(hours);
        if (facts.policy.callIn()) {
          hours.or(Hours.inward(caregiver.onCall(), timeline));
        }
        count(hours, reachable);
      }
    }

    regular = new long[slots];
    long[] ownCounts = new long[slots];
    boolean anyOwn = false;
    for (RegularChild child : group.regularChildren()) {
      List<Interval> booked = Hours.booked(child, timeline);
      anyOwn |= child.own();
      addChild(facts, classes, child, booked, child.own() ? ownCounts : regular);
      if (!child.own()) {
        bookings.addAll(booked);
      }
    }
    own = anyOwn ? ownCounts : null;
    norms = norms(facts, provider, qualified);
  }

  /** Adds a regular child to counts by slot, its class taken on each date. */
  static void addChild(
      Facts facts, ChildClasses classes, RegularChild child, List<Interval> booked, long[] counts) {
    BitSet present = Hours.outward(booked, facts.timeline);
    int day = -1;
    long one = 0;
    for (int slot = present.nextSetBit(0); slot >= 0; slot = present.nextSetBit(slot + 1)) {
      if (facts.dayOf[slot] != day) {
        day = facts.dayOf[slot];
        LocalDate date = facts.timeline.date(day);
        one =
            ChildCounts.one(classes.classOf(child.birthDate(), child.walking(), child.own(), date));
      }
      counts[slot] += one;
    }
  }

  boolean worksHere(Caregiver caregiver, Provider provider) {
    String groupId = caregiver.groupId();
    return groupId == null ? provider.groups().size() == 1 : groupId.equals(group.id());
  }

  private static void count(BitSet hours, short[] number) {
    hours.stream().forEach(slot -> number[slot]++);
  }

  private Norm[] norms(Facts facts, Provider provider, Map<Set<String>, BitSet> qualified) {
    HouseNorm house = group.houseNorm();
    HouseNorm perCaregiver =
        house == null ? null : new HouseNorm(house.childrenPerCaregiver(), null);
    Norm[] perSlot = new Norm[regular.length];
    for (int slot = 0; slot < perSlot.length; slot++) {
      if (slot > 0 && sameAsBefore(facts, slot, qualified.values())) {
        perSlot[slot] = perSlot[slot - 1];
        continue;
      }
      Set<String> qualifications = new HashSet<>();
      for (Map.Entry<Set<String>, BitSet> entry : qualified.entrySet()) {
        if (entry.getValue().get(slot)) {
          qualifications.addAll(entry.getKey());
        }
      }
      Circumstances circumstances =
          new Circumstances(
              provider.licensedCapacity(),
              NO_LIMIT,
              provider.ruleChoices(),
              resting.get(slot),
              window.get(slot),
              qualifications,
              provider.standIn(),
              provider.extendedAgreement(),
              perCaregiver,
              own == null ? ChildCounts.NONE : new ChildCounts(own[slot]));
      LocalDate date = facts.timeline.date(facts.dayOf[slot]);
      perSlot[slot] = facts.norm(provider, Level.GROUP, date, circumstances);
    }
    return perSlot;
  }

  /** Whether nothing that decides the norm differs from the slot before. */
  private boolean sameAsBefore(Facts facts, int slot, Collection<BitSet> qualified) {
    return facts.dayOf[slot] == facts.dayOf[slot - 1]
        && resting.get(slot) == resting.get(slot - 1)
        && window.get(slot) == window.get(slot - 1)
        && (own == null || own[slot] == own[slot - 1])
        && qualified.stream().allMatch(there -> there.get(slot) == there.get(slot - 1));
  }

  /** Whether as many children of the same classes are judged as in the slot before. */
  boolean likeTheOneBefore(int slot) {
    return norms[slot] == norms[slot - 1]
        && rostered[slot] == rostered[slot - 1]
        && reachable[slot] == reachable[slot - 1]
        && (own == null || own[slot] == own[slot - 1]);
  }

  /** Children over the least of the most of the group, the house norm and the law. */
  int overSize(int slot, long counts) {
    return Math.max(
        norms[slot].overSize(counts), Math.max(0, ChildCounts.total(counts) - mostChildren));
  }

  /** One child of a reserve, packed. */
  long oneOf(Reserve reserve, ChildClasses scheme, LocalDate date) {
    return ChildCounts.one(scheme.classOf(date.minusMonths(reserve.ageMonths()), false, date));
  }

  /** One child on an empty bought place, packed. */
  long oneBought() {
    return ChildCounts.one(classes.count() - 1);
  }
}
