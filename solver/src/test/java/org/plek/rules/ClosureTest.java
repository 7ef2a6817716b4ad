package org.plek.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plek.rules.Law.children;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plek.domain.ProviderKind;

/** The published figures of the Dutch calculation, and what its closure costs. */
class ClosureTest {
  private static final Norm DUTCH = Law.daycare("NL", "2026-09-01", Law.PLAIN);
  private static final Norm CORRECTED =
      Law.daycare("NL", "2026-09-01", Law.with(Set.of("NL_CORRECTED"), Set.of()));

  @Test
  void of_4844_dutch_compositions_4518_are_legal() {
    Closure.Report report = Closure.of(DUTCH, 4, 16).report();
    assertThat(report.compositions()).isEqualTo(4844);
    assertThat(report.legal()).isEqualTo(4518);
    assertThat(report.withIllegalPart()).isZero();
    assertThat(report.dearer()).isPositive();
  }

  @Test
  void sixteen_more_would_be_legal_without_the_cap_of_eight_babies() {
    long withoutCap =
        dutchGroups().stream().filter(n -> DUTCH.caregiversRequired(children(n)) < 99).count();
    assertThat(withoutCap).isEqualTo(4518 + 16);
  }

  @Test
  void formula_z_decides_675_groups_and_one_child_less_28() {
    Clause.TableRatio ratio =
        RulePacks.bundled()
            .pack("NL")
            .clause(
                Clause.TableRatio.class, ProviderKind.DAYCARE, LocalDate.of(2026, 9, 1), Set.of())
            .orElseThrow();
    RatioTable table = new RatioTable(ratio);
    List<int[]> legal = dutchGroups().stream().filter(n -> inTable(children(n))).toList();
    assertThat(legal.stream().filter(table::formulaDecides)).hasSize(675);
    assertThat(legal.stream().filter(n -> table.required(children(n)) > table.tableAndFormula(n)))
        .hasSize(28);
  }

  @Test
  void the_two_readings_of_one_child_less_differ_for_exactly_four_groups() {
    List<List<Integer>> differ = new ArrayList<>();
    for (int[] n : dutchGroups()) {
      int law = DUTCH.caregiversRequired(children(n));
      int corrected = CORRECTED.caregiversRequired(children(n));
      if (law != corrected) {
        assertThat(law).isEqualTo(2);
        assertThat(corrected).isEqualTo(3);
        differ.add(List.of(n[0], n[1], n[2], n[3]));
      }
    }
    assertThat(differ)
        .containsExactlyInAnyOrder(
            List.of(0, 11, 0, 2), List.of(1, 8, 0, 2), List.of(1, 8, 0, 3), List.of(1, 8, 1, 1));
  }

  @Test
  void the_dutch_number_can_rise_when_a_child_leaves_and_the_closure_covers_it() {
    // (1,8,1,1) needs 2 by the law; without its three-year-old (1,8,1,0) it needs 3.
    assertThat(DUTCH.caregiversRequired(children(1, 8, 1, 1))).isEqualTo(2);
    assertThat(DUTCH.caregiversRequired(children(1, 8, 1, 0))).isEqualTo(3);
    assertThat(Closure.of(DUTCH, 4, 16).required(children(1, 8, 1, 1))).isEqualTo(3);
  }

  @Test
  void a_closed_group_never_becomes_dearer_when_a_child_leaves() {
    Closure closure = Closure.of(DUTCH, 4, 16);
    for (int[] n : dutchGroups()) {
      int whole = closure.required(children(n));
      assertThat(whole).isGreaterThanOrEqualTo(DUTCH.caregiversRequired(children(n)));
      for (int c = 0; c < 4; c++) {
        if (n[c] > 0) {
          assertThat(closure.required(children(n) - ChildCounts.one(c))).isLessThanOrEqualTo(whole);
        }
      }
    }
  }

  @Test
  void the_flemish_mixed_ratio_of_2027_is_closed_too() {
    Norm flemish = Law.norm("VL", ProviderKind.DAYCARE, Level.LOCATION, "2027-01-04", Law.PLAIN);
    Closure closure = Closure.of(flemish, 2, 60);
    // Six babies need 2 (1:5), with one older child 7 need only 1 (1:7).
    assertThat(flemish.caregiversRequired(children(6, 1))).isEqualTo(1);
    assertThat(closure.required(children(6, 1))).isEqualTo(2);
    assertThat(closure.required(children(0, 61))).isEqualTo(Norm.IMPOSSIBLE);
  }

  /** The published counts include the sixteen groups that only the cap of eight forbids. */
  private static boolean inTable(long counts) {
    return DUTCH.caregiversRequired(counts) < Norm.IMPOSSIBLE;
  }

  private static List<int[]> dutchGroups() {
    List<int[]> groups = new ArrayList<>();
    for (int code = 1; code < 17 * 17 * 17 * 17; code++) {
      int[] n = {code % 17, code / 17 % 17, code / 289 % 17, code / 4913};
      if (n[0] + n[1] + n[2] + n[3] <= 16) {
        groups.add(n);
      }
    }
    return groups;
  }
}
