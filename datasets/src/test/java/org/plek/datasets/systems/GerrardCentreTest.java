package org.plek.datasets.systems;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** System 9: daily use for at most two weeks, the most urgent always first. */
class GerrardCentreTest {
  private static final SolvedSystem SYSTEM = SolvedSystem.of("09-gerrard-centre");

  @Test
  void dailyUseEndsAfterTwoWeeksTheWeekBeforeIncluded() {
    assertThat(SYSTEM.whereIs("ada-daily/d/ada/2026-12-04")).isEqualTo("gerrard");
    assertThat(SYSTEM.whereIs("ada-daily/d/ada/2026-12-07")).isEqualTo("nowhere");
    assertThat(SYSTEM.blocker("ada-daily/d/ada/2026-12-07", "gerrard")).isEqualTo("ENTITLEMENT");
    assertThat(SYSTEM.whyNot("ada-daily/d/ada/2026-12-07", "gerrard"))
        .contains("15 of 14 days from first to last from 2026-11-23 to 2026-12-07");
  }

  @Test
  void theMostUrgentGoFirstAndWhoAskedLongAgoWaits() {
    assertThat(SYSTEM.childrenAt("gerrard", "2026-11-30")).containsExactly("ada", "ben");
    assertThat(SYSTEM.blocker("carl-mon", "gerrard")).isEqualTo("LICENSED_CAPACITY");
    assertThat(SYSTEM.whereIs("carl-next")).isEqualTo("gerrard");
  }
}
