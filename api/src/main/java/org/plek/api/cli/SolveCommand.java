package org.plek.api.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plek.api.planning.MadePlan;
import org.plek.api.planning.PlanMaker;
import org.plek.api.summary.Report;
import org.plek.api.summary.SummaryPage;
import org.plek.api.summary.SummaryText;
import org.plek.domain.Problem;
import org.plek.format.PlanJson;
import org.plek.rules.RulePacks;
import org.plek.search.SolveLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plek solve}: from a problem to a plan. */
@Command(
    name = "solve",
    description = "Makes the best legal plan for a problem within a limit of time or work.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  plek solve problem.json --time 60s -o plan.json --summary plan.html",
      "  plek solve problem.json.gz --moves 2000000 --seed 7 -o plan.json",
      "      the same problem, moves and seed give the same bytes, on any machine",
      "  plek solve - --time 10s < problem.json | plek check problem.json -",
    })
final class SolveCommand implements Callable<Integer> {
  private static final Duration USUAL_TIME = Duration.ofSeconds(60);

  private final Console console;

  @Parameters(paramLabel = "PROBLEM", description = "Problem file, - for standard input.")
  private String problemPlace = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "PLAN",
      description = "Where the plan goes, - (the default) for standard output.")
  private String planPlace = Output.STANDARD;

  @Option(names = "--summary", paramLabel = "HTML", description = "Also write a page for people.")
  private @Nullable String summaryPlace;

  @Option(
      names = "--run",
      paramLabel = "FILE",
      description =
          "Where duration, machine, memory and moves go. Default: run.json beside the plan.")
  private @Nullable String runPlace;

  @Option(
      names = "--time",
      paramLabel = "TIME",
      converter = DurationArgument.class,
      description =
          "Time for reading and searching; check, reasons and writing follow. 60s (the default"
              + " without --moves), 2m, 1h30m, PT1M.")
  private @Nullable Duration time;

  @Option(
      names = "--moves",
      paramLabel = "N",
      description = "Most moves to evaluate; unlike time, repeatable.")
  private long moves;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of all chance. Default: 1.")
  private long seed = 1;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Most threads. Default: one per processor. Never changes what --moves gives.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--fail-on-unplaced",
      description = "End with exit code 4 when some care session has no place.")
  private boolean failOnUnplaced;

  @Option(names = "--json", description = "Print the summary as JSON.")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print no summary.")
  private boolean quiet;

  @Mixin private RulesOption rules = new RulesOption();

  SolveCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    RunRecord run = new RunRecord();
    String runFile = runFile();
    requireUsable(runFile);
    RulePacks packs = rules.packs();
    Problem problem = new Input(console).problem(problemPlace, packs);
    run.lap("read");
    PlanMaker maker = new PlanMaker(problem, packs, Plek.Version.plek());
    try (SearchProgress progress = SearchProgress.on(console);
        Interruption interruption = Interruption.watch(progress::stop)) {
      SolveLimits limits = limits(run);
      if (!quiet) {
        console
            .err()
            .printf(
                "Planning %s: %,d requests with %,d providers%n",
                problem.id(), problem.requests().size(), problem.providers().size());
      }
      MadePlan made = maker.make(limits, progress);
      progress.close();
      made.seconds().forEach(run::part);
      run.fact("problem", problem.id());
      run.fact("problemHash", made.plan().provenance().problemHash());
      run.fact("plek", Plek.Version.plek());
      run.fact("seed", seed);
      run.fact("timeLimitSeconds", time == null ? 0 : time.toMillis() / 1000.0);
      run.fact("moveLimit", moves);
      run.fact("threads", threads);
      run.fact("moves", made.moves());
      run.fact("greedyObjective", made.greedyObjective());
      run.fact("objective", made.objective());
      run.fact("interrupted", made.interrupted());
      write(made, run, runFile);
      return exitCode(made);
    }
  }

  private void requireUsable(@Nullable String runFile) {
    if (moves < 0 || threads < 1) {
      throw Stop.wrongUse("--moves counts from 0 and --threads from 1.");
    }
    if (json && planPlace.equals(Output.STANDARD)) {
      throw Stop.wrongUse(
          "The plan itself goes to standard output. Maybe write it to a file with -o, or leave out"
              + " --json.");
    }
    Output.requireWritable(planPlace);
    if (summaryPlace != null) {
      Output.requireWritable(summaryPlace);
    }
    if (runFile != null) {
      Output.requireWritable(runFile);
    }
  }

  /** Beside the plan, unless told otherwise; none for a plan on standard output. */
  private @Nullable String runFile() {
    if (runPlace != null || planPlace.equals(Output.STANDARD)) {
      return runPlace;
    }
    return Path.of(planPlace).resolveSibling("run.json").toString();
  }

  private SolveLimits limits(RunRecord run) {
    Duration limit = time == null && moves == 0 ? USUAL_TIME : time;
    if (limit == null) {
      return new SolveLimits(null, moves, seed, threads);
    }
    Duration left = limit.minusNanos((long) (run.elapsedSeconds() * 1e9));
    if (left.isNegative() || left.isZero()) {
      throw Stop.noPlan(
          "No plan within %d ms: reading the problem took all of it. Maybe give more time."
              .formatted(limit.toMillis()));
    }
    return new SolveLimits(left, moves, seed, threads);
  }

  private void write(MadePlan made, RunRecord run, @Nullable String runFile) throws IOException {
    Output.write(planPlace, console, out -> PlanJson.write(made.plan(), out));
    run.lap("write");
    if (runFile != null) {
      String text = Json.text(run.document());
      Output.write(runFile, console, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
    Report report = made.report().withRun(run.forPeople());
    if (summaryPlace != null) {
      String page = SummaryPage.html(report);
      Output.write(summaryPlace, console, out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
    }
    if (json) {
      Json.print(console.out(), SummaryDocument.of(report));
    } else if (!quiet) {
      PrintStream to = planPlace.equals(Output.STANDARD) ? console.err() : console.out();
      to.print(SummaryText.text(report));
      to.flush();
    }
  }

  private int exitCode(MadePlan made) {
    if (Interruption.happened()) {
      return ExitCode.INTERRUPTED;
    }
    return failOnUnplaced && made.report().summary().all().unserved() > 0
        ? ExitCode.SOME_UNPLACED
        : ExitCode.FINE;
  }
}
