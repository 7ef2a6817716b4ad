package org.plek.scoring.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plek.scoring.ConstraintName.CARERS_USED;
import static org.plek.scoring.ConstraintName.EVEN_SPREAD;
import static org.plek.scoring.ConstraintName.HANDOVERS;
import static org.plek.scoring.ConstraintName.PRICE;
import static org.plek.scoring.ConstraintName.SHARE;
import static org.plek.scoring.ConstraintName.SIBLINGS_APART;
import static org.plek.scoring.ConstraintName.TRAVEL;
import static org.plek.scoring.ConstraintName.WAITING;
import static org.plek.scoring.ConstraintName.WISHES;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.plek.Fixture;
import org.plek.RequestFixture;
import org.plek.domain.Copies;
import org.plek.domain.Dates;
import org.plek.domain.ProviderKind;
import org.plek.domain.Share;
import org.plek.domain.Tariff;
import org.plek.domain.TravelMode;

class SoftAimsTest {
  private static final String MONDAY = "2026-03-02 ";
  private static final String MORNING = MONDAY + "08:00-12:00";
  private static final String LATER = MONDAY + "12:00-18:00";

  private static Fixture fixture(UnaryOperator<RequestFixture> request) {
    return Fixture.from("2026-03-02", 5)
        .daycare("Sun", p -> p.at(3, 0).centsPerHour(701).languages("fr"))
        .childminder("Ann", p -> p.at(1, 0).tariff(new Tariff(655, 0, 60, 300)))
        .homeCarer("Eva", p -> p.at(9, 0).tariff(new Tariff(0, 1500, 15, 0)))
        .family("Peeters", f -> f.child("Lea", "2022-03-01").child("Tom", "2021-01-01"))
        .request(
            "r",
            "Peeters",
            r -> request.apply(r.care("Lea", MONDAY + "08:00-18:00").care("Tom", MORNING)));
  }

  private static Trial split(UnaryOperator<RequestFixture> request) {
    return Trial.of(fixture(request))
        .put("r-1", Trial.leg("Sun", MORNING, 0), Trial.leg("Ann", LATER, 0));
  }

  @Test
  @Measures(HANDOVERS)
  void countsHandovers() {
    assertThat(split(r -> r).amount(HANDOVERS)).isEqualTo(1);
    assertThat(Trial.of(fixture(r -> r)).put("r-2", "Ann", MORNING).amount(HANDOVERS)).isZero();
  }

  @Test
  @Measures(TRAVEL)
  void countsTheWayThereAndBack() {
    // On foot 36 minutes to the Sun (3 km), 12 back from Ann (1 km); nobody travels for Eva.
    UnaryOperator<RequestFixture> onFoot = r -> r.travels(TravelMode.WALK, 60);
    assertThat(split(onFoot).amount(TRAVEL)).isEqualTo(48);
    assertThat(Trial.of(fixture(onFoot)).put("r-2", "Eva", MORNING).amount(TRAVEL)).isZero();
    assertThat(
            Trial.of(fixture(onFoot))
                .put("r-1", Trial.leg("Sun", MORNING, 0), Trial.leg("Eva", LATER, 0))
                .amount(TRAVEL))
        .isEqualTo(36);
  }

  @Test
  @Measures(PRICE)
  void countsTensOfCentsRoundedUpPerCareSession() {
    // Sun 4 h at 701: 2,804; Ann 6 h at 655: 3,930; together 6,734 cents, in tens 674 (281 + 393
    // would round each leg by itself and give the same; Lea and Tom apart give 281 + 281).
    assertThat(split(r -> r).amount(PRICE)).isEqualTo(674);
    // Ann for 4 h bills at least 300 minutes: 5 h, 3,275 cents, 328.
    assertThat(Trial.of(fixture(r -> r)).put("r-2", "Ann", MORNING).amount(PRICE)).isEqualTo(328);
    // Two children of the request share Eva's hours: 4 h at 750 = 3,000 cents, 300, though only one
    // of them is placed.
    assertThat(Trial.of(fixture(r -> r)).put("r-2", "Eva", MORNING).amount(PRICE)).isEqualTo(300);
  }

