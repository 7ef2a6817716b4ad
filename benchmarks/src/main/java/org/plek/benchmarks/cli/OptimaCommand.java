package org.plek.benchmarks.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plek.benchmarks.proofs.Optima;
import org.plek.benchmarks.proofs.OrTools;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code optima}: proven best plans of the small instances. */
@Command(
    name = "optima",
    mixinStandardHelpOptions = true,
    description = "Proves the best plans of the small instances, or compares plek with them.")
final class OptimaCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "NAME", arity = "0..*", description = "Instances. Default: all.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--bounds",
      defaultValue = "benchmarks/bounds",
      paramLabel = "DIRECTORY",
      description = "Bounds and small instances. Default: ${DEFAULT-VALUE}.")
  private Path bounds = Path.of("");

  @Option(names = "--make", description = "Writes the instances that are missing, and stops.")
  private boolean make;

  @Option(names = "--compare", description = "Runs plek against what is proven, proves nothing.")
  private boolean compare;

  @Option(names = "--again", description = "Proves once more what is proven already.")
  private boolean again;

  @Option(
      names = "--method",
      defaultValue = "HIGHS",
      description = "HIGHS or SAT. Default: ${DEFAULT-VALUE}.")
  private OrTools.Method method = OrTools.Method.HIGHS;

  @Option(
      names = "--seconds",
      defaultValue = "10",
      description = "Time of plek for each. Default: ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(names = "--threads", defaultValue = "2", description = "Default: ${DEFAULT-VALUE}.")
  private int threads;

  @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Override
  public Integer call() throws IOException {
    Optima optima =
        new Optima(
            bounds.resolve("small"),
            Objects.requireNonNull(spec).commandLine().getOut(),
            InstantSource.system());
    if (make) {
      optima.makeInstances();
    } else if (compare) {
      optima.compare(names, Duration.ofSeconds(seconds), seed, threads);
    } else {
      optima.prove(names, method, again);
    }
    return 0;
  }
}
