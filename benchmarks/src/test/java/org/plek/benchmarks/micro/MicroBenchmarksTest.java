package org.plek.benchmarks.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plek.benchmarks.instances.Instances;

/** What the micro benchmarks measure is what they say. */
class MicroBenchmarksTest {
  private static final FilledTown TOWN = new FilledTown();

  @BeforeAll
  static void fill() {
    TOWN.fill(new Instances(Path.of(""), null, null).make("S-1"));
  }

  @Test
  void theListOfBenchmarksIsCompiled() {
    assertThat(MicroBenchmarks.names())
        .contains(
            "org.plek.benchmarks.micro.MoveBenchmark.slotsByMask",
            "org.plek.benchmarks.micro.MoveBenchmark.slotsByCounts",
            "org.plek.benchmarks.micro.MoveBenchmark.change",
            "org.plek.benchmarks.micro.MoveBenchmark.swap",
            "org.plek.benchmarks.micro.MoveBenchmark.eject",
            "org.plek.benchmarks.micro.ReadingBenchmark.compileRulePack");
  }

  @Test
  void masksAndCountsGiveTheSameAnswers() {
    int refused = 0;
    for (int i = 0; i < FilledTown.QUESTIONS; i++) {
      boolean free = TOWN.state.slotsFree(TOWN.session[i], TOWN.option[i]);
      assertThat(TOWN.state.slotsFreeByCounts(TOWN.session[i], TOWN.option[i])).isEqualTo(free);
      refused += free ? 0 : 1;
    }
    assertThat(refused).isBetween(1, FilledTown.QUESTIONS - 1);
  }

  @Test
  void movesTakeEverythingBack() {
    MoveBenchmark moves = new MoveBenchmark();
    long before = TOWN.tally.objective();
    long hard = TOWN.tally.hard() + TOWN.tally.bundle();
    int[] options = new int[TOWN.table.sessions()];
    java.util.Arrays.setAll(options, TOWN.state::option);
    boolean better = false;
    for (int i = 0; i < 20_000; i++) {
      better |= moves.change(TOWN) < before;
      moves.apply(TOWN);
      moves.swap(TOWN);
      moves.eject(TOWN);
    }
    assertThat(better).isTrue();
    assertThat(TOWN.tally.objective()).isEqualTo(before);
    assertThat(TOWN.tally.hard() + TOWN.tally.bundle()).isEqualTo(hard);
    int[] after = new int[TOWN.table.sessions()];
    java.util.Arrays.setAll(after, TOWN.state::option);
    assertThat(after).isEqualTo(options);
  }

  @Test
  void documentsAreReadAsTheyWere() throws Exception {
    ReadingBenchmark reading = new ReadingBenchmark();
    reading.write();
    assertThat(reading.readProblem()).isEqualTo(reading.index.problem());
    assertThat(reading.compileRulePack().ids()).contains("VL");
    assertThat(reading.buildOptions().options()).isEqualTo(reading.table.options());
    assertThat(reading.compileState().startTally().unserved()).isPositive();
  }
}
