package org.plek.search;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.plek.domain.ProblemIndex;
import org.plek.options.OptionTable;
import org.plek.scoring.fast.FastState;
import org.plek.scoring.fast.Tally;

/**
 * Changes of a state that can be taken back: placing and removing sessions, units and bundles, with
 * a journal. What a chain and the greedy construction share.
 */
final class Insertion {
  private static final int NONE = -1;
  private static final int MOST_PROVIDERS_TRIED = 16;
  private static final int MOST_OPTIONS_TRIED = 8;

  private final ProblemIndex index;
  private final OptionTable table;
  private final Bundles bundles;
  private final FastState state;
  private final CheapestFirst order;
  final Tally tally;

  /** Part of each group; absent when all may be used. */
  private final int @Nullable [] partOfGroup;

  private final int part;

  /** Options that nobody may take for now; absent when all may be taken. */
  private @Nullable BitSet closed;

  private int[] journalSession = new int[64];
  private int[] journalOption = new int[64];
  private int journalSize;
  private boolean avoidVolume;
  private final BitSet avoided = new BitSet();
  private int only = NONE;
  private final int[] tried = new int[MOST_OPTIONS_TRIED];

  Insertion(
      ProblemIndex index,
      OptionTable table,
      Bundles bundles,
      FastState state,
      CheapestFirst order,
      Tally tally,
      int @Nullable [] partOfGroup,
      int part) {
    this.index = index;
    this.table = table;
    this.bundles = bundles;
    this.state = state;
    this.order = order;
    this.tally = tally;
    this.partOfGroup = partOfGroup;
    this.part = part;
  }

  boolean inPart(int group) {
    return partOfGroup == null || partOfGroup[group] == part;
  }

  /** Closes options, which nobody may take then; an empty set opens all. */
  void close(BitSet options) {
    closed = options.isEmpty() ? null : options;
  }

  boolean allowed(int option) {
    if (closed != null && closed.get(option)) {
      return false;
    }
    return partOfGroup == null
        || (partOfGroup[table.group(option)] == part
            && (!table.split(option) || partOfGroup[table.secondGroup(option)] == part));
  }

  int mark() {
    return journalSize;
  }

  void commit() {
    journalSize = 0;
  }

  int touched(int i) {
    return journalSession[i];
  }

  void rollback(int mark) {
    while (journalSize > mark) {
      journalSize--;
      int session = journalSession[journalSize];
      int before = journalOption[journalSize];
      if (state.option(session) >= 0) {
        state.remove(session, tally);
      }
      if (before >= 0) {
        state.place(session, before, tally);
      }
    }
  }

  private void note(int session) {
    if (journalSize == journalSession.length) {
      journalSession = Arrays.copyOf(journalSession, 2 * journalSize);
      journalOption = Arrays.copyOf(journalOption, 2 * journalSize);
    }
    journalSession[journalSize] = session;
    journalOption[journalSize++] = state.option(session);
  }

  boolean tryPlace(int session, int option) {
    if (state.tryPlace(session, option, tally)) {
      note(session);
      journalOption[journalSize - 1] = NONE;
      return true;
    }
    return false;
  }

  void remove(int session) {
    note(session);
    state.remove(session, tally);
  }

  void removeBundle(int bundle) {
    for (int unit : bundles.unitsOf[bundle]) {
      removeUnit(unit);
    }
  }

  void removeUnit(int unit) {
    for (int session : bundles.sessionsOf[unit]) {
      if (state.option(session) >= 0) {
        remove(session);
      }
    }
  }

  /** Places an unplaced bundle whole, each unit at its cheapest place, or not at all. */
  boolean insert(int bundle) {
    if (state.option(firstSession(bundle)) >= 0) {
      return true; // Brought along by another bundle to meet a least volume.
    }
    if (insertOnce(bundle)) {
      return true;
    }
    if (!state.mayNeedVolume(index.requestOf(firstSession(bundle)))) {
      return false;
    }
    avoidVolume = true;
    boolean inserted = insertOnce(bundle);
    avoidVolume = false;
    return inserted;
  }

