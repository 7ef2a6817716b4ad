package org.plek.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plek.benchmarks.load.LoadTrial;
import org.plek.benchmarks.results.Circumstances;
import org.plek.benchmarks.results.Figure;
import org.plek.benchmarks.results.Results;
import org.plek.format.ProblemJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code load}: the desk over HTTP, in an open loop, while it plans. */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    description = {
      "Starts the desk as a process on a synthetic network and calls it over loopback at a fixed"
          + " rate, in a Poisson stream whose moments are drawn beforehand, while a planning run"
          + " is at work. Latency counts from the moment at which a call was due.",
      "Exit code 1 when a call failed."
    })
final class LoadCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private RegisterOptions registers = new RegisterOptions();

  @Option(
      names = "--plek",
      defaultValue = "java -jar api/target/plek.jar",
      description = "The command that is plek. Default: ${DEFAULT-VALUE}.")
  private String plek = "";

  @Option(names = "--instance", defaultValue = "M-1", description = "Default: ${DEFAULT-VALUE}.")
  private String instance = "";

  @Option(
      names = "--rate",
      defaultValue = "20",
      description = "Calls a second. Default: ${DEFAULT-VALUE}.")
  private double rate;

  @Option(
      names = "--warm-up",
      defaultValue = "30",
      description = "Seconds before it counts. Default: ${DEFAULT-VALUE}.")
  private int warmUp;

  @Option(
      names = "--seconds",
      defaultValue = "60",
      description = "Seconds that count. Default: ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(names = "--out", paramLabel = "DIRECTORY", description = "Where figures are added.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    PrintWriter print = Objects.requireNonNull(spec).commandLine().getOut();
    Path folder = Files.createTempDirectory("plek-load");
    Path problem = folder.resolve("problem.json.gz");
    ProblemJson.write(registers.instances().problem(instance), problem);
    LoadTrial.Result result =
        LoadTrial.run(
            new LoadTrial.Terms(
                List.of(plek.split(" ", -1)), problem, folder, rate, warmUp, seconds, seed));
    print.printf("%s, %s calls a second for %d s; milliseconds%n", instance, number(rate), seconds);
    print.println("kind         calls faults      p50      p90      p99    p99.9      max");
    result.lines().forEach(print::println);
    print.printf(
        "listening after %.1f s, the store filled; %,d moves planned meanwhile; %d MB resident;"
            + " no call left later than %.1f ms after it was due%n",
        result.startSeconds(), result.planMoves(), result.residentMegabytes(), result.lateMillis());
    print.flush();
    if (out != null) {
      new Results(out).add(figures(result));
    }
    return result.lines().getLast().faults() == 0 ? 0 : 1;
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private List<Figure> figures(LoadTrial.Result result) {
    Circumstances here = Circumstances.here();
    String at = "load %s/s %ds ".formatted(number(rate), seconds);
    List<Figure> figures = new ArrayList<>();
    for (LoadTrial.Line line : result.lines()) {
      String kind = at + line.name() + " ";
      figures.add(new Figure(kind + "p50", instance, line.p50(), 0, "ms", here));
      figures.add(new Figure(kind + "p90", instance, line.p90(), 0, "ms", here));
      figures.add(new Figure(kind + "p99", instance, line.p99(), 0, "ms", here));
      figures.add(new Figure(kind + "max", instance, line.max(), 0, "ms", here));
      figures.add(new Figure(kind + "calls", instance, line.calls(), 0, "calls", here));
      figures.add(new Figure(kind + "faults", instance, line.faults(), 0, "calls", here));
    }
    figures.add(new Figure(at + "planned", instance, result.planMoves(), 0, "moves", here));
    figures.add(new Figure(at + "latest", instance, result.lateMillis(), 0, "ms", here));
    figures.add(new Figure(at + "start", instance, result.startSeconds(), 0, "s", here));
    figures.add(new Figure(at + "memory", instance, result.residentMegabytes(), 0, "MB", here));
    return figures;
  }
}
