package org.plek.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.plek.options.OptionTable;
import org.plek.scoring.fast.FastState;
import org.plek.scoring.fast.Tally;

/**
 * Fewer home carers called in: takes all visits of one carer out and brings them, one by one, to
 * the others, who give up visits in turn, until nothing waits. What is hard to place is given up
 * ever more reluctantly: the ejection pool with guided ejection by which Nagata and Bräysy (2009)
 * save vehicles. A sum of carers alone gives no direction, since every move but the last of a
 * carer's looks the same; this needs none.
 */
final class Closing implements Improver {
  private static final int LEAST_STEPS_BEFORE_EXCHANGE = 200;

  private static final int TRIES = 8;
  private static final int MOST_IN_THE_WAY = 16;

  private final OptionTable table;
  private final Bundles bundles;
  private final FastState state;
  private final Insertion insertion;
  private final Tally tally;
  private final SplittableRandom random;
  private final int[] movable;
  private final int[] ownerOf;
  private final int owner;

  /** Groups of the home carers of this part. */
  private final int[] carers;

  private final BitSet closed = new BitSet();

  /** Carers whose closing cost more than it saved, since the last that did not. */
  private final BitSet tried = new BitSet();

  /** Steps after which another carer is closed and one that is closed opened. */
  private final int stepsBeforeExchange;

  /** How often a bundle had to push others out, by bundle. */
  private final int[] hardness;

  private final int[] waiting;
  private final int[] placeInWaiting;
  private int waitingCount;

  private final int[] best;
  private long bestObjective;
  private final long hardBefore;
  private final long bundleBefore;
  private long moves;
  private int[] inTheWay = new int[MOST_IN_THE_WAY];
  private int[] inTheWayOfBest = new int[MOST_IN_THE_WAY];

  /**
   * @param movable bundles that may move; nobody else moves them meanwhile
   * @param ownerOf the part that owns a bundle, by bundle
   * @param groups how many groups there are
   */
  Closing(
      OptionTable table,
      Bundles bundles,
      FastState state,
      Insertion insertion,
      int[] movable,
      int[] ownerOf,
      int owner,
      int groups,
      long seed) {
    this.table = table;
    this.bundles = bundles;
    this.state = state;
    this.insertion = insertion;
    this.movable = movable;
    this.ownerOf = ownerOf;
    this.owner = owner;
    tally = insertion.tally;
    random = new SplittableRandom(seed);
    carers =
        IntStream.range(0, groups)
            .filter(group -> state.homeCarer(group) && insertion.inPart(group))
            .toArray();
    stepsBeforeExchange = Math.max(LEAST_STEPS_BEFORE_EXCHANGE, movable.length);
    hardness = new int[ownerOf.length];
    waiting = new int[ownerOf.length];
    placeInWaiting = new int[ownerOf.length];
    Arrays.fill(placeInWaiting, -1);
    best = new int[table.sessions()];
    bestObjective = tally.objective();
    hardBefore = tally.hard();
    bundleBefore = tally.bundle();
    keep();
  }

  @Override
  public long moves() {
    return moves;
  }

  /** Closes carers until the most moves are evaluated, the clock is used up or none can close. */
  @Override
  public void run(long mostMoves, Share clock, BooleanSupplier stop) {
    start();
    long steps = 0;
    while (moves < mostMoves
        && (mostMoves != Long.MAX_VALUE || clock.used() < 1)
        && !stop.getAsBoolean()) {
      if (waitingCount > 0) {
        step();
        if (++steps % stepsBeforeExchange == 0) {
          exchange();
        }
        continue;
      }
      steps = 0;
      if (tally.objective() < bestObjective
          && tally.hard() <= hardBefore
          && tally.bundle() <= bundleBefore) {
        keep();
      } else if (!closed.isEmpty()) {
        restore();
      }
      start();
      if (!close()) {
        break;
      }
    }
    restore();
  }

  /** Whoever is not called in now stays out. */
  private void start() {
    for (int group : carers) {
      if (load(group) == 0) {
        shut(group);
      } else {
        open(group);
      }
    }
  }

  private void shut(int group) {
    closed.set(group);
    insertion.avoid(group);
  }

  private void open(int group) {
    closed.clear(group);
    insertion.use(group);
  }

  /** Takes out all visits of the carer who has the easiest ones; false when nobody is left. */
  private boolean close() {
    int least = -1;
    long leastLoad = Long.MAX_VALUE;
    for (int group : carers) {
      if (!closed.get(group) && !tried.get(group)) {
        long load = load(group);
        if (load > 0 && load < leastLoad) {
          leastLoad = load;
          least = group;
        }
      }
    }
    if (least < 0) {
      return false;
    }
    tried.set(least);
    shut(least);
    for (int day = 0; day < state.days(); day++) {
      for (int leg = state.firstLeg(least, day); leg >= 0; leg = state.firstLeg(least, day)) {
        takeOut(bundles.bundleOf(leg >> 1));
      }
    }
    insertion.commit();
    return true;
  }

