package org.plek.benchmarks.peers;

import ai.timefold.solver.core.api.score.HardSoftScore;
import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.phase.PhaseConfig;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.plek.benchmarks.instances.Instance;

/**
 * Timefold's solver as published, with nothing of ours but the score. Its free edition uses one
 * thread: as many seeds as threads run side by side and the best of them counts.
 */
final class Timefold implements Peer {
  private final TimefoldVariant variant;
  private final boolean streams;

  Timefold(TimefoldVariant variant, boolean streams) {
    this.variant = variant;
    this.streams = streams;
  }

  @Override
  public String name() {
    String how = variant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return (streams ? "timefold-streams-" : "timefold-") + how;
  }

  @Override
  public String jvm() {
    return "-XX:+UseParallelGC";
  }

  private record Run(
      int[] options, long objective, long moves, long nanos, List<Attempt.Step> path) {}

  @Override
  public Attempt solve(Instance instance, Limits limits) {
    List<Run> runs = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(limits.threads())) {
      List<Callable<Run>> calls = new ArrayList<>();
      for (int i = 0; i < limits.threads(); i++) {
        long seed = limits.seed() * 1_000 + i;
        calls.add(() -> run(instance, limits.seconds(), seed));
      }
      for (Future<Run> run : threads.invokeAll(calls)) {
        runs.add(run.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The runs of Timefold were interrupted.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A run of Timefold failed: " + e.getCause(), e.getCause());
    }
    long nanos = runs.stream().mapToLong(Run::nanos).max().orElseThrow();
    Run best = runs.getFirst();
    long moves = 0;
    StringBuilder all = new StringBuilder();
    for (Run run : runs) {
      moves += run.moves;
      all.append(all.isEmpty() ? "objectives of the seeds: " : " ").append(run.objective);
      best = run.objective < best.objective ? run : best;
    }
    return new Attempt(
        Plans.placements(instance, best.options),
        best.objective,
        moves,
        nanos,
        best.path,
        all.toString());
  }

  private Run run(Instance instance, int seconds, long seed) {
    Duration time = Duration.ofSeconds(seconds);
    TimefoldScoring scoring = new TimefoldScoring(instance, variant.hardPrice, variant.bundlePrice);
    SolverFactory<TimefoldPlan> factory = SolverFactory.create(config(time, seed));
    Solver<TimefoldPlan> solver = factory.buildSolver();
    List<Attempt.Step> path = new ArrayList<>();
    solver.addEventListener(
        event -> {
          double at = event.getTimeMillisSpent() / 1e3;
          if (path.isEmpty() || at - path.getLast().seconds() > 0.5) {
            HardSoftScore score = (HardSoftScore) event.getNewBestScore();
            path.add(new Attempt.Step(at, -score.softScore()));
          }
        });
    TimefoldPlan first = TimefoldPlan.empty(instance, scoring);
    long start = System.nanoTime();
    if (variant.fromGreedy()) {
      first.take(instance, Greedy.plan(instance));
    }
    TimefoldPlan plan = solver.solve(first);
    long nanos = System.nanoTime() - start;
    int[] options = plan.options(instance);
    long objective = Plans.mend(instance, options);
    return new Run(options, objective, scoring.evaluations(), nanos, path);
  }

  SolverConfig config(Duration time, long seed) {
    List<PhaseConfig> phases = new ArrayList<>();
    if (!variant.fromGreedy()) {
      phases.add(TimefoldVariant.construction());
    }
    phases.addAll(variant.improvement(time));
    ScoreDirectorFactoryConfig score = new ScoreDirectorFactoryConfig();
    if (streams) {
      score.setConstraintProviderClass(TimefoldConstraints.class);
    } else {
      score.setIncrementalScoreCalculatorClass(TimefoldCalculator.class);
    }
    SolverConfig config =
        new SolverConfig()
            .withEnvironmentMode(EnvironmentMode.NO_ASSERT)
            .withRandomSeed(seed)
            .withSolutionClass(TimefoldPlan.class)
            .withEntityClasses(TimefoldSession.class)
            .withScoreDirectorFactory(score)
            .withTerminationConfig(new TerminationConfig().withSpentLimit(time));
    config.setPhaseConfigList(phases);
    return config;
  }
}
