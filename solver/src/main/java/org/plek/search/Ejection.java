package org.plek.search;

import java.util.SplittableRandom;
import org.plek.options.OptionTable;
import org.plek.scoring.fast.FastState;

/**
 * Moves that take the place of others and put those elsewhere. What can be known without touching
 * the state is asked first: who is in the way, whether they have a place to go to, and what all of
 * it would cost.
 */
final class Ejection {
  private static final int NONE = -1;
  private static final int TRIES = 3;
  private static final int MOST_EJECTED = 24;

  /**
   * Options of one session that are asked for a blocker, so that a flexible one holds nobody up.
   */
  private static final int MOST_LOOKED_AT = 1_000;

  private final Chain chain;
  private final OptionTable table;
  private final Bundles bundles;
  private final FastState state;
  private final Insertion insertion;
  private final SplittableRandom random;
  private final Blockers blockers;
  private final int[] givingWay = new int[Blockers.MOST];

  /** Of those who are in the way, a bit each: whether a place elsewhere was free. */
  private int canGoElsewhere;

  private final int[] ejected = new int[MOST_EJECTED];
  private int ejectedCount;

  /** What those who are put out for good may cost, before what is placed is not worth it. */
  private long mayLose;

  Ejection(Chain chain) {
    this.chain = chain;
    table = chain.table;
    bundles = chain.bundles;
    state = chain.state;
    insertion = chain.insertion;
    random = chain.random;
    blockers = new Blockers(chain);
  }

  /** Moves a session to a random option, with whoever is in the way going elsewhere. */
  void run(int session, int bundle) {
    int option = chain.randomOption(session);
    int current = state.option(session);
    if (option < 0 || option == current || !insertion.allowed(option)) {
      return;
    }
    if (current >= 0
        && table.cost(option) - table.cost(current) - state.mostSaved(session) > chain.allowed) {
      return;
    }
    if (state.free(session, option)) {
      chain.moveTo(session, option);
      return;
    }
    int found = blockers.find(session, option, bundle, NONE, current < 0 ? Blockers.MOST : 1);
    if (found == 0) {
      if (current >= 0 && table.group(current) == table.group(option)) {
        chain.moveTo(session, option); // It may be in its own way.
      }
      return;
    }
    long worse = state.estimate(session, option, chain.tally);
    if (found > 1) {
      replaceSeveral(session, option, found, worse);
      return;
    }
    int blocker = blockers.session(0);
    if (!alone(blocker)) {
      ejectUnit(session, option, blocker, worse);
      return;
    }
    int place = insertion.elsewhere(blocker);
    if (place < 0 && current >= 0) {
      place = swapped(blocker, current);
    }
    if (place >= 0) {
      long both = worse + state.estimate(blocker, place, chain.tally);
      if (chain.promising(both, blocker)) {
        apply(session, option, blocker, place, NONE, NONE);
      }
    } else if ((current >= 0 && !chain.deep) || !deeper(session, option, bundle, blocker, worse)) {
      lose(session, option, blocker, worse);
    }
  }

  private boolean alone(int session) {
    return bundles.sessionsOf[bundles.unitOf[session]].length == 1;
  }

  /** An option of the blocker in the group that the session leaves, or -1. */
  private int swapped(int blocker, int left) {
    int group = table.group(left);
    for (int o = table.firstOption(blocker); o < table.endOption(blocker); o++) {
      if (table.group(o) == group
          && table.start(o) < table.end(left)
          && table.start(left) < table.end(o)
          && insertion.allowed(o)) {
        return o;
      }
    }
    return NONE;
  }

  /** Lets the blocker in turn take the place of another who can go elsewhere. */
  private boolean deeper(int session, int option, int bundle, int blocker, long worse) {
    for (int i = 0; i < TRIES; i++) {
      int next = chain.randomOption(blocker);
      if (next == state.option(blocker) || !insertion.allowed(next)) {
        continue;
      }
      if (blockers.find(blocker, next, bundle, bundles.bundleOf(blocker), 1) == 0) {
        continue;
      }
      int third = blockers.session(0);
      if (!alone(third)) {
        continue;
      }
      int place = insertion.elsewhere(third);
      if (place < 0) {
        continue;
      }
      long all =
          worse
              + state.estimate(blocker, next, chain.tally)
              + state.estimate(third, place, chain.tally);
      if (chain.promising(all, third)) {
        apply(session, option, blocker, next, third, place);
        return true;
      }
    }
    return false;
  }

