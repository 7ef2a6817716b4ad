package org.plek.benchmarks.micro;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.plek.benchmarks.results.Circumstances;
import org.plek.benchmarks.results.Figure;

/** Runs the micro benchmarks. */
public final class MicroBenchmarks {
  private MicroBenchmarks() {}

  /** Names of all, as compiled into the jar. */
  public static Set<String> names() {
    Set<String> names = new TreeSet<>();
    BenchmarkList.defaultList()
        .getAll(OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT), List.of())
        .forEach(entry -> names.add(entry.getUsername()));
    return names;
  }

  /**
   * Runs those whose name matches.
   *
   * @param pattern regular expression
   * @param instance instance to run on instead of each one's own, empty for none
   */
  public static List<Figure> run(String pattern, String instance) {
    ChainedOptionsBuilder options = new OptionsBuilder().include(pattern);
    if (!instance.isEmpty()) {
      options.param("instance", instance);
    }
    List<Figure> figures = new ArrayList<>();
    try {
      for (RunResult result : new Runner(options.build()).run()) {
        Result<?> primary = result.getPrimaryResult();
        String name = result.getParams().getBenchmark();
        double error = primary.getScoreError();
        figures.add(
            new Figure(
                "micro " + name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1),
                result.getParams().getParam("instance") == null
                    ? ""
                    : result.getParams().getParam("instance"),
                primary.getScore(),
                Double.isNaN(error) ? 0 : error,
                primary.getScoreUnit(),
                Circumstances.here()));
      }
    } catch (RunnerException e) {
      throw new IllegalStateException("The micro benchmarks did not run: " + e.getMessage(), e);
    }
    return figures;
  }
}
