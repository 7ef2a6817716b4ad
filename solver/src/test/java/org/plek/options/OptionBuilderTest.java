package org.plek.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plek.options.OptionsOf.options;
import static org.plek.options.OptionsOf.table;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plek.Fixture;
import org.plek.domain.Leg;
import org.plek.domain.PlacementState;
import org.plek.domain.ProviderKind;
import org.plek.domain.SearchLimits;
import org.plek.domain.Tariff;
import org.plek.domain.TravelMode;
import org.plek.scoring.ConstraintName;

class OptionBuilderTest {
  private static Fixture week() {
    return Fixture.from("2026-03-02", 7)
        .family("Peeters", f -> f.child("Lea", "2024-05-01").child("Jan", "2022-01-15"));
  }

  private static Fixture limited(Fixture fixture, int providers, int starts, int splits) {
    return fixture.policy(
        p ->
            new org.plek.domain.Policy(
                p.id(),
                p.tiers(),
                p.strictTiers(),
                p.urgencyWeights(),
                p.weighByLength(),
                p.weights(),
                p.settlingInMinutes(),
                p.callIn(),
                p.reserves(),
                p.boughtPlaces(),
                p.quotas(),
                p.entitlements(),
                p.blackOuts(),
                p.kilometresPerHour(),
                p.detour(),
                new SearchLimits(providers, starts, splits, 0),
                p.programmes()));
  }

  @Test
  void fixedCareGoesToEveryGroupThatIsOpenAndNearestFirst() {
    Fixture fixture =
        week()
            .daycare("Far", p -> p.at(3, 0).groups(2))
            .daycare("Late", p -> p.at(1, 0).open("Mon-Fri 08:30-18:00"))
            .childminder("Near", p -> p.at(0.5, 0))
            .request("r", "Peeters", r -> r.care("Lea", "2026-03-02 08:00-12:30"));
    OptionTable table = table(fixture);
    assertThat(options(table, 0))
        .containsExactly(
            "Near 2026-03-02 08:00-12:30",
            "Far 2026-03-02 08:00-12:30",
            "Far 2026-03-02 08:00-12:30");
    assertThat(table.group(0)).isEqualTo(3);
    assertThat(table.group(1)).isEqualTo(0);
    assertThat(table.group(2)).isEqualTo(1);
    assertThat(table.start(0)).isEqualTo(32);
    assertThat(table.end(0)).isEqualTo(50);
    assertThat(table.drops().of(0, ConstraintName.OPEN)).isEqualTo(1);
  }

  @Test
  void presenceIsRoundedOutwardAndTheLocalTimesStayExact() {
    Fixture fixture =
        week()
            .daycare("Sun", p -> p)
            .request("r", "Peeters", r -> r.care("Lea", "2026-03-02 08:10-12:35"));
    OptionTable table = table(fixture);
    assertThat(table.start(0)).isEqualTo(32);
    assertThat(table.end(0)).isEqualTo(51);
    assertThat(options(table, 0)).containsExactly("Sun 2026-03-02 08:10-12:35");
  }

  @Test
  void flexibleCareStartsOnTheGridOnSeveralDays() {
    Fixture fixture =
        week()
            .daycare("Sun", p -> p.open("Mon-Fri 08:00-12:00"))
            .request(
                "r",
                "Peeters",
                r -> r.flexible("Lea", 210, "2026-03-02 07:50-12:00", "2026-03-04 08:05-13:00"));
    assertThat(options(fixture))
        .containsExactly(
            "Sun 2026-03-02 08:00-11:30",
            "Sun 2026-03-02 08:15-11:45",
            "Sun 2026-03-02 08:30-12:00",
            "Sun 2026-03-04 08:15-11:45",
            "Sun 2026-03-04 08:30-12:00");
  }

  @Test
  void manyStartsAreSpreadEvenlyAndWhatIsLeftOutIsCounted() {
    Fixture fixture =
        limited(
            week()
                .daycare("Sun", p -> p)
                .request("r", "Peeters", r -> r.flexible("Lea", 60, "2026-03-02 08:00-11:00")),
            60,
            3,
            12);
    OptionTable table = table(fixture);
    assertThat(options(table, 0))
        .containsExactly(
            "Sun 2026-03-02 08:00-09:00",
            "Sun 2026-03-02 09:00-10:00",
            "Sun 2026-03-02 10:00-11:00");
    assertThat(table.drops().of(0, Limit.STARTS_PER_GROUP)).isEqualTo(6);
  }

