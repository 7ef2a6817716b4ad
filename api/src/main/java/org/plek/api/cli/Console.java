package org.plek.api.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command talks through.
 *
 * @param in standard input
 * @param out data
 * @param err messages and progress
 * @param environment environment variables
 * @param terminal whether {@code err} is a terminal, so that a progress bar can be drawn
 */
record Console(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    boolean terminal) {

  /** The console of this process. */
  static Console ofProcess() {
    return new Console(
        System.in, utf8(System.out), utf8(System.err), System.getenv(), errorIsTerminal());
  }

  private static PrintStream utf8(PrintStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }

  /** Whether colours are wanted: on a terminal, unless {@code NO_COLOR} or a dumb terminal. */
  boolean coloured() {
    return terminal
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  /**
   * Java knows only whether input and output together are a terminal; where the system shows the
   * files of a process, standard error alone decides.
   */
  private static boolean errorIsTerminal() {
    Path error = Path.of("/proc/self/fd/2");
    if (Files.isSymbolicLink(error)) {
      try {
        String target = Files.readSymbolicLink(error).toString();
        return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
      } catch (IOException e) {
        return false;
      }
    }
    return picocli.CommandLine.Help.Ansi.AUTO.enabled();
  }
}
