package org.plek.scoring.plain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.plek.domain.Quota;
import org.plek.domain.Reserve;
import org.plek.rules.ChildClasses;
import org.plek.rules.ChildCounts;
import org.plek.rules.Norm;
import org.plek.scoring.ConstraintName;

/**
 * What the policy keeps back in every slot: kept-free and bought places, quotas, regular floors.
 */
final class ReserveRules {
  private final Facts facts;

  ReserveRules(Facts facts) {
    this.facts = facts;
  }

  /**
   * Scores a provider in some slots.
   *
   * @param rooms groups that are looked at by themselves
   */
  void score(
      SitePresence here, List<SitePresence.InRoom> rooms, int from, int until, Ledger ledger) {
    rooms.forEach(in -> ofRoom(here, in, from, until, ledger));
    boolean anyReserve = here.rooms.stream().anyMatch(in -> !in.room.reserves.isEmpty());
    for (JoinedRoom joined : here.site.joinedRooms) {
      for (int slot = from; slot < until; slot++) {
        joined(here, joined, slot, ledger);
      }
    }
    if (anyReserve) {
      for (int slot = from; slot < until; slot++) {
        keptFreeAtProvider(here, slot, ledger);
      }
    }
  }

  private void ofRoom(
      SitePresence here, SitePresence.InRoom in, int from, int until, Ledger ledger) {
    Room room = in.room;
    if (room.reserves.isEmpty() && room.bought.isEmpty() && room.quotas.isEmpty()) {
      return;
    }
    int day = -1;
    List<Quota> quotas = List.of();
    for (int slot = from; slot < until; slot++) {
      if (!room.reserves.isEmpty()) {
        keptFree(here, in, slot, ledger);
      }
      if (!room.bought.isEmpty()) {
        boughtPlaces(here, in, slot, ledger);
      }
      if (day != facts.dayOf[slot] && !room.quotas.isEmpty()) {
        day = facts.dayOf[slot];
        LocalDate date = facts.timeline.date(day);
        quotas = room.quotas.stream().filter(quota -> quota.valid().hold(date)).toList();
      }
      for (Quota quota : quotas) {
        quota(here, in, quota, slot, ledger);
        regularFloor(here, in, quota, slot, ledger);
      }
    }
  }

  private void keptFree(SitePresence here, SitePresence.InRoom in, int slot, Ledger ledger) {
    Room room = in.room;
    long kept = kept(in, room.classes, slot);
    if (kept == 0) {
      return;
    }
    long counts = in.counts[slot];
    long others = counts + emptyBought(in, slot) * room.oneBought();
    int size = room.overSize(slot, others + kept) - room.overSize(slot, others);
    Norm norm = room.norms[slot];
    int needed = shortfall(norm, counts + kept, room.reachable[slot]);
    int caregivers = needed - shortfall(norm, counts, room.reachable[slot]);
    if (size > 0 || caregivers > 0) {
      ledger.inSlot(
          ConstraintName.KEPT_FREE,
          room.place,
          slot,
          Math.max(0, size) + Math.max(0, caregivers),
          () -> here.sessionsIn(in, slot),
          () ->
              Words.children(counts, room.classes)
                  + " leave too little for "
                  + Words.count(ChildCounts.total(kept), "kept-free place", "kept-free places")
                  + ": "
                  + Math.max(0, size)
                  + " over the size, "
                  + Words.count(Math.max(0, caregivers), "caregiver", "caregivers")
                  + " short");
    }
  }

  /** What joined groups leave to their kept-free and bought places under the law of the unit. */
  private void joined(SitePresence here, JoinedRoom joined, int slot, Ledger ledger) {
    Norm norm = joined.norm(slot);
    if (norm == null) {
      return;
    }
    long kept = 0;
    long bought = 0;
    for (SitePresence.InRoom in : here.rooms) {
      if (joined.members.contains(in.room)) {
        kept += kept(in, in.room.classes, slot);
        bought += emptyBought(in, slot) * in.room.oneBought();
      }
    }
    long counts = here.counts(joined, slot);
    int sizeWithBought = norm.overSize(counts + bought);
    ledger.inSlot(
        ConstraintName.BOUGHT_PLACES,
        joined.place,
        slot,
        sizeWithBought - norm.overSize(counts),
        () -> here.sessionsIn(joined, slot),
        () -> "the joined groups leave too little for the empty bought places");
    int size = Math.max(0, norm.overSize(counts + bought + kept) - sizeWithBought);
    int caregivers =
        Math.max(
            0,
            shortfall(norm, counts + kept, joined.reachable(slot))
                - shortfall(norm, counts, joined.reachable(slot)));
    ledger.inSlot(
        ConstraintName.KEPT_FREE,
        joined.place,
        slot,
        size + caregivers,
        () -> here.sessionsIn(joined, slot),
        () ->
            "the joined groups leave too little for the kept-free places: "
                + size
                + " over the size, "
                + Words.count(caregivers, "caregiver", "caregivers")
                + " short");
  }

