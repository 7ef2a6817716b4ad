package org.plek.datasets.systems;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plek.cost.CostOf;
import org.plek.cost.Price;
import org.plek.domain.ProblemIndex;

/** System 10: back-up care of an employer, for children and dependent adults. */
class EmployerBackUpTest {
  private static final SolvedSystem SYSTEM = SolvedSystem.of("10-employer-back-up");

  @Test
  void aDependentAdultIsCaredForByTheCarerWhomTheFamilyRegistered() {
    assertThat(SYSTEM.whereIs("oma-mon")).isEqualTo("ida");
    assertThat(SYSTEM.blocker("oma-mon", "nest")).isEqualTo("AGE_ACCEPTED");
    assertThat(SYSTEM.blocker("oma-mon", "uma")).isEqualTo("AGE_ACCEPTED");
  }

  @Test
  void aChildGoesToTheDaycareOrToARegisteredCarerOnBothDays() {
    assertThat(SYSTEM.whereIs("bram-tue")).isIn("nest", "uma");
    assertThat(SYSTEM.whereIs("bram-wed")).isIn("nest", "uma");
    assertThat(SYSTEM.blocker("bram-tue", "ida")).isEqualTo("REGISTRATION");
  }

  @Test
  void whatIsAskedStaysWithinTheHoursOfTheYearAndOutsideTheBlackOutDates() {
    // 60 hours a year; 27 are used, two days of nine hours are asked.
    assertThat(SYSTEM.problem.policy().entitlements().getFirst().most()).isEqualTo(60 * 60);
    int used =
        SYSTEM.problem.history().stream().mapToInt(stay -> stay.minutes()).sum() + 2 * 9 * 60;
    assertThat(used).isEqualTo(45 * 60);
    assertThat(SYSTEM.plan.placements())
        .allSatisfy(
            placement ->
                assertThat(placement.legs().getFirst().start().toLocalDate())
                    .isBefore("2026-12-11"));
  }

  @Test
  void homeCarersMustBeRegisteredBeforehand() {
    assertThat(SYSTEM.whereIs("kaat-wed")).isEqualTo("nowhere");
    assertThat(SYSTEM.blocker("kaat-wed", "uma")).isEqualTo("REGISTRATION");
    assertThat(SYSTEM.whyNot("kaat-wed", "uma")).contains("registered beforehand");
  }

  @Test
  void theFamilyPaysTheCoPaymentAndTheEmployerTheRest() {
    ProblemIndex index = new ProblemIndex(SYSTEM.problem);
    Price price =
        new CostOf(index).price(index.session("oma-mon"), SYSTEM.placement("oma-mon").legs());
    // Four hours: 94.00 for the carer, 18.00 for the family.
    assertThat(price.cents()).isEqualTo(4 * 450);
    assertThat(price.lines().getFirst().cents()).isEqualByComparingTo("9400");
  }
}
