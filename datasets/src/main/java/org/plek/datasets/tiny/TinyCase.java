package org.plek.datasets.tiny;

import java.util.List;
import org.plek.domain.Placement;
import org.plek.domain.Problem;

/**
 * One constraint, a problem as small as can be, and plans with amounts worked out by hand.
 *
 * @param name name of the constraint
 * @param about what the case shows and which wrong readings its numbers tell apart
 * @param problem the problem
 * @param plans the plans
 */
record TinyCase(String name, String about, Problem problem, List<TinyPlan> plans) {
  /**
   * A plan and the amount it is expected to have.
   *
   * @param file name of its file without ending: {@code legal-plan}, {@code illegal-plan}, or
   *     {@code other-plan} where both are legal
   * @param amount expected amount of the constraint of the case; every other hard amount is 0
   * @param arithmetic how the amount comes about
   * @param placements the plan
   */
  record TinyPlan(String file, long amount, String arithmetic, List<Placement> placements) {
    TinyPlan {
      placements = List.copyOf(placements);
    }

    static TinyPlan legal(long amount, String arithmetic, Placement... placements) {
      return new TinyPlan("legal-plan", amount, arithmetic, List.of(placements));
    }

    static TinyPlan illegal(long amount, String arithmetic, Placement... placements) {
      return new TinyPlan("illegal-plan", amount, arithmetic, List.of(placements));
    }

    static TinyPlan other(long amount, String arithmetic, Placement... placements) {
      return new TinyPlan("other-plan", amount, arithmetic, List.of(placements));
    }
  }

  TinyCase {
    plans = List.copyOf(plans);
  }
}
