package org.plek.scoring.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plek.scoring.ConstraintName.CALLED_IN;
import static org.plek.scoring.ConstraintName.COMPOSITION_CAP;
import static org.plek.scoring.ConstraintName.GROUP_SIZE;
import static org.plek.scoring.ConstraintName.LICENSED_CAPACITY;
import static org.plek.scoring.ConstraintName.RATIO;
import static org.plek.scoring.ConstraintName.WEEKLY_OCCUPANCY;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.plek.Fixture;
import org.plek.ProviderFixture;

class RatioRulesTest {
  private static final String MONDAY = "2026-03-02 ";

  /** One other child of four years and one baby ask Monday 08:10 to 10:00. */
  private static Trial twoChildren(UnaryOperator<ProviderFixture> daycare) {
    return Trial.of(
            Fixture.from("2026-03-02", 5)
                .daycare("Sun", daycare)
                .family("Peeters", f -> f.child("Lea", "2022-03-01").baby("Tom", "2025-06-01"))
                .request(
                    "r",
                    "Peeters",
                    r -> r.care("Lea", MONDAY + "08:10-10:00").care("Tom", MONDAY + "09:00-10:20")))
        .put("r-1", "Sun", MONDAY + "08:10-10:00")
        .put("r-2", "Sun", MONDAY + "09:00-10:20");
  }

  @Test
  @Measures(LICENSED_CAPACITY)
  void countsChildrenOverTheLicenceInEachSlot() {
    // 2 places, one regular child 08:00-09:30. Lea is present 08:00-10:00 (outward), Tom
    // 09:00-10:30.
    // 09:00-09:30: 3 children, 1 over in 2 slots; 09:30-10:00: 2 children, none over.
    Trial trial =
        twoChildren(
            p -> p.places(2).caregivers(9).regular("Mia", "2022-01-01", "Mon-Fri 08:00-09:30"));
    assertThat(trial.amount(LICENSED_CAPACITY)).isEqualTo(2);
    assertThat(trial.matches(LICENSED_CAPACITY))
        .singleElement()
        .satisfies(
            match -> {
              assertThat(match.text())
                  .isEqualTo(
                      "LICENSED_CAPACITY: provider Sun on 2026-03-02 09:00–09:30: 3 children for 2"
                          + " places.");
              assertThat(match.sessionIds()).containsExactly("r-1", "r-2");
            });
  }

  @Test
  @Measures(LICENSED_CAPACITY)
  void allowsTheOverbookedCapacityOfTheLawOnlyWhereTheHouseUsesIt() {
    // 1 place, overbooked ceil(1.1) = 2. Both children overlap 09:00-10:00 only: 4 slots.
    assertThat(twoChildren(p -> p.places(1).groupMost(5)).amount(LICENSED_CAPACITY)).isEqualTo(4);
    assertThat(twoChildren(p -> p.places(1).groupMost(5).overbooking()).amount(LICENSED_CAPACITY))
        .isZero();
  }

  @Test
  @Measures(LICENSED_CAPACITY)
  void doesNotCountOwnChildrenForTheLicence() {
    Trial trial =
        Trial.of(
                Fixture.from("2026-03-02", 1)
                    .childminder(
                        "Ann", p -> p.places(1).own("Own", "2022-01-01", "Mon-Sun 07:00-19:00"))
                    .family("Peeters", f -> f.child("Lea", "2022-03-01"))
                    .request("r", "Peeters", r -> r.care("Lea", MONDAY + "08:00-10:00")))
            .put("r-1", "Ann", MONDAY + "08:00-10:00");
    assertThat(trial.amount(LICENSED_CAPACITY)).isZero();
    assertThat(trial.amount(GROUP_SIZE)).isZero();
  }

  @Test
  @Measures(WEEKLY_OCCUPANCY)
  void keepsOverbookingWithinTheHoursOfTheWeek() {
    // 2 places, open Monday 08:00-10:00 only: 2 * 8 = 16 licensed slots in the week.
    // Two regular children all the time 16, Lea 08:00-10:00 8, Tom 09:00-10:30 6: 30 - 16 = 14.
    // Without overbooking the rule is silent.
    UnaryOperator<ProviderFixture> full =
        p ->
            p.places(2)
                .open("Mon 08:00-10:00")
                .regular("Mia", "2022-01-01", "Mon 08:00-10:00")
                .regular("Max", "2022-01-01", "Mon 08:00-10:00");
    assertThat(twoChildren(p -> full.apply(p).overbooking()).amount(WEEKLY_OCCUPANCY))
        .isEqualTo(14);
    assertThat(twoChildren(full).amount(WEEKLY_OCCUPANCY)).isZero();
  }

