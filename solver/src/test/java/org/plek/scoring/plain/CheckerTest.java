package org.plek.scoring.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.plek.scoring.ConstraintName.AGREED_KEPT;
import static org.plek.scoring.ConstraintName.LICENSED_CAPACITY;
import static org.plek.scoring.ConstraintName.ONE_PLACE_AT_A_TIME;
import static org.plek.scoring.ConstraintName.RATIO;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plek.Fixture;
import org.plek.domain.PlacementState;

class CheckerTest {
  private static final String MONDAY = "2026-03-02 ";

  /** One place, two regular children 09:00-10:00: one over already. Tom is agreed 09:30-11:00. */
  private static Trial trial() {
    return Trial.of(
        Fixture.from("2026-03-02", 1)
            .daycare(
                "Sun",
                p ->
                    p.places(1)
                        .groupMost(9)
                        .regular("Mia", "2022-01-01", "Mon 09:00-10:00")
                        .regular("Max", "2022-01-01", "Mon 09:00-10:00"))
            .family("Peeters", f -> f.child("Lea", "2022-03-01").child("Tom", "2021-01-01"))
            .request(
                "r",
                "Peeters",
                r ->
                    r.care("Tom", MONDAY + "09:30-11:00")
                        .care("Lea", MONDAY + "09:45-10:30")
                        .care("Lea", MONDAY + "08:00-09:00"))
            .placed("r-1", PlacementState.CONFIRMED, "Sun", MONDAY + "09:30-11:00"));
  }

  private static CheckReport check(Trial trial) {
    return Checker.check(trial.index, id -> new ToyLaw(), Trial.TRAVEL, trial.placements);
  }

  @Test
  void inheritsWhatIsThereWithoutThePlan() {
    // Over by 1 at 09:00-09:30 and, with the agreed child, by 2 at 09:30-10:00. Lea at 08:00-09:00
    // makes nothing worse.
    CheckReport report =
        check(
            trial()
                .put("r-1", "Sun", MONDAY + "09:30-11:00")
                .put("r-3", "Sun", MONDAY + "08:00-09:00"));
    assertThat(report.legal()).isTrue();
    assertThat(report.caused()).isEmpty();
    assertThat(report.inherited())
        .extracting(Match::text, Match::amount)
        .containsExactly(
            tuple(
                "LICENSED_CAPACITY: provider Sun on 2026-03-02 09:00–09:30: 2 children for 1 place.",
                2L),
            tuple(
                "LICENSED_CAPACITY: provider Sun on 2026-03-02 09:30–10:00: 3 children for 1 place.",
                4L));
    assertThat(report.score().amount(LICENSED_CAPACITY)).isEqualTo(6);
  }

  @Test
  void blamesThePlanForWhatItAddsInTheSameSlot() {
    // Lea 09:45-10:30: 09:45-10:00 is 3 over instead of 2, 10:00-10:30 is 1 over instead of 0.
    CheckReport report =
        check(
            trial()
                .put("r-1", "Sun", MONDAY + "09:30-11:00")
                .put("r-2", "Sun", MONDAY + "09:45-10:30"));
    assertThat(report.legal()).isFalse();
    assertThat(report.caused())
        .extracting(Match::text, Match::amount)
        .containsExactly(
            tuple(
                "LICENSED_CAPACITY: provider Sun on 2026-03-02 09:45–10:00: 4 children for 1 place;"
                    + " 2 of 3 inherited.",
                1L),
            tuple(
                "LICENSED_CAPACITY: provider Sun on 2026-03-02 10:00–10:30: 2 children for 1 place.",
                2L));
    assertThat(report.inherited()).extracting(Match::amount).containsExactly(2L, 2L, 2L);
  }

  @Test
  void blamesThePlanForOneMoreChildWhereACaregiverIsMissingAlready() {
    // Seven others need two caregivers and have one; Lea makes it eight, who need two as well.
    Fixture town =
        Fixture.from("2026-03-02", 1)
            .daycare(
                "Sun",
                p -> {
                  for (String name : List.of("A", "B", "C", "D", "E", "F", "G")) {
                    p.regular(name, "2022-01-01", "Mon 09:00-10:00");
                  }
                  return p.caregivers(1);
                })
            .family("Peeters", f -> f.child("Lea", "2022-03-01"))
            .request("r", "Peeters", r -> r.care("Lea", MONDAY + "09:30-10:30"));
    assertThat(check(Trial.of(town)).legal()).isTrue();
    CheckReport report = check(Trial.of(town).put("r-1", "Sun", MONDAY + "09:30-10:30"));
    assertThat(report.caused())
        .extracting(Match::text, Match::amount)
        .containsExactly(
            tuple(
                "RATIO: group Sun-1 on 2026-03-02 09:30–10:00: 8 children (others: 8)"
                    + " need 2 caregivers, 1 is present (TOY art. 1).",
                2L));
    assertThat(report.inherited()).extracting(Match::amount).containsExactly(2L);
    Explanation why =
        new Explainer(town.index(), id -> new ToyLaw(), Trial.TRAVEL, List.of()).explain("r-1", 1);
    assertThat(why.nearest().getFirst().blocker())
        .extracting(Match::constraint, Match::amount)
        .containsExactly(RATIO, 2L);
  }

  @Test
  void missesWhatWasAgreed() {
    CheckReport report = check(trial().put("r-3", "Sun", MONDAY + "08:00-09:00"));
    assertThat(report.caused()).extracting(Match::constraint).containsExactly(AGREED_KEPT);
  }

  @Test
  void inheritsWhatAgreedPlacementsBreakBetweenThemselves() {
    Fixture fixture =
        Fixture.from("2026-03-02", 1)
            .daycare("Sun", p -> p)
            .daycare("Moon", p -> p)
            .family("Peeters", f -> f.child("Lea", "2022-03-01"))
            .request(
                "r",
                "Peeters",
                r -> r.care("Lea", MONDAY + "08:00-12:00").care("Lea", MONDAY + "11:00-13:00"))
            .placed("r-1", PlacementState.CONFIRMED, "Sun", MONDAY + "08:00-12:00")
            .placed("r-2", PlacementState.OFFERED, "Moon", MONDAY + "11:00-13:00");
    CheckReport report =
        check(
            Trial.of(fixture)
                .put("r-1", "Sun", MONDAY + "08:00-12:00")
                .put("r-2", "Moon", MONDAY + "11:00-13:00"));
    assertThat(report.legal()).isTrue();
    assertThat(report.inherited())
        .extracting(Match::constraint)
        .containsExactly(ONE_PLACE_AT_A_TIME);
  }
}
