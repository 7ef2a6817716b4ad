package org.plek.benchmarks.proofs;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Placement;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Travel;
import org.plek.format.ProblemJson;
import org.plek.options.OptionBuilder;
import org.plek.options.OptionTable;
import org.plek.rules.RulePacks;
import org.plek.scoring.fast.FastState;
import org.plek.scoring.fast.Tally;
import org.plek.search.PlanEngine;
import org.plek.search.PlanResult;
import org.plek.search.SolveLimits;

/** The proven best plans of the small instances: makes, proves, and compares plek with them. */
public final class Optima {
  /** The table of the instances in their folder. */
  public static final String TABLE = "optima.csv";

  private static final double SECONDS_PER_ROUND = 600;

  private final Path folder;
  private final PrintWriter out;
  private final InstantSource clock;
  private final RulePacks packs = RulePacks.bundled();

  /**
   * @param folder where the instances and their table are
   * @param out where to say what happens
   * @param clock dates the proofs
   */
  public Optima(Path folder, PrintWriter out, InstantSource clock) {
    this.folder = folder;
    this.out = out;
    this.clock = clock;
  }

  /** Writes the instances that are not there yet, and their hashes, before anything is solved. */
  public void makeInstances() throws IOException {
    Files.createDirectories(folder);
    List<Optimum> table = table();
    for (String name : SmallInstances.names()) {
      if (table.stream().anyMatch(row -> row.instance().equals(name))) {
        continue;
      }
      SmallInstances.write(folder, name, SmallInstances.make(name, packs));
      Loaded loaded = load(name);
      String hash = ProblemJson.hash(loaded.index.problem());
      table.add(
          new Optimum(
              name, hash, loaded.table.sessions(), loaded.table.options(), "", "", "", "", "", ""));
      say(
          "%s %s %d sessions, %d options",
          name, hash, loaded.table.sessions(), loaded.table.options());
    }
    Optimum.write(folder.resolve(TABLE), table);
  }

  /**
   * Proves the best plans.
   *
   * @param names instances, all when empty
   * @param again also those that are proven already
   */
  public void prove(List<String> names, OrTools.Method method, boolean again) throws IOException {
    List<Optimum> table = table();
    for (int i = 0; i < table.size(); i++) {
      Optimum row = table.get(i);
      if ((!names.isEmpty() && !names.contains(row.instance())) || (row.proven() && !again)) {
        continue;
      }
      Optimum proven = prove(row, method);
      if (row.proven() && !proven.value().equals(row.value())) {
        say("%s was %s before", row.instance(), row.value());
      }
      table.set(i, proven);
      Optimum.write(folder.resolve(TABLE), table);
    }
  }

  private Optimum prove(Optimum row, OrTools.Method method) throws IOException {
    Loaded loaded = load(row.instance());
    String hash = ProblemJson.hash(loaded.index.problem());
    if (!hash.equals(row.sha256())) {
      throw new IllegalStateException(
          "%s has hash %s, but %s was written down. Maybe the file was replaced."
              .formatted(row.instance(), hash, row.sha256()));
    }
    long start = System.nanoTime();
    Proof proof = new Proof(loaded.index, packs, loaded.travel, loaded.table);
    Proof.Result result = proof.prove(method, SECONDS_PER_ROUND, () -> false);
    double seconds = (System.nanoTime() - start) / 1e9;
    String closure = result.proven() ? (legalUnderClosure(loaded, result) ? "yes" : "no") : "";
    say(
        "%s %s %s bound %d, %d rounds, %.1f s, legal under the closure: %s",
        row.instance(),
        result.proven() ? "proven " + result.value() : "not proven",
        method,
        result.bound(),
        result.rounds(),
        seconds,
        closure);
    return new Optimum(
        row.instance(),
        hash,
        loaded.table.sessions(),
        loaded.table.options(),
        String.valueOf(result.bound()),
        result.proven() ? String.valueOf(result.value()) : "",
        closure,
        OrTools.name(method),
        String.format(Locale.ROOT, "%.1f", seconds),
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString());
  }

  /** Whether the search could stand in this plan: each session could leave it and come back. */
  private boolean legalUnderClosure(Loaded loaded, Proof.Result result) {
    FastState state = new FastState(loaded.index, packs, loaded.travel, loaded.table);
    Tally tally = state.startTally();
    for (Placement placement : result.placements()) {
      int session = loaded.index.session(placement.sessionId());
      if (state.option(session) < 0) {
        state.place(session, loaded.table.indexOf(session, placement.legs()), tally);
      }
    }
    boolean legal = true;
    for (int s = 0; s < loaded.table.sessions(); s++) {
      int option = state.option(s);
      if (option >= 0 && !state.agreed(s)) {
        state.remove(s, tally);
        legal &= state.free(s, option);
        state.place(s, option, tally);
      }
    }
    return legal;
  }

  /** Runs plek on every instance and says how far it stays from the best plan. */
  public void compare(List<String> names, Duration time, long seed, int threads)
      throws IOException {
    int reached = 0;
    int compared = 0;
    for (Optimum row : table()) {
      if ((!names.isEmpty() && !names.contains(row.instance())) || !row.proven()) {
        continue;
      }
      Loaded loaded = load(row.instance());
      long best = Long.parseLong(row.value());
      long start = System.nanoTime();
      double[] last = {0};
      PlanResult found =
          new PlanEngine(loaded.index, packs, loaded.travel, loaded.table)
              .solve(
                  new SolveLimits(time, 0, seed, threads),
                  progress -> {
                    last[0] = (System.nanoTime() - start) / 1e9;
                    return progress.objective() > best;
                  });
      compared++;
      reached += found.objective() == best ? 1 : 0;
      say(
          "%s best %d, greedy +%d, plek +%d after %.1f s",
          row.instance(), best, found.greedyObjective() - best, found.objective() - best, last[0]);
    }
    say("%d of %d reached", reached, compared);
  }

  private List<Optimum> table() throws IOException {
    Path csv = folder.resolve(TABLE);
    return Files.exists(csv) ? Optimum.read(csv) : new ArrayList<>();
  }

  private record Loaded(ProblemIndex index, Travel travel, OptionTable table) {}

  private Loaded load(String name) throws IOException {
    Problem problem = SmallInstances.read(folder, name);
    ProblemIndex index = new ProblemIndex(problem);
    Travel travel = new GreatCircleTravel(problem.policy());
    return new Loaded(index, travel, OptionBuilder.build(index, packs, travel));
  }

  private void say(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }
}
