package org.plek.scoring.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plek.scoring.ConstraintName.KEPT_FREE;
import static org.plek.scoring.ConstraintName.LICENSED_CAPACITY;
import static org.plek.scoring.ConstraintName.OPEN;
import static org.plek.scoring.ConstraintName.PRICE;
import static org.plek.scoring.ConstraintName.RATIO;
import static org.plek.scoring.ConstraintName.SESSION_TIME;
import static org.plek.scoring.ConstraintName.UNSERVED;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plek.Fixture;
import org.plek.domain.Reserve;

/** Days of 23 and 25 hours, nights, birthdays, contracts and a law that changes. */
class ClockTest {
  private static Trial night(String from, int days, String birth, String hours, String time) {
    return Trial.of(
            Fixture.from(from, days)
                .daycare("Sun", p -> p.open(hours).centsPerHour(600))
                .family("Peeters", f -> f.child("Lea", birth))
                .request("r", "Peeters", r -> r.care("Lea", time)))
        .put("r-1", "Sun", time);
  }

  @Test
  void paysTheHoursThatPassWhenTheClockChanges() {
    // Brussels: 2026-03-29 has no 02:00-03:00, 2026-10-25 has it twice. 22:00-06:00 are 8 hours on
    // the clock, 7 and 9 hours in fact: 4,200 and 5,400 cents, against 4,800 on other nights.
    String nights = "Mon-Sun 20:00-08:00";
    Trial spring = night("2026-03-28", 1, "2022-03-01", nights, "2026-03-28 22:00-06:00");
    assertThat(spring.amount(PRICE)).isEqualTo(420);
    assertThat(spring.amount(SESSION_TIME)).isZero();
    assertThat(spring.amount(OPEN)).isZero();
    Trial autumn = night("2026-10-24", 1, "2022-03-01", nights, "2026-10-24 22:00-06:00");
    assertThat(autumn.amount(PRICE)).isEqualTo(540);
    assertThat(autumn.amount(SESSION_TIME)).isZero();
    assertThat(autumn.amount(OPEN)).isZero();
    Trial plain = night("2026-10-23", 1, "2022-03-01", nights, "2026-10-23 22:00-06:00");
    assertThat(plain.amount(PRICE)).isEqualTo(480);
  }

  @Test
  void countsTheSlotsOfThoseDays() {
    // Closed from 01:00 to 05:00: on the clock 16 slots, in fact 12 in spring and 20 in autumn.
    String hours = "Mon-Sun 20:00-01:00; Mon-Sun 05:00-08:00";
    assertThat(night("2026-03-28", 1, "2022-03-01", hours, "2026-03-28 22:00-06:00").amount(OPEN))
        .isEqualTo(12);
    assertThat(night("2026-10-24", 1, "2022-03-01", hours, "2026-10-24 22:00-06:00").amount(OPEN))
        .isEqualTo(20);
  }

  @Test
  void takesFlexibleCareByTheMinutesThatPass() {
    // 480 minutes in the night of spring last until 07:00, not until 06:00.
    Fixture fixture =
        Fixture.from("2026-03-28", 1)
            .daycare("Sun", p -> p.open("Mon-Sun 20:00-08:00"))
            .family("Peeters", f -> f.child("Lea", "2022-03-01"))
            .request("r", "Peeters", r -> r.flexible("Lea", 480, "2026-03-28 21:00-08:00"));
    assertThat(Trial.of(fixture).put("r-1", "Sun", "2026-03-28 22:00-07:00").amount(SESSION_TIME))
        .isZero();
    assertThat(Trial.of(fixture).put("r-1", "Sun", "2026-03-28 22:00-06:00").amount(SESSION_TIME))
        .isEqualTo(1);
    assertThat(Trial.of(fixture).amount(UNSERVED)).isEqualTo(8);
  }

  @Test
  void seesTheNightBeforeTheHorizon() {
    // Horizon from Monday. The regular child of Sunday 20:00-02:00 is there until 02:00 on Monday,
    // and the caregivers of Sunday night as well: 8 slots of 2 children for 1 place.
    Trial trial =
        Trial.of(
                Fixture.from("2026-03-02", 1)
                    .daycare(
                        "Sun",
                        p ->
                            p.places(1)
                                .open("Mon-Sun 20:00-08:00")
                                .regular("Mia", "2022-01-01", "Sun 20:00-02:00"))
                    .family("Peeters", f -> f.child("Lea", "2022-03-01"))
                    .request("r", "Peeters", r -> r.care("Lea", "2026-03-02 00:00-06:00")))
            .put("r-1", "Sun", "2026-03-02 00:00-06:00");
    assertThat(trial.amount(LICENSED_CAPACITY)).isEqualTo(8);
    assertThat(trial.amount(RATIO)).isZero();
    assertThat(trial.amount(OPEN)).isZero();
  }

