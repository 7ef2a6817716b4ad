package org.plek.benchmarks.smptsp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.plek.benchmarks.instances.Instance;
import org.plek.domain.Placement;
import org.plek.rules.RulePacks;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.plain.CheckReport;
import org.plek.scoring.plain.Checker;
import org.plek.search.PlanEngine;
import org.plek.search.PlanResult;
import org.plek.search.SolveLimits;

/** Runs plek on instances of fixed visits with the fewest carers. */
public final class Yardstick {
  private Yardstick() {}

  /**
   * How plek did on one instance, by the plain scorer.
   *
   * @param instance name of the instance
   * @param visits visits asked
   * @param carers home carers there
   * @param missed visits not made
   * @param used home carers used
   * @param bound most visits at one moment: no plan uses fewer carers
   * @param broken rules broken
   * @param seconds until the search ended: at its limit, or when the bound was reached
   * @param moves moves evaluated
   */
  public record Line(
      String instance,
      int visits,
      int carers,
      int missed,
      int used,
      int bound,
      int broken,
      double seconds,
      long moves) {
    /** Carers over the bound in percent of it. */
    public double gapPercent() {
      return 100.0 * (used - bound) / bound;
    }
  }

  /** The instances of a folder, fewest visits first. */
  public static List<Path> instances(Path folder) throws IOException {
    record Sized(Path file, int visits) {}
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found = files.filter(file -> file.toString().endsWith(".dat")).toList();
      List<Sized> sized = new java.util.ArrayList<>();
      for (Path file : found) {
        sized.add(new Sized(file, Tasks.read(file).count()));
      }
      return sized.stream()
          .sorted(
              java.util.Comparator.comparingInt(Sized::visits)
                  .thenComparing(each -> each.file().toString()))
          .map(Sized::file)
          .toList();
    }
  }

  /**
   * Plans the visits of an instance.
   *
   * @param time most time from when the options are made; ends early at the bound
   */
  public static Line run(Path file, Duration time, long seed, int threads) throws IOException {
    Tasks tasks = Tasks.read(file);
    RulePacks packs = RulePacks.bundled();
    Instance instance = Instance.of(tasks.name(), Visits.of(tasks), packs);
    int bound = tasks.bound();
    long best = (long) bound * Visits.CARER_WEIGHT;
    long start = System.nanoTime();
    PlanResult result =
        new PlanEngine(instance.index(), packs, instance.travel(), instance.table())
            .solve(
                new SolveLimits(time, 0, seed, threads), progress -> progress.objective() > best);
    double seconds = (System.nanoTime() - start) / 1e9;
    List<Placement> plan = result.placements();
    CheckReport report = Checker.check(instance.index(), packs, instance.travel(), plan);
    return new Line(
        tasks.name(),
        tasks.count(),
        tasks.workers(),
        tasks.count() - plan.size(),
        (int) report.score().amount(ConstraintName.CARERS_USED),
        bound,
        report.caused().size(),
        seconds,
        result.moves());
  }
}
