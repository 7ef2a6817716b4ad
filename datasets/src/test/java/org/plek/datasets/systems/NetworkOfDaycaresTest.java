package org.plek.datasets.systems;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;
import org.plek.domain.Placement;
import org.plek.domain.Request;
import org.plek.domain.Urgency;

/** System 2: a network of daycares, such as Gravesham and Saint-Martin-Boulogne. */
class NetworkOfDaycaresTest {
  private static final SolvedSystem SYSTEM = SolvedSystem.of("02-network-of-daycares");

  @Test
  void plannedNeedsAreKnownTwoWeeksAhead() {
    assertThat(SYSTEM.problem.requests())
        .filteredOn(request -> request.urgency() == Urgency.PLANNED)
        .extracting(Request::askedAt)
        .allMatch(
            asked -> asked.toLocalDate().plusDays(14).isBefore(SYSTEM.problem.from().plusDays(1)));
  }

  @Test
  void thePlaceKeptFreeGoesToTheEmergencyAndToNobodyElse() {
    assertThat(SYSTEM.whereIs("felix-15")).isEqualTo("farandole");
    // Three regular children and two occasional ones: the sixth place is the one kept free.
    assertThat(SYSTEM.childrenAt("farandole", "2026-12-14")).hasSizeLessThanOrEqualTo(2);
    assertThat(SYSTEM.childrenAt("farandole", "2026-12-17")).hasSizeLessThanOrEqualTo(2);
    assertThat(SYSTEM.blocker("emma-17", "farandole")).isEqualTo("KEPT_FREE");
  }

  @Test
  void theCommitteeLetsASecondOccasionalChildInFromWednesday() {
    assertThat(SYSTEM.childrenAt("lutins", "2026-12-15")).containsExactly("basile");
    assertThat(SYSTEM.blocker("chloe-15", "lutins")).isEqualTo("OCCASIONAL_QUOTA");
    assertThat(SYSTEM.childrenAt("lutins", "2026-12-17")).hasSize(2);
  }

  @Test
  void everybodyHasAPlaceAndAllThreeProvidersServe() {
    assertThat(SYSTEM.plan.unplaced()).isEmpty();
    assertThat(SYSTEM.plan.placements())
        .flatExtracting(Placement::legs)
        .extracting("providerId")
        .contains("farandole", "lutins", "rose");
  }

  @Test
  void aFamilyWhoseOccasionalUseHasBecomeRegularIsListedWithWhatWouldSuit() {
    assertThat(SYSTEM.whereIs("chloe-15")).isEqualTo("farandole");
    assertThat(SYSTEM.regularUses())
        .singleElement()
        .satisfies(
            use -> {
              assertThat(use.childId()).isEqualTo("chloe");
              assertThat(use.providerId()).isEqualTo("farandole");
              assertThat(use.weekdays()).containsExactly(DayOfWeek.TUESDAY);
              assertThat(use.weeks()).isEqualTo(4);
              assertThat(use.suits()).extracting("providerId").containsExactly("farandole");
            });
  }
}
