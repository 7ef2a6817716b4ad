package org.plek.recommend;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Interval;
import org.plek.domain.Leg;
import org.plek.domain.Travel;
import org.plek.recommend.LiveGroups.Freed;

/** Finds the proposed placement that makes room in a group by going elsewhere, on the masks. */
final class MakingRoom {
  private final LiveFacts facts;
  private final LiveGroups groups;
  private final Travel travel;

  MakingRoom(LiveFacts facts, LiveGroups groups, Travel travel) {
    this.facts = facts;
    this.groups = groups;
    this.travel = travel;
  }

  /**
   * The first proposed placement whose going makes room and that has another place to go to.
   *
   * @param refused first and last slot that refuse the child as things are, or -1
   */
  @Nullable Counted of(Asked asked, Place place, long refused) {
    int startsBy = refused < 0 ? asked.until - 1 : (int) (refused >>> 32);
    int endsAfter = refused < 0 ? asked.from : (int) refused;
    for (int day = asked.firstDay(place); day <= asked.lastDay(place); day++) {
      DayLegs ofDay = place.on(day);
      for (int i = ofDay.next(-1, startsBy, endsAfter);
          i >= 0;
          i = ofDay.next(i, startsBy, endsAfter)) {
        Counted there = ofDay.get(i);
        if (there.mayGo
            && elsewhere(there, place, asked.asOf)
            && asked.hasRoomWithout(place, there)
            && !there.request.id().equals(asked.request.id())) {
          return there;
        }
      }
    }
    return null;
  }

  /**
   * Whether a counted leg has another place to go to. Where one was found it is looked at again if
   * somebody came or went there, and where none was, only what was freed since: a search is seldom
   * needed.
   */
  private boolean elsewhere(Counted there, Place but, LocalDateTime asOf) {
    Place last = there.elsewhere;
    // Mostly the very same moment, which is known without looking at it.
    boolean known =
        !groups.outdated(there.lookedSince)
            && (asOf == there.lookedAt || !asOf.isBefore(there.lookedAt));
    if (known
        && (last == null
            ? groups.nextFreed() == there.lookedSince
            : stillFree(there, last, asOf))) {
      return last != null;
    }
    Leg leg = there.placement.legs().getFirst();
    Asked moving =
        new Asked(
            facts,
            groups,
            travel,
            there.request,
            there.child,
            new Interval(leg.start(), leg.end()),
            asOf);
    Place now = null;
    if (last != null && groups.stands(last) && moving.fits(last)) {
      now = last;
    } else if (last == null && known) {
      now = freed(moving, but, groups.freedSince(there.lookedSince));
    } else {
      now = searched(moving, but);
    }
    there.elsewhere = now;
    there.eventsElsewhere = now == null ? 0 : now.events().number;
    there.changesBefore = now == null ? 0 : groups.changes(there.eventsElsewhere);
    there.lookedSince = groups.nextFreed();
    there.lookedAt = asOf;
    return now != null;
  }

  /** Whether nothing has happened that could have taken the place found; notice runs with time. */
  private boolean stillFree(Counted there, Place last, LocalDateTime asOf) {
    return groups.changes(there.eventsElsewhere) == there.changesBefore
        && (asOf == there.lookedAt
            || last.provider().noticeMinutes() <= 0
            || asOf.equals(there.lookedAt));
  }

  private @Nullable Place freed(Asked moving, Place but, @Nullable List<Freed> since) {
    for (Freed each : since == null ? List.<Freed>of() : since) {
      if (each.from() < moving.until
          && moving.from < each.until()
          && each.place() != but
          && groups.stands(each.place())
          && moving.fits(each.place())) {
        return each.place();
      }
    }
    return null;
  }

  private @Nullable Place searched(Asked moving, Place but) {
    List<Place> places = groups.places();
    for (int i = moving.next(-1); i < places.size(); i = moving.next(i)) {
      if (moving.mayEnter(i) && places.get(i) != but && moving.fits(places.get(i))) {
        return places.get(i);
      }
    }
    return null;
  }
}
