package org.plek.api.summary;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A plan in the figures a planner wants.
 *
 * @param problemId the problem
 * @param from first date
 * @param days dates
 * @param all all care sessions together
 * @param tiers by priority tier, in the order of the policy
 * @param urgencies by urgency
 * @param reasons by reason, most asked first
 * @param kinds served care by kind of provider
 * @param hours by hour of the day in which care is wanted: served where it was placed, unserved
 *     where it was asked first
 * @param weekdays by date
 * @param blockers unplaced care sessions by the rule that blocks, most frequent first
 * @param figures further figures by name, derived from problem and plan alone
 * @param occupancy providers by date, in the order of the problem
 */
public record Summary(
    String problemId,
    LocalDate from,
    int days,
    Tally all,
    List<Tally> tiers,
    List<Tally> urgencies,
    List<Tally> reasons,
    List<Tally> kinds,
    List<Tally> hours,
    List<Tally> weekdays,
    Map<String, Long> blockers,
    Map<String, Double> figures,
    List<Occupancy.OfProvider> occupancy) {

  public Summary {
    tiers = List.copyOf(tiers);
    urgencies = List.copyOf(urgencies);
    reasons = List.copyOf(reasons);
    kinds = List.copyOf(kinds);
    hours = List.copyOf(hours);
    weekdays = List.copyOf(weekdays);
    figures = new TreeMap<>(figures);
    occupancy = List.copyOf(occupancy);
  }
}
