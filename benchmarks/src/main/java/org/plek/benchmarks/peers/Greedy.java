package org.plek.benchmarks.peers;

import java.util.List;
import org.plek.benchmarks.instances.Instance;
import org.plek.domain.Placement;
import org.plek.search.SolveLimits;

/**
 * By tier, urgency and time of asking, each to its cheapest legal option: the engine's first plan.
 */
final class Greedy implements Peer {
  @Override
  public String name() {
    return "greedy";
  }

  @Override
  public Attempt solve(Instance instance, Limits limits) {
    return Plek.solve(instance, new SolveLimits(null, 0, limits.seed(), 1));
  }

  static List<Placement> plan(Instance instance) {
    return Plek.solve(instance, new SolveLimits(null, 0, 1, 1)).placements();
  }
}
