package org.plek.search;

import java.util.Arrays;
import org.plek.domain.ProblemIndex;
import org.plek.options.OptionTable;
import org.plek.scoring.fast.FastState;

/**
 * How hot each round is, fitted to the problem and the limit. With moves to spare a problem is
 * cooled again and again, from the best plan so far; with few moves for each care session more of
 * them go to care without a place. With strict tiers the last rounds of a cooling never give up
 * care of an earlier tier.
 */
final class Schedule {
  static final int ROUNDS = 24;

  /** Care sessions up to which every soft aim is sought. */
  private static final int SMALL = 500;

  /** Moves for each care session from which on a problem is cooled several times. */
  private static final long MOVES_TO_SPARE = 2_000;

  /** How many times. */
  static final int COOLINGS = 21;

  /** Rounds of each of them. */
  static final int ROUNDS_OF_A_COOLING = 6;

  /** Share of the limits that the first has. */
  private static final double FIRST_COOLING = 0.3;

  /** Temperature at which the later ones start: some soft aims, no care, are given up. */
  private static final double WARM = 20;

  /**
   * What leaving a care session out costs at most in the first rounds of a later cooling, above its
   * cheapest option: so little that some wait outside while others change places in a ring, so much
   * that nearly all are served.
   */
  private static final long[] LITTLE_FOR_UNSERVED = {200, 200, 400};

  /** Heat over the last temperature; less where there are fewer moves for each care session. */
  private static final int MOST_COOLING = 2_000;

  private static final int LEAST_COOLING = 20;

  /** Last temperature of a small problem: soft aims count by ones, and all of them should. */
  private static final double COLD_OF_SMALL = 0.3;

  private static final int CHANGES_OF_1000 = 100;
  private static final int CHANGES_OF_1000_OF_SMALL = 620;
  private static final int RUINS_OF_1000 = 10;
  private static final int RUINS_OF_1000_OF_SMALL = 40;

  /** Temperature up to which small problems are repaired exactly: soft aims alone are at stake. */
  private static final double MOST_TEMPERATURE_OF_REPAIRS = 20;

  private static final double SHARE_OF_REPAIRS = 0.75;

  /** How many of 1,000 other moves are relays of families where there are repairs. */
  static final int RELAYS_OF_1000 = 200;

  /** Share of the limits for closing carers where all care is with home carers. */
  private static final double MOST_FOR_CLOSING = 0.75;

  /** A guess for limits of time only, never for limits of moves. */
  private static final long MOVES_PER_SECOND_AND_THREAD = 250_000;

  private final boolean small;
  private final double hot;
  private final boolean several;
  private final boolean strictTiers;
  private final int unservedOf256;
  private final double hotOverCold;
  private final double closingShare;

  private Schedule(
      boolean small,
      double hot,
      boolean several,
      boolean strictTiers,
      int unservedOf256,
      double hotOverCold,
      double closingShare) {
    this.small = small;
    this.hot = hot;
    this.several = several;
    this.strictTiers = strictTiers;
    this.unservedOf256 = unservedOf256;
    this.hotOverCold = hotOverCold;
    this.closingShare = closingShare;
  }

  /** The schedule for a problem in the state of its first plan. */
  static Schedule of(ProblemIndex index, OptionTable table, FastState state, SolveLimits limits) {
    int sessions = index.sessions().size();
    long moves = limits.moves();
    if (limits.time() != null) {
      long most = limits.time().toMillis() * MOVES_PER_SECOND_AND_THREAD / 1_000 * limits.threads();
      moves = moves == 0 ? most : moves;
    }
    long each = moves / Math.max(1, sessions);
    int sixteenths = (int) Math.clamp(1_200 / Math.max(1, each), 2, 8);
    return new Schedule(
        sessions <= SMALL,
        startTemperature(index, state),
        each >= MOVES_TO_SPARE,
        index.problem().policy().strictTiers(),
        16 * sixteenths,
        Math.clamp(each / 2, LEAST_COOLING, MOST_COOLING),
        state.carerWeight() == 0 ? 0 : MOST_FOR_CLOSING * shareOfHomeCare(index, table, state));
  }