  /** How hard the visits of a carer are to place; 0 without any, -1 when some may not move. */
  private long load(int group) {
    long load = 0;
    for (int day = 0; day < state.days(); day++) {
      for (int leg = state.firstLeg(group, day); leg >= 0; leg = state.nextLeg(leg)) {
        int bundle = bundles.bundleOf(leg >> 1);
        if (!mine(bundle)) {
          return -1;
        }
        load += 1 + hardness[bundle];
      }
    }
    return load;
  }

  private boolean mine(int bundle) {
    return bundle >= 0 && ownerOf[bundle] == owner && insertion.movable(bundle);
  }

  private void takeOut(int bundle) {
    insertion.removeBundle(bundle);
    placeInWaiting[bundle] = waitingCount;
    waiting[waitingCount++] = bundle;
  }

  private void noLongerWaits(int bundle) {
    int place = placeInWaiting[bundle];
    int last = waiting[--waitingCount];
    waiting[place] = last;
    placeInWaiting[last] = place;
    placeInWaiting[bundle] = -1;
  }

  /** Another carer closes; one who could take something that waits opens. */
  private void exchange() {
    for (int i = 0; i < TRIES; i++) {
      int session = first(waiting[random.nextInt(waitingCount)]);
      int count = table.endOption(session) - table.firstOption(session);
      int group = table.group(table.firstOption(session) + random.nextInt(count));
      if (closed.get(group)) {
        tried.clear();
        if (close()) {
          open(group);
        }
        return;
      }
    }
  }

  private int first(int bundle) {
    return bundles.sessionsOf[bundles.unitsOf[bundle][0]][0];
  }

  /** Places one that waits, at the cost of those that are easiest to place again. */
  private void step() {
    int bundle = waiting[random.nextInt(waitingCount)];
    boolean single =
        bundles.unitsOf[bundle].length == 1
            && bundles.sessionsOf[bundles.unitsOf[bundle][0]].length == 1;
    moves++;
    boolean placed =
        state.option(first(bundle)) >= 0 // Brought along by another bundle.
            || (single ? placeSingle(first(bundle), bundle) : insertion.insert(bundle));
    if (placed) {
      noLongerWaits(bundle);
    } else {
      hardness[bundle]++;
    }
    insertion.commit();
  }

  private boolean placeSingle(int session, int bundle) {
    int first = table.firstOption(session);
    int count = table.endOption(session) - first;
    int start = random.nextInt(count);
    int bestOption = -1;
    int bestCount = 0;
    long least = Long.MAX_VALUE;
    for (int i = 0; i < count; i++) {
      int option = first + (start + i) % count;
      if (!insertion.usable(option)) {
        continue;
      }
      moves++;
      int found = state.homeCarer(table.group(option)) ? inTheWay(session, option) : 0;
      long cost = found > 0 ? costOf(found) : state.free(session, option) ? 0 : Long.MAX_VALUE;
      if (cost < Long.MAX_VALUE) {
        cost = cost * state.carerWeight() + state.added(session, option, tally);
        if (cost < least) {
          least = cost;
          bestOption = option;
          bestCount = found;
          int[] swapped = inTheWay;
          inTheWay = inTheWayOfBest;
          inTheWayOfBest = swapped;
        }
      }
    }
    if (bestOption < 0) {
      return false;
    }
    int waitingBefore = waitingCount;
    for (int i = 0; i < bestCount; i++) {
      int ejected = bundles.bundleOf(inTheWayOfBest[i] >> 1);
      if (placeInWaiting[ejected] < 0) {
        takeOut(ejected);
      }
    }
    if (bestCount > 0) {
      hardness[bundle]++;
    }
    if (insertion.tryPlace(session, bestOption)) {
      return true;
    }
    insertion.rollback(0);
    while (waitingCount > waitingBefore) {
      noLongerWaits(waiting[waitingCount - 1]);
    }
    return false;
  }

  private int inTheWay(int session, int option) {
    int found = state.inTheWay(session, option, inTheWay);
    return found == MOST_IN_THE_WAY ? 0 : found;
  }

  /** What pushing out those in the way costs; the most when one of them may not move. */
  private long costOf(int found) {
    long cost = 0;
    for (int i = 0; i < found; i++) {
      int bundle = bundles.bundleOf(inTheWay[i] >> 1);
      if (!mine(bundle)) {
        return Long.MAX_VALUE;
      }
      cost += 1 + hardness[bundle];
    }
    return cost;
  }

  private void keep() {
    bestObjective = tally.objective();
    tried.clear();
    Arrays.fill(hardness, 0);
    for (int bundle : movable) {
      for (int unit : bundles.unitsOf[bundle]) {
        for (int session : bundles.sessionsOf[unit]) {
          best[session] = state.option(session);
        }
      }
    }
  }

  private void restore() {
    for (int pass = 0; pass < 2; pass++) {
      for (int bundle : movable) {
        for (int unit : bundles.unitsOf[bundle]) {
          for (int session : bundles.sessionsOf[unit]) {
            int option = state.option(session);
            if (pass == 0 && option >= 0 && option != best[session]) {
              state.remove(session, tally);
            } else if (pass == 1 && option < 0 && best[session] >= 0) {
              state.place(session, best[session], tally);
            }
          }
        }
      }
    }
    while (waitingCount > 0) {
      noLongerWaits(waiting[waitingCount - 1]);
    }
  }
}