  @Test
  @Measures(RATIO)
  void wantsCaregiversForExactlyTheseAges() {
    // Sums in fractions: 3 regular others 3/6 + Tom 1/3 + Lea 1/6 = 1 exactly, so 1 caregiver does;
    // with a fourth other from 09:30 it is 7/6, so 2 are needed 09:30-10:00 (2 slots).
    UnaryOperator<ProviderFixture> three =
        p ->
            p.caregivers(1)
                .regular("A", "2022-01-01", "Mon 08:00-12:00")
                .regular("B", "2022-01-01", "Mon 08:00-12:00")
                .regular("C", "2022-01-01", "Mon 08:00-12:00");
    assertThat(twoChildren(three).amount(RATIO)).isZero();
    Trial four = twoChildren(p -> three.apply(p).regular("D", "2022-01-01", "Mon 09:30-12:00"));
    assertThat(four.amount(RATIO)).isEqualTo(2);
    assertThat(four.texts(RATIO))
        .containsExactly(
            "RATIO: group Sun-1 on 2026-03-02 09:30–10:00: 6 children (babies: 1, others: 5) need 2"
                + " caregivers, 1 is present (TOY art. 1).");
  }

  @Test
  @Measures(RATIO)
  void countsACaregiverOnlyInSlotsWhollyWorked() {
    // The caregiver works 08:10-10:10, inward 08:15-10:00. Lea is there 08:00-10:00 (short at
    // 08:00), Tom 09:00-10:30 (short 10:00-10:30): 1 + 2 slots.
    assertThat(twoChildren(p -> p.caregivers(1).roster("Mon-Fri 08:10-10:10")).amount(RATIO))
        .isEqualTo(3);
  }

  @Test
  @Measures(RATIO)
  void countsOnlyThoseWhomTheLawCounts() {
    // Students do not count: 10 slots with a child, one caregiver short in each.
    assertThat(twoChildren(p -> p.students()).amount(RATIO)).isEqualTo(10);
  }

  @Test
  @Measures(RATIO)
  void takesTheLawOfRestOfTheWindowOfTheHouseAndOfQualifications() {
    // Five regular babies and Lea: 5/3 + 1/6 = 11/6, 2 caregivers; 1 is there 08:00-10:00, so 8
    // slots short; with Tom (13/6: 3 caregivers) 2 short in the 4 slots 09:00-10:00, and from 10:00
    // no regular child is left. In all 4 * 1 + 4 * 2 = 12.
    UnaryOperator<ProviderFixture> babies =
        p -> {
          p.caregivers(1);
          for (int i = 1; i <= 5; i++) {
            p.regular("B" + i, "2025-10-01", "Mon 08:00-10:00");
          }
          return p;
        };
    assertThat(twoChildren(babies).amount(RATIO)).isEqualTo(12);
    // At rest 1:14 holds. Rest counts inward: 08:50-10:00 leaves 08:00-09:00 as before, 4 * 1.
    assertThat(twoChildren(p -> babies.apply(p).resting("Mon 08:50-10:00")).amount(RATIO))
        .isEqualTo(4);
    // In the window half rounded up: 2 -> 1, 3 -> 2, so 4 * 0 + 4 * 1.
    assertThat(twoChildren(p -> babies.apply(p).threeHourWindow("Mon 08:00-11:00")).amount(RATIO))
        .isEqualTo(4);
    // The house wants one for two children: 6 -> 3 (4 slots 2 short), 7 -> 4 (4 slots 3 short).
    assertThat(twoChildren(p -> babies.apply(p).house(2, null)).amount(RATIO)).isEqualTo(20);
    // Six others and Lea: 7/6 need 2 caregivers 08:00-09:00, with Q 7/8 need 1.
    UnaryOperator<ProviderFixture> others =
        p -> {
          p.caregivers(1);
          for (int i = 1; i <= 6; i++) {
            p.regular("O" + i, "2022-01-01", "Mon 08:00-09:00");
          }
          return p;
        };
    assertThat(twoChildren(others).amount(RATIO)).isEqualTo(4);
    assertThat(twoChildren(p -> others.apply(p).qualified("Q")).amount(RATIO)).isZero();
  }

  @Test
  @Measures(RATIO)
  void sayHowManyAreMissingWhereNoNumberSuffices() {
    // 30 regular children and Lea are 31: 99 - 9 caregivers in the slot 08:00-08:15.
    Trial trial =
        twoChildren(
            p -> {
              p.places(40).caregivers(9);
              for (int i = 1; i <= 30; i++) {
                p.regular("O" + i, "2022-01-01", "Mon 08:00-08:15");
              }
              return p;
            });
    assertThat(trial.amount(RATIO)).isEqualTo(90);
  }

