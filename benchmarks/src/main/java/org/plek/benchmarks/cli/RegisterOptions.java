package org.plek.benchmarks.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plek.benchmarks.instances.Instances;
import picocli.CommandLine.Option;

/** Where instances come from that the generator does not make. */
final class RegisterOptions {
  @Option(
      names = "--bounds",
      defaultValue = "benchmarks/bounds",
      paramLabel = "DIRECTORY",
      description = "Bounds and small instances. Default: ${DEFAULT-VALUE}.")
  private Path bounds = Path.of("");

  @Option(names = "--poland", paramLabel = "FILE", description = "CSV of the Polish register.")
  private @Nullable Path poland;

  @Option(names = "--nebraska", paramLabel = "FILE", description = "CSV of Nebraska's roster.")
  private @Nullable Path nebraska;

  Path bounds() {
    return bounds;
  }

  Instances instances() {
    return new Instances(bounds, poland, nebraska);
  }

  /** The same options for another process. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>(List.of("--bounds", bounds.toString()));
    if (poland != null) {
      arguments.addAll(List.of("--poland", poland.toString()));
    }
    if (nebraska != null) {
      arguments.addAll(List.of("--nebraska", nebraska.toString()));
    }
    return arguments;
  }
}