  private void apply(int session, int option, int blocker, int place, int third, int thirdPlace) {
    chain.begin();
    if (state.option(session) >= 0) {
      insertion.remove(session);
    }
    insertion.remove(blocker);
    if (third >= 0) {
      insertion.remove(third);
    }
    // Whoever finds no room then is asked before anybody takes a place.
    chain.decide(
        state.free(blocker, place)
            && (third < 0 || state.free(third, thirdPlace))
            && insertion.tryPlace(session, option)
            && insertion.tryPlace(blocker, place)
            && (third < 0 || insertion.tryPlace(third, thirdPlace)));
  }

  /** Leaves the blocker, and all that is bound to it, without a place where that is worth it. */
  private void lose(int session, int option, int blocker, long worse) {
    int bundle = bundles.bundleOf(blocker);
    if (worse + placedCost(bundle) - state.lateSaved(blocker) > chain.allowed) {
      return;
    }
    chain.begin();
    if (state.option(session) >= 0) {
      insertion.remove(session);
    }
    insertion.removeBundle(bundle);
    boolean placed = insertion.tryPlace(session, option);
    if (placed) {
      insertion.insert(bundle);
    }
    chain.decide(placed);
  }

  /** Takes the place of several at once; who finds none elsewhere is left without. */
  private void replaceSeveral(int session, int option, int count, long worse) {
    if (worse + costOfBlockers(count, chain.allowed - worse) > chain.allowed) {
      return;
    }
    chain.begin();
    for (int i = 0; i < count; i++) {
      givingWay[i] = blockers.session(i);
      takeOut(givingWay[i], (canGoElsewhere >>> i & 1) != 0);
    }
    boolean placed = insertion.tryPlace(session, option);
    for (int i = 0; i < count && placed; i++) {
      putBack(givingWay[i], NONE);
    }
    chain.decide(placed);
  }

  /** Least cost of putting out all who are in the way, counted no further than a limit. */
  private long costOfBlockers(int count, double limit) {
    long cost = 0;
    canGoElsewhere = 0;
    for (int i = 0; i < count && cost <= limit; i++) {
      int blocker = blockers.session(i);
      if (alone(blocker) && insertion.elsewhere(blocker) >= 0) {
        canGoElsewhere |= 1 << i;
      } else {
        cost += placedCost(bundles.bundleOf(blocker));
      }
    }
    return cost;
  }

  /** Takes a session out, unless it has left with another; with its bundle if nowhere is free. */
  private void takeOut(int session, boolean elsewhere) {
    if (state.option(session) >= 0) {
      if (elsewhere) {
        insertion.remove(session);
      } else {
        insertion.removeBundle(bundles.bundleOf(session));
      }
    }
  }

  /** Least cost of taking a bundle out: what its care counts for, less what it costs now. */
  private long placedCost(int bundle) {
    long cost = 0;
    for (int unit : bundles.unitsOf[bundle]) {
      for (int session : bundles.sessionsOf[unit]) {
        int option = state.option(session);
        if (option >= 0) {
          cost += state.unservedCost(session) - table.cost(option) - state.mostSaved(session);
        }
      }
    }
    return cost;
  }

  /** Siblings in the way go to another provider together, or lose their place. */
  private void ejectUnit(int session, int option, int blocker, long worse) {
    int unit = bundles.unitOf[blocker];
    int provider = anyProvider(unit);
    if (provider < 0) {
      lose(session, option, blocker, worse);
      return;
    }
    chain.begin();
    if (state.option(session) >= 0) {
      insertion.remove(session);
    }
    insertion.removeUnit(unit);
    chain.decide(insertion.tryPlace(session, option) && insertion.insertUnitAt(unit, provider));
  }

  /** A provider, from a random one on, with a free option for every session of a unit, or -1. */
  private int anyProvider(int unit) {
    int[] providers = bundles.providersOf[unit];
    int start = random.nextInt(providers.length);
    for (int i = 0; i < providers.length; i++) {
      int place = (start + i) % providers.length;
      if (insertion.costAt(unit, place) >= 0) {
        return providers[place];
      }
    }
    return NONE;
  }

