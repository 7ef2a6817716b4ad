package org.plek.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plek.api.cli.Cli.plek;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plek.api.cli.Cli.Ended;

class PlekTest {
  @Test
  void helpNamesTheVerbsAndTheExitCodes() {
    Ended help = plek("--help");

    assertThat(help.code()).isZero();
    assertThat(help.out())
        .contains("solve", "check", "explain", "import", "generate", "generate-completion")
        .contains("4   some care sessions unplaced", "130   interrupted");
    assertThat(help.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"solve", "check", "explain", "import", "generate"})
  void everyVerbExplainsItselfWithExamples(String verb) {
    Ended help = plek(verb, "--help");

    assertThat(help.code()).isZero();
    assertThat(help.out()).contains("Examples:", "plek " + verb);
  }

  @Test
  void versionTellsProgramAndJava() {
    assertThat(plek("--version").out()).startsWith("plek ").contains("Java");
  }

  @Test
  void completionIsAShellScript() {
    assertThat(plek("generate-completion").out()).startsWith("#!/usr/bin/env bash");
  }

  @Test
  void noColourWhereThereIsNoTerminal() {
    assertThat(plek("--help").out()).doesNotContain("\u001b[");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "dance",
        "solve",
        "solve nowhere.json",
        "solve . ",
        "solve nowhere.json --time soon",
        "solve nowhere.json --time 0s",
        "solve nowhere.json --moves many",
        "solve nowhere.json --moves -1",
        "solve nowhere.json --threads 0",
        "solve nowhere.json -o no/such/folder/plan.json",
        "solve nowhere.json --rules nowhere.json",
        "solve nowhere.json --json",
        "check nowhere.json",
        "check - -",
        "explain nowhere.json nowhere.json",
        "explain nowhere.json nowhere.json --nearest 0",
        "import csv nowhere.csv",
        "import moon nowhere.csv",
        "generate",
        "generate --town Atlantis",
        "generate --town Breda --sessions 0",
        "generate --town Breda,Brighton",
        "generate nowhere.json",
      })
  void wrongUseIsToldInOneLine(String line) {
    Ended ended = plek((Object[]) line.strip().split(" +"));

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().strip().lines()).hasSize(1);
    assertThat(ended.err()).startsWith("plek: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"60s", "2m", "1h30m", "PT1M", "pt0.5s", "500ms"})
  void timesAreReadInEveryForm(String time) throws Exception {
    assertThat(new DurationArgument().convert(time)).isPositive();
  }

  @Test
  void shortTimesAddUp() throws Exception {
    assertThat(new DurationArgument().convert("1h2m3s4ms"))
        .hasMillis(((1 * 60 + 2) * 60 + 3) * 1000 + 4);
  }
}
