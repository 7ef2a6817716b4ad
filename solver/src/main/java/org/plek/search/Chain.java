package org.plek.search;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.plek.domain.ProblemIndex;
import org.plek.options.OptionTable;
import org.plek.scoring.fast.FastState;
import org.plek.scoring.fast.Tally;

/**
 * Simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983) over the bundles of one part. Only
 * legal states; one weighted sum. Moves: change, eject and reinsert, ruin and recreate, and where a
 * small problem is cold relays of families and exact repair.
 */
final class Chain implements Improver {
  private static final int MOVES_BETWEEN_POLLS = 256;

  /**
   * Values of {@code -ln(u)} for evenly spread u: how much worse a move may be, in temperatures.
   */
  private static final double[] LOGARITHMS = new double[4096];

  static {
    for (int i = 0; i < LOGARITHMS.length; i++) {
      LOGARITHMS[i] = -Math.log((i + 0.5) / LOGARITHMS.length);
    }
  }

  final ProblemIndex index;
  final OptionTable table;
  final Bundles bundles;
  final FastState state;
  final Insertion insertion;
  final Tally tally;
  final SplittableRandom random;
  private final int[] movable;
  private final int[] ownerOf;
  private final int owner;
  private final int[] unserved;
  private final int[] placeInUnserved;
  private int unservedCount;
  private double temperature;
  final Ejection ejection;
  private final Ruin ruin;
  private final @Nullable Relay relay;
  private final @Nullable Repair repair;
  private final double repairShare;
  private long repaired;

  /** Whether those who have a place may push others out two steps deep. */
  final boolean deep;

  /** How much worse the move under way may be. */
  double allowed;

  /** Whether no move may leave more unserved in a tier to serve later ones. */
  private final boolean strict;