  @Test
  void theNearestProvidersThatServeAreOfferedAndTheOthersCounted() {
    Fixture fixture =
        limited(
            week()
                .daycare("Third", p -> p.at(3, 0).groups(2))
                .daycare("First", p -> p.at(1, 0))
                .daycare("Closed", p -> p.at(0, 0).open("Sat 08:00-18:00"))
                .daycare("Second", p -> p.at(2, 0))
                .request("r", "Peeters", r -> r.care("Lea", "2026-03-02 08:00-12:00")),
            2,
            8,
            12);
    OptionTable table = table(fixture);
    assertThat(options(table, 0))
        .containsExactly("First 2026-03-02 08:00-12:00", "Second 2026-03-02 08:00-12:00");
    assertThat(table.drops().of(0, Limit.PROVIDERS_PER_SESSION)).isEqualTo(2);
  }

  @Test
  void theParentsHoursAndTheWayGiveDropOffAndPickUp() {
    // By car 35 km/h with detour 1.3: 7 km of great circle are 15.6 minutes, so 16.
    Fixture fixture =
        week()
            .daycare("Sun", p -> p.at(0, 0))
            .homeCarer("Bo", p -> p.at(0, 0))
            .request(
                "r",
                "Peeters",
                r -> r.destination(7, 0).whileAway("Lea", "2026-03-02 09:00-12:00"));
    OptionTable table = table(fixture);
    assertThat(options(table, 0))
        .containsExactly("Sun 2026-03-02 08:44-12:16", "Bo 2026-03-02 08:44-12:16");
    assertThat(table.start(0)).isEqualTo(34);
    assertThat(table.end(0)).isEqualTo(50);
  }

  @Test
  void ofTheProvidersOnlyThoseWithinTheFamilysWayAreReached() {
    // 14 minutes on foot at 4.5 km/h are 1.05 km along streets, 0.81 km as the crow flies.
    Fixture fixture =
        week()
            .daycare("Near", p -> p.at(0, 0.8))
            .daycare("Far", p -> p.at(0, 0.82))
            .homeCarer("Comes", p -> p.at(20, 0))
            .homeCarer("TooFar", p -> p.at(30, 0))
            .request(
                "r",
                "Peeters",
                r -> r.travels(TravelMode.WALK, 14).care("Lea", "2026-03-02 08:00-12:00"));
    OptionTable table = table(fixture);
    assertThat(options(table, 0))
        .containsExactly("Near 2026-03-02 08:00-12:00", "Comes 2026-03-02 08:00-12:00");
    assertThat(table.drops().of(0, ConstraintName.FAMILY_TRAVEL)).isEqualTo(1);
    assertThat(table.drops().of(0, Limit.HOME_CARER_WAY)).isEqualTo(1);
  }

  @Test
  void aChildTurnsFourInTheMiddleOfTheWeek() {
    Fixture fixture =
        Fixture.from("2026-03-02", 7)
            .family("Maes", f -> f.child("Tom", "2022-03-04"))
            .daycare("Small", p -> p.at(1, 0).ages(0, 48))
            .daycare("School", p -> p.at(2, 0).ages(0, 216).groupAges(48, 144))
            .request(
                "r",
                "Maes",
                r -> r.care("Tom", "2026-03-03 08:00-12:00").care("Tom", "2026-03-04 08:00-12:00"));
    OptionTable table = table(fixture);
    assertThat(options(table, 0)).containsExactly("Small 2026-03-03 08:00-12:00");
    assertThat(options(table, 1)).containsExactly("School 2026-03-04 08:00-12:00");
  }

  @Test
  void aNightFitsAChildminderWhoseHoursRunOverMidnight() {
    Fixture fixture =
        week()
            .childminder("Night", p -> p.open("Mon-Fri 18:00-09:00"))
            .childminder("Evening", p -> p.open("Mon-Fri 18:00-00:00"))
            .childminder("Always", p -> p.open("Mon-Sun 00:00-00:00"))
            .request("r", "Peeters", r -> r.care("Lea", "2026-03-02 21:00-07:00"));
    assertThat(options(fixture))
        .containsExactly(
            "Night 2026-03-02 21:00-2026-03-03 07:00", "Always 2026-03-02 21:00-2026-03-03 07:00");
  }

