package org.plek.datasets.systems;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plek.cost.BoughtBill;
import org.plek.cost.Invoice;
import org.plek.domain.ProblemIndex;

/**
 * System 13: places bought by a hospital, which only its families may use, paid also when empty.
 */
class BoughtPlacesTest {
  private static final SolvedSystem SYSTEM = SolvedSystem.of("13-bought-places");

  @Test
  void theFamilyOfTheProgrammeUsesABoughtPlace() {
    assertThat(SYSTEM.whereIs("noor-tue")).isEqualTo("sun");
  }

  @Test
  void othersDoNotGetThemAlsoWhenTheyAreEmpty() {
    // Four places, one regular child, two bought: one is left on Tuesday for two families.
    assertThat(SYSTEM.whereIs("otis-tue")).isEqualTo("sun");
    assertThat(SYSTEM.whereIs("pia-tue")).isEqualTo("nowhere");
    assertThat(SYSTEM.blocker("pia-tue", "sun")).isEqualTo("BOUGHT_PLACES");
  }

  @Test
  void theOwnerPaysForEmptyPlaces() {
    ProblemIndex index = new ProblemIndex(SYSTEM.problem);
    // Two places, three days of 12 hours at 3.50: 252.00; Noor uses 8 of 72 hours.
    assertThat(BoughtBill.of(index, SYSTEM.plan.placements()))
        .containsExactly(new BoughtBill("HOSPITAL", "sun-1", 72 * 60, 8 * 60, 25_200, 64 * 350));
    // The family pays 40 % of 8 x 5.00.
    assertThat(Invoice.of(index, SYSTEM.plan.placements()).centsOf("nys")).isEqualTo(1600);
  }
}
