package org.plek.benchmarks.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plek.benchmarks.peers.Peers;
import org.plek.benchmarks.results.Results;
import org.plek.benchmarks.results.Row;
import org.plek.benchmarks.results.Row.Job;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code table}: the rows of a preset, each in a Java machine of its own. */
@Command(
    name = "table",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the table: every plan in a warm Java machine of its own, one after the other.",
      "Rows that exist are skipped, so a run that was interrupted goes on where it was."
    })
final class TableCommand implements Callable<Integer> {
  private static final int SECONDS_BESIDES = 900;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private RegisterOptions registers = new RegisterOptions();

  @Option(
      names = "--preset",
      defaultValue = "SHORT",
      description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Preset preset = Preset.SHORT;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIRECTORY",
      description = "Where results are added, such as benchmarks/results/2026-11-25.")
  private Path out = Path.of("");

  @Option(
      names = "--instance",
      split = ",",
      paramLabel = "NAME",
      description = "Only these, such as M-1, or all of a size, such as M.")
  private List<String> only = new ArrayList<>();

  @Option(names = "--seed", split = ",", paramLabel = "N", description = "Only these instances.")
  private List<Integer> seeds = new ArrayList<>();

  @Option(
      names = "--solver",
      split = ",",
      paramLabel = "NAME",
      description = "These solvers instead of the preset's.")
  private List<String> solvers = new ArrayList<>();

  @Option(names = "--seconds", paramLabel = "N", description = "Instead of the preset's.")
  private @Nullable Integer seconds;

  @Option(
      names = "--memory",
      defaultValue = "8g",
      paramLabel = "SIZE",
      description = "Largest heap of a run. Default: ${DEFAULT-VALUE}.")
  private String memory = "8g";

  @Option(names = "--dry-run", description = "Says what would run.")
  private boolean dryRun;

  @Override
  public Integer call() {
    PrintWriter print = Objects.requireNonNull(spec).commandLine().getOut();
    Results results = new Results(out);
    Set<Job> done = new HashSet<>(results.rows().stream().map(Row::job).toList());
    List<Job> jobs = jobs().stream().filter(job -> !done.contains(job)).toList();
    int limit = jobs.stream().mapToInt(Job::seconds).sum();
    print.printf("%d rows to make, %d s of limits%n", jobs.size(), limit);
    int failed = 0;
    for (Job job : jobs) {
      if (dryRun) {
        print.println(job);
        continue;
      }
      print.flush();
      int code = Child.run(jvm(job), job.seconds() + SECONDS_BESIDES, arguments(job));
      if (code != 0) {
        print.printf("%s ended with code %d%n", job, code);
        failed++;
      }
    }
    print.printf("%d rows made, %d failed or not legal%n", dryRun ? 0 : jobs.size(), failed);
    return failed == 0 ? 0 : 1;
  }

  private String jvm(Job job) {
    return "-Xmx" + memory + " " + Peers.named(job.solver()).jvm();
  }

  private List<String> arguments(Job job) {
    List<String> arguments = new ArrayList<>(List.of("run"));
    arguments.addAll(List.of("--instance", job.instance(), "--solver", job.solver()));
    arguments.addAll(List.of("--seconds", String.valueOf(job.seconds())));
    arguments.addAll(List.of("--threads", String.valueOf(job.threads())));
    arguments.addAll(List.of("--seed", String.valueOf(job.seed())));
    arguments.addAll(List.of("--out", out.toString()));
    arguments.addAll(registers.arguments());
    return arguments;
  }

  private List<Job> jobs() {
    Set<Job> jobs = new java.util.LinkedHashSet<>();
    for (Job job : preset.jobs()) {
      String size = job.instance().substring(0, job.instance().lastIndexOf('-'));
      int number = Integer.parseInt(job.instance().substring(size.length() + 1));
      if (!(only.isEmpty() || only.contains(job.instance()) || only.contains(size))
          || !(seeds.isEmpty() || seeds.contains(number))) {
        continue;
      }
      int time = seconds == null ? job.seconds() : seconds;
      for (String solver : solvers.isEmpty() ? List.of(job.solver()) : solvers) {
        jobs.add(new Job(job.instance(), solver, time, job.threads(), job.seed()));
      }
    }
    return List.copyOf(jobs);
  }
}