  private boolean insertOnce(int bundle) {
    boolean single =
        bundles.unitsOf[bundle].length == 1
            && bundles.sessionsOf[bundles.unitsOf[bundle][0]].length == 1;
    for (int unit : bundles.unitsOf[bundle]) {
      for (int session : bundles.sessionsOf[unit]) {
        if (!single && !anyFree(session)) {
          return false;
        }
      }
    }
    int mark = journalSize;
    long broken = tally.bundle();
    for (int unit : bundles.unitsOf[bundle]) {
      if (!insertUnit(unit)) {
        rollback(mark);
        return false;
      }
    }
    if (tally.bundle() > broken) {
      mendVolume(mark);
      if (tally.bundle() > broken || state.option(firstSession(bundle)) < 0) {
        rollback(mark);
        return false;
      }
    }
    return true;
  }

  private boolean anyFree(int session) {
    for (int o = table.firstOption(session); o < table.endOption(session); o++) {
      if (usable(o) && state.free(session, o)) {
        return true;
      }
    }
    return false;
  }

  private int firstSession(int bundle) {
    return bundles.sessionsOf[bundles.unitsOf[bundle][0]][0];
  }

  /** Places an unplaced unit at its cheapest place. */
  boolean insertUnit(int unit) {
    int[] sessions = bundles.sessionsOf[unit];
    if (sessions.length == 1) {
      return insertSession(sessions[0], NONE);
    }
    long tried = Long.MIN_VALUE;
    for (int attempt = 0; attempt < MOST_PROVIDERS_TRIED; attempt++) {
      int best = NONE;
      long bestCost = Long.MAX_VALUE;
      int[] providers = bundles.providersOf[unit];
      for (int i = 0; i < providers.length; i++) {
        long cost = costAt(unit, i);
        long key = cost < 0 ? Long.MAX_VALUE : (cost << 20) | i;
        if (key < bestCost && key > tried) {
          bestCost = key;
          best = providers[i];
        }
      }
      if (best < 0) {
        return false;
      }
      if (insertUnitAt(unit, best)) {
        return true;
      }
      tried = bestCost;
    }
    return false;
  }

  /**
   * Static cost of a unit's cheapest free options with one provider, -1 if some session has none.
   */
  long costAt(int unit, int place) {
    int[] sessions = bundles.sessionsOf[unit];
    int provider = bundles.providersOf[unit][place];
    long sum = 0;
    for (int i = 0; i < sessions.length; i++) {
      int at = 2 * (place * sessions.length + i);
      int first = table.firstOption(sessions[i]);
      int end = first + bundles.rangesOf[unit][at + 1];
      int cheapest = Integer.MAX_VALUE;
      for (int o = first + bundles.rangesOf[unit][at]; o < end; o++) {
        if (table.cost(o) < cheapest
            && table.providerOf(o) == provider
            && usable(o)
            && state.free(sessions[i], o)) {
          cheapest = table.cost(o);
        }
      }
      if (cheapest == Integer.MAX_VALUE) {
        return -1;
      }
      sum += cheapest;
    }
    return sum;
  }

  /** Places all sessions of an unplaced unit with one provider, or none. */
  boolean insertUnitAt(int unit, int provider) {
    int mark = journalSize;
    for (int session : bundles.sessionsOf[unit]) {
      if (!insertSession(session, provider)) {
        rollback(mark);
        return false;
      }
    }
    return true;
  }

  /**
   * Places an unplaced session at its cheapest free option, a provider that its child has anyway
   * being cheaper.
   *
   * @param provider the only provider to use, or -1
   */
  boolean insertSession(int session, int provider) {
    for (int attempt = 0; attempt < MOST_OPTIONS_TRIED; attempt++) {
      int option = best(session, provider, attempt);
      if (option < 0) {
        return false;
      }
      if (tryPlace(session, option)) {
        return true;
      }
      tried[attempt] = option;
    }
    return false;
  }