  @Test
  void theLastNightOfTheHorizonEndsOnTheDateAfterIt() {
    Fixture fixture =
        week()
            .childminder("Always", p -> p.open("Mon-Sun 00:00-00:00"))
            .request("r", "Peeters", r -> r.care("Lea", "2026-03-08 21:00-07:00"));
    OptionTable table = table(fixture);
    assertThat(table.start(0)).isEqualTo(6 * 96 + 84);
    assertThat(table.end(0)).isEqualTo(7 * 96 + 28);
  }

  @Test
  void theNightOfTheSpringChangeIsAnHourShorterAndPricedSo() {
    Fixture fixture =
        Fixture.from("2026-03-28", 2)
            .family("Peeters", f -> f.child("Lea", "2024-05-01"))
            .childminder("Night", p -> p.open("Mon-Sun 00:00-00:00").centsPerHour(600))
            .request("r", "Peeters", r -> r.care("Lea", "2026-03-28 22:00-06:00"));
    OptionTable table = table(fixture);
    assertThat(table.end(0) - table.start(0)).isEqualTo(7 * 4);
    // 7 hours at EUR 6.00 are 4,200 cents.
    assertThat(table.staticAmount(ConstraintName.PRICE, 0)).isEqualTo(420);
  }

  @Test
  void noCareStartsInTheHourThatTheSpringChangeSkips() {
    Fixture fixture =
        Fixture.from("2026-03-28", 2)
            .family("Peeters", f -> f.child("Lea", "2024-05-01"))
            .childminder("Night", p -> p.open("Mon-Sun 00:00-00:00"))
            .request("r", "Peeters", r -> r.flexible("Lea", 60, "2026-03-29 01:30-04:30"));
    assertThat(options(fixture))
        .containsExactly(
            "Night 2026-03-29 01:30-03:30",
            "Night 2026-03-29 01:45-03:45",
            "Night 2026-03-29 03:00-04:00",
            "Night 2026-03-29 03:15-04:15",
            "Night 2026-03-29 03:30-04:30");
  }

  @Test
  void theNightOfTheAutumnChangeIsAnHourLonger() {
    Fixture fixture =
        Fixture.from("2026-10-24", 2)
            .family("Peeters", f -> f.child("Lea", "2024-05-01"))
            .childminder("Night", p -> p.open("Mon-Sun 00:00-00:00"))
            .request("r", "Peeters", r -> r.care("Lea", "2026-10-24 22:00-06:00"));
    OptionTable table = table(fixture);
    assertThat(table.end(0) - table.start(0)).isEqualTo(9 * 4);
  }

  @Test
  void theCostIsTheWeightedSumOfWhatTheSessionDecidesAlone() {
    // 7 km by car are 16 minutes each way; 4.5 h at EUR 5.43 are 2,443.5, so 2,444 cents: 245 tens.
    Fixture fixture =
        week()
            .daycare("Sun", p -> p.at(7, 0).centsPerHour(543).languages("fr"))
            .request(
                "r",
                "Peeters",
                r ->
                    r.care("Lea", "2026-03-02 08:00-12:30")
                        .wishes("Moon")
                        .wishes(ProviderKind.CHILDMINDER)
                        .wishesLanguage("nl"));
    OptionTable table = table(fixture);
    assertThat(table.staticAmount(ConstraintName.TRAVEL, 0)).isEqualTo(32);
    assertThat(table.staticAmount(ConstraintName.PRICE, 0)).isEqualTo(245);
    assertThat(table.staticAmount(ConstraintName.WISHES, 0)).isEqualTo(3);
    assertThat(table.staticAmount(ConstraintName.UNKNOWN_FACES, 0)).isEqualTo(1);
    // Defaults: travel 1, price 1, wishes 20, unknown faces 10.
    assertThat(table.cost(0)).isEqualTo(32 + 245 + 60 + 10);
  }

