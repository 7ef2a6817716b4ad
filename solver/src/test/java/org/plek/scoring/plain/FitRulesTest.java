package org.plek.scoring.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plek.scoring.ConstraintName.AGE_ACCEPTED;
import static org.plek.scoring.ConstraintName.FAMILY_TRAVEL;
import static org.plek.scoring.ConstraintName.LICENSED_HOURS;
import static org.plek.scoring.ConstraintName.NEEDS_MET;
import static org.plek.scoring.ConstraintName.NOTICE;
import static org.plek.scoring.ConstraintName.NOT_EXCLUDED;
import static org.plek.scoring.ConstraintName.OPEN;
import static org.plek.scoring.ConstraintName.REGISTRATION;
import static org.plek.scoring.ConstraintName.REQUEST_ACCEPTED;
import static org.plek.scoring.ConstraintName.SESSION_FORM;
import static org.plek.scoring.ConstraintName.STAND_IN;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.plek.Fixture;
import org.plek.Fixture.FamilyFixture;
import org.plek.ProviderFixture;
import org.plek.RequestFixture;
import org.plek.domain.PlacementState;
import org.plek.domain.TravelMode;
import org.plek.domain.Urgency;

class FitRulesTest {
  private static final String MONDAY = "2026-03-02 ";

  private static Trial lea(
      UnaryOperator<ProviderFixture> provider,
      UnaryOperator<FamilyFixture> family,
      UnaryOperator<RequestFixture> request,
      String time) {
    return Trial.of(fixture(provider, family, request, time)).put("r-1", "Sun", time);
  }

  private static Fixture fixture(
      UnaryOperator<ProviderFixture> provider,
      UnaryOperator<FamilyFixture> family,
      UnaryOperator<RequestFixture> request,
      String time) {
    return Fixture.from("2026-03-02", 5)
        .daycare("Sun", provider)
        .family("Peeters", f -> family.apply(f.child("Lea", "2024-03-03", "ALLERGY", "SIGNS")))
        .request("r", "Peeters", r -> request.apply(r.care("Lea", time)));
  }

  private static Trial lea(UnaryOperator<ProviderFixture> provider, String time) {
    return lea(provider, f -> f, r -> r, time);
  }

  @Test
  @Measures(OPEN)
  void isOpenInEverySlotOfPresence() {
    // Present 07:45-12:15 (outward), open 08:10-12:05, inward 08:15-12:00: closed are 2 + 1 slots.
    assertThat(lea(p -> p.open("Mon 08:10-12:05"), MONDAY + "07:50-12:01").amount(OPEN))
        .isEqualTo(3);
    // The group's own hours replace the provider's; an exception replaces the weekday.
    assertThat(
            lea(p -> p.open("Mon 08:00-12:00").groupOpen("Mon 08:30-12:00"), MONDAY + "08:00-12:00")
                .amount(OPEN))
        .isEqualTo(2);
    assertThat(
            lea(
                    p -> p.open("Mon 08:00-12:00").on("2026-03-02", "09:00-12:00"),
                    MONDAY + "08:00-12:00")
                .amount(OPEN))
        .isEqualTo(4);
    assertThat(lea(p -> p.open("Mon 08:00-12:00"), MONDAY + "08:00-12:00").amount(OPEN)).isZero();
  }

  @Test
  @Measures(OPEN)
  void roundsEachRangeOfHoursByItself() {
    // 08:00-10:05 and 10:05-12:00 leave the slot 10:00-10:15 to neither.
    assertThat(
            lea(p -> p.open("Mon 08:00-10:05; Mon 10:05-12:00"), MONDAY + "09:00-11:00")
                .amount(OPEN))
        .isEqualTo(1);
  }

  @Test
  @Measures(LICENSED_HOURS)
  void staysInTheHoursOfTheLicence() {
    // Open 07:00-19:00, licensed 08:00-12:00: 12:00-12:30 is not covered, 2 slots.
    assertThat(
            lea(p -> p.licensed("Mon 08:00-12:00"), MONDAY + "08:00-12:30").amount(LICENSED_HOURS))
        .isEqualTo(2);
    assertThat(lea(p -> p, MONDAY + "08:00-12:30").amount(LICENSED_HOURS)).isZero();
  }

  @Test
  @Measures(AGE_ACCEPTED)
  void takesTheAgeInCompletedMonthsOnTheStartDate() {
    // Born 2024-03-03: on 2026-03-02 23 months, on 2026-03-03 24.
    assertThat(lea(p -> p.ages(0, 24), MONDAY + "08:00-12:00").amount(AGE_ACCEPTED)).isZero();
    assertThat(lea(p -> p.ages(0, 24), "2026-03-03 08:00-12:00").amount(AGE_ACCEPTED)).isEqualTo(1);
    assertThat(lea(p -> p.ages(24, 48), MONDAY + "08:00-12:00").amount(AGE_ACCEPTED)).isEqualTo(1);
    assertThat(lea(p -> p.ages(24, 48), "2026-03-03 08:00-12:00").amount(AGE_ACCEPTED)).isZero();
    // The group's ages replace the provider's.
    assertThat(
            lea(p -> p.ages(0, 48).groupAges(24, 48), MONDAY + "08:00-12:00").amount(AGE_ACCEPTED))
        .isEqualTo(1);
  }

