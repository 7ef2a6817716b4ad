package org.plek.benchmarks.results;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Where and with what something was measured.
 *
 * @param machine processor, number of processors, memory
 * @param jdk version and vendor
 * @param commit commit of the working tree, with {@code +} when it was changed
 */
public record Circumstances(String machine, String jdk, String commit) {
  /** Those of this process. */
  public static Circumstances here() {
    Runtime runtime = Runtime.getRuntime();
    String jdk =
        System.getProperty("java.vm.name", "")
            + " "
            + System.getProperty("java.runtime.version", "");
    return new Circumstances(
        "%s, %d processors".formatted(processor(), runtime.availableProcessors()), jdk, head());
  }

  private static String processor() {
    Path info = Path.of("/proc/cpuinfo");
    try {
      if (Files.isReadable(info)) {
        return Files.readAllLines(info).stream()
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse(System.getProperty("os.arch", "unknown"));
      }
    } catch (IOException e) {
      return System.getProperty("os.arch", "unknown");
    }
    return System.getProperty("os.arch", "unknown");
  }

  private static String head() {
    String hash = git("rev-parse", "--short=10", "HEAD");
    return hash.isEmpty() ? "unknown" : hash + (git("status", "--porcelain").isEmpty() ? "" : "+");
  }

  private static String git(String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = "git";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    try {
      Process git =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return git.waitFor(10, TimeUnit.SECONDS) && git.exitValue() == 0 ? text : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