  @Test
  void aFaceIsKnownByHistoryOrByRegularCare() {
    Fixture fixture =
        week()
            .daycare("Sun", p -> p.at(1, 0))
            .daycare(
                "Moon", p -> p.at(2, 0).regularKnown("x", "2024-05-01", "Fri 08:00-12:00", "Lea"))
            .daycare("Star", p -> p.at(3, 0))
            .history("Lea", "Sun", "2026-02-10")
            .history("Lea", "Star", "2026-03-20")
            .request("r", "Peeters", r -> r.care("Lea", "2026-03-02 08:00-12:30"));
    OptionTable table = table(fixture);
    assertThat(table.staticAmount(ConstraintName.UNKNOWN_FACES, 0)).isZero();
    assertThat(table.staticAmount(ConstraintName.UNKNOWN_FACES, 1)).isZero();
    assertThat(table.staticAmount(ConstraintName.UNKNOWN_FACES, 2)).isEqualTo(1);
  }

  @Test
  void siblingsOfARequestShareTheHoursOfAHomeCarer() {
    Fixture fixture =
        week()
            .homeCarer("Bo", p -> p.tariff(new Tariff(0, 1500, 1, 0)))
            .request(
                "r",
                "Peeters",
                r -> r.care("Lea", "2026-03-02 08:00-12:00").care("Jan", "2026-03-02 08:00-12:00"));
    // 4 h at EUR 15.00 are EUR 60.00, for each of two children EUR 30.00.
    assertThat(table(fixture).staticAmount(ConstraintName.PRICE, 0)).isEqualTo(300);
  }

  @Test
  void anyOptionButThePublishedOneIsAChangeThatWeighsMoreWhenNear() {
    Fixture fixture =
        limited(
            week()
                .daycare("Sun", p -> p.at(1, 0))
                .daycare("Moon", p -> p.at(2, 0))
                .request("r", "Peeters", r -> r.flexible("Lea", 60, "2026-03-04 08:00-10:00"))
                .placed("r-1", PlacementState.PROPOSED, "Moon", "2026-03-04 08:45-09:45"),
            1,
            2,
            0);
    OptionTable table = table(fixture);
    // The published one is kept although Moon is the second provider and 08:45 between the starts.
    assertThat(options(table, 0))
        .containsExactly(
            "Sun 2026-03-04 08:00-09:00",
            "Sun 2026-03-04 09:00-10:00",
            "Moon 2026-03-04 08:00-09:00",
            "Moon 2026-03-04 08:45-09:45",
            "Moon 2026-03-04 09:00-10:00");
    // From 1 to 4 March are 3 days: 15 - 3 = 12.
    assertThat(table.staticAmount(ConstraintName.PUBLISHED_CHANGES, 0)).isEqualTo(12);
    assertThat(table.staticAmount(ConstraintName.PUBLISHED_CHANGES, 2)).isEqualTo(12);
    assertThat(table.staticAmount(ConstraintName.PUBLISHED_CHANGES, 3)).isZero();
    assertThat(table.cost(2) - table.cost(3)).isEqualTo(12 * 40);
  }

  @Test
  void anAgreedSessionHasItsPlacementAsOnlyOptionWhateverTheRulesSay() {
    Fixture fixture =
        week()
            .daycare("Sun", p -> p.at(1, 0).open("Sat 08:00-18:00"))
            .daycare("Moon", p -> p.at(2, 0))
            .request("r", "Peeters", r -> r.care("Lea", "2026-03-02 08:00-12:00"))
            .placed("r-1", PlacementState.CONFIRMED, "Sun", "2026-03-02 08:07-12:00");
    OptionTable table = table(fixture);
    assertThat(options(table, 0)).containsExactly("Sun 2026-03-02 08:07-12:00");
    assertThat(table.start(0)).isEqualTo(32);
  }

  @Test
  void optionsAreFoundByTheirLegs() {
    Fixture fixture =
        week()
            .daycare("Sun", p -> p)
            .request("r", "Peeters", r -> r.flexible("Lea", 60, "2026-03-02 08:00-10:00"));
    OptionTable table = table(fixture);
    for (int option = 0; option < table.options(); option++) {
      assertThat(table.indexOf(0, table.legs(0, option))).isEqualTo(option);
    }
    Leg first = table.legs(0, 0).getFirst();
    Leg later =
        new Leg("Sun", "Sun-1", first.start().plusMinutes(5), first.end().plusMinutes(5), 0);
    assertThat(table.indexOf(0, List.of(later))).isEqualTo(-1);
  }
}