  @Test
  @Measures(AGE_ACCEPTED)
  void neverAcceptsTheUnborn() {
    Trial trial =
        Trial.of(
                Fixture.from("2026-03-02", 5)
                    .daycare("Sun", p -> p)
                    .family("Peeters", f -> f.baby("Tom", "2026-03-20"))
                    .request("r", "Peeters", r -> r.care("Tom", MONDAY + "08:00-12:00")))
            .put("r-1", "Sun", MONDAY + "08:00-12:00");
    assertThat(trial.amount(AGE_ACCEPTED)).isEqualTo(1);
  }

  @Test
  @Measures(NEEDS_MET)
  void countsTheNeedsNotServed() {
    assertThat(lea(p -> p, MONDAY + "08:00-12:00").amount(NEEDS_MET)).isEqualTo(2);
    assertThat(lea(p -> p.needs("SIGNS", "WHEELCHAIR"), MONDAY + "08:00-12:00").amount(NEEDS_MET))
        .isEqualTo(1);
    assertThat(lea(p -> p.needs("SIGNS", "ALLERGY"), MONDAY + "08:00-12:00").amount(NEEDS_MET))
        .isZero();
  }

  @Test
  @Measures(REQUEST_ACCEPTED)
  void acceptsReasonsAndUrgencies() {
    // The request is planned, for WORK.
    String time = MONDAY + "08:00-12:00";
    assertThat(lea(p -> p.reasons("CRISIS"), time).amount(REQUEST_ACCEPTED)).isEqualTo(1);
    assertThat(
            lea(p -> p.reasons("CRISIS").urgencies(Urgency.URGENT, Urgency.SOON), time)
                .amount(REQUEST_ACCEPTED))
        .isEqualTo(2);
    assertThat(
            lea(p -> p.reasons("WORK").urgencies(Urgency.PLANNED), time).amount(REQUEST_ACCEPTED))
        .isZero();
    assertThat(lea(p -> p, time).amount(REQUEST_ACCEPTED)).isZero();
  }

  @Test
  @Measures(NOT_EXCLUDED)
  void countsEachSideThatExcludes() {
    String time = MONDAY + "08:00-12:00";
    assertThat(lea(p -> p, f -> f.excludes("Sun"), r -> r, time).amount(NOT_EXCLUDED)).isEqualTo(1);
    assertThat(
            lea(p -> p.excludes("Peeters"), f -> f.excludes("Sun"), r -> r, time)
                .amount(NOT_EXCLUDED))
        .isEqualTo(2);
    assertThat(lea(p -> p.excludes("Janssens"), f -> f, r -> r, time).amount(NOT_EXCLUDED))
        .isZero();
  }

  @Test
  @Measures(REGISTRATION)
  void waitsTheRegistrationTimeOfANewFamily() {
    // Asked on 2026-02-26 at 23:00, 7 days: from 2026-03-05. Monday the 2nd is 3 days early.
    UnaryOperator<ProviderFixture> week = p -> p.registrationDays(7);
    UnaryOperator<RequestFixture> asked = r -> r.askedAt("2026-02-26T23:00");
    assertThat(lea(week, f -> f, asked, MONDAY + "08:00-12:00").amount(REGISTRATION)).isEqualTo(3);
    assertThat(lea(week, f -> f, asked, "2026-03-05 08:00-12:00").amount(REGISTRATION)).isZero();
    assertThat(
            lea(week, f -> f.registeredWith("Sun"), asked, MONDAY + "08:00-12:00")
                .amount(REGISTRATION))
        .isZero();
    // A sibling's stay is the family's history.
    Trial sibling =
        Trial.of(
                fixture(week, f -> f.child("Tom", "2022-01-01"), asked, MONDAY + "08:00-12:00")
                    .history("Tom", "Sun", "2025-11-03"))
            .put("r-1", "Sun", MONDAY + "08:00-12:00");
    assertThat(sibling.amount(REGISTRATION)).isZero();
  }

  @Test
  @Measures(NOTICE)
  void keepsTheNoticeInMinutesThatPass() {
    // At 2026-03-01 12:00; Monday 08:00 is 1,200 minutes ahead.
    String time = MONDAY + "08:00-12:00";
    assertThat(lea(p -> p.noticeMinutes(1200), time).amount(NOTICE)).isZero();
    assertThat(lea(p -> p.noticeMinutes(1260), time).amount(NOTICE)).isEqualTo(60);
    // What is agreed needs no notice any more, unless the plan moves it.
    Fixture agreed =
        fixture(p -> p.noticeMinutes(1260), f -> f, r -> r, time)
            .placed("r-1", PlacementState.CONFIRMED, "Sun", time);
    assertThat(Trial.of(agreed).put("r-1", "Sun", time).amount(NOTICE)).isZero();
    assertThat(Trial.of(agreed).put("r-1", "Sun", MONDAY + "08:30-12:00").amount(NOTICE))
        .isEqualTo(30);
  }

