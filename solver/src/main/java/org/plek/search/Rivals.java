package org.plek.search;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.plek.options.OptionTable;
import org.plek.scoring.fast.FastState;

/**
 * A few bundles that are in each other's way, or parts of them, and their care sessions in
 * <em>places</em> 0, 1, ..., family by family and bundle by bundle: what {@link Repair} takes out.
 */
final class Rivals {
  /** The most care sessions that are chosen together. */
  static final int MOST_SESSIONS = 24;

  private static final int NONE = -1;
  private static final int MOST_FAMILIES = 6;
  private static final int MOST_TRIES = 24;

  /** How many of 100 times all that two providers have is chosen, not whole families. */
  private static final int PROVIDERS_OF_100 = 40;

  /** How many of 100 times only a part of a large bundle is chosen, the rest staying placed. */
  private static final int PARTS_OF_100 = 70;

  /** How many of 100 parts are what the bundle has with a provider; others are those of a day. */
  private static final int WITH_PROVIDER_OF_100 = 50;

  /** How many of 100 options that a family may want are first sought where it is anyway. */
  private static final int OWN_PROVIDERS_OF_100 = 50;

  private static final int MOST_TRIES_FOR_OWN = 8;

  /** How much dearer than now, in static cost, an option is that may still be wanted. */
  private final int mostDearer;

  private final Chain chain;
  private final OptionTable table;
  private final Bundles bundles;
  private final FastState state;
  private final SplittableRandom random;

  /** Units chosen so far. */
  private final int[] chosen = new int[MOST_SESSIONS];

  private int chosenCount;
  private int chosenSessions;

  /** Whether only parts of large bundles are chosen, what they have with a provider or on a day. */
  private boolean parts;

  private boolean withProvider;

  int familyCount;

  /** First place of each family and, after the last, how many places there are. */
  final int[] firstOf = new int[MOST_SESSIONS + 1];

  /** Session of each place. */
  final int[] session = new int[MOST_SESSIONS];

  /** Family of each place, from 0 in the order of choice. */
  final int[] family = new int[MOST_SESSIONS];

  final int[] firstOfUnit = new int[MOST_SESSIONS];

  /** First place of the bundle of each place; -1 where the rest of it stays placed. */
  final int[] firstOfBundle = new int[MOST_SESSIONS];

  /** The place after the last of the bundle of each place. */
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
    parts = random.nextInt(100) < PARTS_OF_100;
    withProvider = random.nextInt(100) < WITH_PROVIDER_OF_100;
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
      int[] unit = bundles.sessionsOf[chosen[random.nextInt(chosenCount)]];
      int one = unit[random.nextInt(unit.length)];
      int option = wanted(one);
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

  /** A random option, as often as not with another provider that the family has anyway. */
  private int wanted(int one) {
    int tries = random.nextInt(100) < OWN_PROVIDERS_OF_100 ? MOST_TRIES_FOR_OWN : 0;
    for (int i = 0; i < tries; i++) {
      int option = chain.randomOption(one);
      if (option >= 0 && chain.familyIsAt(one, table.providerOf(option))) {
        return option;
      }
    }
    return chain.randomOption(one);
  }

  /** Chooses a session, for which there is room then, and others of its family. */
  private void addFamily(int one) {
    add(one);
    for (int s : state.sessionsOf(state.familyOf(one))) {
      int bundle = bundles.bundleOf(s);
      if (bundle >= 0 && (!inParts(bundle) || alike(s, one))) {
        add(s);
      }
    }
  }

  /** Whether a session, placed or not, is with the provider of a placed one, or on its day. */
  private boolean alike(int placed, int one) {
    return withProvider ? provider(placed) == provider(one) : day(placed) == day(one);
  }

  /** Provider of a session as it is placed, -1 if it is not. */
  private int provider(int ofSession) {
    int option = state.option(ofSession);
    return option < 0 ? NONE : table.providerOf(option);
  }

  /** Day of a session as it is placed, -1 if it is not. */
  private int day(int ofSession) {
    int option = state.option(ofSession);
    return option < 0 ? NONE : state.dayOf(table.start(option));
  }

  private boolean inParts(int bundle) {
    return parts && bundles.unitsOf[bundle].length > 1 && chain.served(bundle);
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
        int unit = bundles.unitOf[leg >> 1];
        if (meets && unit >= 0 && !chosen(unit) && random.nextInt(++seen) == 0) {
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

  private boolean chosen(int unit) {
    for (int i = 0; i < chosenCount; i++) {
      if (chosen[i] == unit) {
        return true;
      }
    }
    return false;
  }

  /** Chooses the bundle of a session or a part of it, if it may move and there is room for it. */
  private void add(int ofSession) {
    int bundle = bundles.bundleOf(ofSession);
    if (bundle < 0
        || chosen(bundles.unitOf[ofSession])
        || !chain.mine(bundle)
        || !bundles.placeable(table, bundle)) {
      return;
    }
    if (inParts(bundle)) {
      addUnit(bundles.unitOf[ofSession]);
      return;
    }
    int size = 0;
    for (int unit : bundles.unitsOf[bundle]) {
      size += bundles.sessionsOf[unit].length;
    }
    if (chosenSessions + size <= MOST_SESSIONS) {
      for (int unit : bundles.unitsOf[bundle]) {
        addUnit(unit);
      }
    }
  }

  private void addUnit(int unit) {
    int size = bundles.sessionsOf[unit].length;
    if (chosenSessions + size <= MOST_SESSIONS) {
      chosen[chosenCount++] = unit;
      chosenSessions += size;
    }
  }

  private void arrange() {
    int count = 0;
    familyCount = 0;
    for (int i = 0; i < chosenCount; i++) {
      if (chosen[i] >= 0) {
        int of = familyOf(chosen[i]);
        firstOf[familyCount] = count;
        for (int j = i; j < chosenCount; j++) {
          if (chosen[j] >= 0 && familyOf(chosen[j]) == of) {
            count = arrangeBundle(j, count);
          }
        }
        familyCount++;
      }
    }
    firstOf[familyCount] = count;
  }

  private int familyOf(int unit) {
    return state.familyOf(bundles.sessionsOf[unit][0]);
  }

  /** Gives places to all that is chosen of a bundle. */
  private int arrangeBundle(int i, int first) {
    int bundle = bundles.bundleOfUnit[chosen[i]];
    int count = first;
    int units = 0;
    for (int j = i; j < chosenCount; j++) {
      if (chosen[j] >= 0 && bundles.bundleOfUnit[chosen[j]] == bundle) {
        int unitPlace = count;
        for (int member : bundles.sessionsOf[chosen[j]]) {
          session[count] = member;
          family[count] = familyCount;
          firstOfUnit[count++] = unitPlace;
        }
        chosen[j] = NONE;
        units++;
      }
    }
    Arrays.fill(
        firstOfBundle, first, count, units == bundles.unitsOf[bundle].length ? first : NONE);
    Arrays.fill(endOfBundle, first, count, count);
    return count;
  }
}
