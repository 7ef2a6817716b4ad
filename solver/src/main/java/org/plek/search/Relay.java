package org.plek.search;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.plek.options.OptionTable;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.Weights;
import org.plek.scoring.fast.FastState;

/**
 * A relay of families (ejection chain; Glover 1996): all that a family has with one provider goes
 * to another together, or is spread over those that the family has anyway; whoever is in the way
 * there leaves with all that it has there and goes on to a third, and so on, until nobody is left
 * over. A family that has moved gives way to nobody, so that the relay ends. Single moves hardly
 * find such an exchange: a change of provider costs until the last care session has followed.
 */
final class Relay {
  private static final int NONE = -1;

  /** Blocks that are placed before those still out are put wherever there is room. */
  private static final int MOST_STEPS = 16;

  /** Care sessions that may be out at a time; a relay that would need more is given up. */
  private static final int MOST_OUT = 64;

  /** Options with others in the way that are tried for one care session. */
  private static final int TRIES = 3;

  /** What it is guessed to cost that somebody else has to go on; also the spread of the guesses. */
  private static final int GIVING_WAY = 80;

  /** How many of 100 leave with what the family has on that day only, wherever it is. */
  private static final int DAYS_OF_100 = 30;

  /** How many of 100 relays start with all that a family has anywhere. */
  private static final int WHOLE_FAMILIES_OF_100 = 25;

  /** How many of 100 blocks are spread over the providers that the family has anyway. */
  private static final int SPREAD_OF_100 = 25;

  private static final int MOST_OWN_PROVIDERS = 64;

  private final Chain chain;
  private final OptionTable table;
  private final Bundles bundles;
  private final FastState state;
  private final Insertion insertion;
  private final SplittableRandom random;
  private final Blockers blockers;
  private final int[] givingWay = new int[Blockers.MOST];
  private final int providersWeight;

  /** Care sessions that are out, block by block. */
  private final int[] out = new int[MOST_OUT];

  private int outCount;
  private final int[] endOfBlock = new int[MOST_OUT];
  private int blocks;

  /** The block that is being placed. */
  private final int[] block = new int[MOST_OUT];

  private int blockSize;

  /** Providers that the family of the block has anyway. */
  private final int[] ownProviders = new int[MOST_OWN_PROVIDERS];

  private int ownCount;

  /** Families that have moved. */
  private final int[] moved = new int[MOST_STEPS];

  private int movedCount;

  /** Of each provider: cheapest options of a block, for how many of its sessions, and the last. */
  private final long[] cost;

  private final int[] served;
  private final long[] cheapest;
  private final long[] cheapestOf;
  private long asked;

  Relay(Chain chain) {
    this.chain = chain;
    table = chain.table;
    bundles = chain.bundles;
    state = chain.state;
    insertion = chain.insertion;
    random = chain.random;
    blockers = new Blockers(chain);
    Weights weights = new Weights(chain.index.problem().policy());
    providersWeight = weights.of(ConstraintName.PROVIDERS_PER_CHILD);
    int providers = chain.index.problem().providers().size();
    cost = new long[providers];
    served = new int[providers];
    cheapest = new long[providers];
    cheapestOf = new long[providers];
  }

  /** Starts with a session, placed or not, and what its family has at the same provider. */
  void run(int session) {
    int option = chain.randomOption(session);
    int current = state.option(session);
    if (option < 0
        || !insertion.allowed(option)
        || (current >= 0 && table.providerOf(option) == table.providerOf(current))) {
      return;
    }
    outCount = 0;
    blocks = 0;
    movedCount = 0;
    chain.begin();
    boolean whole = random.nextInt(100) < WHOLE_FAMILIES_OF_100;
    chain.decide(leave(session, whole) && pass(table.providerOf(option)));
  }

  /** Places block after block, the first at a given provider; false when it cannot pay. */
  private boolean pass(int target) {
    for (int step = 0; step < MOST_STEPS && blocks > 0; step++) {
      take();
      boolean spread = random.nextInt(100) < SPREAD_OF_100 && findOwn();
      if (!(spread ? spread() : placeAt(step == 0 ? target : choose()))) {
        return false;
      }
      if (chain.worse() - mostSaved() > chain.allowed) {
        return false;
      }
    }
    putBack(out, outCount);
    return true;
  }

  /** The block that left last comes next. */
  private void take() {
    int first = blocks == 1 ? 0 : endOfBlock[blocks - 2];
    blockSize = outCount - first;
    System.arraycopy(out, first, block, 0, blockSize);
    outCount = first;
    blocks--;
  }

  /** What placing all who are still out could save in static cost, family aims left aside. */
  private long mostSaved() {
    long saved = 0;
    for (int i = 0; i < outCount; i++) {
      saved += state.unservedCost(out[i]) - insertion.leastCost(out[i]);
    }
    return saved;
  }

  /** Takes a session out with what its family has at its provider, or has at all, or on its day. */
  private boolean leave(int session, boolean whole) {
    int option = state.option(session);
    int provider = option < 0 ? NONE : table.providerOf(option);
    boolean ofDay = !whole && option >= 0 && random.nextInt(100) < DAYS_OF_100;
    int day = option < 0 ? NONE : state.dayOf(table.start(option));
    int before = outCount;
    if (!leave(bundles.unitOf[session])) {
      return false;
    }
    for (int other : state.sessionsOf(state.familyOf(session))) {
      int its = state.option(other);
      if (its >= 0
          && (whole
              || (ofDay ? state.dayOf(table.start(its)) == day : table.providerOf(its) == provider))
          && !leave(bundles.unitOf[other])) {
        return false;
      }
    }
    if (outCount > before) {
      endOfBlock[blocks++] = outCount;
    }
    return true;
  }

