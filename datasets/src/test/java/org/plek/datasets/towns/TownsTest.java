package org.plek.datasets.towns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plek.datasets.SharedData;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.ProviderKind;
import org.plek.format.ProblemJson;
import org.plek.rules.RulePacks;
import org.plek.scoring.plain.PlainScorer;

class TownsTest {
  private static final Path TOWNS = SharedData.root().resolve("datasets/towns");

  @TempDir Path folder;

  static Stream<String> towns() {
    return Towns.names().stream();
  }

  @ParameterizedTest
  @MethodSource("towns")
  void aTownIsValidSmallAndLegalBeforeAnybodyIsPlaced(String name) throws IOException {
    Path file = TOWNS.resolve(name + ".json");
    assertThat(Files.size(file)).isLessThan(1_000_000);
    Problem town = ProblemJson.read(file);
    ProblemIndex index = new ProblemIndex(town);
    assertThat(index.sessions()).hasSizeBetween(60, 200);
    for (ProviderKind kind : ProviderKind.values()) {
      assertThat(town.providers()).anyMatch(provider -> provider.kind() == kind);
    }
    assertThat(
            new PlainScorer(index, RulePacks.bundled(), new GreatCircleTravel(town.policy()))
                .score(List.of())
                .legal())
        .isTrue();
  }

  @Test
  void writingTheTownsAgainGivesTheSameBytes() throws IOException {
    TownFiles.write(folder);
    for (String name : Towns.names()) {
      assertThat(TOWNS.resolve(name + ".json"))
          .hasSameBinaryContentAs(folder.resolve(name + ".json"));
    }
  }

  @Test
  void everyRulePackHasATownAndOneTownCrossesTheNewFlemishLaw() throws IOException {
    assertThat(Towns.names().stream().map(TownsTest::read).map(Problem::rulePack))
        .contains("VL", "NL", "EN", "FR");
    Problem newYear = read("mechelen-new-year");
    assertThat(newYear.from()).isBefore(LocalDate.of(2027, 1, 1));
    assertThat(newYear.until()).isAfter(LocalDate.of(2027, 1, 1));
  }

  @Test
  void anUnknownTownIsNamedWithTheKnownOnes() {
    assertThatThrownBy(() -> Towns.make("atlantis", RulePacks.bundled()::pack, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("atlantis")
        .hasMessageContaining("mechelen");
  }

  private static Problem read(String name) {
    return Towns.make(name, RulePacks.bundled()::pack, Towns.SEED);
  }
}
