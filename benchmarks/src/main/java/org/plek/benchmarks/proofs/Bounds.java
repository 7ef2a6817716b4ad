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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.plek.benchmarks.instances.Instance;
import org.plek.domain.Problem;

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
      keep(csv, bound(instance, aim, best, OrTools.name(method), start));
      if (round == rounds || model.tightenRelaxation(answer.values()) == 0) {
        break;
      }
    }
  }

  /**
   * The same for unserved care in an instance that is too large for a solver: each piece that hangs
   * together by its options is bounded by itself ({@link PriceAscent}).
   *
   * @param rounds times that prices move
   * @param threads pieces at a time; each needs some 20 bytes for every entry of its program
   * @param csv table of bounds, written only when the bound is higher than what it holds
   * @throws IllegalStateException when a piece fails, for example for want of memory
   */
  public void boundByPrices(Instance instance, int rounds, int threads, Path csv)
      throws IOException {
    long start = System.nanoTime();
    List<Problem> pieces = Pieces.of(instance);
    say("%s: %d pieces", instance.name(), pieces.size());
    long bound = 0;
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<Long>> running = new ArrayList<>();
      for (Problem piece : pieces) {
        running.add(pool.submit(() -> ofPiece(instance, piece, rounds, start)));
      }
      try {
        for (Future<Long> piece : running) {
          bound += piece.get();
        }
      } finally {
        pool.shutdownNow(); // Once one has failed, nobody waits for those that have not begun.
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("A piece failed: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The bound was interrupted.", e);
    }
    keep(
        csv,
        bound(
            instance,
            PlanModel.Aim.UNSERVED,
            bound,
            "Prices of %d pieces moved %d times".formatted(pieces.size(), rounds),
            start));
  }

  private long ofPiece(Instance whole, Problem problem, int rounds, long start) {
    Instance piece = Instance.of(whole.name(), problem, whole.packs());
    PlanModel model =
        PlanModel.of(
            piece.index(), piece.packs(), piece.travel(), piece.table(), PlanModel.Aim.UNSERVED);
    LinearModel linear = model.linear();
    double[] prices = new PriceAscent(linear, model.choices()).prices(rounds);
    // Prices that moved too seldom can tell less than what is plain.
    long bound = Math.max(0, SafeBound.of(linear, model.choices(), prices));
    say(
        "%s, %d care sessions: %d rows, %d entries, safe bound %d, %.1f s",
        whole.name(),
        piece.table().sessions(),
        linear.rows(),
        linear.firstEntry(linear.rows()),
        bound,
        (System.nanoTime() - start) / 1e9);
    return bound;
  }

  private Bound bound(Instance instance, PlanModel.Aim aim, long bound, String method, long start) {
    return new Bound(
        instance.name(),
        instance.sha256(),
        aim.name(),
        bound,
        method + " and the Lagrangian dual in whole numbers",
        String.format(Locale.ROOT, "%.1f", (System.nanoTime() - start) / 1e9),
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString());
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
