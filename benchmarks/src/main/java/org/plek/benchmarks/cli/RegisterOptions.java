package org.plek.benchmarks.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plek.benchmarks.instances.Instances;
import picocli.CommandLine.Option;

/** Where the real registers are. */
final class RegisterOptions {
  @Option(names = "--poland", paramLabel = "FILE", description = "CSV of the Polish register.")
  private @Nullable Path poland;

  @Option(names = "--nebraska", paramLabel = "FILE", description = "CSV of Nebraska's roster.")
  private @Nullable Path nebraska;

  Instances instances() {
    return new Instances(poland, nebraska);
  }

  /** The same options for another process. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    if (poland != null) {
      arguments.addAll(List.of("--poland", poland.toString()));
    }
    if (nebraska != null) {
      arguments.addAll(List.of("--nebraska", nebraska.toString()));
    }
    return arguments;
  }
}
