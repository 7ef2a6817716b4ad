package org.plek.datasets.systems;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plek.scoring.plain.OptionCost;
import org.plek.scoring.plain.ProviderAnswer;

/** System 5: a local desk with a broker and three levels of help (Brighton & Hove, Mechelen). */
class LocalDeskTest {
  private static final SolvedSystem SYSTEM = SolvedSystem.of("05-local-desk");

  @Test
  void aFamilyThatSearchedItselfKeepsWhatItChose() {
    // The sun is cheaper and nearer; the hold of Arne's family stands until this evening.
    assertThat(SYSTEM.whereIs("arne-tue")).isEqualTo("moon");
  }

  @Test
  void aFamilyThatIsAdvisedGetsAListWithPriceAndTravelAndItsWishCounts() {
    assertThat(SYSTEM.whereIs("binta-thu")).isEqualTo("moon");
    for (ProviderAnswer answer : SYSTEM.explain("binta-thu").nearest()) {
      OptionCost cost = answer.cost();
      assertThat(cost).as(answer.providerId()).isNotNull();
      assertThat(cost.cents()).isPositive();
      assertThat(cost.travelMinutes()).isPositive();
    }
  }

  @Test
  void whatTheBrokerOfferedStaysAndNoFamilyGetsWhatItDoesNotWant() {
    assertThat(SYSTEM.whereIs("cato-tue")).isEqualTo("ann");
    assertThat(SYSTEM.problem.families().get(2).excludedProviders()).containsExactly("sun");
  }

  @Test
  void everyRequestIsKeptAndArguesForMoreOpeningHoursWhereNeedIsUnmet() {
    assertThat(SYSTEM.plan.placements().size() + SYSTEM.plan.unplaced().size()).isEqualTo(6);
    // Nobody opens before seven: two families on one Wednesday.
    assertThat(SYSTEM.whereIs("dries-wed")).isEqualTo("nowhere");
    assertThat(SYSTEM.whereIs("ella-wed")).isEqualTo("nowhere");
    assertThat(SYSTEM.blocker("dries-wed", "ann")).isEqualTo("OPEN");
    assertThat(SYSTEM.blocker("ella-wed", "ann")).isEqualTo("OPEN");
  }
}
