package org.plek.benchmarks.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The desk as a process of its own, on the loopback interface, with a store in a folder. */
final class ServedDesk implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("plek listens on (http://\\S+)");
  private static final Pattern KEY = Pattern.compile("Bearer ([^']+)'");
  private static final Pattern NETWORK = Pattern.compile("/networks/([^/]+)/");

  private final Process process;
  private final double startSeconds;
  private String address = "";
  private String key = "";
  private String network = "";

  /**
   * Starts the desk and waits until it listens.
   *
   * @param plek the command that is plek, e.g. {@code java -jar plek.jar}
   * @param problem demo network
   * @param store file of the store; a new one is filled first
   */
  ServedDesk(List<String> plek, Path problem, Path store) {
    List<String> command = new ArrayList<>(plek);
    command.add("serve");
    command.addAll(List.of("--port", "0", "--calls-per-second", "100000"));
    command.addAll(List.of("--demo", problem.toString(), "--store", store.toString()));
    long started = System.nanoTime();
    try {
      process =
          new ProcessBuilder(command)
              .redirectError(store.resolveSibling("desk.log").toFile())
              .start();
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      boolean told = false;
      while (!told) {
        String line = lines.readLine();
        if (line == null) {
          throw new IllegalStateException(
              "The desk ended before it listened. Maybe see " + store.resolveSibling("desk.log"));
        }
        Matcher listens = ADDRESS.matcher(line);
        if (listens.find()) {
          address = listens.group(1);
        }
        Matcher bearer = KEY.matcher(line);
        if (bearer.find()) {
          key = bearer.group(1);
          Matcher named = NETWORK.matcher(line);
          network = named.find() ? named.group(1) : "";
        }
        told = !address.isEmpty() && !key.isEmpty();
      }
      startSeconds = (System.nanoTime() - started) / 1e9;
    } catch (IOException e) {
      throw new IllegalStateException("Could not start the desk.", e);
    }
  }

  /** Seconds from the start of the process until it listened, filling of a new store included. */
  double startSeconds() {
    return startSeconds;
  }

  /** The network, under {@code /api/v1}. */
  String url() {
    return address + "/api/v1/networks/" + network;
  }

  String key() {
    return key;
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
