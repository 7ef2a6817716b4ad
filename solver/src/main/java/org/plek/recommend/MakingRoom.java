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
  private final int moment;

  MakingRoom(LiveFacts facts, LiveGroups groups, Travel travel, LocalDateTime asOf) {
    moment = groups.moment(asOf);
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
        if (elsewhere(ofDay, i, place, asked.asOf)
            && asked.hasRoomWithout(place, ofDay, i)
            && !ofDay.ofRequest(i, asked.request.id())) {
          return ofDay.get(i);
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
  private boolean elsewhere(DayLegs ofDay, int leg, Place but, LocalDateTime asOf) {
    int last = ofDay.elsewhere(leg);
    if (last == DayLegs.STAYS) {
      return false;
    }
    boolean known = last != DayLegs.UNKNOWN && !groups.outdated(ofDay.lookedSince(leg));
    if (known && last == DayLegs.NONE && ofDay.lookedSince(leg) == groups.nextFreed()) {
      return false;
    }
    if (known
        && last >= 0
        && groups.changes(last) == ofDay.changesBefore(leg)
        && (ofDay.moment(leg) < 0 || ofDay.moment(leg) == moment)) {
      return true;
    }
    Counted there = ofDay.get(leg);
    Place now = lookedAgain(there, known, ofDay.lookedSince(leg), but, asOf);
    there.elsewhere = now;
    int events = now == null ? DayLegs.NONE : now.events().number;
    ofDay.remember(
        leg,
        events,
        now == null ? 0 : groups.changes(events),
        groups.nextFreed(),
        // Notice runs with time.
        now == null || now.provider().noticeMinutes() <= 0 ? -1 : moment);
    return now != null;
  }

  private @Nullable Place lookedAgain(
      Counted there, boolean known, int lookedSince, Place but, LocalDateTime asOf) {
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
      return last;
    }
    return last == null && known
        ? freed(moving, but, groups.freedSince(lookedSince))
        : searched(moving, but);
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