  @Test
  void takesTheAgeClassOnTheDateOfEachSlot() {
    // Tom turns 1 on 2026-03-03. With 2 babies and 1 other: 3 babies need 1, so 3/3 + 1/6 need 2
    // caregivers before midnight and 2/3 + 2/6 = 1 after it. One is there: 22:00-24:00, 8 slots.
    Trial trial =
        Trial.of(
                Fixture.from("2026-03-02", 1)
                    .daycare(
                        "Sun",
                        p ->
                            p.open("Mon-Sun 20:00-08:00")
                                .caregivers(1)
                                .regular("A", "2025-10-01", "Mon 20:00-08:00")
                                .regular("B", "2025-10-01", "Mon 20:00-08:00")
                                .regular("C", "2022-01-01", "Mon 20:00-08:00"))
                    .family("Peeters", f -> f.baby("Tom", "2025-03-03"))
                    .request("r", "Peeters", r -> r.care("Tom", "2026-03-02 22:00-06:00")))
            .put("r-1", "Sun", "2026-03-02 22:00-06:00");
    assertThat(trial.amount(RATIO)).isEqualTo(8);
  }

  @Test
  void countsRegularHoursThatStartWithinTheContract() {
    // Contract from Tuesday until before Thursday: the nights of Tuesday and Wednesday,
    // 20:00-02:00,
    // 24 slots each, one child over no place at all; Thursday's own night is outside.
    Trial trial =
        Trial.of(
            Fixture.from("2026-03-02", 7)
                .daycare(
                    "Sun",
                    p ->
                        p.places(0)
                            .contract(
                                "Mia",
                                "2022-01-01",
                                "Mon-Sun 20:00-02:00",
                                "2026-03-03",
                                "2026-03-05"))
                .family("Peeters", f -> f.child("Lea", "2022-03-01"))
                .request("r", "Peeters", r -> r));
    assertThat(trial.amount(LICENSED_CAPACITY)).isEqualTo(48);
    assertThat(trial.matches(LICENSED_CAPACITY)).hasSize(2);
  }

  @Test
  void changesFromGroupToLocationWithTheLaw() {
    // Two groups, a caregiver each. New Year's Eve: 7 others in group 1 (7/6, so 2 for 1) and
    // nobody
    // in group 2: by group one short, 22:00-24:00, 8 slots. In 2027 the location has 7 children for
    // 2
    // caregivers, 7/5 rounded up: none short 00:00-02:00.
    Trial trial =
        Trial.of(
                Fixture.from("2026-12-31", 2)
                    .daycare(
                        "Sun",
                        p -> {
                          p.groups(2).caregivers(1).open("Mon-Sun 00:00-00:00");
                          for (int i = 1; i <= 6; i++) {
                            p.regular("O" + i, "2022-01-01", "Thu 22:00-02:00");
                          }
                          return p;
                        })
                    .family("Peeters", f -> f.child("Lea", "2022-03-01"))
                    .request("r", "Peeters", r -> r.care("Lea", "2026-12-31 22:00-02:00")))
            .put("r-1", "Sun", "2026-12-31 22:00-02:00");
    assertThat(trial.texts(RATIO))
        .containsExactly(
            "RATIO: group Sun-1 on 2026-12-31 22:00–2027-01-01 00:00: 7 children (others: 7) need 2"
                + " caregivers, 1 is present (TOY art. 1).");
    assertThat(trial.amount(RATIO)).isEqualTo(8);
  }

  @Test
  void keepsAPlaceForTheLocationWhereTheLawCountsThere() {
    // In 2027: 1 caregiver, 5 regular children are legal, a kept place for a sixth is one caregiver
    // short, 4 slots at the provider; the group's size of 12 is not in question.
    Trial trial =
        Trial.of(
            Fixture.from("2027-01-04", 1)
                .policy(policy -> Policies.keeping(policy, new Reserve("Sun-1", 1, 0, 36)))
                .daycare(
                    "Sun",
                    p -> {
                      p.caregivers(1);
                      for (int i = 1; i <= 5; i++) {
                        p.regular("O" + i, "2022-01-01", "Mon 09:00-10:00");
                      }
                      return p;
                    })
                .family("Peeters", f -> f.child("Lea", "2022-03-01"))
                .request("r", "Peeters", r -> r));
    assertThat(trial.amount(RATIO)).isZero();
    assertThat(trial.amount(KEPT_FREE)).isEqualTo(4);
    assertThat(trial.matches(KEPT_FREE).getFirst().sessionIds()).isEqualTo(List.of());
  }
}
