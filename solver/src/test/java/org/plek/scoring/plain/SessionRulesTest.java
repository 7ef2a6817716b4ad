package org.plek.scoring.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plek.domain.TravelMode.WALK;
import static org.plek.scoring.ConstraintName.AGREED_KEPT;
import static org.plek.scoring.ConstraintName.FAMILY_PRICE;
import static org.plek.scoring.ConstraintName.OPEN;
import static org.plek.scoring.ConstraintName.PUBLISHED_CHANGES;
import static org.plek.scoring.ConstraintName.SESSION_TIME;
import static org.plek.scoring.ConstraintName.UNSERVED;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.plek.Fixture;
import org.plek.ProviderFixture;
import org.plek.RequestFixture;
import org.plek.domain.PlacementState;
import org.plek.domain.Tariff;

class SessionRulesTest {
  private static final String MONDAY = "2026-03-02 ";

  /** A daycare at the square, a childminder 1 km east, a home carer, and Lea 2 km east. */
  private static Fixture fixture(
      UnaryOperator<ProviderFixture> childminder, UnaryOperator<RequestFixture> request) {
    return Fixture.from("2026-03-02", 5)
        .daycare("Sun", p -> p)
        .childminder("Ann", p -> childminder.apply(p.at(1, 0)))
        .homeCarer("Eva", p -> p)
        .family("Peeters", f -> f.at(2, 0).child("Lea", "2022-03-01"))
        .request("r", "Peeters", request);
  }

  private static Trial trial(UnaryOperator<RequestFixture> request) {
    return Trial.of(fixture(p -> p.escort(WALK, 12), request));
  }

  @Test
  @Measures(SESSION_TIME)
  void keepsTheFixedTime() {
    Trial exact = trial(r -> r.care("Lea", MONDAY + "08:05-12:00"));
    assertThat(exact.put("r-1", "Sun", MONDAY + "08:05-12:00").amount(SESSION_TIME)).isZero();
    Trial later = trial(r -> r.care("Lea", MONDAY + "08:05-12:00"));
    assertThat(later.put("r-1", "Sun", MONDAY + "08:00-12:00").amount(SESSION_TIME)).isEqualTo(1);
  }

  @Test
  @Measures(SESSION_TIME)
  void keepsTheLengthInsideOneWindowFromAQuarterOfAnHour() {
    UnaryOperator<RequestFixture> flexible =
        r -> r.flexible("Lea", 120, MONDAY + "08:00-11:00", MONDAY + "11:00-13:30");
    assertThat(time(flexible, "08:00-10:00")).isZero();
    assertThat(time(flexible, "09:00-11:00")).isZero();
    assertThat(time(flexible, "11:30-13:30")).isZero();
    // Over the border of two windows; too long; off the grid; outside.
    assertThat(time(flexible, "09:15-11:15")).isEqualTo(1);
    assertThat(time(flexible, "08:00-10:15")).isEqualTo(1);
    assertThat(time(flexible, "08:10-10:10")).isEqualTo(1);
    assertThat(time(flexible, "07:45-09:45")).isEqualTo(1);
  }

  private static long time(UnaryOperator<RequestFixture> request, String time) {
    return trial(request).put("r-1", "Sun", MONDAY + time).amount(SESSION_TIME);
  }

  @Test
  @Measures(SESSION_TIME)
  void followsTheParentsHoursAndTheWay() {
    // Destination 5 km west of the square. On foot from the daycare 60 minutes, from the home 2 km
    // east 84. Away 09:00-12:00: 08:00-13:00 at the daycare, 07:36-13:24 at home.
    UnaryOperator<RequestFixture> away =
        r -> r.travels(WALK, 30).destination(-5, 0).whileAway("Lea", MONDAY + "09:00-12:00");
    assertThat(time(away, "08:00-13:00")).isZero();
    assertThat(time(away, "08:00-12:00")).isEqualTo(1);
    assertThat(trial(away).put("r-1", "Eva", MONDAY + "07:36-13:24").amount(SESSION_TIME)).isZero();
    assertThat(trial(away).put("r-1", "Eva", MONDAY + "08:00-13:00").amount(SESSION_TIME))
        .isEqualTo(1);
  }

