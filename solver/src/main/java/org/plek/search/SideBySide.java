package org.plek.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.plek.domain.ProblemIndex;
import org.plek.options.OptionTable;
import org.plek.scoring.fast.FastState;

/**
 * How a problem of one part with moves to spare is cooled: in two lanes, each with a state of its
 * own, side by side, again and again from the best plan so far. After each time the best plan takes
 * from the others what is better there ({@link Crossing}), so that a gain in one place is not lost
 * with the rest. At first care may wait outside cheaply and some families must leave where they
 * are: so a ring of families can change places one after the other. There are two lanes whatever
 * the number of threads.
 */
final class SideBySide {
  private static final int LANES = 2;

  /**
   * Care sessions for each family that is sent elsewhere before a later cooling, one or the other:
   * some exchanges need much to be in motion, others most to stay.
   */
  private static final int[] SESSIONS_FOR_ONE_ELSEWHERE = {25, 100};

  /** Rounds in which those sent elsewhere may not come back. */
  private static final int ROUNDS_ELSEWHERE = 2;

  private static final BitSet NONE = new BitSet();

  private final ProblemIndex index;
  private final OptionTable table;
  private final Schedule schedule;
  private final SolveLimits limits;
  private final int[] movable;
  private final List<Lane> lanes = new ArrayList<>();
  private final Best[] found = new Best[LANES];
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
   * Starts all lanes from the best plan, in later coolings with some families sent elsewhere.
   *
   * @param nanos how long all lanes may take together where there is no most of moves
   * @return what cools each lane and answers with the moves made
   */
  List<Callable<Long>> cooling(int cooling, Best best, long nanos, BooleanSupplier stop) {
    List<Callable<Long>> chains = new ArrayList<>();
    int waves = Math.ceilDiv(LANES, limits.threads());
    long nanosOfRound = Math.max(1, nanos / waves / Schedule.ROUNDS_OF_A_COOLING);
    for (int i = 0; i < LANES; i++) {
      Lane lane = lanes.get(i);
      int number = cooling * LANES + i;
      best.bringTo(lane.state, lane.insertion.tally);
      if (cooling > 0) {
        sendElsewhere(lane, new SplittableRandom(limits.seed() * 1_000_003 - number));
      }
      int place = i;
      chains.add(() -> cool(lane, place, cooling, number, nanosOfRound, stop));
    }
    return chains;
  }

  /** Cools one lane and keeps the best it came to, better than what it started from or not. */
  private long cool(
      Lane lane, int place, int cooling, int number, long nanosOfRound, BooleanSupplier stop) {
    long moves = 0;
    Best best = null;
    for (int round = 0; round < Schedule.ROUNDS_OF_A_COOLING; round++) {
      if (round == ROUNDS_ELSEWHERE) {
        lane.insertion.close(NONE);
      }
      Cooling how = schedule.cooling(cooling, round);
      lane.state.limitUnservedCost(how.mostForUnserved(), lane.insertion.tally);
      moves += round(lane, cooling, how, number * 8_191L + round, nanosOfRound, stop);
      if (how.mostForUnserved() == Long.MAX_VALUE) {
        if (best == null) {
          best = lane.best(index);
        } else {
          best.take();
        }
      }
    }
    found[place] = Objects.requireNonNull(best);
    return moves;
  }

  /**
   * Takes a family in every so many care sessions away from a provider and closes it to them, so
   * that others find room there first.
   */
  private void sendElsewhere(Lane lane, SplittableRandom random) {
    BitSet closed = new BitSet();
    int forOne = SESSIONS_FOR_ONE_ELSEWHERE[random.nextInt(SESSIONS_FOR_ONE_ELSEWHERE.length)];
    int families = Math.max(1, table.sessions() / forOne);
    for (int i = 0; i < families; i++) {
      int session = random.nextInt(table.sessions());
      int option = lane.state.option(session);
      if (option >= 0) {
        leave(lane, lane.state.familyOf(session), table.providerOf(option), closed);
      }
    }
    lane.insertion.close(closed);
  }

  private void leave(Lane lane, int family, int provider, BitSet closed) {
    FastState state = lane.state;
    long broken = lane.insertion.tally.bundle();
    for (int session : state.sessionsOf(family)) {
      int option = state.option(session);
      if (option >= 0 && !state.agreed(session) && table.providerOf(option) == provider) {
        IntStream.range(table.firstOption(session), table.endOption(session))
            .filter(o -> table.providerOf(o) == provider)
            .forEach(closed::set);
      }
    }
    for (int session : state.sessionsOf(family)) {
      if (state.option(session) >= 0 && closed.get(state.option(session))) {
        lane.insertion.removeBundle(lane.bundles.bundleOf(session));
      }
    }
    if (lane.insertion.tally.bundle() > broken) {
      lane.insertion.mendVolume(0);
    }
    if (lane.insertion.tally.bundle() > broken) {
      lane.insertion.rollback(0);
    } else {
      lane.insertion.commit();
    }
  }

  private long round(
      Lane lane, int cooling, Cooling how, long seed, long nanos, BooleanSupplier stop) {
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
            how,
            limits.seed() * 1_000_003 + seed);
    double share = schedule.shareOfCooling(cooling) / LANES / Schedule.ROUNDS_OF_A_COOLING;
    long most = limits.moves() == 0 ? Long.MAX_VALUE : Math.max(1, (long) (limits.moves() * share));
    long start = System.nanoTime();
    chain.run(
        most, () -> limits.time() == null ? 0 : (System.nanoTime() - start) / (double) nanos, stop);
    return chain.moves();
  }

  /** Makes the first lane's plan out of the best one and what the lanes have found. */
  void cross(Best best) {
    List<Best> all = new ArrayList<>(List.of(found));
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
