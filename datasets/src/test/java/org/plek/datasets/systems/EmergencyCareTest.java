package org.plek.datasets.systems;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** System 11: emergency care in a crisis. */
class EmergencyCareTest {
  private static final SolvedSystem SYSTEM = SolvedSystem.of("11-emergency-care");

  @Test
  void besideTheRegularChildrenBothParentsInACriticalJobGoFirstThenOne() {
    assertThat(SYSTEM.childrenAt("boom", "2026-11-30")).containsExactly("ans", "bas");
  }

  @Test
  void whoIsLeftGoesToTheMunicipalityWithTheReason() {
    assertThat(SYSTEM.whereIs("cas-mon")).isEqualTo("nowhere");
    assertThat(SYSTEM.blocker("cas-mon", "boom")).isEqualTo("LICENSED_CAPACITY");
    assertThat(SYSTEM.unplaced("cas-mon").reason()).isNotBlank();
  }

  @Test
  void aSickChildStaysHomeWhateverItsRank() {
    assertThat(SYSTEM.whereIs("dirk-mon")).isEqualTo("nowhere");
    // On Tuesday there is room.
    assertThat(SYSTEM.whereIs("dirk-tue")).isEqualTo("nowhere");
    assertThat(SYSTEM.whyNot("dirk-tue", "boom")).contains("no care is given on 2026-12-01");
  }

  @Test
  void theChildminderIsClosedWhileSomebodyAtHomeHasFeverAndOpensAgain() {
    assertThat(SYSTEM.blocker("cas-mon", "anna")).isEqualTo("OPEN");
    assertThat(
            java.util.List.of(
                SYSTEM.whereIs("ans-wed"), SYSTEM.whereIs("bas-wed"), SYSTEM.whereIs("cas-wed")))
        .containsExactlyInAnyOrder("boom", "boom", "anna");
  }
}