  private final long[] tiersBefore = new Tally().tiers();
  private final int unservedOf256;
  private final int changesOf1000;
  private final int firstRuin;
  private final double from;
  private final double to;
  private long objectiveBefore;
  private long hardBefore;
  private long bundleBefore;
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
      Schedule schedule,
      Cooling cooling,
      long seed) {
    from = cooling.from();
    to = cooling.to();
    strict = cooling.strict();
    unservedOf256 = schedule.unservedOf256();
    changesOf1000 = schedule.changesOf1000();
    deep = schedule.deep();
    firstRuin = 1000 - schedule.ruinsOf1000();
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
    ejection = new Ejection(this);
    ruin = new Ruin(this);
    repairShare = cooling.repairShare();
    repair = repairShare > 0 ? new Repair(this) : null;
    relay = repairShare > 0 ? new Relay(this) : null;
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

  @Override
  public long moves() {
    return moves;
  }

  /**
   * Cools from one temperature to another in step with the share of moves or, where there is no
   * most, of the clock.
   */
  @Override
  public void run(long mostMoves, Share clock, BooleanSupplier stop) {
    if (movable.length == 0) {
      return;
    }
    double ratio = Math.log(to / from);
    temperature = from;
    long nextPoll = 0;
    while (moves < mostMoves) {
      if (moves >= nextPoll) {
        nextPoll = moves + MOVES_BETWEEN_POLLS;
        double share = mostMoves == Long.MAX_VALUE ? clock.used() : (double) moves / mostMoves;
        if (share >= 1 || stop.getAsBoolean()) {
          return;
        }
        temperature = from * Math.exp(ratio * share);
      }
      if (repair != null && repaired < repairShare * moves) {
        repair(repair, mostMoves - moves);
      } else {
        moves++;
        move();
      }
    }
  }

  private void repair(Repair exact, long most) {
    allowed = temperature * LOGARITHMS[random.nextInt() & LOGARITHMS.length - 1];
    long tried = Math.max(1, exact.run(movable[random.nextInt(movable.length)], most));
    repaired += tried;
    moves += tried;
  }

  private void move() {
    int draw = random.nextInt();
    allowed = temperature * LOGARITHMS[draw & LOGARITHMS.length - 1];
    int bundle =
        unservedCount > 0 && (draw >>> 24) < unservedOf256
            ? unserved[random.nextInt(unservedCount)]
            : movable[random.nextInt(movable.length)];
    int[] units = bundles.unitsOf[bundle];
    int unit = units.length == 1 ? units[0] : units[random.nextInt(units.length)];
    boolean alone = bundles.sessionsOf[unit].length == 1;
    int kind = (draw >>> 12 & 0xFFFF) * 1000 >>> 16;
    if (kind >= firstRuin) {
      ruin.run(bundle);
    } else if (units.length > 1 && !served(bundle)) {
      insertWhole(bundle, kind >= changesOf1000);
    } else if (relay != null && random.nextInt(1000) < Schedule.RELAYS_OF_1000) {
      relay.run(bundles.sessionsOf[unit][0]);
    } else if (!alone) {
      changeUnit(unit, kind >= changesOf1000);
    } else if (kind < changesOf1000) {
      change(bundles.sessionsOf[unit][0]);
    } else {
      ejection.run(bundles.sessionsOf[unit][0], bundle);
    }
  }

  int randomOption(int session) {
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
    if (current >= 0
        && table.cost(option) - table.cost(current) - state.mostSaved(session) > allowed) {
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
    moveTo(session, option);
  }

  /** Gives a session an option if that is worth it. */
  void moveTo(int session, int option) {
    if (!promising(state.estimate(session, option, tally), session)) {
      return;
    }
    begin();
    if (state.option(session) >= 0) {
      insertion.remove(session);
    }
    decide(insertion.tryPlace(session, option));
  }

  /** Whether a change that is estimated to be so much worse may be accepted. */
  boolean promising(long worse, int session) {
    return worse - state.lateSaved(session) <= allowed;
  }

  private void insertWhole(int bundle, boolean force) {
    begin();
    decide(force ? ejection.force(bundle) : insertion.insert(bundle));
  }

  private void changeUnit(int unit, boolean force) {
    int[] providers = bundles.providersOf[unit];
    if (providers.length == 0) {
      return;
    }
    int place = random.nextInt(providers.length);
    int[] sessions = bundles.sessionsOf[unit];
    boolean placed = state.option(sessions[0]) >= 0;
    boolean there = placed && state.isAt(sessions[0], providers[place]);
    if (!there) {
      long cost = insertion.costAt(unit, place);
      if (cost < 0 && !force) {
        return;
      }
      if (cost >= 0 && placed) {
        for (int session : sessions) {
          cost -= table.cost(state.option(session)) + state.mostSaved(session);
        }
        if (cost > allowed) {
          return;
        }
      }
    }
    begin();
    insertion.removeUnit(unit);
    decide(
        insertion.insertUnitAt(unit, providers[place])
            || (force && !there && ejection.forceAt(unit, place)));
  }

  /** What it costs to leave a bundle out. */
  long unservedCost(int bundle) {
    long cost = 0;
    for (int unit : bundles.unitsOf[bundle]) {
      cost += unservedCostOfUnit(unit);
    }
    return cost;
  }

  long unservedCostOfUnit(int unit) {
    long cost = 0;
    for (int session : bundles.sessionsOf[unit]) {
      cost += state.unservedCost(session);
    }
    return cost;
  }

  /** Whether another session of the same family is with a provider. */
  boolean familyIsAt(int session, int provider) {
    for (int other : state.sessionsOf(state.familyOf(session))) {
      if (other != session && state.option(other) >= 0 && state.isAt(other, provider)) {
        return true;
      }
    }
    return false;
  }

  boolean mine(int bundle) {
    return ownerOf[bundle] == owner && insertion.movable(bundle);
  }

  /** Notes what the sums are before a move. */
  void begin() {
    if (strict) {
      tally.copyTiers(tiersBefore);
    }
    objectiveBefore = tally.objective();
    hardBefore = tally.hard();
    bundleBefore = tally.bundle();
  }

  /** How much worse the objective is than before the move, so far. */
  long worse() {
    return tally.objective() - objectiveBefore;
  }

  /** Keeps what a move did, or takes it back. */
  void decide(boolean done) {
    if (done && tally.bundle() > bundleBefore) {
      insertion.mendVolume(0);
    }
    boolean legal = tally.hard() <= hardBefore && tally.bundle() <= bundleBefore;
    int tiers = strict && done ? tally.compareTiers(tiersBefore) : 0;
    if (done && legal && (tiers < 0 || (tiers == 0 && worse() <= allowed))) {
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

  boolean served(int bundle) {
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
