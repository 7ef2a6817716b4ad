package org.plek.datasets.systems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** System 8: a halte-garderie beside a multi-accueil. */
class HalteGarderieTest {
  private static final SolvedSystem SYSTEM = SolvedSystem.of("08-halte-garderie");

  @Test
  void aChildHasThreeHalfDaysAWeekThePastOnesIncluded() {
    List<String> mornings =
        List.of("zoe-tue", "zoe-wed", "zoe-thu").stream()
            .filter(morning -> SYSTEM.whereIs(morning).equals("halte"))
            .toList();
    assertThat(mornings).hasSize(2);
    String refused =
        List.of("zoe-tue", "zoe-wed", "zoe-thu").stream()
            .filter(morning -> !mornings.contains(morning))
            .findFirst()
            .orElseThrow();
    assertThat(SYSTEM.blocker(refused, "halte")).isEqualTo("ENTITLEMENT");
    assertThat(SYSTEM.explain(refused).balances().getFirst().words())
        .isEqualTo(
            "3 of 3 half days from 2026-11-30 to 2026-12-06 (1 before, 2 in the plan), 0 left");
  }

  @Test
  void theUnexpectedHospitalVisitGetsThePlaceKeptForEmergencies() {
    assertThat(SYSTEM.whereIs("yanis-wed")).isEqualTo("multi");
  }

  @Test
  void theMultiAccueilDecidesItsOwnMixAndWidensItOnThursday() {
    assertThat(List.of(SYSTEM.whereIs("nora-wed"), SYSTEM.whereIs("omar-wed")))
        .containsExactlyInAnyOrder("multi", "nowhere");
    String refused = SYSTEM.whereIs("nora-wed").equals("multi") ? "omar-wed" : "nora-wed";
    assertThat(SYSTEM.blocker(refused, "multi")).isEqualTo("OCCASIONAL_QUOTA");
    assertThat(SYSTEM.whereIs("nora-thu")).isEqualTo("multi");
    assertThat(SYSTEM.whereIs("omar-thu")).isEqualTo("multi");
  }
}
