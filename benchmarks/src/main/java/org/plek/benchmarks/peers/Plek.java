package org.plek.benchmarks.peers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.plek.benchmarks.instances.Instance;
import org.plek.search.PlanEngine;
import org.plek.search.PlanResult;
import org.plek.search.ProgressListener;
import org.plek.search.SolveLimits;

/** The engine of plek. */
final class Plek implements Peer {
  @Override
  public String name() {
    return "plek";
  }

  @Override
  public Attempt solve(Instance instance, Limits limits) {
    SolveLimits solve =
        new SolveLimits(Duration.ofSeconds(limits.seconds()), 0, limits.seed(), limits.threads());
    return solve(instance, solve);
  }

  static Attempt solve(Instance instance, SolveLimits limits) {
    List<Attempt.Step> path = new ArrayList<>();
    long start = System.nanoTime();
    ProgressListener listener =
        progress -> {
          double seconds = (System.nanoTime() - start) / 1e9;
          if (path.isEmpty() || seconds - path.getLast().seconds() > 0.5) {
            path.add(new Attempt.Step(seconds, progress.objective()));
          }
          return true;
        };
    PlanResult result =
        new PlanEngine(instance.index(), instance.packs(), instance.travel(), instance.table())
            .solve(limits, listener);
    long nanos = System.nanoTime() - start;
    path.add(new Attempt.Step(nanos / 1e9, result.objective()));
    return new Attempt(result.placements(), result.objective(), result.moves(), nanos, path, "");
  }
}
