package org.plek.scoring.plain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plek.domain.Child;
import org.plek.domain.Urgency;
import org.plek.rules.ChildCounts;

/** Who is with one provider in each slot, the legs of a plan included. */
final class SitePresence {
  /** One group. */
  static final class InRoom {
    final Room room;

    /** Children by class, regular and occasional. */
    final long[] counts;

    final short[] occasional;
    final short[] firstTimers;
    final short[] urgent;
    final Map<String, short[]> ofProgramme = new HashMap<>();

    InRoom(Room room) {
      this.room = room;
      counts = room.regular.clone();
      occasional = new short[counts.length];
      firstTimers = new short[room.quotas.isEmpty() ? 0 : counts.length];
      urgent = new short[room.reserves.isEmpty() ? 0 : counts.length];
      room.bought.keySet().forEach(name -> ofProgramme.put(name, new short[counts.length]));
    }
  }

  final Site site;
  final List<InRoom> rooms = new ArrayList<>();
  final List<PlacedLeg> legs = new ArrayList<>();

  /** Children by class of the location; empty where the law never counts there. */
  final long[] location;

  private final Facts facts;

  SitePresence(Facts facts, Site site) {
    this.facts = facts;
    this.site = site;
    site.rooms.forEach(room -> rooms.add(new InRoom(room)));
    location = site.locationRegular.clone();
  }

  void add(PlacedLeg leg) {
    legs.add(leg);
    count(leg, 1);
  }

  void remove(PlacedLeg leg) {
    legs.remove(leg);
    count(leg, -1);
  }

  private void count(PlacedLeg leg, int sign) {
    InRoom in = rooms.get(site.roomOf(leg));
    Child child = facts.child(leg.child());
    if (child.adult()) {
      return;
    }
    boolean urgent = facts.request(leg.request()).urgency() == Urgency.URGENT;
    boolean firstTimer = !facts.known(leg.child(), leg.provider());
    String programme = facts.request(leg.request()).programme();
    short[] ofProgramme = programme == null ? null : in.ofProgramme.get(programme);
    int day = -1;
    long one = 0;
    long oneAtLocation = 0;
    for (int slot = leg.from(); slot < leg.until(); slot++) {
      if (facts.dayOf[slot] != day) {
        day = facts.dayOf[slot];
        LocalDate date = facts.timeline.date(day);
        one = ChildCounts.one(in.room.classes.classOf(child.birthDate(), child.walking(), date));
        oneAtLocation =
            ChildCounts.one(site.locationClasses.classOf(child.birthDate(), child.walking(), date));
      }
      in.counts[slot] += sign * one;
      in.occasional[slot] += (short) sign;
      if (location.length > 0) {
        location[slot] += sign * oneAtLocation;
      }
      if (firstTimer && in.firstTimers.length > 0) {
        in.firstTimers[slot] += (short) sign;
      }
      if (urgent && in.urgent.length > 0) {
        in.urgent[slot] += (short) sign;
      }
      if (ofProgramme != null) {
        ofProgramme[slot] += (short) sign;
      }
    }
  }

  /** Children of joined groups by class. */
  long counts(JoinedRoom joined, int slot) {
    long sum = 0;
    for (InRoom in : rooms) {
      if (joined.members.contains(in.room)) {
        sum += in.counts[slot];
      }
    }
    return sum;
  }

  /** Occasional children in joined groups. */
  int occasional(JoinedRoom joined, int slot) {
    int sum = 0;
    for (InRoom in : rooms) {
      if (joined.members.contains(in.room)) {
        sum += in.occasional[slot];
      }
    }
    return sum;
  }

  /** Occasional children with the provider. */
  int occasional(int slot) {
    int sum = 0;
    for (InRoom in : rooms) {
      sum += in.occasional[slot];
    }
    return sum;
  }

  /** Care sessions whose child is in one of joined groups in a slot. */
  List<String> sessionsIn(JoinedRoom joined, int slot) {
    return rooms.stream()
        .filter(in -> joined.members.contains(in.room))
        .flatMap(in -> sessionsIn(in, slot).stream())
        .toList();
  }

  /** Children with the provider, own ones aside. */
  int children(int slot) {
    int sum = 0;
    for (InRoom in : rooms) {
      sum += ChildCounts.total(in.counts[slot]);
    }
    return sum;
  }

  /** Care sessions whose child is with the provider in a slot. */
  List<String> sessionsIn(int slot) {
    return legs.stream()
        .filter(leg -> leg.presentIn(slot))
        .map(leg -> facts.sessionId(leg.session()))
        .toList();
  }

  /** Care sessions whose child is in the group in a slot. */
  List<String> sessionsIn(InRoom in, int slot) {
    return legs.stream()
        .filter(leg -> leg.leg().groupId().equals(in.room.group.id()) && leg.presentIn(slot))
        .map(leg -> facts.sessionId(leg.session()))
        .toList();
  }
}
