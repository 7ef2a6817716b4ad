package org.plek.scoring.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plek.scoring.ConstraintName.ALL_OR_NOTHING;
import static org.plek.scoring.ConstraintName.LEAST_VOLUME;
import static org.plek.scoring.ConstraintName.SIBLINGS_TOGETHER;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.plek.Fixture;
import org.plek.RequestFixture;
import org.plek.domain.TravelMode;

class RequestRulesTest {
  private static final String MONDAY = "2026-03-02 ";

  private static Trial days(int horizon, int minutes, int days, String... times) {
    Trial trial =
        Trial.of(
            Fixture.from("2026-03-02", horizon)
                .childminder("Ann", p -> p.least(minutes, days))
                .family("Peeters", f -> f.child("Lea", "2022-03-01"))
                .request(
                    "r",
                    "Peeters",
                    r -> {
                      for (String time : times) {
                        r.care("Lea", time);
                      }
                      return r;
                    }));
    for (int i = 1; i <= times.length; i++) {
      trial.put("r-" + i, "Ann", times[i - 1]);
    }
    return trial;
  }

  @Test
  @Measures(LEAST_VOLUME)
  void asksTheHorizonsShareOfTheMonth() {
    // 1,000 minutes a month, 7 of 30 days: 233.33, rounded down 233. 08:10-12:00 are 230 minutes
    // (not
    // the 240 of the slots): 3 too few. 45 days ask for no more than 1,000: 770 too few.
    assertThat(days(7, 1000, 0, MONDAY + "08:10-12:00").amount(LEAST_VOLUME)).isEqualTo(3);
    assertThat(days(7, 1000, 0, MONDAY + "08:07-12:00").amount(LEAST_VOLUME)).isZero();
    assertThat(days(45, 1000, 0, MONDAY + "08:10-12:00").amount(LEAST_VOLUME)).isEqualTo(770);
    // Who is not served has no least.
    assertThat(days(7, 1000, 2).amount(LEAST_VOLUME)).isZero();
  }

  @Test
  @Measures(LEAST_VOLUME)
  void asksTheDaysInEachWholeWeekWithCare() {
    // 3 days a week. Week 1: two stays on Monday, one that starts on Tuesday and ends on Wednesday:
    // 2
    // days, 1 under. Week 2 has no care. The third week ends on Sunday outside a horizon of 20
    // days.
    String[] times = {
      MONDAY + "08:00-09:00",
      MONDAY + "10:00-11:00",
      "2026-03-03 20:00-02:00",
      "2026-03-16 08:00-09:00"
    };
    assertThat(days(20, 0, 3, times).amount(LEAST_VOLUME)).isEqualTo(1);
    // With 21 days the third week counts too: 2 under.
    assertThat(days(21, 0, 3, times).amount(LEAST_VOLUME)).isEqualTo(3);
  }

  /** Lea 08:00-12:00, Tom 11:00-15:00 and Mia 12:00-15:00 with two daycares. */
  private static Trial siblings(UnaryOperator<RequestFixture> limits) {
    return Trial.of(
        Fixture.from("2026-03-02", 1)
            .daycare("Sun", p -> p)
            .childminder("Ann", p -> p.escort(TravelMode.WALK, 10))
            .family(
                "Peeters",
                f ->
                    f.child("Lea", "2022-03-01")
                        .child("Tom", "2021-01-01")
                        .child("Mia", "2020-01-01"))
            .request(
                "r",
                "Peeters",
                r ->
                    limits.apply(
                        r.care("Lea", MONDAY + "08:00-12:00")
                            .care("Tom", MONDAY + "11:00-15:00")
                            .care("Mia", MONDAY + "12:00-15:00"))));
  }

  @Test
  @Measures(SIBLINGS_TOGETHER)
  void keepsSiblingsWithOneProviderWhereTheirWindowsOverlap() {
    // Pairs: Lea and Tom (11:00-12:00), Tom and Mia. Lea and Mia only touch at 12:00.
    UnaryOperator<RequestFixture> together = RequestFixture::siblingsTogether;
    Trial none = siblings(together);
    assertThat(none.amount(SIBLINGS_TOGETHER)).isZero();
    Trial lea = siblings(together).put("r-1", "Sun", MONDAY + "08:00-12:00");
    assertThat(lea.amount(SIBLINGS_TOGETHER)).isEqualTo(1);
    Trial tom = siblings(together).put("r-2", "Sun", MONDAY + "11:00-15:00");
    assertThat(tom.amount(SIBLINGS_TOGETHER)).isEqualTo(2);
    Trial apart = lea.put("r-2", "Ann", MONDAY + "11:00-15:00");
    assertThat(apart.put("r-3", "Ann", MONDAY + "12:00-15:00").amount(SIBLINGS_TOGETHER))
        .isEqualTo(1);
    assertThat(siblings(r -> r).put("r-1", "Sun", MONDAY + "08:00-12:00").amount(SIBLINGS_TOGETHER))
        .isZero();
  }

  @Test
  @Measures(SIBLINGS_TOGETHER)
  void sharesAProviderWithEitherLegOfASplit() {
    // Tom moves from Ann to the Sun, where Lea and Mia are.
    Trial trial =
        siblings(r -> r.siblingsTogether().maySplit())
            .put("r-1", "Sun", MONDAY + "08:00-12:00")
            .put(
                "r-2",
                Trial.leg("Ann", MONDAY + "11:00-12:00", 0),
                Trial.leg("Sun", MONDAY + "12:00-15:00", 0))
            .put("r-3", "Sun", MONDAY + "12:00-15:00");
    assertThat(trial.amount(SIBLINGS_TOGETHER)).isZero();
  }

  @Test
  @Measures(ALL_OR_NOTHING)
  void countsWhatIsMissingOnceAnythingIsPlaced() {
    UnaryOperator<RequestFixture> all = RequestFixture::allOrNothing;
    assertThat(siblings(all).amount(ALL_OR_NOTHING)).isZero();
    Trial one = siblings(all).put("r-1", "Sun", MONDAY + "08:00-12:00");
    assertThat(one.amount(ALL_OR_NOTHING)).isEqualTo(2);
    one.put("r-2", "Sun", MONDAY + "11:00-15:00").put("r-3", "Ann", MONDAY + "12:00-15:00");
    assertThat(one.amount(ALL_OR_NOTHING)).isZero();
    assertThat(siblings(r -> r).put("r-1", "Sun", MONDAY + "08:00-12:00").amount(ALL_OR_NOTHING))
        .isZero();
  }
}
