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
  void onBlackOutDatesThereIsNoBackUpCare() {
    assertThat(SYSTEM.whereIs("oma-fri")).isEqualTo("nowhere");
    assertThat(SYSTEM.blocker("oma-fri", "ida")).isEqualTo("BLACK_OUT");
  }

  @Test
  void theHoursOfTheYearAreFinite() {
    // 45 of 60 hours are used; of two days of nine hours one is left.
    boolean tuesday = SYSTEM.whereIs("bram-tue").equals("nowhere");
    boolean wednesday = SYSTEM.whereIs("bram-wed").equals("nowhere");
    assertThat(tuesday).isNotEqualTo(wednesday);
    assertThat(SYSTEM.blocker(tuesday ? "bram-tue" : "bram-wed", "nest")).isEqualTo("ENTITLEMENT");
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
