package org.plek.benchmarks.smptsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plek.benchmarks.instances.Instance;
import org.plek.domain.CareSession;
import org.plek.domain.Problem;
import org.plek.rules.RulePacks;

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
