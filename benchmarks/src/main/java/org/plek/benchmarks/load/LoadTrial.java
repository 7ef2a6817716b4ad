package org.plek.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One trial: a desk under load while it plans. */
public final class LoadTrial {
  private LoadTrial() {}

  /**
   * How a trial goes.
   *
   * @param plek the command that is plek, e.g. {@code java -jar plek.jar}
   * @param problem the network
   * @param folder where its store lies
   * @param perSecond calls a second
   * @param warmUpSeconds seconds of the same load before it counts
   * @param seconds seconds that count
   * @param seed seed of calls and moments
   */
  public record Terms(
      List<String> plek,
      Path problem,
      Path folder,
      double perSecond,
      int warmUpSeconds,
      int seconds,
      long seed) {}

  /**
   * One line of the result; milliseconds.
   *
   * @param name kind of call, {@code all} for all of them
   */
  public record Line(
      String name,
      long calls,
      long faults,
      double p50,
      double p90,
      double p99,
      double p999,
      double max) {
    private static Line of(OpenLoop.Measured measured) {
      return new Line(
          measured.name(),
          measured.calls(),
          measured.faults(),
          millis(measured, 50),
          millis(measured, 90),
          millis(measured, 99),
          millis(measured, 99.9),
          millis(measured, 100));
    }

    private static double millis(OpenLoop.Measured measured, double percentile) {
      return measured.latency().getValueAtPercentile(percentile) / 1000.0;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%-10s %7d %6d %8.2f %8.2f %8.2f %8.2f %8.2f",
          name,
          calls,
          faults,
          p50,
          p90,
          p99,
          p999,
          max);
    }
  }

  /**
   * What came out.
   *
   * @param lines per kind of call, the last for all
   * @param startSeconds until the desk listened, the store filled
   * @param planMoves moves that the planning run made while calls were counted
   * @param residentMegabytes memory of the desk at the end
   * @param lateMillis how late the latest call left
   */
  public record Result(
      List<Line> lines,
      double startSeconds,
      long planMoves,
      long residentMegabytes,
      double lateMillis) {}

  /** Runs a trial. */
  public static Result run(Terms terms) {
    Path store = terms.folder().resolve("plek.db");
    double startSeconds;
    try (ServedDesk first = new ServedDesk(terms.plek(), terms.problem(), store)) {
      startSeconds = first.startSeconds();
      try (Caller caller = new Caller(first.url(), first.key())) {
        List<Mix.Asked> requests = new ArrayList<>();
        String date = "";
        for (JsonNode item : items(caller, "/requests")) {
          JsonNode session = item.path("request").path("sessions").path(0);
          if (session.has("start") && item.path("request").path("sessions").size() == 1) {
            requests.add(
                new Mix.Asked(
                    item.path("request").path("id").asString(), session.path("id").asString()));
            date = session.path("start").asString().substring(0, 10);
          }
        }
        List<String> providers =
            items(caller, "/providers").stream().map(item -> item.path("id").asString()).toList();
        Mix mix = new Mix(caller, requests, providers, date, terms.seed());
        OpenLoop.run(terms.perSecond(), terms.warmUpSeconds(), terms.seed() + 1, mix::next);
        String run =
            "/runs/"
                + caller
                    .json("POST", "/runs", "{\"seconds\":900,\"days\":28}")
                    .path("id")
                    .asString();
        long before = waitForMoves(caller, run);
        OpenLoop.Outcome outcome =
            OpenLoop.run(terms.perSecond(), terms.seconds(), terms.seed() + 2, mix::next);
        JsonNode after = caller.json("GET", run, null);
        if (!after.path("state").asString().equals("SOLVING_ACTIVE")) {
          throw new IllegalStateException("The planning run ended before the load did: " + after);
        }
        long moves = after.path("progress").path("moves").asLong() - before;
        long memory = residentMegabytes(first.pid());
        caller.json("DELETE", run, null);
        List<Line> lines = new ArrayList<>();
        outcome.kinds().forEach(kind -> lines.add(Line.of(kind)));
        lines.add(Line.of(outcome.all()));
        return new Result(lines, startSeconds, moves, memory, outcome.lateMicros() / 1000.0);
      }
    }
  }

  private static List<JsonNode> items(Caller caller, String path) {
    List<JsonNode> items = new ArrayList<>();
    String after = "";
    while (true) {
      JsonNode page = caller.json("GET", path + "?limit=200" + after, null);
      page.path("items").forEach(items::add);
      if (!page.has("next")) {
        return items;
      }
      after = "&after=" + page.path("next").asString();
    }
  }

  /** Waits until the run tells of moves: from then on it is at work. */
  private static long waitForMoves(Caller caller, String run) {
    try (Stream<JsonNode> events = caller.events(run + "/events")) {
      return events
          .mapToLong(event -> event.path("progress").path("moves").asLong(0))
          .filter(moves -> moves > 0)
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("The planning run ended before a move."));
    }
  }

  private static long residentMegabytes(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) / 1024)
          .findFirst()
          .orElse(-1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
