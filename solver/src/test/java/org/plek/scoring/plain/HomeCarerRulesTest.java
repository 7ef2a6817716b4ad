package org.plek.scoring.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plek.scoring.ConstraintName.CARER_FAMILY_DAYS;
import static org.plek.scoring.ConstraintName.CARER_LIMITS;
import static org.plek.scoring.ConstraintName.CARER_TRAVEL;
import static org.plek.scoring.ConstraintName.HOUSEHOLD;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.plek.Fixture;
import org.plek.Fixture.FamilyFixture;
import org.plek.domain.HomeCareTerms;
import org.plek.domain.TravelMode;

class HomeCarerRulesTest {
  private static final String MONDAY = "2026-03-02 ";
  private static final HomeCareTerms BY_BICYCLE = new HomeCareTerms(TravelMode.BICYCLE, 0, 0, 0);

  /** Eva travels by bicycle, 4 minutes a kilometre; the families live 5 km apart: 20 minutes. */
  private static Trial two(
      UnaryOperator<FamilyFixture> peeters,
      UnaryOperator<FamilyFixture> janssens,
      String lea,
      String tom) {
    return Trial.of(
            Fixture.from("2026-03-02", 7)
                .homeCarer("Eva", p -> p.homeCare(BY_BICYCLE))
                .family("Peeters", f -> peeters.apply(f.child("Lea", "2022-03-01")))
                .family("Janssens", f -> janssens.apply(f.at(5, 0).child("Tom", "2022-03-01")))
                .request("r", "Peeters", r -> r.care("Lea", lea))
                .request("q", "Janssens", r -> r.care("Tom", tom)))
        .put("r-1", "Eva", lea)
        .put("q-1", "Eva", tom);
  }

  @Test
  @Measures(HOUSEHOLD)
  void servesOneHouseholdAtATime() {
    // Lea 08:00-10:05 is present until 10:15, Tom from 09:40, present from 09:30: 3 slots.
    Trial overlap = two(f -> f, f -> f, MONDAY + "08:00-10:05", MONDAY + "09:40-12:00");
    assertThat(overlap.amount(HOUSEHOLD)).isEqualTo(3);
    assertThat(overlap.amount(CARER_TRAVEL)).isZero();
    assertThat(
            two(f -> f, f -> f, MONDAY + "08:00-10:00", MONDAY + "10:00-12:00").amount(HOUSEHOLD))
        .isZero();
  }

  @Test
  @Measures({HOUSEHOLD, CARER_TRAVEL})
  void letsTwoFamiliesShareWhereBothDoAndTheLawAllowsTwo() {
    String lea = MONDAY + "08:00-10:00";
    String tom = MONDAY + "09:00-12:00";
    assertThat(
            two(
                    f -> f.sharesHomeCareWith("Janssens"),
                    f -> f.sharesHomeCareWith("Peeters"),
                    lea,
                    tom)
                .amount(HOUSEHOLD))
        .isZero();
    // Only one of them shares.
    assertThat(two(f -> f.sharesHomeCareWith("Janssens"), f -> f, lea, tom).amount(HOUSEHOLD))
        .isEqualTo(4);
    // The toy law allows one family from 2027 on: 2026-12-31 is the old law, the later start
    // counts.
    assertThat(year2027("2026-12-31 22:00-02:00", "2026-12-31 23:00-03:00")).isZero();
    assertThat(year2027("2026-12-31 22:00-02:00", "2027-01-01 01:00-03:00")).isEqualTo(4);
  }

  private static long year2027(String lea, String tom) {
    return Trial.of(
            Fixture.from("2026-12-28", 7)
                .homeCarer("Eva", p -> p)
                .family("Peeters", f -> f.sharesHomeCareWith("Janssens").child("Lea", "2022-03-01"))
                .family("Janssens", f -> f.sharesHomeCareWith("Peeters").child("Tom", "2022-03-01"))
                .request("r", "Peeters", r -> r.care("Lea", lea))
                .request("q", "Janssens", r -> r.care("Tom", tom)))
        .put("r-1", "Eva", lea)
        .put("q-1", "Eva", tom)
        .amount(HOUSEHOLD);
  }

