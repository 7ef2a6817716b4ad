package org.plek.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plek.options.OptionsOf.options;
import static org.plek.options.OptionsOf.table;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.plek.Fixture;
import org.plek.ProviderFixture;
import org.plek.domain.Leg;
import org.plek.domain.PlacementState;
import org.plek.domain.TravelMode;
import org.plek.scoring.ConstraintName;

class SplitTest {
  // By car at 35 km/h with detour 1.3, 2 km are 4.46 minutes, so 5.
  private static final UnaryOperator<ProviderFixture> DAYCARE_UNTIL_SIX =
      p -> p.at(2, 0).open("Mon-Fri 08:00-18:00");

  private static Fixture untilSeven() {
    return Fixture.from("2026-03-02", 7)
        .family("Peeters", f -> f.child("Lea", "2024-05-01"))
        .request("r", "Peeters", r -> r.care("Lea", "2026-03-02 11:30-19:00").maySplit());
  }

  @Test
  void theDaycareClosesAtSixAndTheChildminderFetches() {
    Fixture fixture =
        untilSeven()
            .daycare("Sun", DAYCARE_UNTIL_SIX)
            .childminder("Ann", p -> p.open("Mon-Fri 17:45-20:00").escort(TravelMode.CAR, 5));
    OptionTable table = table(fixture);
    assertThat(options(table, 0))
        .containsExactly(
            "Sun 2026-03-02 11:30-18:00 > Ann 2026-03-02 18:00-19:00 (escort 5)",
            "Sun 2026-03-02 11:30-17:45 > Ann 2026-03-02 17:45-19:00 (escort 5)");
    assertThat(table.firstSplit(0)).isZero();
    assertThat(table.split(0)).isTrue();
    assertThat(table.escortSide(0)).isEqualTo(2);
    assertThat(table.escortMinutes(0)).isEqualTo(5);
    assertThat(table.group(0)).isEqualTo(0);
    assertThat(table.start(0)).isEqualTo(46);
    assertThat(table.end(0)).isEqualTo(72);
    assertThat(table.secondGroup(0)).isEqualTo(1);
    assertThat(table.secondStart(0)).isEqualTo(72);
    assertThat(table.secondEnd(0)).isEqualTo(76);
    // There to the daycare, back from the childminder at the family's own corner.
    assertThat(table.staticAmount(ConstraintName.TRAVEL, 0)).isEqualTo(5);
    assertThat(table.staticAmount(ConstraintName.HANDOVERS, 0)).isEqualTo(1);
    assertThat(table.cost(0)).isEqualTo(5 + 30 + 2 * 10);
  }

  @Test
  void theChildminderBringsToTheDaycareThatOpensLater() {
    Fixture fixture =
        Fixture.from("2026-03-02", 7)
            .family("Peeters", f -> f.child("Lea", "2024-05-01"))
            .request("r", "Peeters", r -> r.care("Lea", "2026-03-02 07:30-12:00").maySplit())
            .daycare("Sun", DAYCARE_UNTIL_SIX)
            .childminder("Ann", p -> p.open("Mon-Fri 07:00-08:15").escort(TravelMode.CAR, 10));
    OptionTable table = table(fixture);
    assertThat(options(table, 0))
        .containsExactly(
            "Ann 2026-03-02 07:30-08:15 (escort 5) > Sun 2026-03-02 08:15-12:00",
            "Ann 2026-03-02 07:30-08:00 (escort 5) > Sun 2026-03-02 08:00-12:00");
    assertThat(table.escortSide(0)).isEqualTo(1);
    assertThat(table.escortMinutes(0)).isEqualTo(5);
  }

  @Test
  void aHomeCarerFetchesToTheFamilysHome() {
    Fixture fixture =
        untilSeven()
            .daycare("Sun", DAYCARE_UNTIL_SIX)
            .homeCarer("Bo", p -> p.at(9, 9).open("Mon-Fri 18:00-22:00"));
    OptionTable table = table(fixture);
    // The way is the one from the daycare to the family's home, wherever the carer lives.
    assertThat(options(table, 0))
        .containsExactly("Sun 2026-03-02 11:30-18:00 > Bo 2026-03-02 18:00-19:00 (escort 5)");
    assertThat(table.staticAmount(ConstraintName.TRAVEL, 0)).isEqualTo(5);
  }

  @Test
  void nobodyIsSplitWithoutAnEscortOrWithoutTheFamilysWill() {
    assertThat(
            options(
                untilSeven()
                    .daycare("Sun", DAYCARE_UNTIL_SIX)
                    .childminder("Ann", p -> p.open("Mon-Fri 17:45-20:00"))))
        .isEmpty();
    assertThat(
            options(
                untilSeven()
                    .daycare("Sun", DAYCARE_UNTIL_SIX)
                    .childminder(
                        "Ann", p -> p.open("Mon-Fri 17:45-20:00").escort(TravelMode.CAR, 4))))
        .isEmpty();
    assertThat(
            options(
                Fixture.from("2026-03-02", 7)
                    .family("Peeters", f -> f.child("Lea", "2024-05-01"))
                    .request("r", "Peeters", r -> r.care("Lea", "2026-03-02 11:30-19:00"))
                    .daycare("Sun", DAYCARE_UNTIL_SIX)
                    .childminder(
                        "Ann", p -> p.open("Mon-Fri 17:45-20:00").escort(TravelMode.CAR, 5))))
        .isEmpty();
  }

