package org.plek.benchmarks.cli;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code main} of the jar. */
@Command(
    name = "plek-benchmarks",
    mixinStandardHelpOptions = true,
    description = "Measures plek and its peers on the same instances.",
    footer = {
      "",
      "The whole table, in the order of what it costs:",
      "  java -jar plek-benchmarks.jar table --preset short --out results/today",
      "  java -jar plek-benchmarks.jar scale --out results/today",
      "  java -jar plek-benchmarks.jar micro --out results/today",
      "  java -jar plek-benchmarks.jar summary results/today"
    },
    subcommands = {
      InstancesCommand.class,
      RunCommand.class,
      TableCommand.class,
      ScaleCommand.class,
      MicroCommand.class,
      LoadCommand.class,
      SummaryCommand.class,
      CompareCommand.class,
      OptimaCommand.class,
      BoundsCommand.class,
      SmptspCommand.class
    })
public final class Benchmarks {
  private static final Logger METERS = Logger.getLogger("io.micrometer");

  private Benchmarks() {}

  /** Runs a command and ends the process with its code: 0 fine, 1 failed, 2 wrong use. */
  public static void main(String[] arguments) {
    // Timefold counts several solvers of one process under the same names, and a library says so.
    METERS.setLevel(Level.OFF);
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Benchmarks())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (fault, command, parsed) -> {
              if (fault instanceof IllegalArgumentException) {
                command.getErr().println(fault.getMessage());
                return CommandLine.ExitCode.USAGE;
              }
              if (fault instanceof IllegalStateException) {
                command.getErr().println(fault.getMessage());
                return CommandLine.ExitCode.SOFTWARE;
              }
              throw fault;
            });
  }
}
