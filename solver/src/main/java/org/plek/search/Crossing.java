package org.plek.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.plek.domain.ProblemIndex;
import org.plek.options.OptionTable;
import org.plek.scoring.fast.FastState;
import org.plek.scoring.fast.Tally;

/**
 * Takes from another plan what is better there. Care sessions that differ hang together by family
 * and by who is where; pieces that do not are exchanged one by one, each kept where it pays
 * (partition crossover; Whitley, Hains and Howe 2009). Whether pieces really are apart need not be
 * known: the state says what an exchange is worth and whether it is legal.
 */
final class Crossing {
  private final ProblemIndex index;
  private final OptionTable table;
  private final FastState state;
  private final Insertion insertion;
  private final Tally tally;
  private final boolean strict;
  private final long[] tiersBefore;
  private final int[] pieceOf;

  /** How near care must be to hang together, from small pieces to large ones. */
  private enum Near {
    GROUP_AND_SLOT,
    PROVIDER_AND_DAY,
    PROVIDER
  }

  Crossing(ProblemIndex index, OptionTable table, FastState state, Insertion insertion) {
    this.index = index;
    this.table = table;
    this.state = state;
    this.insertion = insertion;
    tally = insertion.tally;
    strict = index.problem().policy().strictTiers();
    tiersBefore = tally.tiers();
    pieceOf = new int[table.sessions()];
  }

  /** Makes the plan of the state better by pieces of another. */
  void with(Best other) {
    for (Near near : Near.values()) {
      for (List<Integer> piece : pieces(other, near)) {
        exchange(piece, other);
      }
    }
  }

  private void exchange(List<Integer> piece, Best other) {
    long objective = tally.objective();
    tally.copyTiers(tiersBefore);
    long hard = tally.hard();
    long bundle = tally.bundle();
    for (int session : piece) {
      if (state.option(session) >= 0) {
        insertion.remove(session);
      }
    }
    boolean legal = true;
    for (int session : piece) {
      int option = other.option(session);
      legal = legal && (option < 0 || insertion.tryPlace(session, option));
    }
    if (legal
        && tally.hard() <= hard
        && tally.bundle() <= bundle
        && Best.better(strict, tally.compareTiers(tiersBefore), tally.objective(), objective)) {
      insertion.commit();
    } else {
      insertion.rollback(0);
    }
  }

  private Iterable<List<Integer>> pieces(Best other, Near near) {
    Arrays.setAll(pieceOf, s -> s);
    Map<Long, Integer> seen = new HashMap<>();
    List<Integer> different = new ArrayList<>();
    for (int s = 0; s < pieceOf.length; s++) {
      if (state.option(s) != other.option(s) && !state.agreed(s)) {
        int session = s;
        different.add(s);
        LongConsumer hang = key -> join(session, seen.computeIfAbsent(key, k -> session));
        hang.accept(-1L - state.familyOf(s));
        forEachPlace(state.option(s), near, hang);
        forEachPlace(other.option(s), near, hang);
      }
    }
    Map<Integer, List<Integer>> pieces = new TreeMap<>();
    for (int session : different) {
      pieces.computeIfAbsent(piece(session), first -> new ArrayList<>()).add(session);
    }
    return pieces.values();
  }

  private void forEachPlace(int option, Near near, LongConsumer key) {
    if (option < 0) {
      return;
    }
    forEachPlace(table.group(option), table.start(option), table.end(option), near, key);
    if (table.split(option)) {
      forEachPlace(
          table.secondGroup(option), table.secondStart(option), table.secondEnd(option), near, key);
    }
  }

  private void forEachPlace(int group, int start, int end, Near near, LongConsumer key) {
    long provider = index.providerOf(group);
    switch (near) {
      case GROUP_AND_SLOT -> {
        for (int slot = start; slot < end; slot++) {
          key.accept((long) group << 32 | slot);
        }
      }
      case PROVIDER_AND_DAY -> {
        for (int day = state.dayOf(start); day <= state.dayOf(end - 1); day++) {
          key.accept(provider << 32 | day);
        }
      }
      case PROVIDER -> key.accept(provider);
    }
  }

  private int piece(int session) {
    int first = session;
    while (pieceOf[first] != first) {
      pieceOf[first] = pieceOf[pieceOf[first]];
      first = pieceOf[first];
    }
    return first;
  }

  private void join(int one, int other) {
    int first = piece(one);
    int second = piece(other);
    pieceOf[Math.max(first, second)] = Math.min(first, second);
  }
}
