package org.plek.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.plek.domain.ProblemIndex;
import org.plek.options.OptionTable;
import org.plek.scoring.fast.FastState;
import org.plek.scoring.fast.Tally;

/**
 * The improvement: rounds of chains, one chain a part, each round cut in another direction and
 * cooler than the one before; or, of one part with moves to spare, chains side by side. Parts,
 * seeds and shares of moves follow from problem, seed and limits; threads only say how many chains
 * run at a time.
 */
final class Search {
  private static final long MILLISECONDS_BETWEEN_REPORTS = 200;

  private final ProblemIndex index;
  private final OptionTable table;
  private final Bundles bundles;
  private final FastState state;
  private final CheapestFirst order;
  private final SolveLimits limits;
  private final ProgressListener listener;
  private final Runnable better;
  private final BooleanSupplier stop;
  private final Supplier<FastState> empty;
  private final int parts;
  private final long startNanos;
  private final AtomicLong moves = new AtomicLong();
  private final Tally tally;
  private final boolean[] placeable;
  private int unplaced;
  private long unserved;
  private long objective;

  /**
   * @param better told when the state is better than all before, while nothing works on it
   * @param empty makes a further state in which only agreed placements stand
   * @param parts into how many parts each round cuts the problem
   * @param startNanos {@link System#nanoTime()} at the start of the call, from which time limits
   *     run
   */
  Search(
      ProblemIndex index,
      OptionTable table,
      Bundles bundles,
      FastState state,
      CheapestFirst order,
      Tally tally,
      SolveLimits limits,
      ProgressListener listener,
      Runnable better,
      BooleanSupplier stop,
      Supplier<FastState> empty,
      int parts,
      long startNanos) {
    this.empty = empty;
    this.parts = parts;
    this.index = index;
    this.table = table;
    this.bundles = bundles;
    this.state = state;
    this.order = order;
    this.tally = tally;
    this.limits = limits;
    this.listener = listener;
    this.better = better;
    this.stop = stop;
    this.startNanos = startNanos;
    placeable = new boolean[bundles.count()];
    for (int b = 0; b < placeable.length; b++) {
      placeable[b] = bundles.placeable(table, b);
    }
  }

  long moves() {
    return moves.get();
  }

  /** Improves the state in place; the tally holds its sums afterwards. */
  void run() {
    if ((limits.moves() == 0 && limits.time() == null) || bundles.count() == 0) {
      return;
    }
    Schedule schedule = Schedule.of(index, table, state, limits);
    Best best = new Best(index, state, tally);
    better.run();
    counted();
    // As urgent as the thread that asks for the plan.
    ThreadFactory alike = Thread.ofPlatform().name("search-", 0).factory();
    try (ExecutorService threads = Executors.newFixedThreadPool(limits.threads(), alike)) {
      if (schedule.several() && parts == 1) {
        coolSideBySide(threads, schedule, best);
      } else {
        for (int round = 0; round < Schedule.ROUNDS && !stop.getAsBoolean(); round++) {
          round(threads, round, schedule);
          note(best, schedule.before(round + 1));
        }
      }
      best.restore();
      if (schedule.closingShare() > 0 && !stop.getAsBoolean()) {
        round(threads, Schedule.ROUNDS, schedule);
        note(best, 1);
      }
    }
    best.restore();
  }

  private void note(Best best, double fraction) {
    if (best.take()) {
      better.run();
    }
    counted();
    tell(fraction);
  }

  private void coolSideBySide(ExecutorService threads, Schedule schedule, Best best) {
    Insertion insertion = new Insertion(index, table, bundles, state, order, tally, null, 0);
    int[] movable = IntStream.range(0, placeable.length).filter(b -> placeable[b]).toArray();
    SideBySide lanes =
        new SideBySide(
            index, table, bundles, movable, insertion, state, order, schedule, limits, empty);
    for (int cooling = 0; cooling < Schedule.COOLINGS && !stop.getAsBoolean(); cooling++) {
      long nanos =
          limits.time() == null
              ? 0
              : (long) (remainingNanos() * schedule.shareOfRestOfCooling(cooling));
      double before = schedule.beforeCooling(cooling);
      List<Future<Long>> running = new ArrayList<>();
      for (Callable<Long> chain :
          lanes.cooling(cooling, best, nanos, () -> stop.getAsBoolean() || overTime())) {
        running.add(threads.submit(chain));
      }
      for (Future<Long> chain : running) {
        moves.addAndGet(join(chain, before));
      }
      lanes.cross(best);
      note(best, schedule.beforeCooling(cooling + 1));
    }
  }

