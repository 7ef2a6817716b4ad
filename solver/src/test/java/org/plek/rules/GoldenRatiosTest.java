package org.plek.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every golden row against the bundled packs. Further rows: {@code
 * -Dgolden=/path/one.csv,/path/two.csv}.
 */
class GoldenRatiosTest {
  /** Kinds of rows that the packs answer; every other kind is reported as not covered. */
  private static final Set<String> KINDS =
      Set.of(
          "daycare",
          "micro_creche",
          "reception_class",
          "daycare_overbooking",
          "daycare_3h_window",
          "daycare_fixed_faces",
          "childminder",
          "childminder_backup",
          "home_care",
          "home_care_wage",
          "occasional",
          "registration_exempt");

  private static final Set<String> ran = new TreeSet<>();
  private static final Set<String> notCovered = new TreeSet<>();
  private static int rows;

  static List<GoldenRow> rows() throws IOException {
    List<GoldenRow> all = GoldenRow.all();
    return all.stream()
        .filter(
            row -> {
              boolean covered = KINDS.contains(row.care()) || row.care().startsWith("priority");
              if (!covered) {
                notCovered.add(row.care());
              }
              return covered;
            })
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void the_packs_say_what_the_row_says(GoldenRow row) {
    rows++;
    ran.add(row.care());
    CaseAnswer answer = row.answer();
    assertThat(answer.like(row.expected()))
        .as("%s, reasons %s", row, answer.reasons())
        .isEqualTo(row.expected());
  }

  @AfterAll
  static void say_what_ran() {
    System.out.printf(
        "Golden rows: %d run of the kinds %s; not covered: %s%n",
        rows, ran, notCovered.isEmpty() ? "none" : notCovered);
  }
}
