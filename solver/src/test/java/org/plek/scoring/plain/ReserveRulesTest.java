package org.plek.scoring.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plek.scoring.ConstraintName.BOUGHT_PLACES;
import static org.plek.scoring.ConstraintName.GROUP_SIZE;
import static org.plek.scoring.ConstraintName.KEPT_FREE;
import static org.plek.scoring.ConstraintName.OCCASIONAL_QUOTA;
import static org.plek.scoring.ConstraintName.REGULAR_FLOOR;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.plek.Fixture;
import org.plek.ProviderFixture;
import org.plek.RequestFixture;
import org.plek.domain.Policy;
import org.plek.domain.Reserve;
import org.plek.domain.Urgency;

class ReserveRulesTest {
  private static final String MONDAY = "2026-03-02 ";

  /** Lea, four years old, 09:00 to 10:00 at a daycare open 08:00 to 12:00 on Monday. */
  private static Trial lea(
      UnaryOperator<Policy> policy,
      UnaryOperator<ProviderFixture> daycare,
      UnaryOperator<RequestFixture> request) {
    return Trial.of(base(policy, daycare, request)).put("r-1", "Sun", MONDAY + "09:00-10:00");
  }

  private static Fixture base(
      UnaryOperator<Policy> policy,
      UnaryOperator<ProviderFixture> daycare,
      UnaryOperator<RequestFixture> request) {
    return Fixture.from("2026-03-02", 1)
        .policy(policy)
        .daycare("Sun", p -> daycare.apply(p.open("Mon 08:00-12:00")))
        .family("Peeters", f -> f.child("Lea", "2022-03-01"))
        .request("r", "Peeters", r -> request.apply(r.care("Lea", MONDAY + "09:00-10:00")));
  }

  private static UnaryOperator<Policy> kept(int places, int releaseMinutes, int ageMonths) {
    return policy ->
        Policies.keeping(policy, new Reserve("Sun-1", places, releaseMinutes, ageMonths));
  }

  @Test
  @Measures(KEPT_FREE)
  void keepsAPlaceInTheGroupAndAtTheProvider() {
    // 2 places, 1 kept, a regular child 09:30-10:30. With Lea 09:30-10:00 the kept place is gone in
    // 2 slots, once for the group and once for the provider's capacity: 4. Elsewhere 1 + 1 <= 2.
    UnaryOperator<ProviderFixture> two =
        p -> p.places(2).caregivers(9).regular("Mia", "2022-01-01", "Mon 09:30-10:30");
    assertThat(lea(kept(1, 0, 36), two, r -> r).amount(KEPT_FREE)).isEqualTo(4);
    // An urgent child uses the place up.
    assertThat(lea(kept(1, 0, 36), two, r -> r.urgency(Urgency.URGENT)).amount(KEPT_FREE)).isZero();
    // Two kept places and an urgent child: one left, so 09:30-10:00 as before: 2 + 2; and without
    // Lea 09:00-09:30 is 0 + 2 (but she is there: 1 + 1), 10:00-10:30 1 regular + 2 kept: 1 over in
    // group and provider, 2 slots: 4. In all 8.
    assertThat(lea(kept(2, 0, 36), two, r -> r.urgency(Urgency.URGENT)).amount(KEPT_FREE))
        .isEqualTo(8);
  }

  @Test
  @Measures(KEPT_FREE)
  void countsOnlyWhatTheKeptPlacesAdd() {
    // 1 place, Lea and a regular child: 2 over without the kept place in nobody's favour. Group:
    // max(0, 2 + 1 - 1) - max(0, 2 - 1) = 1 in 4 slots; the same at the provider: 8 in all.
    // 08:00-09:00
    // the regular child and the kept place: 1 + 1, 4 slots each: 8; 10:00-12:00 again 8 slots: 16.
    UnaryOperator<ProviderFixture> one =
        p -> p.places(1).caregivers(9).regular("Mia", "2022-01-01", "Mon 08:00-12:00");
    Trial trial = lea(kept(1, 0, 36), one, r -> r);
    assertThat(trial.amount(KEPT_FREE)).isEqualTo(32);
    assertThat(trial.amount(GROUP_SIZE)).isEqualTo(4);
  }