  /**
   * The free option of a session that adds least, its own and those tried already left out; -1 when
   * there is none. Options come from cheap to dear and hardly ever add less than their static cost,
   * so the search ends early.
   */
  private int best(int session, int provider, int triedCount) {
    int current = state.option(session);
    int count = order.count(session);
    int best = NONE;
    long least = Long.MAX_VALUE;
    for (int rank = 0; rank < count; rank++) {
      int option = order.option(session, rank);
      if (table.cost(option) >= least) {
        return best;
      }
      if (option != current
          && (provider < 0 || table.providerOf(option) == provider)
          && usable(option)
          && !tried(option, triedCount)
          && state.free(session, option)) {
        long added = state.added(session, option, tally);
        if (added < least) {
          least = added;
          best = option;
        }
      }
    }
    return best;
  }

  private boolean tried(int option, int triedCount) {
    for (int i = 0; i < triedCount; i++) {
      if (tried[i] == option) {
        return true;
      }
    }
    return false;
  }

  /** Whether new placements may take an option now. */
  boolean usable(int option) {
    return allowed(option)
        && (only < 0 || table.group(option) == only)
        && !(avoidVolume && usesVolume(option))
        && !avoided.get(table.group(option))
        && !(table.split(option) && avoided.get(table.secondGroup(option)));
  }

  /** No insertion goes to this group until {@link #use}. */
  void avoid(int group) {
    avoided.set(group);
  }

  /** Takes {@link #avoid} back. */
  void use(int group) {
    avoided.clear(group);
  }

  /** Insertions go to this group only; -1 for any again. */
  void only(int group) {
    only = group;
  }

  /** The cheapest option of a session, placed or not, that is free now and not its own; or -1. */
  int elsewhere(int session) {
    int kept = only;
    only = NONE;
    int option = best(session, NONE, 0);
    only = kept;
    return option;
  }

  /** Static cost of the cheapest option of a session that has one. */
  int leastCost(int session) {
    return table.cost(order.option(session, 0));
  }

  private boolean usesVolume(int option) {
    return state.hasLeastVolume(table.providerOf(option))
        || (table.split(option)
            && state.hasLeastVolume(index.providerOf(table.secondGroup(option))));
  }

  /**
   * Mends least volumes that changes since a mark left unmet: brings further sessions of the
   * request to the provider, else takes all of them out there.
   */
  void mendVolume(int mark) {
    int end = journalSize;
    for (int i = mark; i < end; i++) {
      int session = journalSession[i];
      int request = index.requestOf(session);
      if (state.mayNeedVolume(request)) {
        mendRequest(request);
      }
    }
  }

  private void mendRequest(int request) {
    for (int s = index.firstSession(request); s < index.firstSession(request + 1); s++) {
      int option = state.option(s);
      if (option < 0) {
        continue;
      }
      mendAt(request, table.providerOf(option));
      if (state.option(s) == option && table.split(option)) {
        mendAt(request, index.providerOf(table.secondGroup(option)));
      }
    }
  }

  private void mendAt(int request, int provider) {
    if (state.missingVolume(request, provider) == 0) {
      return;
    }
    for (int s = index.firstSession(request); s < index.firstSession(request + 1); s++) {
      int unit = bundles.unitOf[s];
      if (unit < 0 || bundles.sessionsOf[unit][0] != s || state.isAt(s, provider)) {
        continue;
      }
      int mark = journalSize;
      if (movable(bundles.bundleOfUnit[unit])) {
        boolean placed = state.option(s) >= 0;
        if (placed || bundles.unitsOf[bundles.bundleOfUnit[unit]].length == 1) {
          removeUnit(unit);
          if (!insertUnitAt(unit, provider)) {
            rollback(mark);
          } else if (state.missingVolume(request, provider) == 0) {
            return;
          }
        }
      }
    }
    if (state.missingVolume(request, provider) == 0) {
      return;
    }
    for (int s : state.sessionsAt(request, provider)) {
      int bundle = bundles.bundleOf(s);
      if (bundle >= 0 && movable(bundle)) {
        removeBundle(bundle);
      }
    }
  }

  /** Whether all that a bundle uses now lies in this part. */
  boolean movable(int bundle) {
    if (partOfGroup == null) {
      return true;
    }
    for (int unit : bundles.unitsOf[bundle]) {
      for (int session : bundles.sessionsOf[unit]) {
        int option = state.option(session);
        if (option >= 0 && !allowed(option)) {
          return false;
        }
      }
    }
    return true;
  }
}
