package org.plek.datasets.tiny;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plek.datasets.SharedData;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Plan;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.format.PlanJson;
import org.plek.format.ProblemJson;
import org.plek.rules.RulePacks;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.plain.PlainScore;
import org.plek.scoring.plain.PlainScorer;

class TinyFilesTest {
  private static final Path TINY = SharedData.root().resolve("datasets/tiny");

  @TempDir Path folder;

  static Stream<ConstraintName> everyConstraint() {
    return Arrays.stream(ConstraintName.values());
  }

  @ParameterizedTest
  @MethodSource("everyConstraint")
  void thePlansOfACaseHaveTheAmountsWorkedOutByHand(ConstraintName name) throws IOException {
    Path own = TINY.resolve(name.name());
    Problem problem = ProblemJson.read(own.resolve("problem.json"));
    ProblemIndex index = new ProblemIndex(problem);
    PlainScorer scorer =
        new PlainScorer(index, RulePacks.bundled(), new GreatCircleTravel(problem.policy()));
    List<NamedCsvRecord> expected = expected(own.resolve("expected.csv"));
    assertThat(expected).hasSizeGreaterThanOrEqualTo(2);
    for (NamedCsvRecord row : expected) {
      String file = row.getField("plan");
      Plan plan = PlanJson.read(own.resolve(file + ".json"));
      assertThat(plan.problemId()).isEqualTo(problem.id());
      assertThat(plan.provenance().problemHash()).isEqualTo(ProblemJson.hash(problem));
      PlainScore score = scorer.score(plan.placements());
      assertThat(row.getField("constraint")).isEqualTo(name.name());
      assertThat(score.amount(name))
          .as("%s %s: %s", name, file, row.getField("arithmetic"))
          .isEqualTo(Long.parseLong(row.getField("amount")));
      for (ConstraintName other : ConstraintName.values()) {
        if (other.level() == ConstraintName.Level.HARD && other != name) {
          assertThat(score.amount(other)).as("%s %s: %s", name, file, other).isZero();
        }
      }
    }
  }

  @Test
  void everyConstraintHasACaseAndNothingElseLiesThere() throws IOException {
    try (Stream<Path> found = Files.list(TINY)) {
      assertThat(found.filter(Files::isDirectory).map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Arrays.stream(ConstraintName.values()).map(Enum::name).toList());
    }
  }

  @Test
  void writingTheCasesAgainGivesTheSameBytes() throws IOException {
    TinyFiles.write(folder);
    List<Path> files = new ArrayList<>();
    try (Stream<Path> found = Files.walk(folder)) {
      found.filter(Files::isRegularFile).forEach(files::add);
    }
    assertThat(files).hasSize(5 * ConstraintName.values().length);
    for (Path file : files) {
      assertThat(TINY.resolve(folder.relativize(file).toString())).hasSameBinaryContentAs(file);
    }
  }

  private static List<NamedCsvRecord> expected(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      return rows.stream().toList();
    }
  }
}