  /** Share of the placed care sessions that are with a home carer. */
  private static double shareOfHomeCare(ProblemIndex index, OptionTable table, FastState state) {
    int placed = 0;
    int atHome = 0;
    for (int s = 0; s < index.sessions().size(); s++) {
      int option = state.option(s);
      placed += option >= 0 ? 1 : 0;
      atHome += option >= 0 && state.homeCarer(table.group(option)) ? 1 : 0;
    }
    return atHome / (double) Math.max(1, placed);
  }

  /** Hot enough to give up an hour of light care now and then. */
  private static double startTemperature(ProblemIndex index, FastState state) {
    long[] costs = new long[Math.min(1_000, index.sessions().size())];
    int step = index.sessions().size() / costs.length;
    for (int i = 0; i < costs.length; i++) {
      costs[i] = state.unservedCost(i * step);
    }
    Arrays.sort(costs);
    return Math.max(100, costs[costs.length / 4] * 0.25);
  }

  /** Whether a problem is cooled {@link #COOLINGS} times, not once in {@link #ROUNDS} rounds. */
  boolean several() {
    return several;
  }

  /** A round of the only cooling. */
  Cooling cooling(int round) {
    return cooling(hot, round, ROUNDS, Long.MAX_VALUE);
  }

  /** A round of one of several coolings. */
  Cooling cooling(int cooling, int round) {
    boolean little = cooling > 0 && round < LITTLE_FOR_UNSERVED.length;
    return cooling(
        cooling == 0 ? hot : Math.min(hot, WARM),
        round,
        ROUNDS_OF_A_COOLING,
        little ? LITTLE_FOR_UNSERVED[round] : Long.MAX_VALUE);
  }

  private Cooling cooling(double heat, int round, int rounds, long mostForUnserved) {
    double cold = Math.min(heat, small ? COLD_OF_SMALL : Math.max(1, hot / hotOverCold));
    double from = heat * Math.pow(cold / heat, (double) round / rounds);
    double to = heat * Math.pow(cold / heat, (round + 1.0) / rounds);
    boolean repaired = small && from <= MOST_TEMPERATURE_OF_REPAIRS;
    boolean strict = strictTiers && round >= rounds * 3 / 4;
    return new Cooling(from, to, strict, repaired ? SHARE_OF_REPAIRS : 0, mostForUnserved);
  }

  /** Share of all moves that one of several coolings has. */
  double shareOfCooling(int cooling) {
    return (1 - closingShare)
        * (cooling == 0 ? FIRST_COOLING : (1 - FIRST_COOLING) / (COOLINGS - 1));
  }

  /** Share of the limits that the coolings before one have together. */
  double beforeCooling(int cooling) {
    return cooling == 0 ? 0 : shareOfCooling(0) + (cooling - 1) * shareOfCooling(1);
  }

  /** Share of one of several coolings in what it and all after it have together. */
  double shareOfRestOfCooling(int cooling) {
    return shareOfCooling(cooling) / (1 - beforeCooling(cooling));
  }

  /** Share of all moves that a round has; the one after the last closes carers. */
  double share(int round) {
    return round == ROUNDS ? closingShare : (1 - closingShare) / ROUNDS;
  }

  /** Share of the limits that the rounds before this one have together. */
  double before(int round) {
    return (1 - closingShare) * round / ROUNDS;
  }

  /** Share of a round in what it and those after it have together. */
  double shareOfRest(int round) {
    return round == ROUNDS ? 1 : share(round) / (closingShare + (ROUNDS - round) * share(round));
  }

  /** Share of the limits kept for calling in fewer home carers. */
  double closingShare() {
    return closingShare;
  }

  /**
   * How many of 1,000 moves put nobody else elsewhere: few, since a full problem refuses nearly all
   * of them.
   */
  int changesOf1000() {
    return small ? CHANGES_OF_1000_OF_SMALL : CHANGES_OF_1000;
  }

  /** Whether those who have a place may push others out two steps deep: dear, and for soft aims. */
  boolean deep() {
    return small;
  }

  /** How many of 1,000 moves ruin and recreate. */
  int ruinsOf1000() {
    return small ? RUINS_OF_1000_OF_SMALL : RUINS_OF_1000;
  }

  /** How many of 256 moves start from care without a place. */
  int unservedOf256() {
    return unservedOf256;
  }
}
