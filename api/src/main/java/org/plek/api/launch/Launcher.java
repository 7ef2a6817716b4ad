package org.plek.api.launch;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Main class of the jar: runs the command line here when this Java is new enough, else starts the
 * newest Java found on the machine with the same arguments, input and output, and ends with its
 * exit code.
 *
 * <p>Environment: {@code PLEK_JAVA} names a Java home or executable that goes before all others;
 * {@code PLEK_JAVA_OPTS} holds further options of the virtual machine, separated by spaces.
 */
public final class Launcher {
  /** The oldest Java that runs plek. */
  static final int LEAST_VERSION = 21;

  private static final String COMMAND_LINE = "org.plek.api.cli.Plek";
  private static final String RELAUNCHED = "plek.relaunched";
  private static final int WRONG_USE = 2;
  private static final int INTERRUPTED = 130;

  private Launcher() {}

  /** Runs plek; see {@code --help}. */
  public static void main(String[] arguments) throws Exception {
    boolean relaunched = System.getProperty(RELAUNCHED) != null;
    String named = relaunched ? "" : environment("PLEK_JAVA");
    String options = relaunched ? "" : environment("PLEK_JAVA_OPTS");
    int version = JavaHomes.major(System.getProperty("java.specification.version"));
    if (version >= LEAST_VERSION && named.isEmpty() && options.isEmpty()) {
      runHere(arguments);
      return;
    }
    String java = null;
    if (!named.isEmpty()) {
      java = JavaHomes.named(named);
    } else if (version >= LEAST_VERSION) {
      java = JavaHomes.named(System.getProperty("java.home"));
    } else if (!relaunched) {
      java = JavaHomes.find(LEAST_VERSION);
    }
    if (java == null) {
      System.err.println(
          named.isEmpty()
              ? "plek needs Java "
                  + LEAST_VERSION
                  + " or newer, this is "
                  + System.getProperty("java.version")
                  + " and no newer one was found. Maybe install one from https://adoptium.net, or"
                  + " set PLEK_JAVA to its folder."
              : "PLEK_JAVA names "
                  + named
                  + ", where no Java can be started. Maybe give the folder that holds bin/java.");
      System.exit(WRONG_USE);
      return;
    }
    System.exit(runElsewhere(java, options, arguments));
  }

  private static String environment(String name) {
    String value = System.getenv(name);
    return value == null ? "" : value.trim();
  }

  private static void runHere(String[] arguments) throws Exception {
    try {
      Class.forName(COMMAND_LINE)
          .getMethod("main", String[].class)
          .invoke(null, (Object) arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error) {
        throw (Error) e.getCause();
      }
      if (e.getCause() instanceof Exception) {
        throw (Exception) e.getCause();
      }
      throw e;
    }
  }

  private static int runElsewhere(String java, String options, String[] arguments)
      throws IOException, InterruptedException, URISyntaxException {
    List<String> command = new ArrayList<>();
    command.add(java);
    command.addAll(
        Arrays.asList(
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UseSerialGC",
            "-XX:+UseTransparentHugePages",
            "--enable-native-access=ALL-UNNAMED"));
    command.addAll(ownOptions());
    if (!options.isEmpty()) {
      command.addAll(Arrays.asList(options.split("\\s+")));
    }
    command.add("-D" + RELAUNCHED + "=true");
    command.add("-cp");
    command.add(classPath());
    command.add(Launcher.class.getName());
    Collections.addAll(command, arguments);
    Process process = new ProcessBuilder(command).inheritIO().start();
    Thread passOn = new Thread(() -> stop(process), "pass the signal on");
    Runtime.getRuntime().addShutdownHook(passOn);
    int code = process.waitFor();
    try {
      Runtime.getRuntime().removeShutdownHook(passOn);
    } catch (IllegalStateException e) {
      // A signal came: the hook ends this process with the code of the other.
      Thread.currentThread().join();
    }
    return code;
  }

  /** Lets the other Java end in its own way (it writes its best plan) and ends with its code. */
  private static void stop(Process process) {
    process.destroy();
    try {
      Runtime.getRuntime().halt(process.waitFor());
    } catch (InterruptedException e) {
      Runtime.getRuntime().halt(INTERRUPTED);
    }
  }

  /** Options given to this Java, for the other one; a debugger's port cannot be shared. */
  private static List<String> ownOptions() {
    List<String> kept = new ArrayList<>();
    for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (!option.startsWith("-agent") && !option.startsWith("-javaagent")) {
        kept.add(option);
      }
    }
    return kept;
  }

  private static String classPath() throws URISyntaxException {
    return new File(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        .getPath();
  }
}