  private void keptFreeAtProvider(SitePresence here, int slot, Ledger ledger) {
    Site site = here.site;
    Norm norm = site.locationNorm(slot);
    int empty = 0;
    int bought = 0;
    long keptAtLocation = 0;
    for (SitePresence.InRoom in : here.rooms) {
      empty += ChildCounts.total(kept(in, in.room.classes, slot));
      keptAtLocation += kept(in, site.locationClasses, slot);
      bought += emptyBought(in, slot);
    }
    if (empty == 0) {
      return;
    }
    int children = here.children(slot);
    int capacity = site.capacity[facts.dayOf[slot]];
    int without = Math.max(0, children + bought - capacity);
    int places = Math.max(0, children + bought + empty - capacity) - without;
    int caregivers = 0;
    if (norm != null) {
      long counts = here.location[slot];
      caregivers =
          shortfall(norm, counts + keptAtLocation, site.reachable(slot))
              - shortfall(norm, counts, site.reachable(slot));
    }
    int shortOfCaregivers = Math.max(0, caregivers);
    int keptPlaces = empty;
    if (places > 0 || shortOfCaregivers > 0) {
      ledger.inSlot(
          ConstraintName.KEPT_FREE,
          site.place,
          slot,
          places + shortOfCaregivers,
          () -> here.sessionsIn(slot),
          () ->
              Words.count(children, "child", "children")
                  + " leave too little for "
                  + Words.count(keptPlaces, "kept-free place", "kept-free places")
                  + ": "
                  + places
                  + " over the capacity of "
                  + capacity
                  + ", "
                  + Words.count(shortOfCaregivers, "caregiver", "caregivers")
                  + " short");
    }
  }

  /** Children that the empty kept places of a group stand for, by class. */
  private long kept(SitePresence.InRoom in, ChildClasses classes, int slot) {
    Room room = in.room;
    if (room.reserves.isEmpty() || !room.open.get(slot)) {
      return 0;
    }
    int urgent = in.urgent[slot];
    long kept = 0;
    LocalDate date = facts.timeline.date(facts.dayOf[slot]);
    for (Reserve reserve : room.reserves) {
      if (!facts.released(reserve, slot)) {
        int empty = Math.max(0, reserve.places() - urgent);
        urgent = Math.max(0, urgent - reserve.places());
        kept += empty * room.oneOf(reserve, classes, date);
      }
    }
    return kept;
  }

  private static int shortfall(Norm norm, long counts, int caregivers) {
    return Math.max(0, norm.caregiversRequired(counts) - caregivers);
  }

  /** Bought places of a group that no child of their programme uses. */
  private static int emptyBought(SitePresence.InRoom in, int slot) {
    int empty = 0;
    for (Map.Entry<String, Integer> places : in.room.bought.entrySet()) {
      short[] used = in.ofProgramme.get(places.getKey());
      empty += Math.max(0, places.getValue() - (used == null ? 0 : used[slot]));
    }
    return empty;
  }

  private static void boughtPlaces(
      SitePresence here, SitePresence.InRoom in, int slot, Ledger ledger) {
    int empty = emptyBought(in, slot);
    long counts = in.counts[slot];
    Room room = in.room;
    int over = room.overSize(slot, counts + empty * room.oneBought()) - room.overSize(slot, counts);
    if (over > 0) {
      ledger.inSlot(
          ConstraintName.BOUGHT_PLACES,
          room.place,
          slot,
          over,
          () -> here.sessionsIn(in, slot),
          () ->
              Words.children(counts, room.classes)
                  + " leave "
                  + (empty - over)
                  + " of "
                  + Words.count(empty, "empty bought place", "empty bought places"));
    }
  }

  private static void quota(
      SitePresence here, SitePresence.InRoom in, Quota quota, int slot, Ledger ledger) {
    Integer most = quota.mostOccasional(in.room.group.maxChildren());
    int over = over(in.occasional[slot], most);
    int firstTimers = over(in.firstTimers[slot], quota.maxFirstTimers());
    if (over > 0 || firstTimers > 0) {
      ledger.inSlot(
          ConstraintName.OCCASIONAL_QUOTA,
          in.room.place,
          slot,
          over + firstTimers,
          () -> here.sessionsIn(in, slot),
          () ->
              Words.count(in.occasional[slot], "occasional child", "occasional children")
                  + " (at most "
                  + most(most)
                  + "), "
                  + in.firstTimers[slot]
                  + " for the first time (at most "
                  + most(quota.maxFirstTimers())
                  + ")");
    }
  }

  private static int over(int children, @org.jspecify.annotations.Nullable Integer most) {
    return most == null ? 0 : Math.max(0, children - most);
  }

  private static String most(@org.jspecify.annotations.Nullable Integer most) {
    return most == null ? "any" : most.toString();
  }

  private static void regularFloor(
      SitePresence here, SitePresence.InRoom in, Quota quota, int slot, Ledger ledger) {
    Integer percent = quota.minRegularPercent();
    if (percent == null || percent <= 0 || in.occasional[slot] == 0) {
      return;
    }
    int regular = ChildCounts.total(in.room.regular[slot]);
    int most = regular * (100 - percent) / percent;
    ledger.inSlot(
        ConstraintName.REGULAR_FLOOR,
        in.room.place,
        slot,
        in.occasional[slot] - most,
        () -> here.sessionsIn(in, slot),
        () ->
            Words.count(in.occasional[slot], "occasional child", "occasional children")
                + " beside "
                + regular
                + " regular, at most "
                + most
                + " with "
                + percent
                + " % regular");
  }
}
