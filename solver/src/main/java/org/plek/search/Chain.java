package org.plek.search;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.plek.domain.ProblemIndex;
import org.plek.options.OptionTable;
import org.plek.scoring.fast.FastState;
import org.plek.scoring.fast.Tally;

/**
 * Simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983) over the bundles of one part. Only
 * legal states; one weighted sum. Moves: change, eject and reinsert, ruin and recreate.
 */
final class Chain {
  private static final int MOVES_BETWEEN_POLLS = 256;
  private static final int CHANGES_OF_100 = 62;
  private static final int EJECTIONS_OF_100 = 37;
  private static final int MOST_RUINED = 40;

  private final ProblemIndex index;
  private final OptionTable table;
  private final Bundles bundles;
  private final FastState state;
  private final Insertion insertion;
  private final Tally tally;
  private final SplittableRandom random;
  private final int[] movable;
  private final int[] ownerOf;
  private final int owner;
  private final int[] unserved;
  private final int[] placeInUnserved;
  private int unservedCount;
  private double temperature;
  private long moves;

  /**
   * @param movable bundles that this chain may move; nobody else moves them meanwhile
   * @param ownerOf the chain that owns a bundle, by bundle
   * @param placeInUnserved scratch of one number per bundle, shared with the chains of other
   *     bundles
   */
  Chain(
      ProblemIndex index,
      OptionTable table,
      Bundles bundles,
      FastState state,
      Insertion insertion,
      int[] movable,
      int[] ownerOf,
      int owner,
      int[] placeInUnserved,
      long seed) {
    this.index = index;
    this.table = table;
    this.bundles = bundles;
    this.state = state;
    this.insertion = insertion;
    this.movable = movable;
    this.ownerOf = ownerOf;
    this.owner = owner;
    this.placeInUnserved = placeInUnserved;
    tally = insertion.tally;
    random = new SplittableRandom(seed);
    unserved = new int[movable.length];
    for (int bundle : movable) {
      placeInUnserved[bundle] = -1;
    }
    for (int bundle : movable) {
      if (!served(bundle)) {
        addUnserved(bundle);
      }
    }
  }

  long moves() {
    return moves;
  }

  /**
   * Evaluates moves until the most is reached or the stop says so, cooling from one temperature to
   * another in step with the share of moves or, where there is no most, of the clock.
   *
   * @param clock share of the time that is used up, 0 to 1; asked every few hundred moves
   */
  void run(long mostMoves, Share clock, BooleanSupplier stop, double from, double to) {
    if (movable.length == 0) {
      return;
    }
    double ratio = Math.log(to / from);
    temperature = from;
    while (moves < mostMoves) {
      if (moves % MOVES_BETWEEN_POLLS == 0) {
        double share = mostMoves == Long.MAX_VALUE ? clock.used() : (double) moves / mostMoves;
        if (share >= 1 || stop.getAsBoolean()) {
          return;
        }
        temperature = from * Math.exp(ratio * share);
      }
      moves++;
      move();
    }
  }

  /** Share of something used up. */
  interface Share {
    double used();
  }

  private void move() {
    int bundle =
        unservedCount > 0 && (random.nextInt() & 7) == 0
            ? unserved[random.nextInt(unservedCount)]
            : movable[random.nextInt(movable.length)];
    int[] units = bundles.unitsOf[bundle];
    int unit = units.length == 1 ? units[0] : units[random.nextInt(units.length)];
    boolean alone = bundles.sessionsOf[unit].length == 1;
    boolean whole = units.length == 1 || served(bundle);
    int kind = random.nextInt(100);
    if (kind >= CHANGES_OF_100 + EJECTIONS_OF_100) {
      ruin(bundle);
    } else if (!whole) {
      insertWhole(bundle);
    } else if (!alone) {
      changeUnit(unit);
    } else if (kind < CHANGES_OF_100) {
      change(bundles.sessionsOf[unit][0]);
    } else {
      eject(bundles.sessionsOf[unit][0], bundle);
    }
  }

  private int randomOption(int session) {
    int first = table.firstOption(session);
    int count = table.endOption(session) - first;
    return count == 0 ? -1 : first + random.nextInt(count);
  }

  private void change(int session) {
    int option = randomOption(session);
    int current = state.option(session);
    if (option < 0 || option == current || !insertion.allowed(option)) {
      return;
    }
    boolean elsewhere =
        current < 0
            || (table.providerOf(option) != table.providerOf(current)
                && !table.split(option)
                && !table.split(current));
    if (elsewhere && !state.free(session, option)) {
      return;
    }
    Before before = before();
    if (current >= 0) {
      insertion.remove(session);
    }
    if (insertion.tryPlace(session, option)) {
      decide(before);
    } else {
      insertion.rollback(0);
    }
  }

  private void insertWhole(int bundle) {
    Before before = before();
    if (insertion.insert(bundle)) {
      decide(before);
    }
  }

  private void changeUnit(int unit) {
    int[] providers = bundles.providersOf[unit];
    if (providers.length == 0) {
      return;
    }
    int place = random.nextInt(providers.length);
    int provider = providers[place];
    boolean placed = state.option(bundles.sessionsOf[unit][0]) >= 0;
    if (!(placed && state.isAt(bundles.sessionsOf[unit][0], provider))
        && !insertion.mayFit(unit, place)) {
      return;
    }
    Before before = before();
    insertion.removeUnit(unit);
    if (insertion.insertUnitAt(unit, provider)) {
      decide(before);
    } else {
      insertion.rollback(0);
    }
  }

