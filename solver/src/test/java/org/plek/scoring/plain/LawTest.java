package org.plek.scoring.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plek.scoring.ConstraintName.COMPOSITION_CAP;
import static org.plek.scoring.ConstraintName.GROUP_SIZE;
import static org.plek.scoring.ConstraintName.LICENSED_CAPACITY;
import static org.plek.scoring.ConstraintName.RATIO;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.plek.Fixture;
import org.plek.ProviderFixture;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.rules.RulePacks;
import org.plek.scoring.ConstraintName;

/** The bundled packs in the plain scorer. */
class LawTest {
  private static long amount(ConstraintName name, Fixture fixture, String provider, String time) {
    Problem problem = fixture.problem();
    PlainScorer scorer =
        new PlainScorer(
            new ProblemIndex(problem),
            RulePacks.bundled(),
            new GreatCircleTravel(problem.policy()));
    return scorer
        .score(
            java.util.List.of(
                new org.plek.domain.Placement(
                    "r-1",
                    org.plek.domain.PlacementState.PROPOSED,
                    null,
                    java.util.List.of(Trial.leg(provider, time, 0)))))
        .amount(name);
  }

  private static Fixture daycare(
      String pack, String from, String birth, String time, UnaryOperator<ProviderFixture> facts) {
    return Fixture.from(from, 1)
        .rulePack(pack)
        .daycare("Sun", p -> facts.apply(p.open("Mon-Sun 00:00-00:00").places(30).caregivers(1)))
        .family("Peeters", f -> f.child("Lea", birth))
        .request("r", "Peeters", r -> r.care("Lea", time));
  }

  private static ProviderFixture regular(
      ProviderFixture provider, int children, String birth, String hours) {
    for (int i = 1; i <= children; i++) {
      provider.regular(birth + "-" + i, birth, hours);
    }
    return provider;
  }

  @Test
  void flandersCountsInGroupsUntil2026AndAtTheLocationFrom2027() {
    // Two groups with one caregiver each, 8 children of two years in the first (7 regular and Lea),
    // 8 in no other. Until 2026 one alone may have 8; a ninth is one too many: 22:00-24:00, 8
    // slots.
    // From 2027 the location has 9 children over 12 months for 2 caregivers, 8 each: legal.
    String time = "2026-12-31 22:00-02:00";
    Fixture nine =
        daycare(
            "VL",
            "2026-12-31",
            "2024-06-01",
            time,
            p -> regular(p.groups(2), 8, "2024-06-01", "Thu 22:00-02:00"));
    assertThat(amount(RATIO, nine, "Sun", time)).isEqualTo(8);
    Fixture eight =
        daycare(
            "VL",
            "2026-12-31",
            "2024-06-01",
            time,
            p -> regular(p.groups(2), 7, "2024-06-01", "Thu 22:00-02:00"));
    assertThat(amount(RATIO, eight, "Sun", time)).isZero();
    // With one caregiver in all: 8 children of whom one baby (7 each from 2027) need 2 after
    // midnight.
    Fixture baby =
        daycare(
            "VL",
            "2026-12-31",
            "2026-06-01",
            time,
            p -> regular(p, 7, "2024-06-01", "Thu 22:00-02:00"));
    assertThat(amount(RATIO, baby, "Sun", time)).isEqualTo(8);
  }

  @Test
  void flandersRestsAndTheNetherlandsThinOutTheirMiddays() {
    // Nine children for one Flemish caregiver: 8 alone, 14 at rest. 12:00-15:00, rest 12:30-14:30
    // leaves 2 + 2 slots.
    String time = "2026-03-02 12:00-15:00";
    Fixture rest =
        daycare(
            "VL",
            "2026-03-02",
            "2024-06-01",
            time,
            p -> regular(p.resting("Mon 12:30-14:30"), 8, "2024-06-01", "Mon 12:00-15:00"));
    assertThat(amount(RATIO, rest, "Sun", time)).isEqualTo(4);
    // Nine Dutch two-year-olds need 2, in the three-hour window half of them: 1.
    Fixture window =
        daycare(
            "NL",
            "2026-03-02",
            "2023-06-01",
            time,
            p -> regular(p.threeHourWindow("Mon 12:30-14:30"), 8, "2023-06-01", "Mon 12:00-15:00"));
    assertThat(amount(RATIO, window, "Sun", time)).isEqualTo(4);
  }

