package org.plek.benchmarks.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plek.benchmarks.results.Bounds;
import org.plek.benchmarks.results.Results;
import org.plek.benchmarks.results.Row;
import org.plek.benchmarks.results.Summary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code summary}: results against what they must show. */
@Command(
    name = "summary",
    mixinStandardHelpOptions = true,
    description = "Prints every row, then each measure with its limit and whether it holds.")
final class SummaryCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private RegisterOptions registers = new RegisterOptions();

  @Parameters(paramLabel = "DIRECTORY", description = "Results.")
  private Path directory = Path.of("");

  @Override
  public Integer call() {
    PrintWriter print = Objects.requireNonNull(spec).commandLine().getOut();
    Results results = new Results(directory);
    Bounds bounds = new Bounds(registers.bounds());
    print.println(
        "| instance | solver | s | unserved | bound | objective | bound | moves/s | plan |");
    print.println("|---|---|---|---|---|---|---|---|---|");
    for (Row row : results.rows()) {
      print.printf(
          "| %s | %s | %d | %,d | %,.0f | %,d | %s | %,.0f | %s |%n",
          row.instance(),
          row.solver(),
          row.seconds(),
          row.unserved(),
          bounds.unserved(row),
          row.objective(),
          bounds.objective(row).isPresent()
              ? "%,.0f".formatted(bounds.objective(row).getAsDouble())
              : "",
          row.moves() / row.elapsed(),
          row.legal() && row.equal() ? "legal" : "NOT LEGAL OR NOT AS CLAIMED");
    }
    print.println();
    Summary.of(results.rows(), results.figures(), bounds).forEach(print::println);
    return 0;
  }
}
