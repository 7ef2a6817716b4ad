package org.plek.scoring.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plek.scoring.ConstraintName.FIXED_FACES;
import static org.plek.scoring.ConstraintName.HOME_GROUP;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.plek.Fixture;
import org.plek.ProviderFixture;
import org.plek.RequestFixture;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.Policy;
import org.plek.rules.RulePacks;
import org.plek.scoring.ConstraintName;

/** Dutch law; Lea comes in the mornings of Monday to Wednesday and of the next Monday. */
class KnownGroupRulesTest {
  private static final List<String> MORNINGS =
      List.of(
          "2026-03-02 08:00-12:00",
          "2026-03-03 08:00-12:00",
          "2026-03-04 08:00-12:00",
          "2026-03-09 08:00-12:00");

  private static long amount(
      ConstraintName name,
      String born,
      UnaryOperator<ProviderFixture> sun,
      UnaryOperator<RequestFixture> request,
      int... groups) {
    Fixture fixture =
        Fixture.from("2026-03-02", 14)
            .rulePack("NL")
            .daycare("Sun", sun)
            .family("Peeters", f -> f.child("Lea", born))
            .request(
                "r",
                "Peeters",
                r -> {
                  MORNINGS.forEach(morning -> r.care("Lea", morning));
                  return request.apply(r);
                });
    List<Placement> plan = new ArrayList<>();
    for (int i = 0; i < groups.length; i++) {
      plan.add(
          new Placement(
              "r-" + (i + 1),
              PlacementState.PROPOSED,
              null,
              List.of(Trial.leg("Sun", "Sun-" + groups[i], MORNINGS.get(i), 0))));
    }
    return new PlainScorer(
            fixture.index(), RulePacks.bundled(), new GreatCircleTravel(Policy.plain("plain")))
        .score(plan)
        .amount(name);
  }

  @Test
  @Measures(HOME_GROUP)
  void aChildIsInOneGroupAWeekOrInTwoWithConsent() {
    UnaryOperator<ProviderFixture> three = p -> p.groups(3);
    UnaryOperator<RequestFixture> asks = r -> r;
    assertThat(amount(HOME_GROUP, "2024-03-03", three, asks, 1, 1, 1, 2)).isZero();
    assertThat(amount(HOME_GROUP, "2024-03-03", three, asks, 1, 2, 1, 1)).isEqualTo(1);
    assertThat(amount(HOME_GROUP, "2024-03-03", three, asks, 1, 2, 3, 1)).isEqualTo(2);
    assertThat(amount(HOME_GROUP, "2024-03-03", three, r -> r.secondGroup(), 1, 2, 1, 1)).isZero();
    assertThat(amount(HOME_GROUP, "2024-03-03", three, r -> r.secondGroup(), 1, 2, 3, 1))
        .isEqualTo(1);
    // A regular place on Thursdays in the first group is her home group.
    assertThat(
            amount(
                HOME_GROUP,
                "2024-03-03",
                p -> p.groups(3).regularKnown("lea", "2024-03-03", "Thu 08:00-12:00", "Lea"),
                asks,
                2,
                2))
        .isEqualTo(1);
    // The exemption for contracts of changing days, where the provider chooses it.
    assertThat(
            amount(
                HOME_GROUP,
                "2024-03-03",
                p -> p.groups(3).choices("NL_FLEX_EXEMPT"),
                asks,
                1,
                2,
                3))
        .isZero();
  }

  /** Another caregiver each day, and one more on both Mondays. */
  private static ProviderFixture changing(ProviderFixture p) {
    return p.caregivers(0)
        .caregiver("monday", "Mon 07:00-19:00")
        .caregiver("tuesday", "Tue 07:00-19:00")
        .caregiver("wednesday", "Wed 07:00-12:00")
        .caregiver("afternoon", "Wed 12:00-19:00");
  }

  @Test
  @Measures(FIXED_FACES)
  void onEveryDayOneOfTheFewFacesWorks() {
    UnaryOperator<ProviderFixture> sun = KnownGroupRulesTest::changing;
    UnaryOperator<RequestFixture> asks = r -> r;
    // Under one year two faces: the Monday one for both Mondays, and one of the other two days.
    assertThat(amount(FIXED_FACES, "2025-09-01", sun, asks, 1, 1)).isZero();
    assertThat(amount(FIXED_FACES, "2025-09-01", sun, asks, 1, 1, 1, 1)).isEqualTo(1);
    // From one year on three; the afternoon's caregiver does not see a morning child.
    assertThat(amount(FIXED_FACES, "2024-09-01", sun, asks, 1, 1, 1, 1)).isZero();
    // One year old on the second day, under one on the first: two.
    assertThat(amount(FIXED_FACES, "2025-03-03", sun, asks, 1, 1, 1)).isEqualTo(1);
    assertThat(
            amount(
                FIXED_FACES,
                "2025-09-01",
                p -> changing(p).choices("NL_FLEX_EXEMPT"),
                asks,
                1,
                1,
                1,
                1))
        .isZero();
  }
}