  @Test
  @Measures(KEPT_FREE)
  void wantsACaregiverForAChildOfTheAgeOfTheReserve() {
    // 1 caregiver, Lea and 4 regular others 09:30-11:00: 5/6, with a kept other 6/6, with a kept
    // baby 5/6 + 2/6 = 7/6: one caregiver short 09:30-10:00 (2 slots). Then 4/6 + 2/6 = 1: none.
    UnaryOperator<ProviderFixture> five =
        p -> {
          p.caregivers(1);
          for (int i = 1; i <= 4; i++) {
            p.regular("O" + i, "2022-01-01", "Mon 09:30-11:00");
          }
          return p;
        };
    assertThat(lea(kept(1, 0, 12), five, r -> r).amount(KEPT_FREE)).isZero();
    Trial baby = lea(kept(1, 0, 11), five, r -> r);
    assertThat(baby.amount(KEPT_FREE)).isEqualTo(2);
    assertThat(baby.texts(KEPT_FREE))
        .containsExactly(
            "KEPT_FREE: group Sun-1 on 2026-03-02 09:30–10:00: 5 children (others: 5) leave too"
                + " little for 1 kept-free place: 0 over the size, 1 caregiver short.");
  }

  @Test
  @Measures(KEPT_FREE)
  void releasesAPlaceWhenTheMomentHasReachedTheSlotLessTheRelease() {
    // 1 place, 1 kept, Lea 09:00-10:00. At 2026-03-01 12:00 slots until 09:30 are at most 21.5
    // hours
    // = 1,290 minutes ahead: released are slot starts with start - 1,290 min <= asOf, so 09:00,
    // 09:15
    // and 09:30; 09:45 is not: 1 in the group, 1 at the provider.
    UnaryOperator<ProviderFixture> one = p -> p.places(1).caregivers(9);
    assertThat(lea(kept(1, 1290, 36), one, r -> r).amount(KEPT_FREE)).isEqualTo(2);
    assertThat(lea(kept(1, 1289, 36), one, r -> r).amount(KEPT_FREE)).isEqualTo(4);
    assertThat(lea(kept(1, 1275, 36), one, r -> r).amount(KEPT_FREE)).isEqualTo(4);
    // 0 never releases: 4 slots, twice.
    assertThat(lea(kept(1, 0, 36), one, r -> r).amount(KEPT_FREE)).isEqualTo(8);
  }

  @Test
  @Measures({KEPT_FREE, BOUGHT_PLACES})
  void countsEmptyBoughtPlacesBesideKeptOnes() {
    // 3 places, 2 bought by WORK, 1 kept. Lea of no programme: group 1 + 2 bought = 3, not over;
    // with the kept place 4, 1 over: 4 slots in the group, 4 at the provider.
    UnaryOperator<ProviderFixture> three = p -> p.places(3).caregivers(9);
    UnaryOperator<Policy> both =
        policy -> kept(1, 0, 36).apply(Policies.bought(policy, "Sun-1", "WORK", 2));
    Trial trial = lea(both, three, r -> r);
    assertThat(trial.amount(KEPT_FREE)).isEqualTo(8);
    assertThat(trial.amount(BOUGHT_PLACES)).isZero();
    // Of the programme she takes a bought place: 1 + 1 empty + 1 kept = 3.
    assertThat(lea(both, three, r -> r.programme("WORK")).amount(KEPT_FREE)).isZero();
  }

