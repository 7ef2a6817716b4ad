package org.plek.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.plek.domain.ProblemIndex;
import org.plek.options.OptionTable;
import org.plek.scoring.fast.FastState;

/**
 * What must be placed together. A <em>unit</em> is one care session, or those of siblings who must
 * share a provider; a <em>bundle</em> is one unit, or all units of a request of all or nothing.
 * Agreed sessions are in none.
 */
final class Bundles {
  private static final int[] NONE = {};
  private static final char[] NO_RANGES = {};

  final int[][] unitsOf;
  final int[][] sessionsOf;
  final int[] bundleOfUnit;

  /** Unit of a session, -1 for an agreed one. */
  final int[] unitOf;

  /** Providers at which every session of a unit of several has an option; empty for one session. */
  final int[][] providersOf;

  /**
   * Where the options of each session with each of those providers lie, first and end, counted from
   * the session's first option: {@code rangesOf[unit][2 * (provider * sessions + session)]}, by
   * place in the lists. Others may lie between. Options from the 65,536th of a session on have no
   * place here.
   */
  final char[][] rangesOf;

  private Bundles(
      OptionTable table,
      List<int[]> units,
      List<int[]> bundles,
      int[] unitOf,
      int[][] providersOf) {
    sessionsOf = units.toArray(int[][]::new);
    unitsOf = bundles.toArray(int[][]::new);
    this.unitOf = unitOf;
    this.providersOf = providersOf;
    rangesOf = new char[providersOf.length][];
    for (int u = 0; u < rangesOf.length; u++) {
      rangesOf[u] = ranges(table, sessionsOf[u], providersOf[u]);
    }
    bundleOfUnit = new int[sessionsOf.length];
    for (int b = 0; b < unitsOf.length; b++) {
      for (int unit : unitsOf[b]) {
        bundleOfUnit[unit] = b;
      }
    }
  }

  int count() {
    return unitsOf.length;
  }

  int bundleOf(int session) {
    return unitOf[session] < 0 ? -1 : bundleOfUnit[unitOf[session]];
  }

  static Bundles of(ProblemIndex index, OptionTable table, FastState state) {
    int sessions = index.sessions().size();
    int[] unitOf = new int[sessions];
    Arrays.fill(unitOf, -1);
    List<int[]> units = new ArrayList<>();
    List<int[]> bundles = new ArrayList<>();
    for (int r = 0; r < index.problem().requests().size(); r++) {
      int firstUnit = units.size();
      var limits = index.problem().requests().get(r).limits();
      for (int s = index.firstSession(r); s < index.firstSession(r + 1); s++) {
        if (state.agreed(s) || unitOf[s] >= 0) {
          continue;
        }
        int[] unit =
            limits.siblingsTogether() ? together(index, state, r, s, unitOf) : new int[] {s};
        for (int member : unit) {
          unitOf[member] = units.size();
        }
        units.add(unit);
      }
      if (limits.allOrNothing() && units.size() > firstUnit) {
        int[] all = new int[units.size() - firstUnit];
        Arrays.setAll(all, i -> firstUnit + i);
        bundles.add(all);
      } else {
        for (int unit = firstUnit; unit < units.size(); unit++) {
          bundles.add(new int[] {unit});
        }
      }
    }
    int[][] providers = new int[units.size()][];
    for (int u = 0; u < providers.length; u++) {
      providers[u] = units.get(u).length == 1 ? NONE : shared(table, units.get(u));
    }
    return new Bundles(table, units, bundles, unitOf, providers);
  }

  private static int[] together(
      ProblemIndex index, FastState state, int request, int first, int[] unitOf) {
    List<Integer> members = new ArrayList<>(List.of(first));
    boolean grown = true;
    while (grown) {
      grown = false;
      for (int s = first + 1; s < index.firstSession(request + 1); s++) {
        int candidate = s;
        if (!state.agreed(s)
            && unitOf[s] < 0
            && !members.contains(s)
            && members.stream().anyMatch(member -> state.mustBeTogether(member, candidate))) {
          members.add(s);
          grown = true;
        }
      }
    }
    return members.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  private static char[] ranges(OptionTable table, int[] sessions, int[] providers) {
    if (providers.length == 0) {
      return NO_RANGES;
    }
    char[] ranges = new char[2 * sessions.length * providers.length];
    for (int i = 0; i < sessions.length; i++) {
      int first = table.firstOption(sessions[i]);
      int count = Math.min(table.endOption(sessions[i]) - first, Character.MAX_VALUE);
      for (int o = 0; o < count; o++) {
        int provider = Arrays.binarySearch(providers, table.providerOf(first + o));
        if (provider >= 0) {
          int at = 2 * (provider * sessions.length + i);
          if (ranges[at + 1] == 0) {
            ranges[at] = (char) o;
          }
          ranges[at + 1] = (char) (o + 1);
        }
      }
    }
    return ranges;
  }

  /** Puts a unit that found no room first, so that it is asked first next time; by its place. */
  void hardest(int bundle, int place) {
    int[] units = unitsOf[bundle];
    int unit = units[place];
    System.arraycopy(units, 0, units, 1, place);
    units[0] = unit;
  }

  /** Whether every session of a bundle has an option, siblings at one provider. */
  boolean placeable(OptionTable table, int bundle) {
    for (int unit : unitsOf[bundle]) {
      if (sessionsOf[unit].length > 1 && providersOf[unit].length == 0) {
        return false;
      }
      for (int session : sessionsOf[unit]) {
        if (table.firstOption(session) == table.endOption(session)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Providers with an option for every session, ascending. */
  private static int[] shared(OptionTable table, int[] unit) {
    int[] providers = providers(table, unit[0]);
    for (int i = 1; i < unit.length && providers.length > 0; i++) {
      int[] others = providers(table, unit[i]);
      providers =
          Arrays.stream(providers).filter(p -> Arrays.binarySearch(others, p) >= 0).toArray();
    }
    return providers;
  }

  private static int[] providers(OptionTable table, int session) {
    return IntStream.range(table.firstOption(session), table.endOption(session))
        .map(table::providerOf)
        .sorted()
        .distinct()
        .toArray();
  }
}
