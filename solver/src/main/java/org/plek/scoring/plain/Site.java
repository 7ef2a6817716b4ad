package org.plek.scoring.plain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Group;
import org.plek.domain.JoinedHours;
import org.plek.domain.Provider;
import org.plek.domain.ProviderKind;
import org.plek.domain.RegularChild;
import org.plek.domain.Timeline;
import org.plek.rules.ChildClasses;
import org.plek.rules.ChildCounts;
import org.plek.rules.Circumstances;
import org.plek.rules.Level;
import org.plek.rules.Norm;
import org.plek.rules.RulePack;

/**
 * One provider per slot, before anybody is placed. Made of the provider, the timeline, the policy
 * and the rule pack alone, so that it serves every problem that has these.
 */
final class Site {
  final Provider provider;
  final RulePack pack;
  final Place place;
  final List<Room> rooms = new ArrayList<>();
  final List<JoinedRoom> joinedRooms = new ArrayList<>();
  final BitSet open;
  final @Nullable BitSet licensed;

  /** Most children by day under the licence, overbooked where house and law allow. */
  final int[] capacity;

  final ChildClasses locationClasses;

  /** The law at location level in each slot; absent where it never counts there. */
  final @Nullable Norm @Nullable [] locationNorms;

  /** Regular children by class of the location, own ones aside. */
  final long[] locationRegular;

  /** Places that regular children leave over the provider's opening, in child slots, at least 1. */
  final long offer;

  Site(Facts facts, Provider provider) {
    this.provider = provider;
    pack = facts.pack(provider);
    place = new Place("provider " + provider.id(), provider.id(), null);
    for (Group group : provider.groups()) {
      rooms.add(new Room(facts, group, provider, pack));
    }
    for (JoinedHours joined : provider.arrangements().joinedHours()) {
      joinedRooms.add(new JoinedRoom(facts, provider, rooms, joined));
    }
    Timeline timeline = facts.timeline;
    open = Hours.inward(provider.opening(), timeline);
    licensed =
        provider.licensedHours() == null ? null : Hours.inward(provider.licensedHours(), timeline);
    capacity = new int[timeline.days() + 1];
    boolean counts = false;
    for (int day = 0; day < capacity.length; day++) {
      capacity[day] =
          provider.overbooking()
              ? pack.overbookedCapacity(
                  provider.kind(), provider.licensedCapacity(), timeline.date(day))
              : provider.licensedCapacity();
      counts |= pack.counts(provider.kind(), Level.LOCATION, timeline.date(day));
    }
    offer = offer();
    locationClasses = pack.classes(provider.kind(), Level.LOCATION);
    locationRegular = new long[counts ? timeline.slots() : 0];
    locationNorms = counts ? locationNorms(facts) : null;
  }

  private long offer() {
    long sum = 0;
    for (int slot = open.nextSetBit(0); slot >= 0; slot = open.nextSetBit(slot + 1)) {
      sum += provider.licensedCapacity();
      for (Room room : rooms) {
        sum -= ChildCounts.total(room.regular[slot]);
      }
    }
    return Math.max(1, sum);
  }

  private @Nullable Norm[] locationNorms(Facts facts) {
    long[] own = new long[facts.timeline.slots()];
    for (Group group : provider.groups()) {
      for (RegularChild child : group.regularChildren()) {
        Room.addChild(
            facts,
            locationClasses,
            child,
            Hours.booked(child, facts.timeline),
            child.own() ? own : locationRegular);
      }
    }
    BitSet resting = (BitSet) rooms.getFirst().resting.clone();
    rooms.forEach(room -> resting.and(room.resting));
    @Nullable Norm[] norms = new Norm[own.length];
    Map<Circumstances, Norm> ofDay = new HashMap<>();
    int day = -1;
    boolean counts = false;
    for (int slot = 0; slot < norms.length; slot++) {
      LocalDate date = facts.timeline.date(facts.dayOf[slot]);
      if (facts.dayOf[slot] != day) {
        day = facts.dayOf[slot];
        ofDay.clear();
        counts = pack.counts(provider.kind(), Level.LOCATION, date);
      }
      if (counts) {
        Circumstances circumstances =
            new Circumstances(
                provider.licensedCapacity(),
                Room.NO_LIMIT,
                provider.ruleChoices(),
                resting.get(slot),
                false,
                java.util.Set.of(),
                provider.standIn(),
                provider.extendedAgreement(),
                null,
                new ChildCounts(own[slot]));
        norms[slot] =
            ofDay.computeIfAbsent(
                circumstances, key -> facts.norm(provider, Level.LOCATION, date, key));
      }
    }
    return norms;
  }

  /** The law at location level in a slot, where it counts there. */
  @Nullable Norm locationNorm(int slot) {
    return locationNorms == null ? null : locationNorms[slot];
  }

  /** Number among the rooms of the group that a leg is in. */
  int roomOf(PlacedLeg leg) {
    int room = 0;
    while (!rooms.get(room).group.id().equals(leg.leg().groupId())) {
      room++;
    }
    return room;
  }

  boolean homeCarer() {
    return provider.kind() == ProviderKind.HOME_CARER;
  }

  int rostered(int slot) {
    int sum = 0;
    for (Room room : rooms) {
      sum += room.rostered[slot];
    }
    return sum;
  }

  int reachable(int slot) {
    int sum = 0;
    for (Room room : rooms) {
      sum += room.reachable[slot];
    }
    return sum;
  }
}
