package org.plek.benchmarks.micro;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.plek.benchmarks.instances.Instances;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Travel;
import org.plek.format.ProblemJson;
import org.plek.options.OptionBuilder;
import org.plek.options.OptionTable;
import org.plek.rules.RulePacks;
import org.plek.scoring.fast.FastState;

/** From documents to tables: what comes before the search. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx3g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReadingBenchmark {
  /** Name of the instance. */
  @Param({"S-1"})
  public String instance = "S-1";

  byte[] document;
  byte[] pack;
  ProblemIndex index;
  Travel travel;
  OptionTable table;

  /** The documents as bytes. */
  @Setup(Level.Trial)
  public void write() throws IOException {
    Problem problem = new Instances(Path.of(""), null, null).problem(instance);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ProblemJson.write(problem, out);
    document = out.toByteArray();
    try (InputStream in = RulePacks.class.getResourceAsStream("vl.json")) {
      pack = Objects.requireNonNull(in).readAllBytes();
    }
    index = new ProblemIndex(problem);
    travel = new GreatCircleTravel(problem.policy());
    table = OptionBuilder.build(index, RulePacks.bundled(), travel);
  }

  /** Reads and checks a problem. */
  @Benchmark
  public Problem readProblem() throws IOException {
    return ProblemJson.read(new ByteArrayInputStream(document));
  }

  /** Reads, checks and compiles the rule pack of Flanders, its worked examples included. */
  @Benchmark
  public RulePacks compileRulePack() {
    return RulePacks.bundled().with(new ByteArrayInputStream(pack), "vl.json");
  }

  /** Makes the options of all requests. */
  @Benchmark
  public OptionTable buildOptions() {
    return OptionBuilder.build(index, RulePacks.bundled(), travel);
  }

  /** Compiles law, rosters and regular children into the arrays of the search. */
  @Benchmark
  public FastState compileState() {
    return new FastState(index, RulePacks.bundled(), travel, table);
  }
}