  @Test
  @Measures(CARER_TRAVEL)
  void travelsBetweenTheHomesWithinTheGapBetweenSlots() {
    // Until 10:05 is until 10:15 in slots, from 10:30: 15 minutes for a way of 20, 5 too few.
    assertThat(
            two(f -> f, f -> f, MONDAY + "08:00-10:05", MONDAY + "10:30-12:00")
                .amount(CARER_TRAVEL))
        .isEqualTo(5);
    // In the order of time, not of the plan; 30 minutes are enough.
    assertThat(
            two(f -> f, f -> f, MONDAY + "10:15-12:00", MONDAY + "08:00-10:00")
                .amount(CARER_TRAVEL))
        .isEqualTo(5);
    assertThat(
            two(f -> f, f -> f, MONDAY + "08:00-10:00", MONDAY + "10:30-12:00")
                .amount(CARER_TRAVEL))
        .isZero();
  }

  private static Trial limits(HomeCareTerms terms, String... times) {
    Trial trial =
        Trial.of(
            Fixture.from("2026-03-02", 7)
                .homeCarer("Eva", p -> p.homeCare(terms))
                .family("Peeters", f -> f.child("Lea", "2022-03-01").child("Tom", "2021-01-01"))
                .request(
                    "r",
                    "Peeters",
                    r -> {
                      for (String time : times) {
                        r.care("Lea", time).care("Tom", time);
                      }
                      return r;
                    }));
    for (int i = 0; i < times.length; i++) {
      trial.put("r-" + (2 * i + 1), "Eva", times[i]).put("r-" + (2 * i + 2), "Eva", times[i]);
    }
    return trial;
  }

  @Test
  @Measures(CARER_LIMITS)
  void keepsTheMinutesOfTheDayByTheDateOfTheSlot() {
    // Both children 20:00-03:00: 240 minutes on Monday, 180 on Tuesday; siblings count once.
    HomeCareTerms day = new HomeCareTerms(TravelMode.CAR, 180, 0, 0);
    assertThat(limits(day, MONDAY + "20:00-03:00").amount(CARER_LIMITS)).isEqualTo(60);
  }

  @Test
  @Measures(CARER_LIMITS)
  void keepsTheMinutesAndDaysOfTheWeek() {
    // Monday 240 (until 00:00), Tuesday 180, Friday 120: 540 minutes on 3 days.
    String[] times = {MONDAY + "20:00-03:00", "2026-03-06 08:00-10:00"};
    assertThat(limits(new HomeCareTerms(TravelMode.CAR, 0, 500, 0), times).amount(CARER_LIMITS))
        .isEqualTo(40);
    assertThat(limits(new HomeCareTerms(TravelMode.CAR, 0, 0, 1), times).amount(CARER_LIMITS))
        .isEqualTo(2);
    assertThat(limits(new HomeCareTerms(TravelMode.CAR, 240, 540, 3), times).amount(CARER_LIMITS))
        .isZero();
    // The next week counts by itself: Sunday 23:00-01:00 is 60 minutes in each week.
    assertThat(
            limits(new HomeCareTerms(TravelMode.CAR, 0, 60, 1), "2026-03-08 23:00-01:00")
                .amount(CARER_LIMITS))
        .isZero();
  }

  @Test
  @Measures(CARER_FAMILY_DAYS)
  void servesAFamilyOnTheDaysOfTheLawHistoryIncluded() {
    // Tuesday, Wednesday (both children, and over midnight into Thursday) and Friday start: 3 days,
    // with a stay on Monday 4: one over three. A stay on a date with care is one day.
    Fixture fixture =
        Fixture.from("2026-03-03", 5)
            .homeCarer("Eva", p -> p)
            .family("Peeters", f -> f.child("Lea", "2022-03-01").child("Tom", "2021-01-01"))
            .request(
                "r",
                "Peeters",
                r ->
                    r.care("Lea", "2026-03-03 08:00-12:00")
                        .care("Lea", "2026-03-04 20:00-02:00")
                        .care("Tom", "2026-03-04 20:00-02:00")
                        .care("Tom", "2026-03-06 08:00-12:00"));
    assertThat(days(fixture)).isZero();
    fixture.history("Tom", "Eva", "2026-03-06").history("Tom", "Eva", "2026-03-01");
    assertThat(days(fixture)).isZero();
    fixture.history("Tom", "Eva", "2026-03-02");
    assertThat(days(fixture)).isEqualTo(1);
  }

  private static long days(Fixture fixture) {
    return Trial.of(fixture)
        .put("r-1", "Eva", "2026-03-03 08:00-12:00")
        .put("r-2", "Eva", "2026-03-04 20:00-02:00")
        .put("r-3", "Eva", "2026-03-04 20:00-02:00")
        .put("r-4", "Eva", "2026-03-06 08:00-12:00")
        .amount(CARER_FAMILY_DAYS);
  }
}
