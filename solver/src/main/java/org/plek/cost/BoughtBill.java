package org.plek.cost;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.plek.domain.BoughtPlaces;
import org.plek.domain.Group;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.domain.Request;
import org.plek.domain.Schedule;
import org.plek.domain.TimeRange;
import org.plek.domain.Timeline;

/**
 * What bought places cost their owner in the horizon, used or empty. Counted in quarters of an hour
 * in which the group is open.
 *
 * @param programme the owner
 * @param groupId the group
 * @param boughtMinutes places times open minutes
 * @param usedMinutes of these, with a child of the programme
 * @param cents to pay for all
 * @param emptyCents of these, for empty places
 */
public record BoughtBill(
    String programme,
    String groupId,
    long boughtMinutes,
    long usedMinutes,
    long cents,
    long emptyCents) {

  /** One bill for each line of bought places in the policy, in its order. */
  public static List<BoughtBill> of(ProblemIndex index, Collection<Placement> placements) {
    List<BoughtBill> bills = new ArrayList<>();
    for (BoughtPlaces bought : index.problem().policy().boughtPlaces()) {
      int group = index.group(bought.groupId());
      if (group >= 0) {
        bills.add(of(index, placements, bought, group));
      }
    }
    return bills;
  }

  private static BoughtBill of(
      ProblemIndex index, Collection<Placement> placements, BoughtPlaces bought, int group) {
    BitSet open = open(index, group);
    int[] present = new int[index.timeline().horizonSlots()];
    for (Placement placement : placements) {
      int request = index.requestOf(index.session(placement.sessionId()));
      Request asked = index.problem().requests().get(request);
      for (Leg leg : placement.legs()) {
        if (leg.groupId().equals(bought.groupId())
            && bought.programme().equals(asked.programme())) {
          int until = Math.min(present.length, index.timeline().ceilSlot(leg.end()));
          for (int t = Math.max(0, index.timeline().floorSlot(leg.start())); t < until; t++) {
            present[t]++;
          }
        }
      }
    }
    long used =
        open.stream().mapToLong(slot -> Math.min(present[slot], bought.places())).sum()
            * Timeline.SLOT_MINUTES;
    long minutes = (long) open.cardinality() * bought.places() * Timeline.SLOT_MINUTES;
    long cents = (minutes * bought.centsPerPlaceHour() + 30) / 60;
    long usedCents = (used * bought.centsPerPlaceHour() + 30) / 60;
    return new BoughtBill(
        bought.programme(), bought.groupId(), minutes, used, cents, cents - usedCents);
  }

  private static BitSet open(ProblemIndex index, int group) {
    Provider provider = index.problem().providers().get(index.providerOf(group));
    Group there = index.groups().get(group);
    Schedule hours = there.opening() == null ? provider.opening() : there.opening();
    Timeline timeline = index.timeline();
    BitSet open = new BitSet();
    for (int day = 0; day < timeline.days(); day++) {
      for (TimeRange range : hours.on(timeline.date(day))) {
        int from = timeline.ceilSlot(Timeline.start(timeline.date(day), range));
        int until =
            Math.min(
                timeline.horizonSlots(),
                timeline.floorSlot(Timeline.end(timeline.date(day), range)));
        if (from < until) {
          open.set(from, until);
        }
      }
    }
    return open;
  }
}
