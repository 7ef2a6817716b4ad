package org.plek.scoring.plain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plek.domain.AbsenceNeed;
import org.plek.domain.DayException;
import org.plek.domain.Group;
import org.plek.domain.Interval;
import org.plek.domain.RegularChild;
import org.plek.rules.ChildClasses;
import org.plek.rules.ChildCounts;
import org.plek.scoring.ConstraintName;

/**
 * How probable it is that a stay is against the law on the day because the wrong number of regular
 * children comes. Children stay away whole days, each by itself.
 *
 * <p>In one quarter of an hour the risk is exact: every number of absent children of every age
 * class is held against the law, which need not be kinder to fewer children. Quarters in which the
 * same children decide in the same way are one event; the risks of different events are added,
 * which is never less than the risk that any of them happens (Boole). Children of other groups are
 * taken to be there, unless the law counts the groups together.
 */
final class AbsenceRisk {
  /** Beyond so many compositions in one quarter of an hour nothing is offered. */
  private static final int MOST_COMPOSITIONS = 50_000;

  /**
   * What is known of a stay.
   *
   * @param risk greatest probability that it must be refused, rounded up to four decimals, under 1
   * @param needs the times that hang on absences
   */
  record Answer(double risk, List<AbsenceNeed> needs) {}

  /** A regular child who may stay away. */
  private record Booked(RegularChild child, int room, BitSet slots) {}

  /** What the law sees of a child. */
  private record Kind(int room, long one, long oneAtLocation) {}

  /**
   * Who may stay away in a quarter of an hour, children alike together, and which numbers of absent
   * children are legal, numbered with the first kind running fastest.
   */
  private record Event(List<List<RegularChild>> alike, BitSet legal) {
    int children() {
      return alike.stream().mapToInt(List::size).sum();
    }
  }

  private record Chances(double risk, int fewestAbsent) {}

  private final Rules rules;
  private final Facts facts;
  private final WhatIf whatIf;
  private final Map<String, List<Booked>> booked = new HashMap<>();

  AbsenceRisk(WhatIf whatIf) {
    this.whatIf = whatIf;
    rules = whatIf.rules;
    facts = rules.facts;
  }

  /** The risk of a stay in one leg beside what stands; null where it is above the most. */
  @Nullable Answer of(PlacedCare care, double mostRisk) {
    whatIf.add(care);
    try {
      return of(care.first(), whatIf.presence(care.first().provider()), mostRisk);
    } finally {
      whatIf.remove(care);
    }
  }

  private @Nullable Answer of(PlacedLeg leg, SitePresence here, double mostRisk) {
    Map<Event, Chances> events = new LinkedHashMap<>();
    List<AbsenceNeed> needs = new ArrayList<>();
    Event event = null;
    int since = leg.from();
    double sum = 0;
    for (int slot = leg.from(); slot < leg.until(); slot++) {
      if (event != null && sameAsBefore(here, slot)) {
        continue;
      }
      Event next = event(here, leg, slot);
      if (next == null) {
        return null;
      }
      Chances chances = events.get(next);
      if (chances == null) {
        chances = chances(next);
        events.put(next, chances);
        sum += chances.risk();
        if (up(sum) > mostRisk || up(sum) >= 1) {
          return null;
        }
      }
      if (event != null && !event.equals(next)) {
        note(event, events, since, slot, needs);
        since = slot;
      }
      event = next;
    }
    if (event != null) {
      note(event, events, since, leg.until(), needs);
    }
    return new Answer(up(sum), needs);
  }

  private void note(
      Event event, Map<Event, Chances> events, int from, int until, List<AbsenceNeed> needs) {
    Chances chances = events.get(event);
    if (chances != null && (chances.risk() > 0 || chances.fewestAbsent() > 0)) {
      needs.add(
          new AbsenceNeed(
              facts.timeline.time(from),
              facts.timeline.time(until),
              event.children(),
              chances.fewestAbsent(),
              up(chances.risk())));
    }
  }

  /** Four decimals, rounded up; what is lost in the arithmetic of doubles is no reason to. */
  private static double up(double risk) {
    return Math.min(1, Math.ceil(risk * 10_000 - 1e-7) / 10_000);
  }

  /** Whether nothing that decides about children differs from the slot before. */
  private boolean sameAsBefore(SitePresence here, int slot) {
    Site site = here.site;
    return facts.dayOf[slot] == facts.dayOf[slot - 1]
        && site.locationNorm(slot) == site.locationNorm(slot - 1)
        && (here.location.length == 0 || here.location[slot] == here.location[slot - 1])
        && here.rooms.stream()
            .allMatch(
                in ->
                    in.counts[slot] == in.counts[slot - 1]
                        && in.room.norms[slot] == in.room.norms[slot - 1]
                        && in.room.reachable[slot] == in.room.reachable[slot - 1])
        && site.joinedRooms.stream().allMatch(joined -> joined.norm(slot) == joined.norm(slot - 1))
        && booked(site).stream()
            .allMatch(child -> child.slots().get(slot) == child.slots().get(slot - 1));
  }

