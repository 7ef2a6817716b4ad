package org.plek.scoring.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plek.domain.TravelMode.WALK;
import static org.plek.scoring.ConstraintName.ESCORT;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.plek.Fixture;
import org.plek.ProviderFixture;
import org.plek.domain.SchoolWays;

class EscortRulesTest {
  private static final String MONDAY = "2026-03-02 ";

  /**
   * Ann, 2 km from the daycare (24 minutes on foot), brings Lea at 12:00: away 11:36-12:24, in
   * slots 11:30-12:30. Tom is with her at the time given.
   */
  private static Trial bringing(UnaryOperator<ProviderFixture> childminder, String tom) {
    return Trial.of(
            Fixture.from("2026-03-02", 1)
                .daycare("Sun", p -> p)
                .childminder("Ann", p -> childminder.apply(p.at(2, 0).escort(WALK, 30)))
                .family("Peeters", f -> f.child("Lea", "2022-03-01").child("Tom", "2021-01-01"))
                .request(
                    "r",
                    "Peeters",
                    r -> r.maySplit().care("Lea", MONDAY + "08:00-18:00").care("Tom", tom)))
        .put(
            "r-1",
            Trial.leg("Ann", MONDAY + "08:00-12:00", 24),
            Trial.leg("Sun", MONDAY + "12:00-18:00", 0))
        .put("r-2", "Ann", tom);
  }

  @Test
  @Measures(ESCORT)
  void letsNobodyArriveOrLeaveWhileSheIsAway() {
    assertThat(bringing(p -> p, MONDAY + "11:30-12:30").amount(ESCORT)).isZero();
    assertThat(bringing(p -> p, MONDAY + "11:45-12:30").amount(ESCORT)).isEqualTo(1);
    // One leg counts once, however often it moves.
    assertThat(bringing(p -> p, MONDAY + "11:45-12:15").amount(ESCORT)).isEqualTo(1);
    assertThat(bringing(p -> p, MONDAY + "08:00-12:15").amount(ESCORT)).isEqualTo(1);
    // Off the grid any moment in a slot of the way counts: 11:35 lies in the slot 11:30.
    assertThat(bringing(p -> p, MONDAY + "11:35-13:00").amount(ESCORT)).isEqualTo(1);
    assertThat(bringing(p -> p, MONDAY + "11:25-13:00").amount(ESCORT)).isZero();
    // An assistant stays.
    assertThat(
            bringing(p -> p.escortWithAssistant(WALK, 30), MONDAY + "11:45-12:30").amount(ESCORT))
        .isZero();
  }

  @Test
  @Measures(ESCORT)
  void countsRegularChildrenButNotHerOwn() {
    UnaryOperator<ProviderFixture> regular =
        p ->
            p.regular("Mia", "2022-01-01", "Mon 08:00-12:15; Mon 13:00-18:00")
                .regular("Max", "2022-01-01", "Mon 12:00-12:15")
                .regular("Pia", "2022-01-01", "Mon 08:00-18:00")
                .own("Own", "2016-01-01", "Mon 12:00-19:00");
    assertThat(bringing(regular, MONDAY + "08:00-18:00").amount(ESCORT)).isEqualTo(2);
  }

  private static Trial both(String handover, String toTom, int minutesTom) {
    return Trial.of(
            Fixture.from("2026-03-02", 1)
                .daycare("Sun", p -> p)
                .daycare("Moon", p -> p)
                .childminder("Ann", p -> p.at(2, 0).escort(WALK, 30))
                .family("Peeters", f -> f.child("Lea", "2022-03-01").child("Tom", "2021-01-01"))
                .request(
                    "r",
                    "Peeters",
                    r ->
                        r.maySplit()
                            .care("Lea", MONDAY + "08:00-18:00")
                            .care("Tom", MONDAY + "08:00-18:00")))
        .put(
            "r-1",
            Trial.leg("Ann", MONDAY + "08:00-12:00", 24),
            Trial.leg("Sun", MONDAY + "12:00-18:00", 0))
        .put(
            "r-2",
            Trial.leg("Ann", MONDAY + "08:00-" + handover, minutesTom),
            Trial.leg(toTom, MONDAY + handover + "-18:00", 0));
  }

  @Test
  @Measures(ESCORT)
  void walksOneWayAtATime() {
    // Both to the Sun at 12:00: one walk.
    assertThat(both("12:00", "Sun", 24).amount(ESCORT)).isZero();
    // To another door at 12:00: each leg ends during the other's walk (2), and one pair (1).
    assertThat(both("12:00", "Moon", 24).amount(ESCORT)).isEqualTo(3);
    // At 12:45 she is away 12:15-13:15 after 11:30-12:30: a pair, and no arrival strictly inside
    // (12:00 before 12:15, 12:45 after 12:30).
    assertThat(both("12:45", "Sun", 24).amount(ESCORT)).isEqualTo(1);
    // At 13:00: 12:30-13:30 touches 11:30-12:30.
    assertThat(both("13:00", "Sun", 24).amount(ESCORT)).isZero();
  }

