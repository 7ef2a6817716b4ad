package org.plek.benchmarks.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plek.benchmarks.instances.Instance;
import org.plek.benchmarks.instances.Instances;
import org.plek.benchmarks.peers.Attempt;
import org.plek.benchmarks.peers.Judge;
import org.plek.benchmarks.peers.Peer;
import org.plek.benchmarks.peers.Peers;
import org.plek.benchmarks.results.Circumstances;
import org.plek.benchmarks.results.Results;
import org.plek.benchmarks.results.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}: one plan of one peer, in this process. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Makes one plan by one solver and adds its row; table does so for many.")
final class RunCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private RegisterOptions registers = new RegisterOptions();

  @Option(names = "--instance", required = true, paramLabel = "NAME")
  private String instance = "";

  @Option(names = "--solver", required = true, paramLabel = "NAME")
  private String solver = "";

  @Option(names = "--seconds", defaultValue = "60", paramLabel = "N")
  private int seconds;

  @Option(names = "--threads", defaultValue = "2", paramLabel = "N")
  private int threads;

  @Option(names = "--seed", defaultValue = "1", paramLabel = "N")
  private long seed;

  @Option(
      names = "--warm-up",
      defaultValue = "5",
      paramLabel = "SECONDS",
      description = "Time on a small tuning instance before. Default: ${DEFAULT-VALUE}.")
  private int warmUp;

  @Option(names = "--out", paramLabel = "DIRECTORY", description = "Where the row goes.")
  private @Nullable Path out;

  @Override
  public Integer call() {
    PrintWriter print = Objects.requireNonNull(spec).commandLine().getOut();
    Peer peer = Peers.named(solver);
    Instances instances = registers.instances();
    Instance made = instances.make(instance);
    if (warmUp > 0) {
      Instance small = instances.make("S-" + Instances.FIRST_TUNING_SEED);
      peer.solve(small, new Peer.Limits(warmUp, threads, 1));
    }
    System.gc();
    Attempt attempt = peer.solve(made, new Peer.Limits(seconds, threads, seed));
    Judge.Verdict verdict = Judge.judge(made, attempt);
    Row row =
        new Row(
            instance,
            made.sha256(),
            solver,
            seconds,
            threads,
            seed,
            verdict.unserved(),
            verdict.unplaced(),
            verdict.objective(),
            verdict.legal(),
            verdict.equal(),
            attempt.moves(),
            attempt.nanos() / 1e9,
            Circumstances.here(),
            attempt.note());
    if (out != null) {
      new Results(out).add(row, attempt.path());
    }
    print.printf(
        "%s: unserved %,d (%d sessions), objective %,d, %,.0f moves/s, %.1f s, %s, %s %s%n",
        row.job(),
        row.unserved(),
        row.unplaced(),
        row.objective(),
        row.moves() / row.elapsed(),
        row.elapsed(),
        row.legal() ? "legal" : verdict.caused() + " BREACHES",
        row.equal() ? "as claimed" : "CLAIMED " + attempt.claimed(),
        row.note());
    return row.legal() && row.equal() ? 0 : 1;
  }
}