  /** What decides in a slot; null where there is too much to count. */
  private @Nullable Event event(SitePresence here, PlacedLeg leg, int slot) {
    BitSet rooms = together(here.site, here.site.roomOf(leg), slot);
    Map<Kind, List<RegularChild>> alike = new LinkedHashMap<>();
    for (Booked child : booked(here.site)) {
      if (rooms.get(child.room()) && child.slots().get(slot)) {
        alike.computeIfAbsent(kind(here, child, slot), key -> new ArrayList<>()).add(child.child());
      }
    }
    long compositions = 1;
    for (List<RegularChild> children : alike.values()) {
      compositions *= children.size() + 1;
      if (compositions > MOST_COMPOSITIONS) {
        return null;
      }
    }
    List<Kind> kinds = List.copyOf(alike.keySet());
    List<List<RegularChild>> children = List.copyOf(alike.values());
    BitSet legal = new BitSet();
    for (int composition = 0; composition < compositions; composition++) {
      int[] absent = absent(children, composition);
      away(here, kinds, absent, slot, 1);
      legal.set(composition, legal(here, slot));
      away(here, kinds, absent, slot, -1);
    }
    return new Event(children, legal);
  }

  /** The rooms whose children the law counts with those of a room. */
  private static BitSet together(Site site, int room, int slot) {
    BitSet rooms = new BitSet();
    rooms.set(room);
    if (site.locationNorm(slot) != null) {
      rooms.set(0, site.rooms.size());
    }
    for (JoinedRoom joined : site.joinedRooms) {
      if (joined.norm(slot) != null && joined.members.contains(site.rooms.get(room))) {
        joined.members.forEach(member -> rooms.set(site.rooms.indexOf(member)));
      }
    }
    return rooms;
  }

  /** Whoever has hours for a date of its own has said to come, and is taken at that word. */
  private List<Booked> booked(Site site) {
    return booked.computeIfAbsent(
        site.provider.id(),
        key -> {
          List<Booked> children = new ArrayList<>();
          for (int room = 0; room < site.rooms.size(); room++) {
            Group group = site.rooms.get(room).group;
            for (RegularChild child : group.regularChildren()) {
              if (!child.own() && child.absenceProbability() > 0) {
                Set<LocalDate> said =
                    child.hours().exceptions().stream()
                        .map(DayException::date)
                        .collect(Collectors.toSet());
                List<Interval> usual =
                    Hours.booked(child, facts.timeline).stream()
                        .filter(range -> !said.contains(range.start().toLocalDate()))
                        .toList();
                children.add(new Booked(child, room, Hours.outward(usual, facts.timeline)));
              }
            }
          }
          return children;
        });
  }

  private Kind kind(SitePresence here, Booked child, int slot) {
    LocalDate date = facts.timeline.date(facts.dayOf[slot]);
    return new Kind(
        child.room(),
        one(here.rooms.get(child.room()).room.classes, child.child(), date),
        here.location.length == 0 ? 0 : one(here.site.locationClasses, child.child(), date));
  }

  private static long one(ChildClasses classes, RegularChild child, LocalDate date) {
    return ChildCounts.one(classes.classOf(child.birthDate(), child.walking(), false, date));
  }

  /** How many of each kind are away in a composition. */
  private static int[] absent(List<List<RegularChild>> alike, int composition) {
    int[] absent = new int[alike.size()];
    int rest = composition;
    for (int kind = 0; kind < absent.length; kind++) {
      int numbers = alike.get(kind).size() + 1;
      absent[kind] = rest % numbers;
      rest /= numbers;
    }
    return absent;
  }

  private static void away(SitePresence here, List<Kind> kinds, int[] absent, int slot, int sign) {
    for (int k = 0; k < absent.length; k++) {
      Kind kind = kinds.get(k);
      here.rooms.get(kind.room()).counts[slot] -= sign * absent[k] * kind.one();
      if (here.location.length > 0) {
        here.location[slot] -= sign * absent[k] * kind.oneAtLocation();
      }
    }
  }

  /** Nothing at the provider is against law, licence or house, whoever causes it. */
  private boolean legal(SitePresence here, int slot) {
    Ledger ledger = Ledger.ofAmounts();
    rules.law(here, slot, slot + 1, ledger);
    for (ConstraintName name : ConstraintName.values()) {
      if (name.level() == ConstraintName.Level.HARD && ledger.amounts()[name.ordinal()] > 0) {
        return false;
      }
    }
    return true;
  }

  private static Chances chances(Event event) {
    List<double[]> numbers =
        event.alike().stream()
            .map(
                children ->
                    PoissonBinomial.distribution(
                        children.stream().map(RegularChild::absenceProbability).toList()))
            .toList();
    int compositions = 1;
    for (double[] number : numbers) {
      compositions *= number.length;
    }
    double risk = 0;
    int fewest = Integer.MAX_VALUE;
    for (int composition = 0; composition < compositions; composition++) {
      int[] absent = absent(event.alike(), composition);
      double chance = 1;
      int away = 0;
      for (int kind = 0; kind < absent.length; kind++) {
        chance *= numbers.get(kind)[absent[kind]];
        away += absent[kind];
      }
      if (event.legal().get(composition)) {
        fewest = Math.min(fewest, away);
      } else {
        risk += chance;
      }
    }
    return new Chances(fewest == Integer.MAX_VALUE ? 1 : risk, fewest);
  }
}
