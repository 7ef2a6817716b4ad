package org.plek.api.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.plek.api.planning.TimeIsUp;
import org.plek.datasets.importers.UnreadableRegister;
import org.plek.format.InvalidDocument;
import org.plek.rules.InvalidRulePack;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code plek} with its verbs. */
@Command(
    name = "plek",
    mixinStandardHelpOptions = true,
    versionProvider = Plek.Version.class,
    scope = ScopeType.INHERIT,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description =
        "Assigns urgent and flexible childcare requests to daycares, childminders and home"
            + " carers, never breaking a ratio, capacity, opening hour or agreement, and says why.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "  0:fine",
      "  1:fault of the program (--debug shows where)",
      "  2:wrong use of the command line",
      "  3:input invalid; nothing was written",
      "  4:some care sessions unplaced (only with --fail-on-unplaced)",
      "  5:a rule is broken (check)",
      "  6:no plan within the limit",
      "130:interrupted; the best plan so far was written",
    })
public final class Plek implements Runnable {
  private final Console console;

  @Spec private CommandSpec spec;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show where a fault of the program happened.")
  private boolean debug;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  private Plek(Console console) {
    this.console = console;
  }

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    int code = run(Console.ofProcess(), arguments);
    System.out.flush();
    if (Interruption.happened()) {
      // The process is ending already; exit() would wait for itself.
      Runtime.getRuntime().halt(code);
    }
    System.exit(code);
  }

  /** Runs one command. */
  static int run(Console console, String... arguments) {
    Plek plek = new Plek(console);
    CommandLine line = new CommandLine(plek);
    line.addSubcommand(new SolveCommand(console));
    line.addSubcommand(new CheckCommand(console));
    line.addSubcommand(new ExplainCommand(console));
    line.addSubcommand(new StaffingCommand(console));
    line.addSubcommand(new RecommendCommand(console));
    line.addSubcommand(new BillCommand(console));
    line.addSubcommand(new ThroughflowCommand(console));
    line.addSubcommand(new ImportCommand(console));
    line.addSubcommand(new GenerateCommand(console));
    line.addSubcommand(new ServeCommand(console));
    line.addSubcommand(new BackupCommand(console));
    line.addSubcommand(new RestoreCommand(console));
    line.addSubcommand(new HelpCommand());
    line.addSubcommand(new AutoComplete.GenerateCompletion());
    line.getCommandSpec()
        .usageMessage()
        .footerHeading("%nExamples:%n")
        .footer(
            "  plek generate --town Mechelen --sessions 500 -o problem.json",
            "  plek solve problem.json --time 60s -o plan.json --summary plan.html",
            "  plek check problem.json plan.json",
            "  plek explain problem.json plan.json",
            "  plek recommend problem.json --plan plan.json --request q000012",
            "Each verb has a --help of its own.");
    line.setOut(writer(console.out()));
    line.setErr(writer(console.err()));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(console.coloured() ? Ansi.ON : Ansi.OFF));
    line.setParameterExceptionHandler((e, given) -> plek.wrongUse(e));
    line.setExecutionExceptionHandler((e, failed, result) -> plek.failed(e));
    try {
      return line.execute(arguments);
    } catch (OutOfMemoryError | StackOverflowError | AssertionError | LinkageError e) {
      return plek.failed(e);
    }
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "What shall plek do?");
  }

  private int wrongUse(ParameterException e) {
    String name = e.getCommandLine().getCommandSpec().qualifiedName();
    say(e.getMessage() + " Maybe see '" + name + " --help'.");
    return ExitCode.WRONG_USE;
  }

  private int failed(Throwable e) {
    if (e instanceof Stop stop) {
      say(stop.message());
      return stop.exitCode();
    }
    if (e instanceof InvalidDocument
        || e instanceof InvalidRulePack
        || e instanceof UnreadableRegister) {
      say(String.valueOf(e.getMessage()));
      return ExitCode.INPUT_INVALID;
    }
    if (e instanceof TimeIsUp) {
      say(String.valueOf(e.getMessage()));
      return ExitCode.NO_PLAN;
    }
    if (e instanceof IOException || e instanceof UncheckedIOException) {
      say("reading or writing failed: " + e.getMessage());
      return ExitCode.PROGRAM_FAULT;
    }
    if (e instanceof OutOfMemoryError) {
      long mebibytes = Runtime.getRuntime().maxMemory() >> 20;
      say(
          "out of memory with "
              + mebibytes
              + " MB. Maybe give more: PLEK_JAVA_OPTS=-Xmx"
              + (2 * mebibytes)
              + "m.");
      return ExitCode.PROGRAM_FAULT;
    }
    say(
        "fault of the program: "
            + e
            + (debug ? "" : ". Maybe report it, with what --debug shows."));
    if (debug) {
      e.printStackTrace(console.err());
    }
    return ExitCode.PROGRAM_FAULT;
  }

  private void say(String message) {
    console.err().println("plek: " + message);
  }

  /** Version of the jar, and of the Java that runs it. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"plek " + plek() + " (Java " + System.getProperty("java.version") + ")"};
    }

    static String plek() {
      String version = Plek.class.getPackage().getImplementationVersion();
      return version == null ? "development" : version;
    }
  }
}
