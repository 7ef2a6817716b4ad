package org.plek.benchmarks.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plek.format.ProblemJson;
import org.plek.options.OptionTable;

class InstancesTest {
  private static final Instances INSTANCES = new Instances(Path.of(""), null, null);

  @ParameterizedTest
  @ValueSource(strings = {"S-1", "S-2", "S-3", "S-4", "S-5", "M-1"})
  void theGeneratorStillMakesWhatWasWrittenDown(String name) {
    assertThat(ProblemJson.hash(INSTANCES.problem(name)))
        .as("hash of %s. Maybe the generator changed: see benchmarks/docs/benchmarks.md", name)
        .isEqualTo(Instances.hashes().get(name));
  }

  @Test
  void allSizesAndSeedsAreWrittenDown() {
    List<String> names = new ArrayList<>();
    for (String size : List.of("S", "M", "L", "XL")) {
      for (int seed = 1; seed <= 5; seed++) {
        names.add(size + "-" + seed);
      }
    }
    assertThat(Instances.hashes().keySet()).containsAll(names);
    assertThat(Instances.hashes().values()).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
  }

  @Test
  void everyCareSessionHasAnOption() {
    OptionTable table = INSTANCES.make("S-1").table();
    for (int s = 0; s < table.sessions(); s++) {
      assertThat(table.endOption(s)).isGreaterThan(table.firstOption(s));
    }
  }

  @Test
  void whatDoesNotExistIsNamed() {
    assertThatThrownBy(() -> INSTANCES.make("XS-1")).hasMessageContaining("no instance XS-1");
    assertThatThrownBy(() -> INSTANCES.make("S")).hasMessageContaining("no instance S");
    assertThatThrownBy(() -> INSTANCES.make("poland-1")).hasMessageContaining("--poland FILE");
    assertThatThrownBy(() -> INSTANCES.make("S-6")).hasMessageContaining("no hash");
  }
}
