package org.plek.benchmarks.cli;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.plek.benchmarks.instances.Instance;
import org.plek.benchmarks.results.Circumstances;
import org.plek.benchmarks.results.Figure;
import org.plek.benchmarks.results.Results;
import org.plek.options.OptionBuilder;
import org.plek.options.OptionTable;
import org.plek.search.PlanEngine;
import org.plek.search.PlanResult;
import org.plek.search.ProgressListener;
import org.plek.search.SolveLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code scale}: how time and memory grow with the instance. */
@Command(
    name = "scale",
    mixinStandardHelpOptions = true,
    description = {
      "Measures on each instance, in a Java machine of its own: options, first plan, moves per",
      "second on one and two threads, memory."
    })
final class ScaleCommand implements Callable<Integer> {
  // All memory is touched before, or what the machine takes to hand it out would be measured. The
  // last option: what is dead is never kept, or it would count as used.
  private static final String JVM =
      "-XX:+UseSerialGC -XX:+UseTransparentHugePages -XX:+AlwaysPreTouch"
          + " -XX:MarkSweepAlwaysCompactCount=1";
  private static final int MOST_SECONDS = 1_800;
  private static final int LEAST_FIRST_PLANS = 3;
  private static final double WARM_SECONDS = 6;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private RegisterOptions registers = new RegisterOptions();

  @Option(
      names = "--instance",
      split = ",",
      defaultValue = "S-1,M-1,L-1,XL-1",
      paramLabel = "NAME",
      description = "Default: ${DEFAULT-VALUE}.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--seconds",
      defaultValue = "15",
      paramLabel = "N",
      description = "Time of search for moves per second. Default: ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(
      names = "--memory",
      defaultValue = "8g",
      paramLabel = "SIZE",
      description = "Heap of each, touched before. Default: ${DEFAULT-VALUE}.")
  private String memory = "8g";

  @Option(
      names = "--brute-force",
      split = ",",
      defaultValue = "XL-1",
      paramLabel = "NAME",
      description = "Where options are made without the index, too. Default: ${DEFAULT-VALUE}.")
  private List<String> bruteForce = new ArrayList<>();

  @Option(names = "--here", description = "In this process.")
  private boolean here;

  @Option(names = "--out", required = true, paramLabel = "DIRECTORY")
  private Path out = Path.of("");

  private final List<Figure> figures = new ArrayList<>();

  @Override
  public Integer call() {
    Results results = new Results(out);
    for (String name : names) {
      if (results.figures().stream()
          .anyMatch(f -> f.name().equals("bytes-per-option") && f.instance().equals(name))) {
        continue;
      }
      if (here) {
        measure(name);
        results.add(figures);
        figures.clear();
        continue;
      }
      List<String> arguments = new ArrayList<>(List.of("scale", "--here"));
      arguments.addAll(List.of("--instance", name, "--out", out.toString()));
      arguments.addAll(List.of("--seconds", String.valueOf(seconds)));
      arguments.addAll(List.of("--brute-force", String.join(",", bruteForce)));
      arguments.addAll(registers.arguments());
      String jvm = "-Xms%s -Xmx%s %s".formatted(memory, memory, JVM);
      if (Child.run(jvm, MOST_SECONDS, arguments) != 0) {
        return 1;
      }
    }
    return 0;
  }

  private void measure(String name) {
    Instance made = registers.instances().make(name);
    add(name, "groups", made.index().groups().size(), "");
    add(name, "sessions", made.table().sessions(), "");
    add(name, "options-per-session", made.table().options() / (double) made.table().sessions(), "");
    long start = System.nanoTime();
    OptionTable table = OptionBuilder.build(made.index(), made.packs(), made.travel());
    add(name, "options", seconds(start), "s");
    if (table.options() != made.table().options()) {
      throw new IllegalStateException("Making options again gave another number of them.");
    }
    if (bruteForce.contains(name)) {
      start = System.nanoTime();
      OptionTable slow = OptionBuilder.buildBruteForce(made.index(), made.packs(), made.travel());
      add(name, "options-brute-force", seconds(start), "s");
      if (slow.options() != table.options()) {
        throw new IllegalStateException("The index and brute force differ.");
      }
    }
    double first = firstPlan(name, made);
    engine(made, made.table())
        .solve(
            new SolveLimits(Duration.ofMillis((long) (1000 * (seconds / 3 + first))), 0, 2, 2),
            ProgressListener.NONE);
    double one = speed(name, made, first, 1);
    add(name, "speed-up-of-two-threads", speed(name, made, first, 2) / one, "times");
    memory(name, made);
    Reference.reachabilityFence(table);
  }

  private double firstPlan(String name, Instance made) {
    double best = Double.MAX_VALUE;
    long begin = System.nanoTime();
    // Small ones many times, until the compiler of the Java machine has done its work.
    for (int i = 0; i < LEAST_FIRST_PLANS || seconds(begin) < WARM_SECONDS; i++) {
      long start = System.nanoTime();
      engine(made, made.table()).solve(new SolveLimits(null, 0, 1, 1), ProgressListener.NONE);
      best = Math.min(best, seconds(start));
    }
    add(name, "first-plan", best, "s");
    return best;
  }

  /** Moves per second from the first plan on, which gets its time on top. */
  private double speed(String name, Instance made, double firstPlanSeconds, int threads) {
    AtomicLong firstPlan = new AtomicLong();
    Duration limit = Duration.ofMillis((long) (1000 * (seconds + 1.5 * firstPlanSeconds)));
    long start = System.nanoTime();
    PlanResult result =
        engine(made, made.table())
            .solve(
                new SolveLimits(limit, 0, 1, threads),
                progress -> {
                  firstPlan.compareAndSet(0, System.nanoTime() - start);
                  return true;
                });
    // The first report comes within a fifth of a second after the first plan.
    double improving = seconds(start) - firstPlan.get() / 1e9;
    double speed = result.moves() / improving;
    add(name, "moves-per-second-" + threads, speed, "1/s");
    return speed;
  }

  /** Live bytes of options and everything the search holds, in the middle of a search. */
  private void memory(String name, Instance made) {
    long[] during = {0};
    engine(made, made.table())
        .solve(
            new SolveLimits(Duration.ofSeconds(Math.max(5, seconds)), 0, 1, 1),
            progress -> {
              during[0] = used();
              return false;
            });
    long before = used();
    long search = during[0] - before;
    OptionTable second = OptionBuilder.build(made.index(), made.packs(), made.travel());
    long options = used() - before;
    // What was there before must still be there, or its end would count as a saving.
    Reference.reachabilityFence(made);
    Reference.reachabilityFence(second);
    add(name, "bytes-of-options", options / (double) second.options(), "B per option");
    add(name, "bytes-per-option", (options + search) / (double) second.options(), "B");
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static PlanEngine engine(Instance made, OptionTable table) {
    return new PlanEngine(made.index(), made.packs(), made.travel(), table);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private void add(String instance, String name, double value, String unit) {
    figures.add(new Figure(name, instance, value, 0, unit, Circumstances.here()));
    PrintWriter print = Objects.requireNonNull(spec).commandLine().getOut();
    print.printf("%s %s %,.4g %s%n", instance, name, value, unit);
    print.flush();
  }
}