  @Test
  @Measures(SESSION_TIME)
  void countsWhatCannotBeReadAndMeasuresNothingElseOfIt() {
    Trial unknown = trial(r -> r.care("Lea", MONDAY + "08:00-12:00"));
    unknown.put("r-9", "Sun", MONDAY + "03:00-04:00");
    assertThat(unknown.amount(SESSION_TIME)).isEqualTo(1);
    assertThat(unknown.amount(OPEN)).isZero();
    // Placed twice: the second placement counts 1 and does nothing else.
    Trial twice = trial(r -> r.care("Lea", MONDAY + "08:00-12:00"));
    twice.put("r-1", "Sun", MONDAY + "08:00-12:00").put("r-1", "Ann", MONDAY + "03:00-04:00");
    assertThat(twice.amount(SESSION_TIME)).isEqualTo(1);
    assertThat(twice.amount(OPEN)).isZero();
    // No such provider; a group of another provider; no legs at all.
    assertThat(time(r -> r.care("Lea", MONDAY + "08:00-12:00"), "08:00-12:00")).isZero();
    Trial nobody = trial(r -> r.care("Lea", MONDAY + "08:00-12:00"));
    assertThat(nobody.put("r-1", "Zoe", MONDAY + "08:00-12:00").amount(SESSION_TIME)).isEqualTo(1);
    Trial wrongGroup = trial(r -> r.care("Lea", MONDAY + "08:00-12:00"));
    wrongGroup.put("r-1", Trial.leg("Sun", "Ann-1", MONDAY + "08:00-12:00", 0));
    assertThat(wrongGroup.amount(SESSION_TIME)).isEqualTo(1);
    Trial empty = trial(r -> r.care("Lea", MONDAY + "08:00-12:00"));
    assertThat(empty.put("r-1").amount(SESSION_TIME)).isEqualTo(1);
  }

  @Test
  @Measures(SESSION_TIME)
  void splitsOnlyWhereSomebodyEscorts() {
    // The childminder 1 km from the daycare walks 12 minutes, as far as she goes.
    UnaryOperator<RequestFixture> care = r -> r.maySplit().care("Lea", MONDAY + "08:00-18:00");
    assertThat(split(care, p -> p.escort(WALK, 12), "12:00", 12, 0)).isZero();
    assertThat(split(care, p -> p.escort(WALK, 11), "12:00", 12, 0)).isEqualTo(1);
    assertThat(split(care, p -> p.escort(WALK, 12), "12:00", 10, 0)).isEqualTo(1);
    assertThat(split(care, p -> p.escort(WALK, 12), "12:00", 0, 0)).isEqualTo(1);
    assertThat(split(care, p -> p.escort(WALK, 12), "12:00", 12, 12)).isEqualTo(1);
    assertThat(split(care, p -> p, "12:00", 12, 0)).isEqualTo(1);
    // The handover lies on the grid, and the family allows the split.
    assertThat(split(care, p -> p.escort(WALK, 12), "12:05", 12, 0)).isEqualTo(1);
    assertThat(
            split(
                r -> r.care("Lea", MONDAY + "08:00-18:00"),
                p -> p.escort(WALK, 12),
                "12:00",
                12,
                0))
        .isEqualTo(1);
    // The childminder, second, fetches from the daycare; a gap between the legs is not touching.
    Trial fetched = trial(care);
    fetched.put(
        "r-1",
        Trial.leg("Sun", MONDAY + "08:00-12:00", 0),
        Trial.leg("Ann", MONDAY + "12:00-18:00", 12));
    assertThat(fetched.amount(SESSION_TIME)).isZero();
    Trial gap = trial(care);
    gap.put(
        "r-1",
        Trial.leg("Sun", MONDAY + "08:00-12:00", 0),
        Trial.leg("Ann", MONDAY + "12:15-18:00", 12));
    assertThat(gap.amount(SESSION_TIME)).isEqualTo(1);
    // A home carer fetches by car to the family's home: 2 km, 4 minutes.
    Trial home = trial(care);
    home.put(
        "r-1",
        Trial.leg("Sun", MONDAY + "08:00-12:00", 0),
        Trial.leg("Eva", MONDAY + "12:00-18:00", 4));
    assertThat(home.amount(SESSION_TIME)).isZero();
    // An escort without a split.
    Trial alone = trial(care);
    alone.put("r-1", Trial.leg("Ann", MONDAY + "08:00-18:00", 12));
    assertThat(alone.amount(SESSION_TIME)).isEqualTo(1);
  }

