package org.plek.datasets.systems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.plek.cost.CostOf;
import org.plek.domain.ProblemIndex;

/** System 3: care at home, such as Brighton & Hove At Home Childcare with 35 carers. */
class CareAtHomeTest {
  private static final SolvedSystem SYSTEM = SolvedSystem.of("03-care-at-home");

  private static Set<String> carersOf(String... sessions) {
    Set<String> carers = new TreeSet<>();
    for (String session : sessions) {
      carers.add(SYSTEM.placement(session).legs().getFirst().providerId());
    }
    return carers;
  }

  @Test
  void thirtyFiveCarersWorkAtAtypicalHours() {
    assertThat(SYSTEM.problem.providers()).hasSize(35);
    assertThat(SYSTEM.plan.unplaced()).isEmpty();
  }

  @Test
  void bothSiblingsAreWithTheSameCarerEveryNight() {
    assertThat(carersOf("amina-tue", "adam-tue", "amina-thu", "adam-thu")).hasSize(1);
  }

  @Test
  void theSameCarerComesEachTime() {
    assertThat(carersOf("ben-mon", "ben-wed", "ben-fri", "ben-sun")).hasSize(1);
    assertThat(carersOf("cara-sat", "cara-sun")).hasSize(1);
  }

  @Test
  void theCarerWhomTheChildrenKnowComesAgain() {
    assertThat(carersOf("dora-mon", "dan-mon")).containsExactly("carer-06");
  }

  @Test
  void aCarerWhoseHoursDoNotReachIsNotAsked() {
    // Carer 1 works from 06:00 to 14:00.
    assertThat(SYSTEM.blocker("ben-mon", "carer-01")).isEqualTo("OPEN");
  }

  @Test
  void twoChildrenShareTheNightRateAndTheVisit() {
    ProblemIndex index = new ProblemIndex(SYSTEM.problem);
    var placement = SYSTEM.placement("amina-tue");
    String carer = placement.legs().getFirst().providerId();
    long evening =
        SYSTEM.problem.providers().get(index.provider(carer)).tariff().centsPerCarerHour();
    // 21:30-22:00 and 06:00-06:30 at the carer's own price, eight hours at 18.00, a visit of 3.00.
    long both = evening + 8 * 1800 + 300;
    assertThat(new CostOf(index).price(index.session("amina-tue"), placement.legs()).cents())
        .isEqualTo((both + 1) / 2);
  }
}
