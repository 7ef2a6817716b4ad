package org.plek.benchmarks.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plek.benchmarks.micro.MicroBenchmarks;
import org.plek.benchmarks.results.Figure;
import org.plek.benchmarks.results.Results;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code micro}: the JMH benchmarks. */
@Command(
    name = "micro",
    mixinStandardHelpOptions = true,
    description = "Runs the micro benchmarks, each in a Java machine of its own.")
final class MicroCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "PATTERN",
      defaultValue = ".*",
      description = "Regular expression for names. Default: all.")
  private String pattern = ".*";

  @Option(
      names = "--instance",
      defaultValue = "",
      paramLabel = "NAME",
      description = "Instead of each benchmark's own instance.")
  private String instance = "";

  @Option(
      names = "--size",
      defaultValue = "",
      paramLabel = "SIZE",
      description = "S, M, L or XL, for benchmarks of a region of a size.")
  private String size = "";

  @Option(names = "--list", description = "Says which there are.")
  private boolean list;

  @Option(names = "--out", paramLabel = "DIRECTORY", description = "Where figures are added.")
  private @Nullable Path out;

  @Override
  public Integer call() {
    PrintWriter print = Objects.requireNonNull(spec).commandLine().getOut();
    if (list) {
      MicroBenchmarks.names().forEach(print::println);
      return 0;
    }
    List<Figure> figures = MicroBenchmarks.run(pattern, instance, size);
    if (out != null) {
      new Results(out).add(figures);
    }
    return figures.isEmpty() ? 1 : 0;
  }
}
