package org.plek.datasets.systems;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** System 7: OKiDO, care plans that are looked at again when others' urgent needs count. */
class OkidoTest {
  private static final SolvedSystem SYSTEM = SolvedSystem.of("07-okido");

  @Test
  void untilItsReviewDateACarePlanIsAgreedWhoeverAsks() {
    assertThat(SYSTEM.childrenAt("okido", "2026-12-02")).containsExactly("mia", "pia");
    assertThat(SYSTEM.whereIs("vic-wed")).isEqualTo("nowhere");
    assertThat(SYSTEM.blocker("vic-wed", "okido")).isEqualTo("LICENSED_CAPACITY");
  }

  @Test
  void fromItOnTheUrgentNeedOfAVulnerableFamilyCountsAndThePlanMoves() {
    assertThat(SYSTEM.childrenAt("okido", "2026-12-03")).containsExactly("pia", "vic");
    assertThat(SYSTEM.whereIs("mia-thu")).isEqualTo("neighbour");
  }

  @Test
  void twoMarksMakeAFamilyVulnerableOnlyWithOneOfTheThreeThatWeigh() {
    // Seeking work and alone: two marks, but neither income, health nor diploma; it waits.
    assertThat(SYSTEM.whereIs("wim-thu")).isEqualTo("nowhere");
    var policy = SYSTEM.problem.policy();
    var request = SYSTEM.problem.requests().get(3);
    var family = SYSTEM.problem.families().get(3);
    assertThat(policy.tierOf(request, family, request.sessions().getFirst())).isEqualTo(1);
  }

  @Test
  void aFifthOfTheChildrenOfTheYearAreOfVulnerableFamilies() {
    // Mia, Pia, Vic and, in March, Wim; with Yara and one more, two of six.
    assertThat(SYSTEM.childrenAt("okido", "2026-12-04")).hasSize(2).contains("yara");
    assertThat(SYSTEM.plan.score()).doesNotContainKey("SHARE");

    String other = SYSTEM.whereIs("xan-fri").equals("neighbour") ? "xan-fri" : "zoe-fri";
    // One of six: 20 x 6 - 100.
    assertThat(SYSTEM.amountIfExchanged("SHARE", "yara-fri", other)).isEqualTo(20);
  }
}
