package org.plek.api.runs;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Placement;
import org.plek.domain.Problem;

/** A run in memory. */
final class Job {
  final RunLog log = new RunLog();
  volatile boolean stop;
  private volatile Run run;
  private volatile @Nullable Problem problem;
  private volatile @Nullable Best best;
  private final ReentrantLock showing = new ReentrantLock();
  private @Nullable Best shownBest;
  private String shownText = "";

  /** The best plan so far: never changed, so that who reads it holds nobody up. */
  record Best(List<Placement> placements, long objective) {}

  Job(Run run, Problem problem) {
    this.run = run;
    this.problem = problem;
    log.add("state", run);
  }

  Run run() {
    return run;
  }

  /** The problem until the run has ended. */
  @Nullable Problem problem() {
    return problem;
  }

  /** The best plan so far; absent before there is a first one and once the run has ended. */
  @Nullable Best best() {
    return best;
  }

  void better(Best found) {
    best = found;
  }

  /** The text of a plan, made once for all who ask at about the same time. */
  String text(Best asked, Function<Best, String> maker) {
    showing.lock();
    try {
      if (shownBest != asked) {
        shownText = maker.apply(asked);
        shownBest = asked;
      }
      return shownText;
    } finally {
      showing.unlock();
    }
  }

  synchronized void begins(Instant at) {
    run = run.at(Run.State.SOLVING_ACTIVE, null, at, null, stop, null, null, null);
    log.add("state", run);
  }

  synchronized void progress(Run.Standing progress) {
    run = run.at(run.state(), null, run.startedAt(), null, stop, progress, null, null);
    log.add("progress", run);
  }

  synchronized Run alive(Instant at) {
    if (!run.state().ended()) {
      run = run.alive(at, stop);
    }
    return run;
  }

  Run ended(Run.Quality quality, Run.Result result, Instant at) {
    return run.at(
        Run.State.SOLVING_COMPLETED,
        quality,
        run.startedAt(),
        at,
        stop,
        run.progress(),
        result,
        null);
  }

  Run failed(String fault, Instant at) {
    return run.at(
        Run.State.SOLVING_FAILED, null, run.startedAt(), at, stop, run.progress(), null, fault);
  }

  /** Shows the end, which is in the store by now. */
  synchronized void ends(Run end) {
    run = end;
    problem = null;
    best = null;
    log.add("state", end);
  }
}
