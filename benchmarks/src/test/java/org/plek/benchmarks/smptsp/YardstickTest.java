package org.plek.benchmarks.smptsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plek.benchmarks.instances.Instance;
import org.plek.domain.CareSession;
import org.plek.domain.Problem;
import org.plek.rules.RulePacks;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.plain.CheckReport;
import org.plek.scoring.plain.Checker;
import org.plek.search.PlanEngine;
import org.plek.search.PlanResult;
import org.plek.search.ProgressListener;
import org.plek.search.SolveLimits;

class YardstickTest {
  @Test
  void readsTasksAndWorkers() throws Exception {
    Tasks tasks = Tasks.read(tiny());
    assertThat(tasks.count()).isEqualTo(5);
    assertThat(tasks.workers()).isEqualTo(3);
    assertThat(tasks.start()).containsExactly(0, 95, 10, 120, 200);
    assertThat(tasks.end()[3]).isEqualTo(700);
    assertThat(tasks.tasksOf().get(2)).containsExactly(3);
    // Task 1 starts as task 0 ends: two at once, not three.
    assertThat(tasks.bound()).isEqualTo(2);
  }

  @Test
  void keepsEveryTimeAndEveryList() throws Exception {
    Tasks tasks = Tasks.read(tiny());
    Problem problem = Visits.of(tasks);
    Instance instance = Instance.of("tiny", problem, RulePacks.bundled());
    for (int task = 0; task < tasks.count(); task++) {
      CareSession visit = instance.index().sessions().get(task);
      var window = visit.windows().getFirst();
      assertThat(instance.index().timeline().floorSlot(window.start()))
          .isEqualTo(tasks.start()[task]);
      assertThat(instance.index().timeline().ceilSlot(window.end())).isEqualTo(tasks.end()[task]);
    }
    assertThat(instance.table().options()).isEqualTo(4 + 5 + 1);
  }

  @Test
  void findsThePlanWithTheFewestCarers() throws Exception {
    Yardstick.Line line = Yardstick.run(tiny(), Duration.ofSeconds(20), 1, 1);
    assertThat(line.missed()).isZero();
    assertThat(line.broken()).isZero();
    assertThat(line.used()).isEqualTo(line.bound()).isEqualTo(2);
    assertThat(line.gapPercent()).isZero();
  }

  /** Eight workers do all without a pause in a plan that is known; six others help nobody. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void closesCarersUntilNoneIsToSpare(long seed) {
    Tasks tasks = planted(new SplittableRandom(seed), 8, 14, 6, 200);
    RulePacks packs = RulePacks.bundled();
    Instance instance = Instance.of("planted", Visits.of(tasks), packs);
    PlanResult result =
        new PlanEngine(instance.index(), packs, instance.travel(), instance.table())
            .solve(SolveLimits.moves(800_000, 1), ProgressListener.NONE);
    CheckReport report =
        Checker.check(instance.index(), packs, instance.travel(), result.placements());
    assertThat(report.caused()).isEmpty();
    assertThat(result.placements()).hasSize(tasks.count());
    assertThat(tasks.bound()).isEqualTo(8);
    assertThat(report.score().amount(ConstraintName.CARERS_USED)).isEqualTo(8);
  }

  private static Tasks planted(
      SplittableRandom random, int needed, int workers, int tasksOfEach, int end) {
    int count = needed * tasksOfEach;
    int[] starts = new int[count];
    int[] ends = new int[count];
    for (int worker = 0; worker < needed; worker++) {
      int[] borders =
          IntStream.concat(
                  IntStream.of(0, end), random.ints(1, end).distinct().limit(tasksOfEach - 1L))
              .sorted()
              .toArray();
      for (int i = 0; i < tasksOfEach; i++) {
        starts[worker * tasksOfEach + i] = borders[i];
        ends[worker * tasksOfEach + i] = borders[i + 1];
      }
    }
    List<int[]> able = new ArrayList<>();
    for (int worker = 0; worker < workers; worker++) {
      int own = worker;
      able.add(
          IntStream.range(0, count)
              .filter(task -> task / tasksOfEach == own || random.nextInt(100) < 40)
              .toArray());
    }
    return new Tasks("planted", starts, ends, able);
  }

  @Test
  void saysWhereAFileIsWrong(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.dat"), "Jobs = 1\n5 5\n");
    assertThatThrownBy(() -> Tasks.read(file))
        .hasMessageContaining("line 2: expected a start and a later end");
  }

  private static Path tiny() throws URISyntaxException {
    return Path.of(Objects.requireNonNull(YardstickTest.class.getResource("tiny.dat")).toURI());
  }
}
