package org.plek.benchmarks.recommend;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.plek.domain.Request;
import org.plek.recommend.Ranked;

/**
 * How long does a broker wait for the ten best groups of a whole region for one urgent care session
 * of a fixed time, and with every group where one proposed placement could make room? Percentiles
 * over 4,096 questions. The gate in {@link LiveRegion} holds the ranking to the plain scorer.
 *
 * <p>Run: {@code java -jar benchmarks/target/plek-benchmarks.jar micro RankingBenchmark}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx8g", "-XX:+UseSerialGC", "-XX:+UseTransparentHugePages"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 3)
public class RankingBenchmark {
  private int next;

  private Request next(LiveRegion region) {
    next = (next + 1) % region.questions.length;
    return region.questions[next];
  }

  /** The ten best of all groups. */
  @Benchmark
  public List<Ranked> allGroups(LiveRegion region) {
    Request asked = next(region);
    return region.recommender.rank(
        asked, LiveRegion.sessionOf(asked), region.problem.asOf(), 10, false);
  }

  /** A placement that went and came back before each question. */
  @State(Scope.Thread)
  public static class Happening {
    private int next;

    /** Lets it happen; not measured. */
    @Setup(Level.Invocation)
    public void happen(LiveRegion region) {
      next = (next + 7919) & Integer.MAX_VALUE;
      region.happen(next);
    }
  }

  /** Every chain of one step, while placements come and go. */
  @Benchmark
  public List<Ranked> withOneStepChainsAmongEvents(LiveRegion region, Happening happening) {
    return withOneStepChains(region);
  }

  /** The same with every chain of one step. */
  @Benchmark
  public List<Ranked> withOneStepChains(LiveRegion region) {
    Request asked = next(region);
    return region.recommender.rank(
        asked, LiveRegion.sessionOf(asked), region.problem.asOf(), Integer.MAX_VALUE, true);
  }
}
