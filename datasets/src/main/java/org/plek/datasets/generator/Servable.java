package org.plek.datasets.generator;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Request;
import org.plek.domain.Travel;
import org.plek.options.OptionBuilder;
import org.plek.options.OptionTable;
import org.plek.rules.RulePacks;
import org.plek.scoring.fast.FastState;
import org.plek.scoring.fast.Tally;

/**
 * Leaves out requests that nobody could serve, so that a problem measures the search and not the
 * luck of its draw: of the others every care session has an option on its own. On demand also those
 * are left out that find no legal places beside the ones kept before, drawn by chance and not by
 * cost. Those places are thrown away: a plan that serves everybody exists and nobody is told it.
 */
final class Servable {
  private static final int PROVIDERS_TRIED = 12;

  private final ProblemIndex index;
  private final BitSet servable;
  private final @Nullable Places places;

  private Servable(Problem problem, boolean atOnce, RulePacks packs, long seed) {
    index = new ProblemIndex(problem);
    Travel travel = new GreatCircleTravel(problem.policy());
    servable = OptionBuilder.servable(index, packs, travel);
    places = atOnce ? new Places(index, packs, travel, seed) : null;
  }

  /**
   * Keeps requests with exactly so many care sessions.
   *
   * @param atOnce whether a plan must exist that serves all of them
   * @throws IllegalStateException when too few can be served
   */
  static Problem of(Problem all, int sessions, boolean atOnce, RulePacks packs, long seed) {
    return new Servable(all, atOnce, packs, seed).keep(sessions);
  }

  private Problem keep(int sessions) {
    Problem all = index.problem();
    List<Request> kept = new ArrayList<>();
    int missing = sessions;
    for (int r = 0; r < all.requests().size() && missing > 0; r++) {
      int count = index.firstSession(r + 1) - index.firstSession(r);
      if (count <= missing && eachHasOptions(r) && (places == null || places.found(r))) {
        kept.add(all.requests().get(r));
        missing -= count;
      }
    }
    if (missing > 0) {
      throw new IllegalStateException(
          "Only %d of %d care sessions can be served. Maybe draw more requests or lower occupancy."
              .formatted(sessions - missing, sessions));
    }
    return new Problem(
        all.id(),
        all.zone(),
        all.asOf(),
        all.from(),
        all.days(),
        all.rulePack(),
        all.policy(),
        all.providers(),
        all.families(),
        kept,
        all.history(),
        all.placements());
  }

  private boolean eachHasOptions(int request) {
    int first = index.firstSession(request);
    return servable.nextClearBit(first) >= index.firstSession(request + 1);
  }

  /** Places for requests beside those for the ones before. */
  private static final class Places {
    private final ProblemIndex index;
    private final OptionTable table;
    private final FastState state;
    private final Tally tally;
    private final Chance chance;

    Places(ProblemIndex index, RulePacks packs, Travel travel, long seed) {
      this.index = index;
      table = OptionBuilder.build(index, packs, travel);
      state = new FastState(index, packs, travel, table);
      tally = state.startTally();
      chance = Chance.of(seed, "servable");
    }

    boolean found(int request) {
      int first = index.firstSession(request);
      int options = table.endOption(first) - table.firstOption(first);
      for (int i = 0; i < Math.min(options, PROVIDERS_TRIED); i++) {
        int lead = table.firstOption(first) + chance.between(0, options);
        long broken = tally.bundle();
        if (placed(request, table.providerOf(lead)) && tally.bundle() <= broken) {
          return true;
        }
        for (int s = first; s < index.firstSession(request + 1); s++) {
          if (state.option(s) >= 0) {
            state.remove(s, tally);
          }
        }
      }
      return false;
    }

    private boolean placed(int request, int provider) {
      for (int s = index.firstSession(request); s < index.firstSession(request + 1); s++) {
        if (!placed(s, provider, true) && !placed(s, provider, false)) {
          return false;
        }
      }
      return true;
    }

    private boolean placed(int session, int provider, boolean there) {
      int first = table.firstOption(session);
      int options = table.endOption(session) - first;
      int turn = options == 0 ? 0 : chance.between(0, options);
      for (int i = 0; i < options; i++) {
        int option = first + (i + turn) % options;
        if ((table.providerOf(option) == provider) == there
            && state.tryPlace(session, option, tally)) {
          return true;
        }
      }
      return false;
    }
  }
}
