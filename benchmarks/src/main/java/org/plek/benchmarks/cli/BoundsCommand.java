package org.plek.benchmarks.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plek.benchmarks.instances.Instance;
import org.plek.benchmarks.proofs.Bounds;
import org.plek.benchmarks.proofs.OrTools;
import org.plek.benchmarks.proofs.PlanModel;
import org.plek.rules.RulePacks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bounds}: lower bounds of instances too large for a proof. */
@Command(
    name = "bounds",
    mixinStandardHelpOptions = true,
    description = "Works out lower bounds by linear relaxations and keeps the best.")
final class BoundsCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private RegisterOptions registers = new RegisterOptions();

  @Parameters(paramLabel = "NAME", arity = "1..*", description = "Instances, such as S-1 M-2.")
  private List<String> names = List.of();

  @Option(
      names = "--aim",
      defaultValue = "OBJECTIVE",
      description = "OBJECTIVE or UNSERVED. Default: ${DEFAULT-VALUE}.")
  private PlanModel.Aim aim = PlanModel.Aim.OBJECTIVE;

  @Option(
      names = "--method",
      defaultValue = "PDLP",
      description = "PDLP, PDLP_LOOSE or GLOP. Default: ${DEFAULT-VALUE}.")
  private OrTools.Method method = OrTools.Method.PDLP;

  @Option(
      names = "--seconds",
      defaultValue = "3600",
      description = "Most time for each relaxation. Default: ${DEFAULT-VALUE}.")
  private double seconds;

  @Option(
      names = "--rounds",
      defaultValue = "2",
      description = "Relaxations, each tighter than the last. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--prices",
      paramLabel = "ROUNDS",
      description =
          "Instead of a solver, for what is too large for one: cut the instance where no option leads across and move prices so many times. UNSERVED only.")
  private int prices;

  @Option(
      names = "--threads",
      defaultValue = "2",
      description = "Pieces at a time with --prices. Default: ${DEFAULT-VALUE}.")
  private int threads;

  @Override
  public Integer call() throws IOException {
    CommandSpec spec = Objects.requireNonNull(this.spec);
    Bounds bounds = new Bounds(spec.commandLine().getOut(), InstantSource.system());
    List<String> wrong = new ArrayList<>();
    if (prices < 0) {
      wrong.add("--prices is %d. Maybe 1000.".formatted(prices));
    }
    if (prices > 0 && aim != PlanModel.Aim.UNSERVED) {
      wrong.add("--prices bounds unserved care only. Maybe add --aim UNSERVED.");
    }
    if (threads < 1) {
      wrong.add("--threads is %d. Maybe 1 or 2.".formatted(threads));
    }
    if (!wrong.isEmpty()) {
      throw new ParameterException(spec.commandLine(), String.join("\n", wrong));
    }
    Path csv = registers.bounds().resolve("bounds.csv");
    for (String name : names) {
      // A bound carries the hash for which it holds, whatever is written down.
      Instance instance =
          Instance.of(name, registers.instances().problem(name), RulePacks.bundled());
      if (prices > 0) {
        bounds.boundByPrices(instance, prices, threads, csv);
      } else {
        bounds.bound(instance, aim, method, seconds, rounds, csv);
      }
    }
    return 0;
  }
}
