package org.plek.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plek.api.cli.Cli.plek;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plek.api.cli.Cli.Ended;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.ConstraintName.Level;

/** {@code check} on the tiny case of each constraint, and {@code solve} of what it is about. */
class TinyCasesTest {
  private static final Path TINY =
      Path.of(System.getProperty("repository.root"), "datasets", "tiny");

  static Stream<ConstraintName> hardRules() {
    return Arrays.stream(ConstraintName.values()).filter(name -> name.level() == Level.HARD);
  }

  @ParameterizedTest
  @MethodSource("hardRules")
  void checkNamesTheRuleThatIsBroken(ConstraintName rule) {
    Path folder = TINY.resolve(rule.name());

    Ended legal = plek("check", folder.resolve("problem.json"), folder.resolve("legal-plan.json"));
    Ended illegal =
        plek("check", folder.resolve("problem.json"), folder.resolve("illegal-plan.json"));

    assertThat(legal.code()).as(legal.out() + legal.err()).isZero();
    assertThat(illegal.code()).as(illegal.out() + illegal.err()).isEqualTo(5);
    assertThat(illegal.out()).contains("Broken by the plan", rule.name());
  }

  @ParameterizedTest
  @EnumSource(ConstraintName.class)
  void solveBreaksNothing(ConstraintName name) {
    Path problem = TINY.resolve(name.name()).resolve("problem.json");

    Ended ended = plek("solve", problem, "--moves", 500, "-q");

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).startsWith("{");
  }
}
