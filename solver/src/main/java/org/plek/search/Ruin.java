package org.plek.search;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.plek.options.OptionTable;
import org.plek.scoring.fast.FastState;

/**
 * Ruin and recreate (Schrimpf and others 2000): takes out a group's day, a family, or all that a
 * home carer does on a day or at all, and places it again, heavier care first with chance.
 */
final class Ruin {
  private static final int NONE = -1;
  private static final int MOST_RUINED = 40;

  private final Chain chain;
  private final OptionTable table;
  private final Bundles bundles;
  private final FastState state;
  private final Insertion insertion;
  private final SplittableRandom random;
  private final int[] chosen = new int[MOST_RUINED];
  private final int[] sorted = new int[MOST_RUINED];
  private final long[] keys = new long[MOST_RUINED];
  private int count;

  Ruin(Chain chain) {
    this.chain = chain;
    table = chain.table;
    bundles = chain.bundles;
    state = chain.state;
    insertion = chain.insertion;
    random = chain.random;
  }

  void run(int bundle) {
    count = 0;
    int session = bundles.sessionsOf[bundles.unitsOf[bundle][0]][0];
    int current = state.option(session);
    int option = current >= 0 ? current : chain.randomOption(session);
    if (option < 0 || !insertion.allowed(option)) {
      return;
    }
    int group = table.group(option);
    int emptied = NONE;
    int kind = random.nextInt(8);
    if (kind < 4) {
      for (int s : state.sessionsOf(state.familyOf(session))) {
        choose(bundles.bundleOf(s));
      }
    } else if (kind == 4 && state.homeCarer(group)) {
      for (int day = 0; day < state.days(); day++) {
        chooseDay(group, day);
      }
      emptied = group;
    } else {
      chooseDay(group, state.dayOf(table.start(option)));
      choose(bundle);
      emptied = kind == 5 ? group : NONE;
    }
    chain.begin();
    for (int i = 0; i < count; i++) {
      insertion.removeBundle(chosen[i]);
    }
    shuffle();
    if (kind > 0 && kind < 4 && count > 0) {
      gather(current < 0 ? NONE : table.providerOf(current), kind == 3);
    }
    if (emptied >= 0) {
      insertion.avoid(emptied);
      insertAll();
      insertion.use(emptied);
    }
    insertAll();
    chain.decide(true);
  }

  /**
   * Brings all that was taken out of a family to one provider, or even to one group, as far as it
   * can: a change of provider gains nothing until the last care session has followed, and where the
   * law knows home groups a change of group is not legal before.
   *
   * @param left provider of the session before, where those may go who give way; or -1
   * @param force whether others there give way
   */
  private void gather(int left, boolean force) {
    int[] any = bundles.unitsOf[chosen[random.nextInt(count)]];
    int option = chain.randomOption(bundles.sessionsOf[any[random.nextInt(any.length)]][0]);
    if (option < 0 || !insertion.allowed(option)) {
      return;
    }
    int provider = table.providerOf(option);
    long wanted = 0;
    for (int i = 0; i < count; i++) {
      wanted += chain.unservedCost(chosen[i]);
    }
    chain.ejection.begin(wanted);
    insertion.only(random.nextBoolean() ? table.group(option) : NONE);
    bring(provider, force);
    insertion.only(NONE);
    complete();
    chain.ejection.reinsert(left);
  }

  private void bring(int provider, boolean force) {
    for (int i = 0; i < count; i++) {
      for (int unit : bundles.unitsOf[chosen[i]]) {
        if (!placed(unit) && !insertion.insertUnitAt(unit, provider) && force) {
          chain.ejection.forceUnit(unit, provider);
        }
      }
    }
  }

  /**
   * Of those who want all or nothing, places what found no room there elsewhere, or takes all out.
   */
  private void complete() {
    for (int i = 0; i < count; i++) {
      complete(bundles.unitsOf[chosen[i]]);
    }
  }

  private void complete(int[] units) {
    boolean any = false;
    boolean all = true;
    for (int unit : units) {
      any |= placed(unit);
    }
    for (int unit : units) {
      all &= placed(unit) || (any && insertion.insertUnit(unit));
    }
    if (any && !all) {
      for (int unit : units) {
        insertion.removeUnit(unit);
      }
    }
  }

  private boolean placed(int unit) {
    return state.option(bundles.sessionsOf[unit][0]) >= 0;
  }

  private void insertAll() {
    for (int i = 0; i < count; i++) {
      insertion.insert(chosen[i]);
    }
  }

  private void chooseDay(int group, int day) {
    for (int leg = state.firstLeg(group, day); leg >= 0; leg = state.nextLeg(leg)) {
      choose(bundles.bundleOf(leg >> 1));
    }
  }

  private void choose(int bundle) {
    if (bundle < 0 || count == MOST_RUINED || !chain.mine(bundle)) {
      return;
    }
    for (int i = 0; i < count; i++) {
      if (chosen[i] == bundle) {
        return;
      }
    }
    chosen[count++] = bundle;
  }

  /** Heavier ones tend to come first, with chance. */
  private void shuffle() {
    for (int i = 0; i < count; i++) {
      long weight = state.unservedCost(bundles.sessionsOf[bundles.unitsOf[chosen[i]][0]][0]);
      double key = -Math.log(1 - random.nextDouble()) / weight;
      keys[i] = (Double.doubleToRawLongBits(key) & ~0xFFL) | i;
    }
    Arrays.sort(keys, 0, count);
    System.arraycopy(chosen, 0, sorted, 0, count);
    for (int i = 0; i < count; i++) {
      chosen[i] = sorted[(int) (keys[i] & 0xFF)];
    }
  }
}
