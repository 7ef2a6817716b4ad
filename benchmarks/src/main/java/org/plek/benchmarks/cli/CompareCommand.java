package org.plek.benchmarks.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plek.benchmarks.results.Bounds;
import org.plek.benchmarks.results.Comparison;
import org.plek.benchmarks.results.Results;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code compare}: changes between two runs, with their spread. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = "Compares the same plans and figures of two runs.")
final class CompareCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private RegisterOptions registers = new RegisterOptions();

  @Parameters(index = "0", paramLabel = "FIRST", description = "Results before.")
  private Path first = Path.of("");

  @Parameters(index = "1", paramLabel = "SECOND", description = "Results after.")
  private Path second = Path.of("");

  @Override
  public Integer call() {
    PrintWriter print = Objects.requireNonNull(spec).commandLine().getOut();
    Results before = new Results(first);
    Results after = new Results(second);
    Comparison.of(
            before.rows(),
            after.rows(),
            before.figures(),
            after.figures(),
            new Bounds(registers.bounds()))
        .forEach(print::println);
    return 0;
  }
}
