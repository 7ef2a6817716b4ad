package org.plek.api.summary;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plek.domain.Plan;
import org.plek.domain.ProblemIndex;

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
 * @param dates by date of the first leg, unserved by the first date asked
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
    List<Tally> dates,
    Map<String, Long> blockers,
    Map<String, Double> figures,
    List<Occupancy.OfProvider> occupancy) {

  public Summary {
    tiers = List.copyOf(tiers);
    urgencies = List.copyOf(urgencies);
    reasons = List.copyOf(reasons);
    kinds = List.copyOf(kinds);
    hours = List.copyOf(hours);
    dates = List.copyOf(dates);
    figures = new TreeMap<>(figures);
    occupancy = List.copyOf(occupancy);
  }

  /** Counts a plan of a problem; placements of unknown care sessions are left out. */
  public static Summary of(ProblemIndex index, Plan plan) {
    return new SummaryCount(index, plan).count();
  }
}