  /** One round of annealing; the one after the last closes carers. */
  private void round(ExecutorService threads, int round, Schedule schedule) {
    boolean closing = round == Schedule.ROUNDS;
    Parts cut = Parts.cut(index, parts, round);
    int[] ownerOf = new int[bundles.count()];
    List<List<Integer>> owned = new ArrayList<>();
    List<Insertion> insertions = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      owned.add(new ArrayList<>());
      insertions.add(
          new Insertion(
              index,
              table,
              bundles,
              state,
              order,
              new Tally(),
              parts == 1 ? null : cut.ofGroup,
              part));
    }
    for (int b = 0; b < ownerOf.length; b++) {
      int session = bundles.sessionsOf[bundles.unitsOf[b][0]][0];
      ownerOf[b] = cut.ofFamily[state.familyOf(session)];
      if (placeable[b] && insertions.get(ownerOf[b]).movable(b)) {
        owned.get(ownerOf[b]).add(b);
      }
    }
    int[] scratch = new int[bundles.count()];
    long all = owned.stream().mapToLong(List::size).sum();
    List<Future<Long>> running = new ArrayList<>();
    double shareOfRound = schedule.share(round);
    long roundNanos =
        limits.time() == null ? 0 : (long) (remainingNanos() * schedule.shareOfRest(round));
    int waves = (parts + limits.threads() - 1) / limits.threads();
    for (int part = 0; part < parts; part++) {
      int[] movable = owned.get(part).stream().mapToInt(Integer::intValue).toArray();
      Insertion insertion = insertions.get(part);
      long share = (long) (limits.moves() * shareOfRound) * movable.length / Math.max(1, all);
      long most = limits.moves() == 0 ? Long.MAX_VALUE : Math.max(1, share);
      long seed = limits.seed() * 1_000_003 + round * 8_191L + part;
      Improver chain =
          closing
              ? new Closing(
                  table,
                  bundles,
                  state,
                  insertion,
                  movable,
                  ownerOf,
                  part,
                  index.groups().size(),
                  seed)
              : new Chain(
                  index,
                  table,
                  bundles,
                  state,
                  insertion,
                  movable,
                  ownerOf,
                  part,
                  scratch,
                  schedule,
                  schedule.cooling(round),
                  seed);
      running.add(
          threads.submit(
              () -> {
                long chainStart = System.nanoTime();
                long chainNanos =
                    limits.time() == null ? Long.MAX_VALUE : Math.max(1, roundNanos / waves);
                chain.run(
                    most,
                    () -> (System.nanoTime() - chainStart) / (double) chainNanos,
                    () -> stop.getAsBoolean() || overTime());
                return chain.moves();
              }));
    }
    for (int part = 0; part < parts; part++) {
      moves.addAndGet(join(running.get(part), schedule.before(round)));
      tally.add(insertions.get(part).tally);
    }
  }

  /** Waits for a chain and keeps the listener told, so that it can stop the search at any time. */
  private long join(Future<Long> chain, double fraction) {
    while (true) {
      try {
        return chain.get(MILLISECONDS_BETWEEN_REPORTS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        tell(limits.time() == null ? fraction : 1 - remainingNanos() / (double) limitNanos());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("The search was interrupted.", e);
      } catch (ExecutionException e) {
        throw new IllegalStateException("A chain failed: " + e.getCause(), e.getCause());
      }
    }
  }

  private long limitNanos() {
    return limits.time() == null ? Long.MAX_VALUE : Math.max(1, limits.time().toNanos());
  }

  private boolean overTime() {
    return limits.time() != null && remainingNanos() <= 0;
  }

  private long remainingNanos() {
    return limits.time() == null
        ? Long.MAX_VALUE
        : limits.time().toNanos() - (System.nanoTime() - startNanos);
  }

  private void counted() {
    unserved = tally.unserved();
    objective = tally.objective();
    unplaced = 0;
    for (int s = 0; s < index.sessions().size(); s++) {
      unplaced += state.option(s) < 0 ? 1 : 0;
    }
  }

  /** Tells the listener the figures of the last round. */
  private void tell(double fraction) {
    listener.goOn(
        new ProgressListener.Progress(
            Math.clamp(fraction, 0, 1), moves.get(), unplaced, unserved, objective));
  }
}
