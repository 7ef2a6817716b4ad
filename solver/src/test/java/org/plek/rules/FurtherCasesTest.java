package org.plek.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases on both sides of every limit and date, worked out by hand from the rules on file. */
class FurtherCasesTest {
  static List<GoldenRow> rows() throws IOException {
    return GoldenRow.of("further_cases.csv");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void the_packs_say_what_the_row_says(GoldenRow row) {
    CaseAnswer answer = row.answer();
    assertThat(answer.like(row.expected()))
        .as("%s, reasons %s", row, answer.reasons())
        .isEqualTo(row.expected());
  }
}