  private boolean leave(int unit) {
    if (unit < 0 || !chain.mine(bundles.bundleOfUnit[unit])) {
      return false;
    }
    int[] sessions = bundles.sessionsOf[unit];
    if (outCount + sessions.length > MOST_OUT) {
      return false;
    }
    for (int session : sessions) {
      out[outCount++] = session;
      if (state.option(session) >= 0) {
        insertion.remove(session);
      }
    }
    return true;
  }

  /** A provider for the block that seems cheap, with chance; -1 when none can serve all of it. */
  private int choose() {
    Arrays.fill(cost, 0);
    Arrays.fill(served, 0);
    for (int i = 0; i < blockSize; i++) {
      addCheapest(block[i]);
    }
    int best = NONE;
    double least = Double.MAX_VALUE;
    for (int p = 0; p < served.length; p++) {
      if (served[p] == blockSize) {
        double chance = -Math.log(1 - random.nextDouble()) * GIVING_WAY;
        double seems = cost[p] + (chain.familyIsAt(block[0], p) ? 0 : providersWeight) + chance;
        if (seems < least) {
          least = seems;
          best = p;
        }
      }
    }
    return best;
  }

  /** Adds the cheapest option of a session at each provider; one that is not free costs more. */
  private void addCheapest(int session) {
    asked++;
    for (int o = table.firstOption(session); o < table.endOption(session); o++) {
      int p = table.providerOf(o);
      boolean first = cheapestOf[p] != asked;
      if (!insertion.usable(o) || (!first && table.cost(o) >= cheapest[p])) {
        continue;
      }
      long its = table.cost(o) + (state.free(session, o) ? 0 : GIVING_WAY);
      if (first) {
        served[p]++;
        cost[p] += its;
      } else if (its < cheapest[p]) {
        cost[p] += its - cheapest[p];
      } else {
        continue;
      }
      cheapestOf[p] = asked;
      cheapest[p] = its;
    }
  }

  /** Places the block with one provider; -1 puts it wherever there is room. */
  private boolean placeAt(int provider) {
    if (provider < 0) {
      putBack(block, blockSize);
      return true;
    }
    moved[movedCount++] = state.familyOf(block[0]);
    for (int i = 0; i < blockSize; i++) {
      if (!insertion.insertSession(block[i], provider) && !force(block[i], provider)) {
        return false;
      }
    }
    return true;
  }

  /** Places each session of the block with any provider that its family has anyway. */
  private boolean spread() {
    moved[movedCount++] = state.familyOf(block[0]);
    for (int i = 0; i < blockSize; i++) {
      if (!placeWithOwn(block[i])) {
        return false;
      }
    }
    return true;
  }

  /** Places a session where it is free with any such provider, else where others give way. */
  private boolean placeWithOwn(int session) {
    int start = random.nextInt(ownCount);
    for (int i = 0; i < ownCount; i++) {
      if (insertion.insertSession(session, ownProviders[(start + i) % ownCount])) {
        return true;
      }
    }
    for (int i = 0; i < ownCount; i++) {
      if (force(session, ownProviders[(start + i) % ownCount])) {
        return true;
      }
    }
    return false;
  }

  /** Lists the providers that the family of the block has anyway; tells whether there are any. */
  private boolean findOwn() {
    ownCount = 0;
    for (int other : state.sessionsOf(state.familyOf(block[0]))) {
      int option = state.option(other);
      if (option >= 0 && ownCount < ownProviders.length && !isOwn(table.providerOf(option))) {
        ownProviders[ownCount++] = table.providerOf(option);
      }
    }
    return ownCount > 0;
  }

  private boolean isOwn(int provider) {
    for (int i = 0; i < ownCount; i++) {
      if (ownProviders[i] == provider) {
        return true;
      }
    }
    return false;
  }

  /** Places a session with a provider where others give way. */
  private boolean force(int session, int provider) {
    int first = table.firstOption(session);
    int count = table.endOption(session) - first;
    int start = random.nextInt(count);
    int tries = 0;
    for (int i = 0; i < count && tries < TRIES; i++) {
      int option = first + (start + i) % count;
      if (table.providerOf(option) != provider || !insertion.usable(option)) {
        continue;
      }
      int own = bundles.bundleOf(session);
      int found = blockers.find(session, option, own, NONE, Blockers.MOST);
      if (found == 0) {
        continue;
      }
      tries++;
      if (mayLeave(found)) {
        return allLeave(found) && insertion.tryPlace(session, option);
      }
    }
    return false;
  }

  private boolean mayLeave(int count) {
    for (int i = 0; i < count; i++) {
      givingWay[i] = blockers.session(i);
      for (int m = 0; m < movedCount; m++) {
        if (moved[m] == state.familyOf(givingWay[i])) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean allLeave(int count) {
    for (int i = 0; i < count; i++) {
      if (state.option(givingWay[i]) >= 0 && !leave(givingWay[i], false)) {
        return false;
      }
    }
    return true;
  }

  /** Puts those still out wherever there is room. */
  private void putBack(int[] sessions, int count) {
    for (int i = 0; i < count; i++) {
      if (state.option(sessions[i]) < 0) {
        insertion.insertUnit(bundles.unitOf[sessions[i]]);
      }
    }
  }
}