  @Test
  void theDutchNumberRisesWhenAChildLeaves() {
    // (1, 8, 1, 0) with Lea as the only three-year-old (1, 8, 1, 1): 2 caregivers are the law's
    // number with her, 3 without (rules 1 and 2 of the annex). She is there 10:00-12:00.
    String time = "2026-03-02 10:00-12:00";
    Fixture group =
        daycare(
            "NL",
            "2026-03-02",
            "2022-06-01",
            time,
            p -> {
              p.caregivers(2);
              regular(p, 1, "2025-06-01", "Mon 09:00-12:00");
              regular(p, 8, "2024-06-01", "Mon 09:00-12:00");
              return regular(p, 1, "2023-06-01", "Mon 09:00-12:00");
            });
    // 09:00-10:00 without her: 1 short in 4 slots; with her none.
    assertThat(amount(RATIO, group, "Sun", time)).isEqualTo(4);
  }

  private static Fixture childminder(
      String pack, String birth, String time, UnaryOperator<ProviderFixture> facts) {
    return Fixture.from("2026-03-02", 1)
        .rulePack(pack)
        .childminder("Ann", p -> facts.apply(p.places(6).standIn()))
        .family("Peeters", f -> f.child("Lea", birth))
        .request("r", "Peeters", r -> r.care("Lea", time));
  }

  @Test
  void ownChildrenCountUnderTheCapsOfChildminders() {
    String time = "2026-03-02 10:00-12:00";
    // NL: two under 1 with the own baby and Lea, a regular third: 1 over two, 8 slots. Her own
    // ten-year-old does not count at all: 5 under four, and he is no sixth.
    assertThat(
            amount(
                COMPOSITION_CAP,
                childminder(
                    "NL",
                    "2025-06-01",
                    time,
                    p ->
                        p.own("own", "2025-10-01", "Mon 07:00-19:00")
                            .regular("reg", "2025-10-01", "Mon 10:00-12:00")),
                "Ann",
                time))
        .isEqualTo(8);
    UnaryOperator<ProviderFixture> five =
        p ->
            regular(p, 5, "2020-06-01", "Mon 10:00-12:00")
                .own("own", "2016-01-01", "Mon 07:00-19:00");
    Fixture ten = childminder("NL", "2020-06-01", time, five);
    assertThat(amount(COMPOSITION_CAP, ten, "Ann", time)).isZero();
    assertThat(amount(GROUP_SIZE, ten, "Ann", time)).isZero();
    // Her own eight-year-old is a seventh child: 1 over six, 8 slots; for the licence he is none.
    Fixture eight =
        childminder(
            "NL",
            "2020-06-01",
            time,
            p ->
                regular(p, 5, "2020-06-01", "Mon 10:00-12:00")
                    .own("own", "2018-01-01", "Mon 07:00-19:00"));
    assertThat(amount(COMPOSITION_CAP, eight, "Ann", time) + amount(GROUP_SIZE, eight, "Ann", time))
        .isEqualTo(8);
    assertThat(amount(LICENSED_CAPACITY, eight, "Ann", time)).isZero();
    // EN: at most one under 1, own ones included.
    assertThat(
            amount(
                COMPOSITION_CAP,
                childminder(
                    "EN", "2025-06-01", time, p -> p.own("own", "2025-10-01", "Mon 07:00-19:00")),
                "Ann",
                time))
        .isEqualTo(8);
    // FR: at most four under 3, own ones included; own ones take no place of the licence.
    Fixture french =
        childminder(
            "FR",
            "2024-06-01",
            time,
            p ->
                regular(p, 2, "2024-06-01", "Mon 10:00-12:00")
                    .own("own", "2024-06-01", "Mon 07:00-19:00")
                    .own("own2", "2024-06-01", "Mon 07:00-19:00"));
    assertThat(amount(COMPOSITION_CAP, french, "Ann", time)).isEqualTo(8);
    assertThat(amount(LICENSED_CAPACITY, french, "Ann", time)).isZero();
  }

  /**
   * Ten one-year-olds need two caregivers, in the window one; 07:00 to 10:00 is planned as such.
   */
  private static Fixture window(String opening) {
    return Fixture.from("2026-03-02", 1)
        .rulePack("NL")
        .daycare(
            "Sun",
            p ->
                regular(
                    p.open(opening).places(16).caregivers(1).threeHourWindow("Mon 07:00-10:00"),
                    9,
                    "2024-09-01",
                    "Mon 07:00-10:00"))
        .family("Peeters", f -> f.child("Lea", "2024-09-01"))
        .request("r", "Peeters", r -> r.care("Lea", "2026-03-02 07:00-10:00"));
  }

  @Test
  void theDutchWindowNeedsTenHoursOpenWithoutABreak() {
    String time = "2026-03-02 07:00-10:00";
    assertThat(amount(RATIO, window("Mon 07:00-17:00"), "Sun", time)).isZero();
    // A quarter less, or ten hours with a break: all twelve slots are ordinary ones.
    assertThat(amount(RATIO, window("Mon 07:00-16:45"), "Sun", time)).isEqualTo(12);
    assertThat(amount(RATIO, window("Mon 07:00-12:00; Mon 13:00-18:00"), "Sun", time))
        .isEqualTo(12);
  }
}
