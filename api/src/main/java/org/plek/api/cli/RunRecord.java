package org.plek.api.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a run took and on what: all that the plan itself must not hold, so that the same input gives
 * the same plan.
 */
final class RunRecord {
  private final Instant startedAt = Instant.now();
  private final long startedNanos = System.nanoTime();
  private long lapNanos = startedNanos;
  private final Map<String, Object> seconds = new LinkedHashMap<>();
  private final Map<String, Object> facts = new LinkedHashMap<>();

  /** Seconds since the start of the run. */
  double elapsedSeconds() {
    return (System.nanoTime() - startedNanos) / 1e9;
  }

  /** Ends a part of the run. */
  void lap(String part) {
    long now = System.nanoTime();
    seconds.put(part, rounded((now - lapNanos) / 1e9));
    lapNanos = now;
  }

  /** A part measured elsewhere; the next lap starts now. */
  void part(String part, double partSeconds) {
    seconds.put(part, partSeconds);
    lapNanos = System.nanoTime();
  }

  void fact(String name, Object value) {
    facts.put(name, value);
  }

  /** The record as a tree for JSON. */
  Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("format", "plek-run/1");
    document.put("startedAt", startedAt.truncatedTo(ChronoUnit.SECONDS).toString());
    document.put("durationSeconds", rounded(elapsedSeconds()));
    document.put("seconds", seconds);
    document.putAll(facts);
    document.put("peakHeapMegabytes", peakHeapBytes() >> 20);
    long resident = peakResidentKilobytes();
    if (resident > 0) {
      document.put("peakResidentMegabytes", resident >> 10);
    }
    document.put("machine", machine());
    return document;
  }

  /** The few facts that a page for people shows. */
  Map<String, String> forPeople() {
    Map<String, String> few = new LinkedHashMap<>();
    few.put("Started", startedAt.truncatedTo(ChronoUnit.SECONDS).toString());
    few.put("Duration", String.format(Locale.ROOT, "%.1f s", elapsedSeconds()));
    if (facts.get("moves") instanceof Number moves) {
      few.put("Moves evaluated", String.format(Locale.ROOT, "%,d", moves.longValue()));
    }
    few.put("Peak heap", (peakHeapBytes() >> 20) + " MB");
    return few;
  }

  private static Map<String, Object> machine() {
    Map<String, Object> machine = new LinkedHashMap<>();
    machine.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    machine.put("architecture", System.getProperty("os.arch"));
    machine.put("processor", processor());
    machine.put("processors", Runtime.getRuntime().availableProcessors());
    machine.put("maxHeapMegabytes", Runtime.getRuntime().maxMemory() >> 20);
    machine.put(
        "java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
    return machine;
  }

  private static long peakHeapBytes() {
    long bytes = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP && pool.getPeakUsage() != null) {
        bytes += pool.getPeakUsage().getUsed();
      }
    }
    return bytes;
  }

  private static long peakResidentKilobytes() {
    String text = lineOf("/proc/self/status", "VmHWM:").replaceAll("[^0-9]", "");
    return text.isEmpty() ? 0 : Long.parseLong(text);
  }

  private static String processor() {
    String line = lineOf("/proc/cpuinfo", "model name");
    return line.isEmpty() ? "unknown" : line.substring(line.indexOf(':') + 1).strip();
  }

  /** The first line of a system file that starts so; empty where the system has no such file. */
  private static String lineOf(String file, String start) {
    Path path = Path.of(file);
    if (!Files.isReadable(path)) {
      return "";
    }
    try (var lines = Files.lines(path)) {
      return lines.filter(line -> line.startsWith(start)).findFirst().orElse("");
    } catch (IOException e) {
      return "";
    }
  }

  private static double rounded(double seconds) {
    return Math.round(seconds * 1000) / 1000.0;
  }
}