  @Test
  @Measures(WISHES)
  void countsTheWishesNotMet() {
    // A wished provider may be either leg; kind and language are those of the first.
    assertThat(split(r -> r.wishes("Ann")).amount(WISHES)).isZero();
    assertThat(split(r -> r.wishes("Eva")).amount(WISHES)).isEqualTo(1);
    assertThat(split(r -> r.wishes(ProviderKind.CHILDMINDER)).amount(WISHES)).isEqualTo(1);
    assertThat(split(r -> r.wishesLanguage("nl", "en")).amount(WISHES)).isEqualTo(1);
    assertThat(split(r -> r.wishesLanguage("nl", "fr")).amount(WISHES)).isZero();
    assertThat(
            split(r -> r.wishes("Eva").wishes(ProviderKind.HOME_CARER).wishesLanguage("nl"))
                .amount(WISHES))
        .isEqualTo(3);
    assertThat(split(r -> r).amount(WISHES)).isZero();
  }

  @Test
  @Measures(SIBLINGS_APART)
  void countsPairsOfSiblingsWhoStartApartOnADate() {
    assertThat(split(r -> r).put("r-2", "Ann", MORNING).amount(SIBLINGS_APART)).isEqualTo(1);
    assertThat(split(r -> r).put("r-2", "Sun", MORNING).amount(SIBLINGS_APART)).isZero();
    // On another date they are not apart, and one child is never apart from itself.
    Trial dates =
        Trial.of(fixture(r -> r.care("Lea", "2026-03-03 08:00-12:00")))
            .put("r-2", "Ann", MORNING)
            .put("r-3", "Sun", "2026-03-03 08:00-12:00");
    assertThat(dates.amount(SIBLINGS_APART)).isZero();
    Trial twice =
        Trial.of(fixture(r -> r.care("Tom", LATER)))
            .put("r-2", "Ann", MORNING)
            .put("r-3", "Sun", LATER);
    assertThat(twice.amount(SIBLINGS_APART)).isZero();
  }

  @Test
  @Measures(CARERS_USED)
  void countsEveryHomeCarerWithAVisitOnce() {
    // Eva visits twice and Tim once; Ann is no home carer, and Bob visits nobody.
    Fixture fixture =
        Fixture.from("2026-03-02", 1)
            .childminder("Ann", p -> p.open("Mon 08:00-18:00"))
            .homeCarer("Eva", p -> p.open("Mon 08:00-18:00"))
            .homeCarer("Tim", p -> p.open("Mon 08:00-18:00"))
            .homeCarer("Bob", p -> p.open("Mon 08:00-18:00"))
            .family("Peeters", f -> f.child("Lea", "2022-03-01").child("Tom", "2021-01-01"))
            .request(
                "r",
                "Peeters",
                r -> r.care("Lea", MORNING).care("Tom", MORNING).care("Lea", LATER));
    assertThat(
            Trial.of(fixture)
                .put("r-1", "Eva", MORNING)
                .put("r-2", "Tim", MORNING)
                .put("r-3", "Eva", LATER)
                .amount(CARERS_USED))
        .isEqualTo(2);
    assertThat(
            Trial.of(fixture)
                .put("r-1", "Eva", MORNING)
                .put("r-2", "Eva", MORNING)
                .put("r-3", "Ann", LATER)
                .amount(CARERS_USED))
        .isEqualTo(1);
  }

  @Test
  @Measures(EVEN_SPREAD)
  void squaresTheLoadOverTheOffer() {
    // One date, open 08:00-12:00 on Monday only: 16 slots of 3 places = 48, less a regular child
    // 10:00-13:00 in the 8 open slots, less nobody for the own child: offer 40. Lea and Tom
    // 08:00-12:00: load 32, 32 * 32 / 40 = 25.6, rounded down 25.
    Fixture fixture =
        Fixture.from("2026-03-02", 1)
            .childminder(
                "Ann",
                p ->
                    p.places(3)
                        .open("Mon 08:00-12:00")
                        .regular("Mia", "2022-01-01", "Mon 10:00-13:00")
                        .own("Own", "2020-01-01", "Mon 08:00-12:00"))
            .family("Peeters", f -> f.child("Lea", "2022-03-01").child("Tom", "2021-01-01"))
            .request("r", "Peeters", r -> r.care("Lea", MORNING).care("Tom", MORNING));
    assertThat(
            Trial.of(fixture)
                .put("r-1", "Ann", MORNING)
                .put("r-2", "Ann", MORNING)
                .amount(EVEN_SPREAD))
        .isEqualTo(25);
    // An offer of nothing counts as 1: one place, taken by a regular child: 16 * 16 / 1.
    Fixture full =
        Fixture.from("2026-03-02", 1)
            .childminder(
                "Ann",
                p ->
                    p.places(1)
                        .open("Mon 08:00-12:00")
                        .regular("Mia", "2022-01-01", "Mon 08:00-12:00"))
            .family("Peeters", f -> f.child("Lea", "2022-03-01"))
            .request("r", "Peeters", r -> r.care("Lea", MORNING));
    assertThat(Trial.of(full).put("r-1", "Ann", MORNING).amount(EVEN_SPREAD)).isEqualTo(256);
  }

