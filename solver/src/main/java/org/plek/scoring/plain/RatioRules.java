package org.plek.scoring.plain;

import java.util.List;
import java.util.function.Supplier;
import org.plek.rules.ChildClasses;
import org.plek.rules.ChildCounts;
import org.plek.rules.Norm;
import org.plek.scoring.ConstraintName;

/** Places, caregivers, sizes and caps in every slot, as licence, law and house have them. */
final class RatioRules {
  private final Facts facts;

  RatioRules(Facts facts) {
    this.facts = facts;
  }

  /**
   * Scores a provider in some slots.
   *
   * @param rooms groups that are looked at by themselves
   */
  void score(
      SitePresence here, List<SitePresence.InRoom> rooms, int from, int until, Ledger ledger) {
    for (int slot = from; slot < until; slot++) {
      licensedCapacity(here, slot, ledger);
      locationRatio(here, slot, ledger);
    }
    for (JoinedRoom joined : here.site.joinedRooms) {
      for (int slot = from; slot < until; slot++) {
        joined(here, joined, slot, ledger);
      }
    }
    for (SitePresence.InRoom in : rooms) {
      boolean quiet = false;
      for (int slot = from; slot < until; slot++) {
        // Most slots are like the one before, in which nothing was to be written.
        if (quiet && in.counts[slot] == in.counts[slot - 1] && in.room.likeTheOneBefore(slot)) {
          continue;
        }
        int written = ledger.written();
        groupRatio(here, in, slot, ledger);
        groupSize(here, in, slot, ledger);
        compositionCap(here, in, slot, ledger);
        quiet = ledger.written() == written;
      }
    }
  }

  /** What the law asks of joined groups together. */
  private static void joined(SitePresence here, JoinedRoom joined, int slot, Ledger ledger) {
    Norm norm = joined.norm(slot);
    if (norm == null) {
      return;
    }
    long counts = here.counts(joined, slot);
    int occasional = here.occasional(joined, slot);
    ChildClasses classes = joined.members.getFirst().classes;
    ratio(
        norm,
        counts,
        classes,
        joined.rostered(slot),
        joined.reachable(slot),
        joined.place,
        slot,
        occasional,
        ledger,
        () -> here.sessionsIn(joined, slot));
    ledger.inSlot(
        ConstraintName.GROUP_SIZE,
        joined.place,
        slot,
        occasional,
        norm.overSize(counts),
        () -> here.sessionsIn(joined, slot),
        () ->
            Words.children(counts, classes)
                + ", at most "
                + (ChildCounts.total(counts) - norm.overSize(counts))
                + Words.law(norm, counts));
    ledger.inSlot(
        ConstraintName.COMPOSITION_CAP,
        joined.place,
        slot,
        occasional,
        norm.overComposition(counts),
        () -> here.sessionsIn(joined, slot),
        () -> Words.children(counts, classes) + Words.law(norm, counts));
  }

  private void licensedCapacity(SitePresence here, int slot, Ledger ledger) {
    int children = here.children(slot);
    int capacity = here.site.capacity[facts.dayOf[slot]];
    if (children > capacity) {
      ledger.inSlot(
          ConstraintName.LICENSED_CAPACITY,
          here.site.place,
          slot,
          here.occasional(slot),
          children - capacity,
          () -> here.sessionsIn(slot),
          () ->
              Words.count(children, "child", "children")
                  + " for "
                  + Words.count(capacity, "place", "places"));
    }
  }

