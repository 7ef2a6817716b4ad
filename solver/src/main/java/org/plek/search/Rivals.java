package org.plek.search;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.plek.options.OptionTable;
import org.plek.scoring.fast.FastState;

/**
 * A few bundles that are in each other's way, and their care sessions in <em>places</em> 0, 1, ...,
 * family by family and bundle by bundle: what {@link Repair} takes out.
 */
final class Rivals {
  /** The most care sessions that are chosen together. */
  static final int MOST_SESSIONS = 24;

  private static final int NONE = -1;
  private static final int MOST_FAMILIES = 6;
  private static final int MOST_TRIES = 24;

  /** How many of 100 times all that two providers have is chosen, not whole families. */
  private static final int PROVIDERS_OF_100 = 40;

  /** How much dearer than now, in static cost, an option is that may still be wanted. */
  private final int mostDearer;

  private final Chain chain;
  private final OptionTable table;
  private final Bundles bundles;
  private final FastState state;
  private final SplittableRandom random;
  private final int[] chosen = new int[MOST_SESSIONS];
  private int chosenCount;
  private int chosenSessions;

  int familyCount;

  /** First place of each family and, after the last, how many places there are. */
  final int[] firstOf = new int[MOST_SESSIONS + 1];

  /** Session of each place. */
  final int[] session = new int[MOST_SESSIONS];

  /** Family of each place, from 0 in the order of choice. */
  final int[] family = new int[MOST_SESSIONS];

  final int[] firstOfUnit = new int[MOST_SESSIONS];
  final int[] firstOfBundle = new int[MOST_SESSIONS];
  final int[] endOfBundle = new int[MOST_SESSIONS];

  Rivals(Chain chain, int mostDearer) {
    this.chain = chain;
    this.mostDearer = mostDearer;
    table = chain.table;
    bundles = chain.bundles;
    state = chain.state;
    random = chain.random;
  }

  /** How many places there are. */
  int count() {
    return firstOf[familyCount];
  }

  /**
   * Chooses the family of a bundle and others in its way, or the bundle and what its provider and
   * another have.
   */
  void choose(int bundle) {
    chosenCount = 0;
    chosenSessions = 0;
    if (random.nextInt(100) < PROVIDERS_OF_100) {
      chooseProviders(firstSession(bundle));
    } else {
      chooseFamilies(firstSession(bundle), 2 + random.nextInt(MOST_FAMILIES - 1));
    }
    arrange();
  }

  private int firstSession(int bundle) {
    return bundles.sessionsOf[bundles.unitsOf[bundle][0]][0];
  }

  private void chooseFamilies(int first, int most) {
    addFamily(first);
    int count = 1;
    for (int tries = 0; chosenCount > 0 && count < most && tries < MOST_TRIES; tries++) {
      int[] units = bundles.unitsOf[chosen[random.nextInt(chosenCount)]];
      int[] unit = bundles.sessionsOf[units[random.nextInt(units.length)]];
      int one = unit[random.nextInt(unit.length)];
      int option = chain.randomOption(one);
      int current = state.option(one);
      if (option >= 0
          && chain.insertion.allowed(option)
          && (current < 0 || table.cost(option) < table.cost(current) + mostDearer)) {
        int other = inTheWay(option);
        if (other >= 0) {
          addFamily(other);
          count++;
        }
      }
    }
  }

  private void addFamily(int one) {
    for (int s : state.sessionsOf(state.familyOf(one))) {
      add(s);
    }
  }

  /** A session, not chosen yet, in the group of an option at its time; or -1. */
  private int inTheWay(int option) {
    int group = table.group(option);
    int found = NONE;
    int seen = 0;
    int lastDay = state.dayOf(table.end(option) - 1);
    for (int day = state.dayOf(table.start(option)) - 1; day <= lastDay; day++) {
      for (int leg = state.firstLeg(group, day); leg >= 0; leg = state.nextLeg(leg)) {
        boolean meets =
            state.homeCarer(group)
                || (state.legStart(leg) < table.end(option)
                    && table.start(option) < state.legEnd(leg));
        int bundle = bundles.bundleOf(leg >> 1);
        if (meets && bundle >= 0 && !chosen(bundle) && random.nextInt(++seen) == 0) {
          found = leg >> 1;
        }
      }
    }
    return found;
  }

  /** Chooses from a day on, forwards and back, until there is no room for more. */
  private void chooseProviders(int first) {
    int option = chain.randomOption(first);
    if (option < 0 || !chain.insertion.allowed(option)) {
      return;
    }
    int current = state.option(first);
    int other = table.providerOf(option);
    int one = current < 0 ? other : table.providerOf(current);
    int day = state.dayOf(table.start(option));
    add(first);
    for (int apart = 0; apart < state.days() && chosenSessions < MOST_SESSIONS; apart++) {
      addDay(one, day + apart);
      addDay(other, day + apart);
      addDay(one, day - apart);
      addDay(other, day - apart);
    }
  }

  private void addDay(int provider, int day) {
    if (day < 0 || day >= state.days()) {
      return;
    }
    int end = chain.index.firstGroup(provider + 1);
    for (int group = chain.index.firstGroup(provider); group < end; group++) {
      for (int leg = state.firstLeg(group, day); leg >= 0; leg = state.nextLeg(leg)) {
        add(leg >> 1);
      }
    }
  }

  private boolean chosen(int bundle) {
    for (int i = 0; i < chosenCount; i++) {
      if (chosen[i] == bundle) {
        return true;
      }
    }
    return false;
  }

  /** Chooses the bundle of a session, unless it may not move or there is no room for it. */
  private void add(int ofSession) {
    int bundle = bundles.bundleOf(ofSession);
    if (bundle < 0 || chosen(bundle) || !chain.mine(bundle) || !bundles.placeable(table, bundle)) {
      return;
    }
    int size = 0;
    for (int unit : bundles.unitsOf[bundle]) {
      size += bundles.sessionsOf[unit].length;
    }
    if (chosenSessions + size <= MOST_SESSIONS) {
      chosen[chosenCount++] = bundle;
      chosenSessions += size;
    }
  }

  private void arrange() {
    int count = 0;
    familyCount = 0;
    for (int i = 0; i < chosenCount; i++) {
      if (chosen[i] >= 0) {
        int of = state.familyOf(firstSession(chosen[i]));
        firstOf[familyCount] = count;
        for (int j = i; j < chosenCount; j++) {
          if (chosen[j] >= 0 && state.familyOf(firstSession(chosen[j])) == of) {
            count = arrange(chosen[j], count);
            chosen[j] = NONE;
          }
        }
        familyCount++;
      }
    }
    firstOf[familyCount] = count;
  }

  private int arrange(int bundle, int first) {
    int count = first;
    for (int unit : bundles.unitsOf[bundle]) {
      int unitPlace = count;
      for (int member : bundles.sessionsOf[unit]) {
        session[count] = member;
        family[count] = familyCount;
        firstOfUnit[count] = unitPlace;
        firstOfBundle[count++] = first;
      }
    }
    Arrays.fill(endOfBundle, first, count, count);
    return count;
  }
}
