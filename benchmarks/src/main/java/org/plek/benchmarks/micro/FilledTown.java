package org.plek.benchmarks.micro;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.plek.benchmarks.instances.Instance;
import org.plek.benchmarks.instances.Instances;
import org.plek.domain.Placement;
import org.plek.options.OptionTable;
import org.plek.scoring.fast.FastState;
import org.plek.scoring.fast.Tally;
import org.plek.search.PlanEngine;
import org.plek.search.ProgressListener;
import org.plek.search.SolveLimits;

/** An instance in the state of the greedy plan, and random questions about it. */
@State(Scope.Benchmark)
public class FilledTown {
  static final int QUESTIONS = 1 << 16;

  /** Name of the instance. */
  @Param({"M-1"})
  public String instance = "M-1";

  OptionTable table;
  FastState state;
  Tally tally;

  /** Option {@code option[i]} of {@code session[i]}, both drawn by chance. */
  int[] session;

  int[] option;

  /**
   * Numbers of questions whose session is placed elsewhere, in an option that it can go back to.
   */
  int[] changes;

  /** Pairs of placed sessions, each with an option in the group of the other. */
  Swap[] swaps;

  /** Unplaced sessions refused by the masks, with the placed session that stands in the way. */
  Ejection[] ejections;

  record Swap(int one, int oneOption, int other, int otherOption) {}

  record Ejection(int session, int option, int blocker) {}

  /** Greedy on the whole instance, then questions. */
  @Setup(Level.Trial)
  public void fill() {
    fill(new Instances(Path.of(""), null, null).make(instance));
  }

  final void fill(Instance made) {
    table = made.table();
    state = new FastState(made.index(), made.packs(), made.travel(), table);
    tally = state.startTally();
    List<Placement> greedy =
        new PlanEngine(made.index(), made.packs(), made.travel(), table)
            .solve(new SolveLimits(null, 0, 1, 1), ProgressListener.NONE)
            .placements();
    for (Placement placement : greedy) {
      int s = made.index().session(placement.sessionId());
      if (state.option(s) < 0) {
        state.place(s, table.indexOf(s, placement.legs()), tally);
      }
    }
    SplittableRandom random = new SplittableRandom(1);
    session = new int[QUESTIONS];
    option = new int[QUESTIONS];
    List<Integer> elsewhere = new ArrayList<>();
    for (int i = 0; i < QUESTIONS; i++) {
      int s = random.nextInt(table.sessions());
      int first = table.firstOption(s);
      session[i] = s;
      option[i] = first + random.nextInt(table.endOption(s) - first);
      if (state.option(s) >= 0 && state.option(s) != option[i] && !state.agreed(s)) {
        elsewhere.add(i);
      }
    }
    changes = elsewhere.stream().mapToInt(Integer::intValue).toArray();
    swaps = swaps();
    ejections = ejections();
  }

  private Swap[] swaps() {
    List<Swap> found = new ArrayList<>();
    for (int i : changes) {
      int one = session[i];
      int group = table.group(option[i]);
      int own = table.group(state.option(one));
      for (int leg = state.firstLeg(group, state.dayOf(table.start(option[i])));
          leg >= 0;
          leg = state.nextLeg(leg)) {
        int other = leg >> 1;
        for (int o = table.firstOption(other); o < table.endOption(other); o++) {
          if (other != one && table.group(o) == own && !state.agreed(other)) {
            found.add(new Swap(one, option[i], other, o));
            break;
          }
        }
      }
    }
    return found.toArray(Swap[]::new);
  }

  private Ejection[] ejections() {
    List<Ejection> found = new ArrayList<>();
    for (int i = 0; i < QUESTIONS; i++) {
      if (state.option(session[i]) >= 0) {
        continue;
      }
      long refused = state.refusedSlots(session[i], option[i]);
      int from = (int) (refused >>> 32);
      for (int leg = refused < 0 ? -1 : state.firstLeg(table.group(option[i]), state.dayOf(from));
          leg >= 0;
          leg = state.nextLeg(leg)) {
        if (state.legStart(leg) <= from
            && (int) refused < state.legEnd(leg)
            && !state.agreed(leg >> 1)) {
          found.add(new Ejection(session[i], option[i], leg >> 1));
          break;
        }
      }
    }
    return found.toArray(Ejection[]::new);
  }
}