  @Test
  @Measures(SHARE)
  void countsEachChildOfAYearOnceWithEachProvider() {
    // At least half of those with two marks, one of them low income. In 2026 Sun has had Mia; Lea
    // and Tom come in the plan. Ann has only Tom. New Year divides: Lea's 1 January counts in 2027.
    Share share =
        new Share(
            "vulnerable",
            50,
            Set.of("SINGLE_PARENT", "LOW_INCOME", "SEEKS_WORK"),
            2,
            Set.of("LOW_INCOME"),
            Set.of(),
            new Dates(LocalDate.of(2026, 2, 1), null));
    Fixture fixture =
        Fixture.from("2026-12-31", 2)
            .policy(policy -> Copies.with(policy, Map.of("shares", List.of(share))))
            .daycare("Sun", p -> p)
            .childminder("Ann", p -> p)
            .family("Peeters", f -> f.marks("LOW_INCOME", "SEEKS_WORK").child("Lea", "2024-01-01"))
            .family("Maes", f -> f.marks("SINGLE_PARENT", "SEEKS_WORK").child("Mia", "2024-01-01"))
            .family("Claes", f -> f.marks("LOW_INCOME").child("Tom", "2024-01-01"))
            .history("Mia", "Sun", "2026-03-02")
            .history("Mia", "Sun", "2026-03-03")
            .history("Tom", "Sun", "2026-01-31")
            .history("Tom", "Sun", "2025-06-01")
            .request(
                "l",
                "Peeters",
                r ->
                    r.care("Lea", "2026-12-31 08:00-12:00")
                        .care("Lea", "2026-12-31 13:00-17:00")
                        .care("Lea", "2027-01-01 08:00-12:00"))
            .request(
                "t",
                "Claes",
                r -> r.care("Tom", "2026-12-31 08:00-12:00").care("Tom", "2026-12-31 13:00-17:00"));

    // Nothing planned: Mia alone in 2026, 50 x 1.
    assertThat(Trial.of(fixture).amount(SHARE)).isEqualTo(50);
    // Tom's January was before the rule; now he counts: 50 x 2 at Sun, 50 x 1 at Ann.
    assertThat(
            Trial.of(fixture)
                .put("t-1", "Sun", "2026-12-31 08:00-12:00")
                .put("t-2", "Ann", "2026-12-31 13:00-17:00")
                .amount(SHARE))
        .isEqualTo(150);
    // Lea once in 2026: 50 x 3 - 100. In 2027 she is all there are.
    assertThat(
            Trial.of(fixture)
                .put("t-1", "Sun", "2026-12-31 08:00-12:00")
                .put("l-1", "Sun", "2026-12-31 08:00-12:00")
                .put("l-2", "Sun", "2026-12-31 13:00-17:00")
                .put("l-3", "Sun", "2027-01-01 08:00-12:00")
                .amount(SHARE))
        .isEqualTo(50);
  }

  @Test
  @Measures(WAITING)
  void countsTheDaysThatCareWithoutAPlaceHasWaited() {
    // Seen on 1 March: Lea's two care sessions were asked on 20 February, nine days before; what is
    // asked after that moment has waited no day, what is older than a year 365.
    Fixture fixture =
        Fixture.from("2026-03-02", 1)
            .daycare("Sun", p -> p)
            .family("Peeters", f -> f.child("Lea", "2024-01-01").child("Tom", "2024-01-01"))
            .request(
                "l",
                "Peeters",
                r ->
                    r.askedAt("2026-02-20T23:59")
                        .care("Lea", MORNING)
                        .care("Lea", MONDAY + "13:00-14:00"))
            .request("t", "Peeters", r -> r.askedAt("2026-03-01T18:00").care("Tom", MORNING))
            .request("o", "Peeters", r -> r.askedAt("2024-03-01T18:00").care("Tom", LATER));

    assertThat(Trial.of(fixture).amount(WAITING)).isEqualTo(9 + 9 + 365);
    assertThat(Trial.of(fixture).put("l-1", "Sun", MORNING).amount(WAITING)).isEqualTo(9 + 365);
  }
}