  @Test
  @Measures(ESCORT)
  void isAwayAroundTheHandoverAlsoWhenSheFetches() {
    // She fetches Lea at the daycare at 12:00; Tom leaves at 12:15 while she is on the way back.
    Trial trial =
        Trial.of(
                Fixture.from("2026-03-02", 1)
                    .daycare("Sun", p -> p)
                    .childminder("Ann", p -> p.at(2, 0).escort(WALK, 30))
                    .family("Peeters", f -> f.child("Lea", "2022-03-01").child("Tom", "2021-01-01"))
                    .request(
                        "r",
                        "Peeters",
                        r ->
                            r.maySplit()
                                .care("Lea", MONDAY + "08:00-18:00")
                                .care("Tom", MONDAY + "08:00-12:15")))
            .put(
                "r-1",
                Trial.leg("Sun", MONDAY + "08:00-12:00", 0),
                Trial.leg("Ann", MONDAY + "12:00-18:00", 24))
            .put("r-2", "Ann", MONDAY + "08:00-12:15");
    assertThat(trial.amount(ESCORT)).isEqualTo(1);
    assertThat(trial.matches(ESCORT).getFirst().sessionIds()).containsExactly("r-1", "r-2");
  }

  /**
   * Ann, 2 km from school (24 minutes on foot), fetches Lea at 15:35: away 15:11-15:59, in slots
   * 15:00-16:00.
   */
  private static Trial fetching(UnaryOperator<ProviderFixture> childminder, String tom) {
    SchoolWays school = new SchoolWays(Fixture.point(0, 0), null);
    return Trial.of(
            Fixture.from("2026-03-02", 1)
                .childminder("Ann", p -> childminder.apply(p.at(2, 0)))
                .family("Peeters", f -> f.child("Lea", "2019-03-01").child("Tom", "2021-01-01"))
                .request(
                    "r",
                    "Peeters",
                    r -> r.school("Lea", MONDAY + "15:35-18:00", school).care("Tom", tom)))
        .put("r-1", "Ann", MONDAY + "15:35-18:00")
        .put("r-2", "Ann", tom);
  }

  @Test
  @Measures(ESCORT)
  void fetchesFromSchoolWhileNobodyArrives() {
    UnaryOperator<ProviderFixture> walks = p -> p.escort(WALK, 30);
    assertThat(fetching(walks, MONDAY + "12:00-18:00").amount(ESCORT)).isZero();
    assertThat(fetching(walks, MONDAY + "15:15-18:00").amount(ESCORT)).isEqualTo(1);
    assertThat(fetching(walks, MONDAY + "16:00-18:00").amount(ESCORT)).isZero();
    assertThat(
            fetching(p -> p.escortWithAssistant(WALK, 30), MONDAY + "15:15-18:00").amount(ESCORT))
        .isZero();
    // Too far on foot, or nobody who fetches.
    assertThat(fetching(p -> p.escort(WALK, 23), MONDAY + "12:00-18:00").amount(ESCORT))
        .isEqualTo(1);
    assertThat(fetching(p -> p, MONDAY + "12:00-18:00").texts(ESCORT))
        .singleElement()
        .asString()
        .contains("nobody there fetches from school");
  }

  @Test
  @Measures(ESCORT)
  void fetchesSeveralFromOneSchoolAtOnceButNotFromTwo() {
    SchoolWays near = new SchoolWays(Fixture.point(0, 0), null);
    SchoolWays far = new SchoolWays(Fixture.point(2, 1), null);
    for (SchoolWays toms : List.of(near, far)) {
      Trial trial =
          Trial.of(
                  Fixture.from("2026-03-02", 1)
                      .childminder("Ann", p -> p.at(2, 0).escort(WALK, 30))
                      .family(
                          "Peeters", f -> f.child("Lea", "2019-03-01").child("Tom", "2018-01-01"))
                      .request(
                          "r",
                          "Peeters",
                          r ->
                              r.school("Lea", MONDAY + "15:30-18:00", near)
                                  .school("Tom", MONDAY + "15:30-18:00", toms)))
              .put("r-1", "Ann", MONDAY + "15:30-18:00")
              .put("r-2", "Ann", MONDAY + "15:30-18:00");
      // Each arrives while she is on the way for the other, and she is on two ways at once.
      assertThat(trial.amount(ESCORT)).isEqualTo(toms.equals(near) ? 0 : 3);
    }
  }
}