  /** Takes the place of the cheapest session in the way and puts that one elsewhere. */
  private void eject(int session, int bundle) {
    int option = randomOption(session);
    int current = state.option(session);
    if (option < 0 || option == current || !insertion.allowed(option)) {
      return;
    }
    int blocker = -1;
    if (!state.free(session, option)) {
      long refused = state.refusedSlots(session, option);
      blocker = refused < 0 ? -1 : blocker(option, bundle, refused);
      if (blocker < 0 && (current < 0 || table.group(current) != table.group(option))) {
        return;
      }
    }
    Before before = before();
    if (current >= 0) {
      insertion.remove(session);
    }
    if (blocker < 0) {
      if (insertion.tryPlace(session, option)) {
        decide(before);
      } else {
        insertion.rollback(0);
      }
      return;
    }
    insertion.removeBundle(blocker);
    if (!insertion.tryPlace(session, option)) {
      insertion.rollback(0);
      return;
    }
    insertion.insert(blocker);
    decide(before);
  }

  /**
   * A bundle in the way of an option: the lightest of those that cover all slots that refuse it,
   * with some chance.
   */
  private int blocker(int option, int own, long refused) {
    int group = table.group(option);
    int from = (int) (refused >>> 32);
    int to = (int) refused + 1;
    int best = -1;
    long bestCost = Long.MAX_VALUE;
    int day = state.dayOf(from);
    for (int near = day - 1; near <= state.dayOf(to - 1); near++) {
      for (int leg = state.firstLeg(group, near); leg >= 0; leg = state.nextLeg(leg)) {
        if (state.legStart(leg) <= from && to <= state.legEnd(leg)) {
          int session = leg >> 1;
          int bundle = bundles.bundleOf(session);
          if (bundle < 0 || bundle == own || !mine(bundle)) {
            continue;
          }
          long cost = state.unservedCost(session) * 8 + (random.nextInt() >>> 26) * 2_000L;
          if (cost < bestCost) {
            best = bundle;
            bestCost = cost;
          }
        }
      }
    }
    return best;
  }

  private boolean mine(int bundle) {
    return ownerOf[bundle] == owner && insertion.movable(bundle);
  }

  private void ruin(int bundle) {
    int[] chosen = new int[MOST_RUINED];
    int count = 0;
    int session = bundles.sessionsOf[bundles.unitsOf[bundle][0]][0];
    int option = state.option(session) >= 0 ? state.option(session) : randomOption(session);
    if (option >= 0 && insertion.allowed(option) && random.nextInt(3) > 0) {
      int group = table.group(option);
      int day = state.dayOf(table.start(option));
      for (int leg = state.firstLeg(group, day); leg >= 0; leg = state.nextLeg(leg)) {
        count = choose(chosen, count, bundles.bundleOf(leg >> 1));
      }
      count = choose(chosen, count, bundle);
    } else {
      for (int s : state.sessionsOf(state.familyOf(session))) {
        count = choose(chosen, count, bundles.bundleOf(s));
      }
    }
    Before before = before();
    for (int i = 0; i < count; i++) {
      insertion.removeBundle(chosen[i]);
    }
    shuffle(chosen, count);
    for (int i = 0; i < count; i++) {
      insertion.insert(chosen[i]);
    }
    decide(before);
  }

  private int choose(int[] chosen, int count, int bundle) {
    if (bundle < 0 || count == MOST_RUINED || !mine(bundle)) {
      return count;
    }
    for (int i = 0; i < count; i++) {
      if (chosen[i] == bundle) {
        return count;
      }
    }
    chosen[count] = bundle;
    return count + 1;
  }

  /** Heavier ones tend to come first, with chance. */
  private void shuffle(int[] chosen, int count) {
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      long weight = state.unservedCost(bundles.sessionsOf[bundles.unitsOf[chosen[i]][0]][0]);
      double key = -Math.log(1 - random.nextDouble()) / weight;
      keys[i] = (Double.doubleToRawLongBits(key) & ~0xFFFFL) | i;
    }
    Arrays.sort(keys);
    int[] copy = Arrays.copyOf(chosen, count);
    for (int i = 0; i < count; i++) {
      chosen[i] = copy[(int) (keys[i] & 0xFFFF)];
    }
  }

  private record Before(long objective, long hard, long bundle) {}

  private Before before() {
    return new Before(tally.objective(), tally.hard(), tally.bundle());
  }

  private void decide(Before before) {
    if (tally.bundle() > before.bundle) {
      insertion.mendVolume(0);
    }
    double worse = tally.objective() - before.objective;
    boolean legal = tally.hard() <= before.hard && tally.bundle() <= before.bundle;
    if (legal && (worse <= 0 || random.nextDouble() < Math.exp(-worse / temperature))) {
      for (int i = 0; i < insertion.mark(); i++) {
        int bundle = bundles.bundleOf(insertion.touched(i));
        if (served(bundle)) {
          removeUnserved(bundle);
        } else {
          addUnserved(bundle);
        }
      }
      insertion.commit();
    } else {
      insertion.rollback(0);
    }
  }

  private boolean served(int bundle) {
    for (int unit : bundles.unitsOf[bundle]) {
      for (int session : bundles.sessionsOf[unit]) {
        if (state.option(session) < 0) {
          return false;
        }
      }
    }
    return true;
  }

  private void addUnserved(int bundle) {
    if (placeInUnserved[bundle] < 0) {
      placeInUnserved[bundle] = unservedCount;
      unserved[unservedCount++] = bundle;
    }
  }

  private void removeUnserved(int bundle) {
    int place = placeInUnserved[bundle];
    if (place >= 0) {
      int last = unserved[--unservedCount];
      unserved[place] = last;
      placeInUnserved[last] = place;
      placeInUnserved[bundle] = -1;
    }
  }
}