  /** From the childminder to the daycare. */
  private static long split(
      UnaryOperator<RequestFixture> request,
      UnaryOperator<ProviderFixture> childminder,
      String handover,
      int brings,
      int fetches) {
    return Trial.of(fixture(childminder, request))
        .put(
            "r-1",
            Trial.leg("Ann", MONDAY + "08:00-" + handover, brings),
            Trial.leg("Sun", MONDAY + handover + "-18:00", fetches))
        .amount(SESSION_TIME);
  }

  @Test
  @Measures(FAMILY_PRICE)
  void staysWithinThePriceAnHour() {
    // 1,000 cents an hour in blocks of 30 minutes: 08:00-09:10 is billed 90 minutes, 1,500 cents,
    // for 70 minutes: 1,285.71 cents an hour. Most 1,285: over by 0.71, rounded up 1; 1,286: none.
    UnaryOperator<ProviderFixture> blocks = p -> p.tariff(new Tariff(1000, 0, 30, 0));
    assertThat(price(blocks, 1285)).isEqualTo(1);
    assertThat(price(blocks, 1286)).isZero();
    assertThat(price(blocks, 1200)).isEqualTo(86);
  }

  private static long price(UnaryOperator<ProviderFixture> childminder, int most) {
    return Trial.of(
            fixture(childminder, r -> r.maxCentsPerHour(most).care("Lea", MONDAY + "08:00-09:10")))
        .put("r-1", "Ann", MONDAY + "08:00-09:10")
        .amount(FAMILY_PRICE);
  }

  @Test
  @Measures(AGREED_KEPT)
  void keepsWhatIsAgreed() {
    String time = MONDAY + "08:00-12:00";
    Fixture agreed =
        fixture(p -> p, r -> r.care("Lea", time))
            .placed("r-1", PlacementState.OFFERED, "Sun", time);
    assertThat(Trial.of(agreed).put("r-1", "Sun", time).amount(AGREED_KEPT)).isZero();
    assertThat(Trial.of(agreed).put("r-1", "Ann", time).amount(AGREED_KEPT)).isEqualTo(1);
    assertThat(Trial.of(agreed).amount(AGREED_KEPT)).isEqualTo(1);
    assertThat(Trial.of(agreed).amount(PUBLISHED_CHANGES)).isZero();
  }

  @Test
  @Measures(PUBLISHED_CHANGES)
  void weighsAChangeOfAPublishedProposalByItsNearness() {
    // On 2026-03-01 Monday the 2nd is 1 day ahead: 15 - 1 = 14.
    String time = MONDAY + "08:00-12:00";
    Fixture published =
        fixture(p -> p, r -> r.care("Lea", time))
            .placed("r-1", PlacementState.PROPOSED, "Sun", time);
    assertThat(Trial.of(published).put("r-1", "Sun", time).amount(PUBLISHED_CHANGES)).isZero();
    assertThat(Trial.of(published).put("r-1", "Ann", time).amount(PUBLISHED_CHANGES)).isEqualTo(14);
    assertThat(Trial.of(published).amount(PUBLISHED_CHANGES)).isEqualTo(14);
    assertThat(Trial.of(published).amount(AGREED_KEPT)).isZero();
    // From 15 days on it is 1: on 2026-02-15 the 2nd of March is 15 days ahead.
    Fixture early =
        fixture(p -> p, r -> r.care("Lea", time))
            .asOf("2026-02-15T12:00")
            .placed("r-1", PlacementState.PROPOSED, "Sun", time);
    assertThat(Trial.of(early).amount(PUBLISHED_CHANGES)).isEqualTo(1);
  }

  @Test
  @Measures(UNSERVED)
  void weighsUnservedCareByItsHours() {
    // 08:00-12:05 are 5 hours begun; away 09:00-12:00 are 3; flexible 120 minutes are 2.
    assertThat(trial(r -> r.care("Lea", MONDAY + "08:00-12:05")).amount(UNSERVED)).isEqualTo(5);
    assertThat(
            trial(r -> r.destination(-5, 0).whileAway("Lea", MONDAY + "09:00-12:00"))
                .amount(UNSERVED))
        .isEqualTo(3);
    assertThat(trial(r -> r.flexible("Lea", 120, MONDAY + "08:00-18:00")).amount(UNSERVED))
        .isEqualTo(2);
    assertThat(
            trial(r -> r.care("Lea", MONDAY + "08:00-12:05"))
                .put("r-1", "Sun", MONDAY + "08:05-12:05")
                .amount(UNSERVED))
        .isZero();
  }
}