  /** Overbooking: the hours of the week stay within capacity times opening. */
  void weeklyOccupancy(SitePresence here, int from, int until, Ledger ledger) {
    if (!here.site.provider.overbooking()) {
      return;
    }
    for (Facts.Week week : facts.weeks) {
      if (week.until() <= from || until <= week.from()) {
        continue;
      }
      long occupied = 0;
      for (int slot = week.from(); slot < week.until(); slot++) {
        occupied += here.children(slot);
      }
      int open = here.site.open.get(week.from(), week.until()).cardinality();
      long offered = (long) here.site.provider.licensedCapacity() * open;
      long taken = occupied;
      ledger.note(
          ConstraintName.WEEKLY_OCCUPANCY,
          () ->
              new Place(
                  here.site.place.label() + " in the week of " + week.monday(),
                  here.site.provider.id(),
                  null),
          facts.timeline.time(week.from()),
          facts.timeline.time(week.until()),
          taken - offered,
          () ->
              here.legs.stream()
                  .filter(leg -> leg.from() < week.until() && week.from() < leg.until())
                  .map(leg -> facts.sessionId(leg.session()))
                  .toList(),
          () ->
              taken
                  + " quarters of an hour are occupied, "
                  + offered
                  + " are licensed ("
                  + here.site.provider.licensedCapacity()
                  + " places, "
                  + open
                  + " quarters open)");
    }
  }

  private void groupRatio(SitePresence here, SitePresence.InRoom in, int slot, Ledger ledger) {
    Room room = in.room;
    long counts = in.counts[slot];
    ratio(
        room.norms[slot],
        counts,
        room.classes,
        room.rostered[slot],
        room.reachable[slot],
        room.place,
        slot,
        in.occasional[slot],
        ledger,
        () -> here.sessionsIn(in, slot));
  }

  private void locationRatio(SitePresence here, int slot, Ledger ledger) {
    Norm norm = here.site.locationNorm(slot);
    if (norm != null) {
      ratio(
          norm,
          here.location[slot],
          here.site.locationClasses,
          here.site.rostered(slot),
          here.site.reachable(slot),
          here.site.place,
          slot,
          here.occasional(slot),
          ledger,
          () -> here.sessionsIn(slot));
    }
  }

  private static void ratio(
      Norm norm,
      long counts,
      ChildClasses classes,
      int rostered,
      int reachable,
      Place place,
      int slot,
      int occasional,
      Ledger ledger,
      Supplier<List<String>> sessions) {
    int required = norm.caregiversRequired(counts);
    if (required > reachable) {
      ledger.inSlot(
          ConstraintName.RATIO,
          place,
          slot,
          occasional,
          required - reachable,
          sessions,
          () -> Words.shortfall(counts, classes, norm, reachable));
    }
    if (required > rostered && reachable > rostered) {
      int called = Math.min(required, reachable) - rostered;
      ledger.inSlot(
          ConstraintName.CALLED_IN,
          place,
          slot,
          called,
          sessions,
          () ->
              Words.count(called, "caregiver", "caregivers")
                  + " called in beside "
                  + rostered
                  + " rostered for "
                  + Words.children(counts, classes));
    }
  }

  private static void groupSize(
      SitePresence here, SitePresence.InRoom in, int slot, Ledger ledger) {
    Room room = in.room;
    long counts = in.counts[slot];
    int over = room.overSize(slot, counts);
    if (over > 0) {
      ledger.inSlot(
          ConstraintName.GROUP_SIZE,
          room.place,
          slot,
          in.occasional[slot],
          over,
          () -> here.sessionsIn(in, slot),
          () ->
              Words.children(counts, room.classes)
                  + ", at most "
                  + (ChildCounts.total(counts) - over)
                  + (over == ChildCounts.total(counts) - room.mostChildren
                      ? " in this house"
                      : Words.law(room.norms[slot], counts)));
    }
  }

  private static void compositionCap(
      SitePresence here, SitePresence.InRoom in, int slot, Ledger ledger) {
    Room room = in.room;
    long counts = in.counts[slot];
    int over = room.norms[slot].overComposition(counts);
    if (over > 0) {
      ledger.inSlot(
          ConstraintName.COMPOSITION_CAP,
          room.place,
          slot,
          in.occasional[slot],
          over,
          () -> here.sessionsIn(in, slot),
          () ->
              Words.children(counts, room.classes)
                  + (room.own == null || room.own[slot] == 0
                      ? ""
                      : " beside own " + Words.children(room.own[slot], room.classes))
                  + ", "
                  + over
                  + " over the caps by age"
                  + Words.law(room.norms[slot], counts));
    }
  }
}
