package org.plek.recommend;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Interval;
import org.plek.domain.Leg;
import org.plek.domain.PlacementState;
import org.plek.domain.Travel;
import org.plek.recommend.LiveGroups.Counted;
import org.plek.recommend.LiveGroups.Freed;
import org.plek.recommend.LiveGroups.Place;

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
    for (int day = asked.firstDay(place); day <= asked.lastDay(place); day++) {
      List<Counted> ofDay = place.byDay().get(day);
      for (int i = 0; i < ofDay.size(); i++) {
        Counted there = ofDay.get(i);
        if (covers(there, asked, refused)
            && there.placement.state() == PlacementState.PROPOSED
            && there.placement.legs().size() == 1
            && !there.request.id().equals(asked.request.id())
            && elsewhere(there, place, asked.asOf)
            && asked.hasRoomWithout(place, there)) {
          return there;
        }
      }
    }
    return null;
  }

  private static boolean covers(Counted there, Asked asked, long refused) {
    return refused < 0
        ? there.meets(asked.from, asked.until)
        : there.from <= refused >>> 32 && (int) refused < there.until;
  }

  /**
   * Whether a counted leg has another place to go to. The place found is looked at again each time,
   * and where there was none, what was freed since: both are a few steps, a search is not.
   */
  private boolean elsewhere(Counted there, Place but, LocalDateTime asOf) {
    List<Freed> since =
        there.nowhereSince < 0 || asOf.isBefore(there.nowhereAt)
            ? null
            : groups.freedSince(there.nowhereSince);
    if (since != null && since.isEmpty()) {
      return false;
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
    Place last = there.elsewhere;
    if (last != null && groups.stands(last) && moving.fits(last)) {
      return true;
    }
    there.elsewhere = since == null ? searched(moving, but) : freed(moving, but, since);
    there.nowhereSince = there.elsewhere == null ? groups.nextFreed() : -1;
    there.nowhereAt = asOf;
    return there.elsewhere != null;
  }

  private @Nullable Place freed(Asked moving, Place but, List<Freed> since) {
    for (Freed each : since) {
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
      Place place = places.get(i);
      if (place != but && moving.inBox(i, place) && moving.fits(place)) {
        return place;
      }
    }
    return null;
  }
}
