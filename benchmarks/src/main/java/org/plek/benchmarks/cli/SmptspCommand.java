package org.plek.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plek.benchmarks.results.Circumstances;
import org.plek.benchmarks.results.Figure;
import org.plek.benchmarks.results.Results;
import org.plek.benchmarks.results.Summary;
import org.plek.benchmarks.smptsp.Reference;
import org.plek.benchmarks.smptsp.Yardstick;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code smptsp}: fewest home carers for fixed visits, on published instances. */
@Command(
    name = "smptsp",
    mixinStandardHelpOptions = true,
    description = {
      "Fewest home carers for fixed visits, on instances of the shift minimisation personnel task",
      "scheduling problem; a run ends early when the bound is reached."
    })
final class SmptspCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "DIRECTORY", description = "Instances (.dat), maybe reference.csv.")
  private Path folder = Path.of("");

  @Option(names = "--only", paramLabel = "TEXT", description = "Instances whose name has this.")
  private String only = "";

  @Option(
      names = "--seconds",
      defaultValue = "60",
      description = "Most time for each. Default: ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(names = "--threads", defaultValue = "2", description = "Default: ${DEFAULT-VALUE}.")
  private int threads;

  @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "DIRECTORY",
      description = "Where figures are added; instances that are there already are skipped.")
  private @Nullable Path results;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Map<String, Integer> references = Reference.read(folder.resolve("reference.csv"));
    out.println("instance,visits,carers,used,reference,bound,gap_percent,missed,broken,seconds");
    double gaps = 0;
    int count = 0;
    int atBound = 0;
    int worse = 0;
    int wrong = 0;
    for (Path file : Yardstick.instances(folder)) {
      if (!String.valueOf(file.getFileName()).contains(only)) {
        continue;
      }
      String name = String.valueOf(file.getFileName()).replace(".dat", "");
      if (results != null && done(new Results(results), name)) {
        continue;
      }
      Yardstick.Line line = Yardstick.run(file, Duration.ofSeconds(seconds), seed, threads);
      Integer reference = references.get(line.instance());
      out.printf(
          java.util.Locale.ROOT,
          "%s,%d,%d,%d,%s,%d,%.2f,%d,%d,%.1f%n",
          line.instance(),
          line.visits(),
          line.carers(),
          line.used(),
          reference == null ? "" : reference,
          line.bound(),
          line.gapPercent(),
          line.missed(),
          line.broken(),
          line.seconds());
      out.flush();
      if (results != null) {
        new Results(results).add(figures(line, reference));
      }
      count++;
      gaps += line.gapPercent();
      atBound += line.used() == line.bound() ? 1 : 0;
      worse += reference != null && line.used() > reference ? 1 : 0;
      wrong += line.missed() > 0 || line.broken() > 0 ? 1 : 0;
    }
    out.printf(
        java.util.Locale.ROOT,
        "# %d instances: %d at the bound, mean gap %.2f %%, %d worse than the reference, %d not"
            + " complete or not legal%n",
        count,
        atBound,
        count == 0 ? 0 : gaps / count,
        worse,
        wrong);
    return wrong == 0 ? 0 : 1;
  }

  private static boolean done(Results results, String name) {
    return results.figures().stream()
        .anyMatch(f -> f.name().equals(Summary.SMPTSP + "carers") && f.instance().equals(name));
  }

  private static List<Figure> figures(Yardstick.Line line, @Nullable Integer reference) {
    List<Figure> figures = new ArrayList<>();
    add(figures, line, "carers", line.used(), "carers");
    add(figures, line, "bound", line.bound(), "carers");
    if (reference != null) {
      add(figures, line, "reference", reference, "carers");
    }
    add(figures, line, "missed-or-broken", line.missed() + line.broken(), "");
    add(figures, line, "time", line.seconds(), "s");
    return figures;
  }

  private static void add(
      List<Figure> figures, Yardstick.Line line, String name, double value, String unit) {
    figures.add(
        new Figure(Summary.SMPTSP + name, line.instance(), value, 0, unit, Circumstances.here()));
  }
}