  @Test
  @Measures(BOUGHT_PLACES)
  void leavesEmptyBoughtPlacesToTheirProgramme() {
    // 3 places, 2 bought, 2 regular children 09:30-11:00. With Lea of another programme
    // 09:30-10:00:
    // 3 + 2 - 3 = 2 over, 0 without: 2 slots * 2 = 4; 10:00-11:00 2 + 2 - 3 = 1: 4 slots: 4. Sum 8.
    UnaryOperator<ProviderFixture> three =
        p ->
            p.places(3)
                .regular("Mia", "2022-01-01", "Mon 09:30-11:00")
                .regular("Max", "2022-01-01", "Mon 09:30-11:00");
    UnaryOperator<Policy> bought = policy -> Policies.bought(policy, "Sun-1", "WORK", 2);
    assertThat(lea(bought, three, r -> r.programme("SCHOOL")).amount(BOUGHT_PLACES)).isEqualTo(8);
    // Of the programme: 3 + 1 - 3 = 1 in 2 slots, then as before 4.
    assertThat(lea(bought, three, r -> r.programme("WORK")).amount(BOUGHT_PLACES)).isEqualTo(6);
  }

  @Test
  @Measures(OCCASIONAL_QUOTA)
  void limitsOccasionalChildrenAndFirstTimers() {
    // At most 0 occasional and 0 for the first time: Lea counts twice in 4 slots. Known by history
    // before the horizon or as a regular child she is no first-timer; a stay on the first date of
    // the horizon makes no history.
    UnaryOperator<Policy> none = policy -> Policies.quota(policy, "Sun-1", 0, 0, null);
    UnaryOperator<ProviderFixture> plain = p -> p;
    assertThat(lea(none, plain, r -> r).amount(OCCASIONAL_QUOTA)).isEqualTo(8);
    assertThat(known(none, "2026-03-01").amount(OCCASIONAL_QUOTA)).isEqualTo(4);
    assertThat(known(none, "2026-03-02").amount(OCCASIONAL_QUOTA)).isEqualTo(8);
    UnaryOperator<ProviderFixture> regular =
        p -> p.regularKnown("reg", "2022-03-01", "Mon 11:00-12:00", "Lea");
    assertThat(lea(none, regular, r -> r).amount(OCCASIONAL_QUOTA)).isEqualTo(4);
    UnaryOperator<Policy> one = policy -> Policies.quota(policy, "Sun-1", 1, 1, null);
    assertThat(lea(one, plain, r -> r).amount(OCCASIONAL_QUOTA)).isZero();
  }

  private static Trial known(UnaryOperator<Policy> policy, String date) {
    return Trial.of(base(policy, p -> p, r -> r).history("Lea", "Sun", date))
        .put("r-1", "Sun", MONDAY + "09:00-10:00");
  }

  @Test
  @Measures(REGULAR_FLOOR)
  void keepsAGroupRegular() {
    // 60 % regular: with 1 regular child at most 1 * 40 / 60 = 0 occasional, with 2 at most 1. Mia
    // 09:00-10:00, Max 09:30-10:00: Lea is over in the 2 slots 09:00-09:30.
    UnaryOperator<ProviderFixture> two =
        p ->
            p.regular("Mia", "2022-01-01", "Mon 09:00-10:00")
                .regular("Max", "2022-01-01", "Mon 09:30-10:00");
    UnaryOperator<Policy> sixty = policy -> Policies.quota(policy, "Sun-1", null, null, 60);
    assertThat(lea(sixty, two, r -> r).amount(REGULAR_FLOOR)).isEqualTo(2);
    // 50 %: one regular child carries one occasional.
    UnaryOperator<Policy> half = policy -> Policies.quota(policy, "Sun-1", null, null, 50);
    assertThat(lea(half, two, r -> r).amount(REGULAR_FLOOR)).isZero();
    // 0 is no floor.
    UnaryOperator<Policy> zero = policy -> Policies.quota(policy, "Sun-1", null, null, 0);
    assertThat(lea(zero, p -> p, r -> r).amount(REGULAR_FLOOR)).isZero();
  }
}
