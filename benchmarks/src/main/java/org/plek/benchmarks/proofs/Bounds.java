package org.plek.benchmarks.proofs;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plek.benchmarks.instances.Instance;

/** Lower bounds of instances too large for a proof: from the linear relaxation, made safe. */
public final class Bounds {
  private final PrintWriter out;
  private final InstantSource clock;

  /**
   * @param out where to say what happens
   * @param clock dates the bounds
   */
  public Bounds(PrintWriter out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
  }

  /**
   * Works out a bound and keeps it in a table, unless one as high is there for the same instance.
   *
   * @param seconds most time for each relaxation
   * @param rounds relaxations at most: each is solved, then tightened
   */
  public void bound(
      Instance instance,
      PlanModel.Aim aim,
      OrTools.Method method,
      double seconds,
      int rounds,
      Path csv)
      throws IOException {
    long start = System.nanoTime();
    PlanModel model =
        PlanModel.of(instance.index(), instance.packs(), instance.travel(), instance.table(), aim);
    LinearModel linear = model.linear();
    say(
        "%s %s: %d variables, %d rows, %d entries, %.1f s",
        instance.name(),
        aim,
        linear.variables(),
        linear.rows(),
        linear.firstEntry(linear.rows()),
        (System.nanoTime() - start) / 1e9);
    long best = Long.MIN_VALUE;
    for (int round = 1; round <= rounds; round++) {
      OrTools.Answer answer = OrTools.solve(linear, method, seconds, new double[0]);
      if (!answer.found()) {
        say("%s %s: no dual values within %.0f s", instance.name(), aim, seconds);
        break;
      }
      long safe = SafeBound.of(linear, model.choices(), answer.duals());
      best = Math.max(best, safe);
      double passed = (System.nanoTime() - start) / 1e9;
      say(
          "%s %s: %s says %.1f, safe bound %d, %.1f s",
          instance.name(), aim, method, answer.cost(), safe, passed);
      keep(
          csv,
          new Bound(
              instance.name(),
              instance.sha256(),
              aim.name(),
              best,
              OrTools.name(method) + " and the Lagrangian dual in whole numbers",
              String.format(Locale.ROOT, "%.1f", passed),
              LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString()));
      if (round == rounds || model.tightenRelaxation(answer.values()) == 0) {
        break;
      }
    }
  }

  private static void keep(Path csv, Bound bound) throws IOException {
    List<Bound> all = Files.exists(csv) ? Bound.read(csv) : new ArrayList<>();
    boolean known =
        all.stream()
            .anyMatch(
                each ->
                    each.same(bound)
                        && each.sha256().equals(bound.sha256())
                        && each.bound() >= bound.bound());
    if (!known) {
      all.removeIf(each -> each.same(bound));
      all.add(bound);
      Bound.write(csv, all);
    }
  }

  private void say(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }
}
