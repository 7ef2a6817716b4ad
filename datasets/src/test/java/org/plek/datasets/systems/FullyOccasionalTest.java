package org.plek.datasets.systems;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plek.domain.Group;

/** System 1: fully occasional daycare, such as 38 Volt and Het Lindeke. */
class FullyOccasionalTest {
  private static final SolvedSystem SYSTEM = SolvedSystem.of("01-fully-occasional");

  @Test
  void nobodyIsRegularAndEveryDayHasAnotherGroup() {
    assertThat(SYSTEM.problem.providers().getFirst().groups())
        .flatExtracting(Group::regularChildren)
        .isEmpty();
    assertThat(SYSTEM.childrenAt("volt", "2026-11-30")).containsExactly("bo", "dina");
    assertThat(SYSTEM.childrenAt("volt", "2026-12-01")).containsExactly("bo", "cas", "dina");
    assertThat(SYSTEM.childrenAt("volt", "2026-12-02")).containsExactly("ali", "gus", "hana");
    assertThat(SYSTEM.childrenAt("volt", "2026-12-03")).containsExactly("bo");
    assertThat(SYSTEM.childrenAt("volt", "2026-12-04")).containsExactly("ela");
  }

  @Test
  void whenTuesdayIsOverAskedTheQueueFollowsThePolicyNotTheDateOfAsking() {
    assertThat(SYSTEM.whereIs("dina-tue")).isEqualTo("volt");
    assertThat(SYSTEM.whereIs("cas-tue")).isEqualTo("volt");
    assertThat(SYSTEM.whereIs("bo-tue")).isEqualTo("volt");
    assertThat(SYSTEM.whereIs("ali-tue")).isEqualTo("nowhere");
    assertThat(SYSTEM.blocker("ali-tue", "volt")).isEqualTo("LICENSED_CAPACITY");
  }

  @Test
  void withinATierTheOneWhoAskedEarlierGoesFirst() {
    // All four ask for the same hours of relief; Aya asked last.
    assertThat(SYSTEM.whereIs("aya-wed")).isEqualTo("nowhere");
    assertThat(SYSTEM.plan.score())
        .as("Aya one day, Ali's Tuesday nine")
        .containsEntry("WAITING", 10L);
  }

  @Test
  void aFamilyWithARegularNeedIsPassedOnToADaycareWithRegularPlaces() {
    assertThat(SYSTEM.whereIs("feys-regular/weekly/fien/2026-11-30")).isEqualTo("rainbow");
    assertThat(SYSTEM.blocker("feys-regular/weekly/fien/2026-11-30", "volt"))
        .isEqualTo("REQUEST_ACCEPTED");
    assertThat(SYSTEM.blocker("ali-tue", "rainbow")).isEqualTo("REQUEST_ACCEPTED");
  }
}
