package org.plek.benchmarks.micro;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.plek.scoring.fast.FastState;
import org.plek.scoring.fast.Tally;

/**
 * What one step of the search costs on the arrays, asked at random places: cache misses included.
 * Every move is taken back, so that the state stays as it was.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx3g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MoveBenchmark {
  private int next;

  private int next(int count) {
    next++;
    if (next >= count) {
      next = 0;
    }
    return next;
  }

  /** Whether a session may go somewhere, by one AND over the masks. */
  @Benchmark
  public boolean slotsByMask(FilledTown town) {
    int i = next(FilledTown.QUESTIONS);
    return town.state.slotsFree(town.session[i], town.option[i]);
  }

  /** The control: the same answer by a loop over the children counted in each slot. */
  @Benchmark
  public boolean slotsByCounts(FilledTown town) {
    int i = next(FilledTown.QUESTIONS);
    return town.state.slotsFreeByCounts(town.session[i], town.option[i]);
  }

  /** The first question of every move: masks, home carer and child elsewhere. */
  @Benchmark
  public boolean free(FilledTown town) {
    int i = next(FilledTown.QUESTIONS);
    return town.state.free(town.session[i], town.option[i]);
  }

  /** One change move: out, in elsewhere if legal, and back. */
  @Benchmark
  public long change(FilledTown town) {
    int i = town.changes[next(town.changes.length)];
    FastState state = town.state;
    Tally tally = town.tally;
    int session = town.session[i];
    if (!state.free(session, town.option[i])) {
      return 0;
    }
    int before = state.option(session);
    state.remove(session, tally);
    boolean placed = state.tryPlace(session, town.option[i], tally);
    long objective = tally.objective();
    if (placed) {
      state.remove(session, tally);
    }
    state.place(session, before, tally);
    return objective;
  }

  /** One placement and its removal, both with all sums. */
  @Benchmark
  public long apply(FilledTown town) {
    int i = town.changes[next(town.changes.length)];
    FastState state = town.state;
    int session = town.session[i];
    int before = state.option(session);
    state.remove(session, town.tally);
    long objective = town.tally.objective();
    state.place(session, before, town.tally);
    return objective;
  }

  /** One swap: two sessions out, each in with the other's group if legal, and back. */
  @Benchmark
  public long swap(FilledTown town) {
    FilledTown.Swap swap = town.swaps[next(town.swaps.length)];
    FastState state = town.state;
    Tally tally = town.tally;
    int one = state.option(swap.one());
    int other = state.option(swap.other());
    state.remove(swap.one(), tally);
    state.remove(swap.other(), tally);
    boolean first = state.tryPlace(swap.one(), swap.oneOption(), tally);
    boolean second = first && state.tryPlace(swap.other(), swap.otherOption(), tally);
    long objective = tally.objective();
    if (first) {
      state.remove(swap.one(), tally);
    }
    if (second) {
      state.remove(swap.other(), tally);
    }
    state.place(swap.other(), other, tally);
    state.place(swap.one(), one, tally);
    return objective;
  }

  /** One ejection: who is in the way out, the session in, the other to its first free option. */
  @Benchmark
  public long eject(FilledTown town) {
    FilledTown.Ejection ejection = town.ejections[next(town.ejections.length)];
    FastState state = town.state;
    Tally tally = town.tally;
    int blocker = ejection.blocker();
    int before = state.option(blocker);
    state.remove(blocker, tally);
    boolean placed = state.tryPlace(ejection.session(), ejection.option(), tally);
    boolean moved = false;
    for (int o = town.table.firstOption(blocker);
        placed && !moved && o < town.table.endOption(blocker);
        o++) {
      moved = state.free(blocker, o) && state.tryPlace(blocker, o, tally);
    }
    long objective = tally.objective();
    if (moved) {
      state.remove(blocker, tally);
    }
    if (placed) {
      state.remove(ejection.session(), tally);
    }
    state.place(blocker, before, tally);
    return objective;
  }
}
