package org.plek.api.runs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.plek.api.jobs.Archive;
import org.plek.api.planning.MadePlan;
import org.plek.api.planning.PlanMaker;
import org.plek.api.planning.TimeIsUp;
import org.plek.domain.Placement;
import org.plek.domain.Plan;
import org.plek.domain.Problem;
import org.plek.format.PlanJson;
import org.plek.format.ProblemJson;
import org.plek.rules.RulePacks;
import org.plek.search.ProgressListener;
import org.plek.search.SolveLimits;
import tools.jackson.databind.json.JsonMapper;

/** The work of one run after the other. */
final class RunWork {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long TELL_EVERY_NANOS = 500_000_000;

  private final Archive archive;
  private final RulePacks packs;
  private final InstantSource clock;
  private final String programVersion;

  RunWork(Archive archive, RulePacks packs, InstantSource clock, String programVersion) {
    this.archive = archive;
    this.packs = packs;
    this.clock = clock;
    this.programVersion = programVersion;
  }

  static String json(Run run) {
    return JSON.writeValueAsString(run);
  }

  static Run run(String body) {
    return JSON.readValue(body, Run.class);
  }

  static Run cutOff(Run run) {
    return run.at(
        Run.State.SOLVING_FAILED,
        null,
        run.startedAt(),
        null,
        run.stopped(),
        run.progress(),
        null,
        "The program ended before the run did. Maybe start it again.");
  }

  void run(Job job) {
    Run run = job.run();
    Problem problem = Objects.requireNonNull(job.problem());
    if (job.stop) {
      fail(job, "It was stopped before it began.");
      return;
    }
    job.begins(clock.instant());
    try {
      PlanMaker maker = new PlanMaker(problem, packs, programVersion);
      MadePlan made = maker.make(limits(run.limits()), new Telling(job, maker.sessions()));
      Run end = job.ended(quality(made), result(made), clock.instant());
      archive.keep(
          run.networkId(),
          new Archive.KeptRun(
              run.id(), json(end), text(made.plan()), zipped(problem), run.madeAt()));
      job.ends(end);
    } catch (TimeIsUp e) {
      fail(job, String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      fail(job, "A fault of the program (" + e.getClass().getSimpleName() + ").");
    }
  }

  private void fail(Job job, String fault) {
    Run end = job.failed(fault, clock.instant());
    try {
      archive.keepBody(end.networkId(), end.id(), json(end));
    } finally {
      job.ends(end);
    }
  }

  private static SolveLimits limits(Run.Limits limits) {
    return new SolveLimits(
        Duration.ofSeconds(limits.seconds()), limits.moves(), limits.seed(), limits.threads());
  }

  /** Keeps the best plan so far and tells its figures from time to time. */
  private static final class Telling implements ProgressListener {
    private final Job job;
    private final int sessions;
    private long told = System.nanoTime() - TELL_EVERY_NANOS;

    Telling(Job job, int sessions) {
      this.job = job;
      this.sessions = sessions;
    }

    @Override
    public void better(long objective, Supplier<List<Placement>> plan) {
      job.better(new Job.Best(List.copyOf(plan.get()), objective));
    }

    @Override
    public boolean goOn(Progress progress) {
      long now = System.nanoTime();
      Job.Best best = job.best();
      if (best != null && now - told >= TELL_EVERY_NANOS) {
        told = now;
        job.progress(
            new Run.Standing(
                progress.fraction(),
                progress.moves(),
                sessions - best.placements().size(),
                best.objective()));
      }
      return !job.stop;
    }
  }

  /** The best plan so far of a run that is at work, checked and with its reasons. */
  String soFar(Job job, Job.Best best, Problem problem) {
    return job.text(
        best,
        asked ->
            text(
                new PlanMaker(problem, packs, programVersion)
                    .finished(asked.placements(), limits(job.run().limits()))));
  }

  private static Run.Quality quality(MadePlan made) {
    if (!made.report().inherited().isEmpty()) {
      return Run.Quality.INPUT_ILLEGAL;
    }
    return made.plan().unplaced().isEmpty() ? Run.Quality.ALL_PLACED : Run.Quality.PARTLY_PLACED;
  }

  private static Run.Result result(MadePlan made) {
    Plan plan = made.plan();
    return new Run.Result(
        plan.placements().size() + plan.unplaced().size(),
        plan.placements().size(),
        made.report().inherited().size(),
        made.moves(),
        made.greedyObjective(),
        made.objective(),
        plan.score(),
        plan.figures(),
        made.seconds());
  }

  private static String text(Plan plan) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      PlanJson.write(plan, bytes);
      return bytes.toString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String zipped(Problem problem) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (GZIPOutputStream zip = new GZIPOutputStream(bytes, 1 << 16)) {
        ProblemJson.write(problem, zip);
      }
      return Base64.getEncoder().encodeToString(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
