package org.plek.datasets.systems;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plek.domain.Placement;

/** System 4: childminders through an agency. */
class ChildmindersAgencyTest {
  private static final SolvedSystem SYSTEM = SolvedSystem.of("04-childminders-agency");

  @Test
  void aChildminderIsThereBeforeTheDaycareOpensAndBringsTheChild() {
    Placement lea = SYSTEM.placement("peeters-early/early/lea/2026-11-30");

    assertThat(lea.legs()).hasSize(2);
    assertThat(lea.legs().getFirst().providerId()).isEqualTo("ann");
    assertThat(lea.legs().getFirst().escortMinutes()).isPositive();
    assertThat(lea.legs().getLast().providerId()).isEqualTo("sun");
    assertThat(SYSTEM.blocker("peeters-early/early/lea/2026-11-30", "sun")).isEqualTo("OPEN");
    // All day she would be a sixth child under four beside Ann's own and her regular ones.
    assertThat(SYSTEM.blocker("peeters-early/early/lea/2026-11-30", "ann"))
        .isEqualTo("COMPOSITION_CAP");
  }

  @Test
  void aThirdBabyIsOverTheCapOfASmallGroup() {
    assertThat(SYSTEM.whereIs("noa-mon")).isEqualTo("cas");
    assertThat(SYSTEM.blocker("noa-mon", "ann")).isEqualTo("COMPOSITION_CAP");
  }

  @Test
  void sheFetchesFromSchoolAndNobodyArrivesMeanwhile() {
    assertThat(SYSTEM.whereIs("mulder-school/after/tim/2026-11-30")).isEqualTo("ann");
    assertThat(SYSTEM.whyNot("mulder-school/after/tim/2026-11-30", "cas"))
        .startsWith("ESCORT")
        .contains("nobody there fetches from school");
    assertThat(SYSTEM.whereIs("max-mon")).isEqualTo("cas");
    assertThat(SYSTEM.blocker("max-mon", "ann")).isEqualTo("ESCORT");
  }

  @Test
  void feverInTheHouseholdClosesTheHomeAndAStandInWhomTheChildKnowsTakesOver() {
    assertThat(SYSTEM.whyNot("ida-wed", "ann")).startsWith("OPEN").contains("HOUSEHOLD_FEVER");
    assertThat(SYSTEM.childrenAt("ann", "2026-12-02")).isEmpty();
    assertThat(SYSTEM.whereIs("ida-wed")).isEqualTo("ben");
    assertThat(SYSTEM.blocker("ida-wed", "cas")).isEqualTo("STAND_IN");
  }
}
