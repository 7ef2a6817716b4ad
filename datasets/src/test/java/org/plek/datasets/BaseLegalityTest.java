package org.plek.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plek.datasets.generator.Generator;
import org.plek.datasets.generator.GeneratorParameters;
import org.plek.datasets.generator.Policies;
import org.plek.datasets.generator.Size;
import org.plek.datasets.generator.SyntheticProblem;
import org.plek.datasets.importers.Import;
import org.plek.datasets.importers.ImportOptions;
import org.plek.datasets.importers.Importers;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.rules.RulePacks;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.plain.Match;
import org.plek.scoring.plain.PlainScorer;

/** Without any placement, made networks are legal but where a register says otherwise. */
class BaseLegalityTest {
  @Test
  void syntheticNetworksAreLegalBeforeAnybodyIsPlaced() {
    assertThat(hardMatches(SyntheticProblem.of(Size.S, RulePacks.bundled(), 3))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"VL", "NL", "EN", "FR"})
  void onlyNurseriesWithMoreChildrenThanPlacesAreIllegal(String pack) {
    Import read =
        new Importers(RulePacks.bundled()::pack)
            .poland(
                SharedData.file("poland_nurseries/nurseries_2025-09-17.csv"),
                new ImportOptions(pack, "LUBUSKIE", LocalDate.of(2026, 12, 21), 14, 5));
    List<String> overfull =
        read.report().notes().stream()
            .filter(note -> note.text().startsWith("more children than"))
            .map(note -> note.id())
            .toList();
    assertThat(overfull).isNotEmpty();
    assertThat(hardMatches(problem(read, pack)))
        .extracting(Match::providerId)
        .isSubsetOf(overfull)
        .containsAll(overfull);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NL"})
  void homesOfNebraskaOpenByNightAreLegalToo(String pack) {
    Import read =
        new Importers(RulePacks.bundled()::pack)
            .nebraska(
                SharedData.file("nebraska_roster/nebraska_providers_2026-02-16.csv"),
                new ImportOptions(pack, "Douglas", LocalDate.of(2026, 12, 21), 14, 5));
    assertThat(hardMatches(problem(read, pack))).isEmpty();
  }

  private static Problem problem(Import read, String pack) {
    return new Generator(
            GeneratorParameters.twoWeeks(
                "imported",
                read.zone(),
                LocalDate.of(2026, 12, 21),
                pack,
                Policies.common("common", read.providers(), false),
                100),
            5)
        .generate(read.providers());
  }

  private static List<Match> hardMatches(Problem problem) {
    return new PlainScorer(
            new ProblemIndex(problem), RulePacks.bundled(), new GreatCircleTravel(problem.policy()))
        .score(List.of()).matches().stream()
            .filter(match -> match.constraint().level() == ConstraintName.Level.HARD)
            .toList();
  }
}