  /** Places an unplaced bundle whole, whoever is in the way; puts those elsewhere if it can. */
  boolean force(int bundle) {
    int[] units = bundles.unitsOf[bundle];
    begin(chain.unservedCost(bundle));
    for (int i = 0; i < units.length; i++) {
      int[] providers = bundles.providersOf[units[i]];
      boolean placed =
          insertion.insertUnit(units[i])
              || (providers.length == 0
                  ? forceSession(bundles.sessionsOf[units[i]][0], NONE)
                  : forceUnit(units[i], providers[random.nextInt(providers.length)]));
      if (!placed) {
        bundles.hardest(bundle, i);
        return false;
      }
    }
    return reinsert();
  }

  /**
   * Begins to place what is out now: nobody is put out for it yet.
   *
   * @param wanted what it costs to leave all of it out; not more may be lost for it
   */
  void begin(long wanted) {
    ejectedCount = 0;
    mayLose = wanted + (long) chain.allowed - chain.worse();
  }

  /** Places an unplaced unit with one provider, by place in its list; see {@link #force}. */
  boolean forceAt(int unit, int place) {
    begin(chain.unservedCostOfUnit(unit));
    return forceUnit(unit, bundles.providersOf[unit][place]) && reinsert();
  }

  /** Places an unplaced unit with one provider, whoever is in the way, or not at all. */
  boolean forceUnit(int unit, int provider) {
    for (int session : bundles.sessionsOf[unit]) {
      if (!insertion.insertSession(session, provider) && !forceSession(session, provider)) {
        insertion.removeUnit(unit);
        return false;
      }
    }
    return true;
  }

  /** Places an unplaced session in the stead of those who are cheapest to put out of a few. */
  private boolean forceSession(int session, int provider) {
    int own = bundles.bundleOf(session);
    int best = 0;
    int bestElsewhere = 0;
    int bestOption = NONE;
    long bestCost = Long.MAX_VALUE;
    int first = table.firstOption(session);
    int count = table.endOption(session) - first;
    int start = count == 0 ? 0 : random.nextInt(count);
    int tried = 0;
    for (int i = 0; i < Math.min(count, MOST_LOOKED_AT) && tried < TRIES; i++) {
      int option = first + (start + i) % count;
      if ((provider >= 0 && table.providerOf(option) != provider) || !insertion.usable(option)) {
        continue;
      }
      int found = blockers.find(session, option, own, NONE, Blockers.MOST);
      if (found == 0) {
        continue;
      }
      tried++;
      long cost = costOfBlockers(found, Math.min(bestCost, mayLose));
      if (cost < bestCost) {
        best = found;
        bestOption = option;
        bestCost = cost;
        bestElsewhere = canGoElsewhere;
        for (int k = 0; k < found; k++) {
          givingWay[k] = blockers.session(k);
        }
      }
    }
    if (best == 0 || ejectedCount + best > MOST_EJECTED || bestCost > mayLose) {
      return false;
    }
    mayLose -= bestCost;
    for (int k = 0; k < best; k++) {
      takeOut(givingWay[k], (bestElsewhere >>> k & 1) != 0);
      ejected[ejectedCount++] = givingWay[k];
    }
    return insertion.tryPlace(session, bestOption);
  }

  private boolean reinsert() {
    return reinsert(NONE);
  }

  /**
   * Puts those elsewhere who had to give way.
   *
   * @param provider where they go if they can, or -1
   */
  boolean reinsert(int provider) {
    for (int i = 0; i < ejectedCount; i++) {
      putBack(ejected[i], provider);
    }
    return true;
  }

  /** Finds a place for a session that was taken out, with one provider if it can. */
  private void putBack(int session, int provider) {
    int bundle = bundles.bundleOf(session);
    if (state.option(session) >= 0) {
      return;
    }
    if (provider >= 0
        && bundles.unitsOf[bundle].length == 1
        && insertion.insertUnitAt(bundles.unitOf[session], provider)) {
      return;
    }
    if (alone(session) && bundles.unitsOf[bundle].length > 1 && anyPlaced(bundle)) {
      if (!insertion.insertSession(session, NONE)) {
        insertion.removeBundle(bundle);
      }
    } else {
      insertion.insert(bundle);
    }
  }

  private boolean anyPlaced(int bundle) {
    for (int unit : bundles.unitsOf[bundle]) {
      for (int session : bundles.sessionsOf[unit]) {
        if (state.option(session) >= 0) {
          return true;
        }
      }
    }
    return false;
  }
}
