package org.plek.benchmarks.peers;

import org.plek.benchmarks.instances.Instance;
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
}