  @Test
  void theShortestStayOfTheSecondMovesTheHandover() {
    Fixture fixture =
        untilSeven()
            .daycare("Sun", DAYCARE_UNTIL_SIX)
            .childminder(
                "Ann", p -> p.open("Mon-Fri 12:00-20:00").form(150, 0).escort(TravelMode.CAR, 5));
    assertThat(options(fixture))
        .contains("Sun 2026-03-02 11:30-16:30 > Ann 2026-03-02 16:30-19:00 (escort 5)")
        .noneMatch(option -> option.contains("17:"));
  }

  @Test
  void ofManyPairsTheCheapestAreKeptAndTheOthersCounted() {
    Fixture fixture = untilSeven().daycare("Sun", DAYCARE_UNTIL_SIX);
    for (int i = 0; i < 15; i++) {
      int cents = 500 + 10 * i;
      fixture.childminder(
          "Ann" + i,
          p -> p.open("Mon-Fri 18:00-20:00").centsPerHour(cents).escort(TravelMode.CAR, 5));
    }
    OptionTable table = table(fixture);
    assertThat(options(table, 0))
        .hasSize(12)
        .startsWith("Sun 2026-03-02 11:30-18:00 > Ann0 2026-03-02 18:00-19:00 (escort 5)")
        .endsWith("Sun 2026-03-02 11:30-18:00 > Ann11 2026-03-02 18:00-19:00 (escort 5)");
    assertThat(table.drops().of(0, Limit.SPLITS_PER_SESSION)).isEqualTo(3);
    assertThat(table.drops().total(Limit.SPLITS_PER_SESSION)).isEqualTo(3);
  }

  @Test
  void oneLegComesBeforeTwo() {
    Fixture fixture =
        untilSeven()
            .daycare("Sun", DAYCARE_UNTIL_SIX)
            .childminder("Ann", p -> p.open("Mon-Fri 07:00-20:00").escort(TravelMode.CAR, 5));
    OptionTable table = table(fixture);
    assertThat(options(table, 0).getFirst()).isEqualTo("Ann 2026-03-02 11:30-19:00");
    assertThat(table.split(0)).isFalse();
    assertThat(table.escortMinutes(0)).isZero();
    assertThat(table.firstSplit(0)).isEqualTo(1);
    assertThat(table.endOption(0)).isGreaterThan(1);
  }

  @Test
  void thePublishedSplitIsNoChange() {
    Fixture fixture =
        untilSeven()
            .daycare("Sun", DAYCARE_UNTIL_SIX)
            .childminder("Ann", p -> p.open("Mon-Fri 12:00-20:00").escort(TravelMode.CAR, 5));
    Leg one = leg("Sun", "11:30", "15:15", 0);
    Leg two = leg("Ann", "15:15", "19:00", 5);
    OptionTable table = table(fixture.placed("r-1", PlacementState.PROPOSED, one, two));
    int published = table.indexOf(0, List.of(one, two));
    assertThat(published).isEqualTo(table.firstSplit(0));
    assertThat(table.staticAmount(ConstraintName.PUBLISHED_CHANGES, published)).isZero();
    assertThat(table.staticAmount(ConstraintName.PUBLISHED_CHANGES, published + 1)).isEqualTo(14);
  }

  @Test
  void theParentsHoursMeetTheFirstAndTheLastProvider() {
    Fixture fixture =
        Fixture.from("2026-03-02", 7)
            .family("Peeters", f -> f.child("Lea", "2024-05-01"))
            .daycare("Sun", p -> p.at(2, 0).open("Mon-Fri 08:00-18:00"))
            .childminder(
                "Ann", p -> p.at(-2, 0).open("Mon-Fri 18:00-20:00").escort(TravelMode.CAR, 10))
            .request(
                "r",
                "Peeters",
                r -> r.destination(4, 0).whileAway("Lea", "2026-03-02 12:00-19:00").maySplit());
    // 2 km to the destination are 5 minutes; 6 km back from it are 13.4, so 14; 4 km between 9.
    assertThat(options(fixture))
        .containsExactly("Sun 2026-03-02 11:55-18:00 > Ann 2026-03-02 18:00-19:14 (escort 9)");
  }

  private static Leg leg(String provider, String from, String until, int escortMinutes) {
    var date = java.time.LocalDate.parse("2026-03-02");
    return new Leg(
        provider,
        provider + "-1",
        date.atTime(java.time.LocalTime.parse(from)),
        date.atTime(java.time.LocalTime.parse(until)),
        escortMinutes);
  }
}