  @Test
  @Measures(SESSION_FORM)
  void sellsStaysOfItsLengthAndBlocks() {
    String time = MONDAY + "08:00-12:00";
    assertThat(lea(p -> p.form(240, 240), time).amount(SESSION_FORM)).isZero();
    assertThat(lea(p -> p.form(241, 0), time).amount(SESSION_FORM)).isEqualTo(1);
    assertThat(lea(p -> p.form(0, 239), time).amount(SESSION_FORM)).isEqualTo(1);
    // Touching blocks make one run, 08:00-13:00 and 13:00-18:00; with lunch closed they do not.
    assertThat(
            lea(p -> p.form(0, 0, "08:00-13:00", "13:00-18:00"), MONDAY + "10:00-16:00")
                .amount(SESSION_FORM))
        .isZero();
    assertThat(
            lea(p -> p.form(0, 0, "08:00-12:30", "13:00-18:00"), MONDAY + "10:00-16:00")
                .amount(SESSION_FORM))
        .isEqualTo(1);
    assertThat(
            lea(p -> p.form(0, 0, "08:00-12:30", "13:00-18:00"), MONDAY + "07:45-12:30")
                .amount(SESSION_FORM))
        .isEqualTo(1);
    // A night block touches the morning block of the next date.
    assertThat(
            lea(p -> p.form(0, 0, "20:00-06:00", "06:00-12:00"), MONDAY + "22:00-09:00")
                .amount(SESSION_FORM))
        .isZero();
    assertThat(
            lea(p -> p.form(0, 0, "20:00-06:00", "06:00-12:00"), MONDAY + "22:00-12:30")
                .amount(SESSION_FORM))
        .isEqualTo(1);
  }

  @Test
  @Measures(FAMILY_TRAVEL)
  void staysWithinTheReachOfTheFamily() {
    // 3 km are 36 minutes on foot and 6 by car.
    String time = MONDAY + "08:00-12:00";
    UnaryOperator<ProviderFixture> far = p -> p.at(3, 0);
    assertThat(lea(far, f -> f, r -> r.travels(TravelMode.WALK, 30), time).amount(FAMILY_TRAVEL))
        .isEqualTo(6);
    assertThat(lea(far, f -> f, r -> r.travels(TravelMode.WALK, 36), time).amount(FAMILY_TRAVEL))
        .isZero();
    assertThat(lea(far, f -> f, r -> r.travels(TravelMode.CAR, 6), time).amount(FAMILY_TRAVEL))
        .isZero();
    // A home carer comes to the family.
    Trial carer =
        Trial.of(
                Fixture.from("2026-03-02", 5)
                    .homeCarer("Sun", far)
                    .family("Peeters", f -> f.child("Lea", "2024-03-03"))
                    .request("r", "Peeters", r -> r.travels(TravelMode.WALK, 0).care("Lea", time)))
            .put("r-1", "Sun", time);
    assertThat(carer.amount(FAMILY_TRAVEL)).isZero();
  }

  /** Ann is ill. Ben stands in for her, Cas does not; Lea has been with Ann. */
  @Test
  @Measures(STAND_IN)
  void asksForAStandInWhomTheChildKnows() {
    Fixture fixture =
        Fixture.from("2026-03-02", 5)
            .childminder("Ann", p -> p.standIns("Ben").closed("2026-03-02", "HOUSEHOLD_FEVER"))
            .childminder("Ben", p -> p.registrationDays(60))
            .childminder("Cas", p -> p)
            .family("Peeters", f -> f.child("Lea", "2024-03-03"))
            .history("Lea", "Ann", "2026-02-20")
            .request("r", "Peeters", r -> r.standInFor("Ann").care("Lea", MONDAY + "08:00-12:00"));
    assertThat(Trial.of(fixture).put("r-1", "Ben", MONDAY + "08:00-12:00").amount(STAND_IN))
        .isZero();
    // Registered with Ann through her history, so with Ben.
    assertThat(Trial.of(fixture).put("r-1", "Ben", MONDAY + "08:00-12:00").amount(REGISTRATION))
        .isZero();
    assertThat(Trial.of(fixture).put("r-1", "Cas", MONDAY + "08:00-12:00").amount(STAND_IN))
        .isEqualTo(1);
    Trial ill = Trial.of(fixture).put("r-1", "Ann", MONDAY + "08:00-12:00");
    assertThat(ill.amount(OPEN)).isEqualTo(16);
    assertThat(ill.texts(OPEN)).singleElement().asString().contains("(HOUSEHOLD_FEVER)");
  }
}
