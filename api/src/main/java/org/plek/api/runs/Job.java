package org.plek.api.runs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plek.api.jobs.Proposals;
import org.plek.domain.Problem;

/** A run in memory. */
final class Job {
  final RunLog log = new RunLog();
  volatile boolean stop;
  private volatile Run run;
  private volatile @Nullable Problem problem;

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

  synchronized void begins(Instant at) {
    run = with(Run.State.SOLVING_ACTIVE, null, at, null, null, null, null);
    log.add("state", run);
  }

  synchronized void progress(Run.Standing progress) {
    run = with(run.state(), null, run.startedAt(), null, progress, null, null);
    log.add("progress", run);
  }

  Run ended(Run.Quality quality, Run.Result result, Instant at) {
    return with(
        Run.State.SOLVING_COMPLETED, quality, run.startedAt(), at, run.progress(), result, null);
  }

  Run failed(String fault, Instant at) {
    return with(Run.State.SOLVING_FAILED, null, run.startedAt(), at, run.progress(), null, fault);
  }

  /** Shows the end, which is in the store by now. */
  synchronized void ends(Run end) {
    run = end;
    problem = null;
    log.add("state", end);
  }

  private Run with(
      Run.State state,
      Run.@Nullable Quality quality,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt,
      Run.@Nullable Standing progress,
      Run.@Nullable Result result,
      @Nullable String fault) {
    return new Run(
        run.id(),
        run.networkId(),
        state,
        quality,
        run.from(),
        run.days(),
        run.limits(),
        run.basedOn(),
        run.change(),
        run.by(),
        run.madeAt(),
        startedAt,
        endedAt,
        stop,
        run.knownEvent(),
        progress,
        result,
        fault,
        null);
  }

  static Run applied(Run run, Proposals.Applied applied) {
    return new Run(
        run.id(),
        run.networkId(),
        run.state(),
        run.quality(),
        run.from(),
        run.days(),
        run.limits(),
        run.basedOn(),
        run.change(),
        run.by(),
        run.madeAt(),
        run.startedAt(),
        run.endedAt(),
        run.stopped(),
        run.knownEvent(),
        run.progress(),
        run.result(),
        run.fault(),
        applied);
  }
}
