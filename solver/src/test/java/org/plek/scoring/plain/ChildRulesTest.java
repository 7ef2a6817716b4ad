package org.plek.scoring.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plek.scoring.ConstraintName.ONE_PLACE_AT_A_TIME;
import static org.plek.scoring.ConstraintName.PROVIDERS_PER_CHILD;
import static org.plek.scoring.ConstraintName.SETTLING_IN;
import static org.plek.scoring.ConstraintName.UNKNOWN_FACES;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.plek.Fixture;
import org.plek.ProviderFixture;
import org.plek.domain.Urgency;

class ChildRulesTest {
  private static final String MONDAY = "2026-03-02 ";

  private static Fixture fixture(
      UnaryOperator<ProviderFixture> daycare, Urgency urgency, String... times) {
    return Fixture.from("2026-03-02", 5)
        .policy(policy -> Policies.settlingIn(policy, 120))
        .daycare("Sun", daycare)
        .daycare("Moon", p -> p)
        .family("Peeters", f -> f.child("Lea", "2022-03-01"))
        .request(
            "r",
            "Peeters",
            r -> {
              for (String time : times) {
                r.urgency(urgency).care("Lea", time);
              }
              return r;
            });
  }

  private static Trial both(String first, String second) {
    return Trial.of(fixture(p -> p, Urgency.PLANNED, first, second))
        .put("r-1", "Sun", first)
        .put("r-2", "Moon", second);
  }

  @Test
  @Measures(ONE_PLACE_AT_A_TIME)
  void isInOnePlaceAtATime() {
    // Until 12:05 is present until 12:15, from 11:40 from 11:30: 3 slots; touching is none.
    assertThat(both(MONDAY + "08:00-12:05", MONDAY + "11:40-15:00").amount(ONE_PLACE_AT_A_TIME))
        .isEqualTo(3);
    assertThat(both(MONDAY + "08:00-12:00", MONDAY + "12:00-15:00").amount(ONE_PLACE_AT_A_TIME))
        .isZero();
  }

  @Test
  @Measures(ONE_PLACE_AT_A_TIME)
  void isNotElsewhereDuringItsRegularHours() {
    // Regular until 09:10, present until 09:15: 5 slots from 08:00; at the same provider too.
    Fixture fixture =
        fixture(
            p -> p.regularKnown("reg", "2022-03-01", "Mon 07:00-09:10", "Lea"),
            Urgency.PLANNED,
            MONDAY + "08:00-12:00");
    assertThat(
            Trial.of(fixture)
                .put("r-1", "Moon", MONDAY + "08:00-12:00")
                .amount(ONE_PLACE_AT_A_TIME))
        .isEqualTo(5);
    assertThat(
            Trial.of(fixture).put("r-1", "Sun", MONDAY + "08:00-12:00").amount(ONE_PLACE_AT_A_TIME))
        .isEqualTo(5);
  }

  @Test
  @Measures({PROVIDERS_PER_CHILD, UNKNOWN_FACES})
  void countsProvidersBeyondTheFirstAndLegsWithUnknownOnes() {
    String tuesday = "2026-03-03 08:00-12:00";
    String wednesday = "2026-03-04 08:00-12:00";
    Fixture fixture = fixture(p -> p, Urgency.PLANNED, MONDAY + "08:00-12:00", tuesday, wednesday);
    Trial trial =
        Trial.of(fixture)
            .put("r-1", "Sun", MONDAY + "08:00-12:00")
            .put("r-2", "Moon", tuesday)
            .put("r-3", "Moon", wednesday);
    // Two providers: 1. Three legs, nobody known: 3; with history at the Moon 1; a stay on the
    // first
    // date of the horizon is no history.
    assertThat(trial.amount(PROVIDERS_PER_CHILD)).isEqualTo(1);
    assertThat(trial.amount(UNKNOWN_FACES)).isEqualTo(3);
    fixture.history("Lea", "Moon", "2026-03-02");
    assertThat(again(fixture, trial).amount(UNKNOWN_FACES)).isEqualTo(3);
    fixture.history("Lea", "Moon", "2026-03-01");
    assertThat(again(fixture, trial).amount(UNKNOWN_FACES)).isEqualTo(1);
  }

  private static PlainScore again(Fixture fixture, Trial trial) {
    Trial other = Trial.of(fixture);
    other.placements.addAll(trial.placements);
    return other.score();
  }

  @Test
  @Measures(SETTLING_IN)
  void settlesInBeforeTheFirstLongStay() {
    // Settling in takes 120 minutes at most. The first stay decides, whatever the order of the
    // plan.
    assertThat(settling(Urgency.PLANNED, MONDAY + "08:00-10:15", MONDAY + "14:00-15:00"))
        .isEqualTo(1);
    assertThat(settling(Urgency.PLANNED, MONDAY + "14:00-18:00", MONDAY + "08:00-10:00")).isZero();
    assertThat(settling(Urgency.URGENT, MONDAY + "08:00-10:15", MONDAY + "14:00-15:00")).isZero();
    Fixture known =
        fixture(p -> p, Urgency.PLANNED, MONDAY + "08:00-12:00")
            .history("Lea", "Sun", "2025-12-01");
    assertThat(Trial.of(known).put("r-1", "Sun", MONDAY + "08:00-12:00").amount(SETTLING_IN))
        .isZero();
  }

  private static long settling(Urgency urgency, String one, String other) {
    return Trial.of(fixture(p -> p, urgency, one, other))
        .put("r-1", "Sun", one)
        .put("r-2", "Sun", other)
        .amount(SETTLING_IN);
  }
}
