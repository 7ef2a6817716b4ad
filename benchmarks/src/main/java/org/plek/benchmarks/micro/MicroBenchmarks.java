package org.plek.benchmarks.micro;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openjdk.jmh.annotations.Mode;
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
   * @param size size to run on instead of each one's own, empty for none
   */
  public static List<Figure> run(String pattern, String instance, String size) {
    ChainedOptionsBuilder options = new OptionsBuilder().include(pattern);
    if (!instance.isEmpty()) {
      options.param("instance", instance);
    }
    if (!size.isEmpty()) {
      options.param("size", size);
    }
    List<Figure> figures = new ArrayList<>();
    try {
      for (RunResult result : new Runner(options.build()).run()) {
        figures.addAll(figures(result));
      }
    } catch (RunnerException e) {
      throw new IllegalStateException("The micro benchmarks did not run: " + e.getMessage(), e);
    }
    return figures;
  }

  private static List<Figure> figures(RunResult result) {
    Result<?> primary = result.getPrimaryResult();
    String benchmark = result.getParams().getBenchmark();
    String name =
        "micro "
            + benchmark.substring(benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1);
    String on = parameter(result, "instance");
    String instance = on.isEmpty() ? parameter(result, "size") : on;
    double error = primary.getScoreError();
    List<Figure> figures = new ArrayList<>();
    figures.add(
        new Figure(
            name,
            instance,
            primary.getScore(),
            Double.isNaN(error) ? 0 : error,
            primary.getScoreUnit(),
            Circumstances.here()));
    if (result.getParams().getMode() == Mode.SampleTime) {
      for (int percentile : new int[] {50, 90, 99}) {
        figures.add(
            new Figure(
                name + " p" + percentile,
                instance,
                primary.getStatistics().getPercentile(percentile),
                0,
                primary.getScoreUnit(),
                Circumstances.here()));
      }
    }
    return figures;
  }

  private static String parameter(RunResult result, String name) {
    String value = result.getParams().getParam(name);
    return value == null ? "" : value;
  }
}
