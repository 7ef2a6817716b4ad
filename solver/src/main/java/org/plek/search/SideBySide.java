package org.plek.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.plek.domain.ProblemIndex;
import org.plek.options.OptionTable;
import org.plek.scoring.fast.FastState;

/**
 * How a problem of one part with moves to spare is cooled: in two lanes, each with a state of its
 * own, side by side, again and again from the best plan so far. After each time the best plan takes
 * from the others what is better there ({@link Crossing}), so that a gain in one place is not lost
 * with the rest. There are two lanes whatever the number of threads.
 */
final class SideBySide {
  private static final int LANES = 2;

  private final ProblemIndex index;
  private final OptionTable table;
  private final Schedule schedule;
  private final SolveLimits limits;
  private final int[] movable;
  private final List<Lane> lanes = new ArrayList<>();
  private final List<Best> ofLanes = new ArrayList<>();
  private final Crossing crossing;

  private record Lane(Bundles bundles, FastState state, Insertion insertion) {
    Best best(ProblemIndex index) {
      return new Best(index, state, insertion.tally);
    }
  }

  /**
   * @param movable bundles that can be placed at all
   * @param insertion of the state that is to become better
   * @param empty makes a further state in which only agreed placements stand
   */
  SideBySide(
      ProblemIndex index,
      OptionTable table,
      Bundles bundles,
      int[] movable,
      Insertion insertion,
      FastState state,
      CheapestFirst order,
      Schedule schedule,
      SolveLimits limits,
      Supplier<FastState> empty) {
    this.index = index;
    this.table = table;
    this.schedule = schedule;
    this.limits = limits;
    this.movable = movable;
    crossing = new Crossing(index, table, state, insertion);
    lanes.add(new Lane(bundles, state, insertion));
    while (lanes.size() < LANES) {
      FastState further = empty.get();
      Bundles own = Bundles.of(index, table, further);
      lanes.add(
          new Lane(
              own,
              further,
              new Insertion(index, table, own, further, order, further.startTally(), null, 0)));
    }
  }

  /**
   * Starts all lanes from the best plan.
   *
   * @param nanos how long all lanes may take together where there is no most of moves
   * @return what cools each lane and answers with the moves made
   */
  List<Callable<Long>> cooling(int cooling, Best best, long nanos, BooleanSupplier stop) {
    ofLanes.clear();
    List<Callable<Long>> chains = new ArrayList<>();
    int waves = Math.ceilDiv(LANES, limits.threads());
    long nanosOfRound = Math.max(1, nanos / waves / Schedule.ROUNDS_OF_A_COOLING);
    for (int i = 0; i < LANES; i++) {
      Lane lane = lanes.get(i);
      best.bringTo(lane.state, lane.insertion.tally);
      Best ofLane = lane.best(index);
      ofLanes.add(ofLane);
      int number = cooling * LANES + i;
      chains.add(
          () -> {
            long moves = 0;
            for (int round = 0; round < Schedule.ROUNDS_OF_A_COOLING; round++) {
              moves += round(lane, cooling, round, number, nanosOfRound, stop);
              ofLane.take();
            }
            ofLane.restore();
            return moves;
          });
    }
    return chains;
  }

  private long round(
      Lane lane, int cooling, int round, int number, long nanos, BooleanSupplier stop) {
    Chain chain =
        new Chain(
            index,
            table,
            lane.bundles,
            lane.state,
            lane.insertion,
            movable,
            new int[lane.bundles.count()],
            0,
            new int[lane.bundles.count()],
            schedule,
            schedule.cooling(cooling, round),
            limits.seed() * 1_000_003 + number * 8_191L + round);
    double share = schedule.shareOfCooling(cooling) / LANES / Schedule.ROUNDS_OF_A_COOLING;
    long most = limits.moves() == 0 ? Long.MAX_VALUE : Math.max(1, (long) (limits.moves() * share));
    long start = System.nanoTime();
    chain.run(
        most, () -> limits.time() == null ? 0 : (System.nanoTime() - start) / (double) nanos, stop);
    return chain.moves();
  }

  /** Makes the first lane's plan out of the best one and what the lanes have found. */
  void cross(Best best) {
    List<Best> all = new ArrayList<>(ofLanes);
    all.add(best);
    Best first = all.stream().min(Best.BETTER_FIRST).orElseThrow();
    Lane lane = lanes.getFirst();
    first.bringTo(lane.state, lane.insertion.tally);
    for (Best other : all) {
      if (other != first) {
        crossing.with(other);
      }
    }
  }
}