  @Test
  @Measures({RATIO, CALLED_IN})
  void callsInOnlyWhereThePolicyDoes() {
    // Rostered 08:00-09:00, on call 08:30-10:00. Lea 08:00-10:00, Tom 09:00-10:30, one caregiver
    // is enough for both. Without calling in 09:00-10:30 is short: 6 slots; with it 10:00-10:30: 2,
    // and 09:00-10:00 is called in: 4 slots. On call beside the roster counts nobody twice.
    UnaryOperator<ProviderFixture> one =
        p -> p.caregivers(1).roster("Mon 08:00-09:00").onCall("Mon 08:30-10:00");
    assertThat(twoChildren(one).amount(RATIO)).isEqualTo(6);
    assertThat(twoChildren(one).amount(CALLED_IN)).isZero();
    Trial calling =
        Trial.of(
                Fixture.from("2026-03-02", 5)
                    .policy(Policies::callingIn)
                    .daycare("Sun", one)
                    .family("Peeters", f -> f.child("Lea", "2022-03-01").baby("Tom", "2025-06-01"))
                    .request(
                        "r",
                        "Peeters",
                        r ->
                            r.care("Lea", MONDAY + "08:10-10:00")
                                .care("Tom", MONDAY + "09:00-10:20")))
            .put("r-1", "Sun", MONDAY + "08:10-10:00")
            .put("r-2", "Sun", MONDAY + "09:00-10:20");
    assertThat(calling.amount(RATIO)).isEqualTo(2);
    assertThat(calling.amount(CALLED_IN)).isEqualTo(4);
  }

  @Test
  @Measures(GROUP_SIZE)
  void takesTheLeastOfGroupHouseAndLaw() {
    // 09:00-10:00 Lea and Tom are both there (4 slots), else one of them (4 + 2 slots).
    assertThat(twoChildren(p -> p.groupMost(1)).amount(GROUP_SIZE)).isEqualTo(4);
    assertThat(twoChildren(p -> p.house(null, 1)).amount(GROUP_SIZE)).isEqualTo(4);
    assertThat(twoChildren(p -> p.groupMost(2).house(null, 3)).amount(GROUP_SIZE)).isZero();
    // 8 regular babies 09:30-10:30 and the toy law: 10 with Lea until 10:00 are within 12; 9 babies
    // alone 10:00-10:30 are one over 8 in 2 slots. A group may break the law when a child leaves.
    Trial babies =
        twoChildren(
            p -> {
              p.places(20).caregivers(9);
              for (int i = 1; i <= 8; i++) {
                p.regular("B" + i, "2025-10-01", "Mon 09:30-10:30");
              }
              return p;
            });
    assertThat(babies.amount(GROUP_SIZE)).isEqualTo(2);
    assertThat(babies.texts(GROUP_SIZE))
        .containsExactly(
            "GROUP_SIZE: group Sun-1 on 2026-03-02 10:00–10:30: 9 children (babies: 9), at most 8"
                + " (TOY art. 2).");
  }

  @Test
  @Measures(COMPOSITION_CAP)
  void addsTheChildrenOverEachCapOwnOnesIncluded() {
    // Own baby and own other all day, one regular baby 09:00-10:00; Tom 09:00-10:30, Lea
    // 08:00-10:00.
    // 08:00-09:00: 3 children. 09:00-10:00: own 2 + regular baby + Tom + Lea = 5, 1 over four; 3
    // babies, 1 over two: 2 a slot, 4 slots. 10:00-10:30: own 2 + Tom = 3, 2 babies: none.
    Trial trial =
        Trial.of(
                Fixture.from("2026-03-02", 1)
                    .childminder(
                        "Ann",
                        p ->
                            p.own("Own", "2022-01-01", "Mon-Sun 07:00-19:00")
                                .own("Own2", "2025-11-01", "Mon-Sun 07:00-19:00")
                                .regular("Reg", "2025-11-01", "Mon 09:00-10:00"))
                    .family("Peeters", f -> f.child("Lea", "2022-03-01").baby("Tom", "2025-06-01"))
                    .request(
                        "r",
                        "Peeters",
                        r ->
                            r.care("Lea", MONDAY + "08:10-10:00")
                                .care("Tom", MONDAY + "09:00-10:20")))
            .put("r-1", "Ann", MONDAY + "08:10-10:00")
            .put("r-2", "Ann", MONDAY + "09:00-10:20");
    assertThat(trial.amount(COMPOSITION_CAP)).isEqualTo(8);
    assertThat(trial.texts(COMPOSITION_CAP))
        .containsExactly(
            "COMPOSITION_CAP: group Ann-1 on 2026-03-02 09:00–10:00: 3 children (babies: 2, others:"
                + " 1) beside own 2 children (babies: 1, others: 1), 2 over the caps by age (TOY"
                + " art. 3).");
  }
}
