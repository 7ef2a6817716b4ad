package org.plek.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plek.TariffFixture.carer;
import static org.plek.TariffFixture.child;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.plek.Fixture;
import org.plek.Fixture.FamilyFixture;
import org.plek.TariffFixture;
import org.plek.domain.BoughtPlaces;
import org.plek.domain.Copies;
import org.plek.domain.DateRange;
import org.plek.domain.DayClass;
import org.plek.domain.Funding;
import org.plek.domain.Interval;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Programme;
import org.plek.domain.Rounding;
import org.plek.domain.WeeklyHours;

/** Prices and bills worked out by hand, to the cent. */
class CostTest {
  private static final String MONDAY = "2026-03-02 ";

  /** Everything asked, placed as asked with one provider. */
  private record Placed(ProblemIndex index, List<Placement> placements) {
    static Placed at(String provider, Fixture fixture) {
      ProblemIndex index = fixture.index();
      List<Placement> all = new ArrayList<>();
      for (var session : index.sessions()) {
        Interval time = session.windows().getFirst();
        all.add(
            new Placement(
                session.id(),
                PlacementState.PROPOSED,
                null,
                List.of(new Leg(provider, provider + "-1", time.start(), time.end(), 0))));
      }
      return new Placed(index, all);
    }

    Price price(int session) {
      return new CostOf(index).price(session, placements.get(session).legs());
    }

    Invoice invoice() {
      return Invoice.of(index, placements);
    }
  }

  private static Fixture fixture(
      int days, TariffFixture tariff, UnaryOperator<FamilyFixture> family, String... times) {
    return Fixture.from("2026-03-01", days)
        .daycare("Sun", p -> p.open("Mon-Sun 00:00-00:00").tariff(tariff.tariff()))
        .family("Peeters", f -> family.apply(f.child("Lea", "2024-03-01")))
        .request(
            "r",
            "Peeters",
            r -> {
              for (String time : times) {
                r.care("Lea", time);
              }
              return r;
            });
  }

  private static Placed lea(
      TariffFixture tariff, UnaryOperator<FamilyFixture> family, String... times) {
    return Placed.at("Sun", fixture(31, tariff, family, times));
  }

  private static long cents(TariffFixture tariff, String time) {
    Placed placed = lea(tariff, f -> f, time);
    Price price = placed.price(0);
    assertThat(sum(price.lines())).isEqualByComparingTo(BigDecimal.valueOf(price.cents()));
    return price.cents();
  }

  private static BigDecimal sum(List<Line> lines) {
    return lines.stream()
        .map(Line::cents)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .setScale(0, java.math.RoundingMode.HALF_UP);
  }

  @Test
  void threeDaysOfHomeCareCostTheWeekTheMonthAndTheChildHourOfTheBook() {
    // 3 x 9.5 h x 10.84 = 308.94 a week; x 52 / 12 = 1,338.74 a month; / 202 h = 6.63.
    Placed week =
        lea(
            carer(1084),
            f -> f,
            "2026-03-02 08:00-17:30",
            "2026-03-04 08:00-17:30",
            "2026-03-06 08:00-17:30");
    assertThat(week.invoice().cents()).isEqualTo(30_894);
    assertThat(CostOf.averageMonth(30_894)).isEqualTo(133_874);
    assertThat(CostOf.perHour(133_874, (44 + 44 + 114) * 60)).isEqualTo(663);
  }

  @Test
  void theFeeOfTheAgencyMakesSixTwentySevenSixFiftyTwoAnHour() {
    Placed month = hundredHours(child(627).agency(2500, 0), 0);
    // One of ten stays of 10 h bears a tenth of the fee: 62.70 + 2.50.
    assertThat(month.price(3).cents()).isEqualTo(6520);
    assertThat(month.price(3).centsPerHour()).isEqualTo(652);
    assertThat(new CostOf(month.index()).monthCents(3, month.price(3))).isEqualTo(65_200);
    Bill bill = month.invoice().bills().getFirst();
    assertThat(bill.cents()).isEqualTo(65_200);
    assertThat(bill.centsPerHour()).isEqualTo(652);
    assertThat(bill.agencyCents()).isEqualTo(2500);
  }

  @Test
  void whatIsOverTheSubsidisedMaximumSplitsInProportion() {
    Placed month = hundredHours(child(627).agency(2500, 0).subsidised(627), 1000);
    Bill bill = month.invoice().bills().getFirst();
    assertThat(bill.cents()).isEqualTo(2500);
    assertThat(bill.providerCents()).isEqualTo(2404);
    assertThat(bill.agencyCents()).isEqualTo(96);
    // Ten options together cost what the month costs.
    assertThat(month.price(0).cents()).isEqualTo(250);
  }

  private static Placed hundredHours(TariffFixture tariff, int subsidyPermille) {
    String[] times = new String[10];
    for (int i = 0; i < times.length; i++) {
      times[i] = "2026-03-%02d 08:00-18:00".formatted(i + 2);
    }
    return lea(tariff, f -> f.rate(null, subsidyPermille), times);
  }

  @Test
  void aSubsidyPaysItsShareOfNoMoreThanTheHighestPrice() {
    // 4 h at 8.00 are 32.00; 96.0 % of 4 x 6.27 = 24.0768; left 7.9232.
    assertThat(
            lea(child(800).subsidised(627), f -> f.rate(null, 960), MONDAY + "08:00-12:00")
                .price(0)
                .cents())
        .isEqualTo(792);
    // Under the highest price it pays its share of the price: 20.00 x 4 % = 0.80.
    assertThat(
            lea(child(500).subsidised(627), f -> f.rate(null, 960), MONDAY + "08:00-12:00")
                .price(0)
                .cents())
        .isEqualTo(80);
  }

  private static TariffFixture flemish() {
    return child(0)
        .days(
            2850,
            new DayClass(180, 400, 30),
            new DayClass(300, 600, 0),
            new DayClass(660, 1000, 0),
            new DayClass(0, 1600, 0));
  }

  @Test
  void anIncomeTariffTakesTheClassOfTheDayFromTheRateThatWasEntered() {
    UnaryOperator<FamilyFixture> rate = f -> f.rate(1999, 0);
    // 24 months old: no class under three hours, half a day is 60 % of 19.99 = 11.994.
    assertThat(lea(flemish(), rate, MONDAY + "08:00-10:30").price(0).cents()).isEqualTo(1199);
    assertThat(lea(flemish(), rate, MONDAY + "08:00-12:59").price(0).cents()).isEqualTo(1199);
    assertThat(lea(flemish(), rate, MONDAY + "08:00-13:00").price(0).cents()).isEqualTo(1999);
    assertThat(lea(flemish(), rate, MONDAY + "08:00-18:59").price(0).cents()).isEqualTo(1999);
    assertThat(lea(flemish(), rate, MONDAY + "08:00-19:00").price(0).cents()).isEqualTo(3198);
    // No certificate: the full rate. At 30 months two and a half hours are 40 %.
    assertThat(cents(flemish(), MONDAY + "08:00-13:00")).isEqualTo(2850);
    Fixture older =
        Fixture.from("2026-03-01", 31)
            .daycare("Sun", p -> p.tariff(flemish().tariff()))
            .family("Peeters", f -> f.child("Lea", "2023-08-01").rate(1999, 0))
            .request("r", "Peeters", r -> r.care("Lea", MONDAY + "08:00-10:30"));
    assertThat(Placed.at("Sun", older).price(0).cents()).isEqualTo(800);
  }

  @Test
  void twoStaysOfOneDayAreOneClassOnTheBill() {
    // 4 h and 2 h are each half a day as options, together one full day.
    Placed day =
        lea(flemish(), f -> f.rate(2000, 0), MONDAY + "08:00-12:00", MONDAY + "14:00-16:00");
    assertThat(day.price(0).cents() + day.price(1).cents()).isEqualTo(2400);
    assertThat(day.invoice().cents()).isEqualTo(2000);
  }

  private static Funding fifteen(List<DateRange> weeks, WeeklyHours... hours) {
    return new Funding("EN_15", 900, weeks, List.of(hours));
  }

  private static Placed funded(Funding funding, TariffFixture tariff) {
    return lea(
        tariff,
        f -> f.funded(funding),
        "2026-03-02 08:00-15:30",
        "2026-03-03 08:00-15:30",
        "2026-03-04 08:00-15:30",
        "2026-03-05 08:00-15:30");
  }

  @Test
  void fundedHoursAreSharedByTheOptionsAndUsedUpByTheBill() {
    // 30 h asked, 15 funded: each option of 7.5 h gets 3.75 h; 3.75 x 6.00 = 22.50 are left.
    Placed week = funded(fifteen(List.of()), child(600).funded("EN_15"));
    assertThat(week.price(0).cents()).isEqualTo(2250);
    assertThat(week.invoice().cents()).isEqualTo(9000);
    // Two days only: 15 h placed, all funded, though the options counted half.
    assertThat(Invoice.of(week.index(), week.placements().subList(0, 2)).cents()).isZero();
    // Elsewhere they do not count.
    assertThat(funded(fifteen(List.of()), child(600)).invoice().cents()).isEqualTo(18_000);
  }

  @Test
  void fundedHoursAreValidInTheirHoursAndTheirWeeksOnly() {
    WeeklyHours monday =
        new WeeklyHours(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(11, 0), false);
    // Two hours on Monday, nothing else: 30 h - 2 h = 28 h at 6.00.
    assertThat(funded(fifteen(List.of(), monday), child(600).funded("EN_15")).invoice().cents())
        .isEqualTo(16_800);
    List<DateRange> untilWednesday =
        List.of(new DateRange(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 3, 3)));
    // Only Monday lies in term: 7.5 h funded.
    assertThat(funded(fifteen(untilWednesday), child(600).funded("EN_15")).invoice().cents())
        .isEqualTo(13_500);
  }

  @Test
  void nightsCostTheNightsPriceAndBlocksRunFromTheStart() {
    TariffFixture evenings = child(700).rate("Mon-Fri 20:00-00:00", 900);
    // 2 h at 7.00 and 2 h at 9.00.
    assertThat(cents(evenings, MONDAY + "18:00-22:00")).isEqualTo(3200);
    // 60 minutes from 19:10 in blocks of 45 are 90, until 20:40: 50 at 7.00, 40 at 9.00 = 11.8333.
    assertThat(cents(evenings.billed(45, 0), MONDAY + "19:10-20:10")).isEqualTo(1183);
  }

  @Test
  void visitsAreSharedAndTheLeastChargeIsEachChilds() {
    Fixture two =
        Fixture.from("2026-03-01", 31)
            .homeCarer("Eva", p -> p.tariff(carer(1501).visit(351).tariff()))
            .family("Peeters", f -> f.child("Lea", "2024-03-01").child("Tom", "2022-03-01"))
            .request(
                "r",
                "Peeters",
                r -> r.care("Lea", MONDAY + "08:00-09:00").care("Tom", MONDAY + "08:00-09:00"));
    // (15.01 + 3.51) / 2 = 9.26 each.
    assertThat(Placed.at("Eva", two).price(1).cents()).isEqualTo(926);
    assertThat(cents(child(600).least(950), MONDAY + "08:00-09:00")).isEqualTo(950);
    assertThat(cents(child(600).least(950), MONDAY + "08:00-10:00")).isEqualTo(1200);
    assertThat(cents(child(600).agency(0, 35), MONDAY + "08:00-10:00")).isEqualTo(1270);
  }

  @Test
  void roundingIsPartOfTheTariff() {
    // 3 h 20 at 6.41 are 21.3667.
    String time = MONDAY + "08:00-11:20";
    assertThat(cents(child(641), time)).isEqualTo(2137);
    assertThat(rounded(Rounding.Per.STAY, Rounding.Way.UP, 5, time)).isEqualTo(2140);
    assertThat(rounded(Rounding.Per.STAY, Rounding.Way.HALF_UP, 5, time)).isEqualTo(2135);
    assertThat(rounded(Rounding.Per.STAY, Rounding.Way.DOWN, 1, time)).isEqualTo(2136);
  }

  private static long rounded(Rounding.Per per, Rounding.Way way, int to, String time) {
    return cents(child(641).rounded(per, way, to), time);
  }

  @Test
  void theBillRoundsByStayByDayOrByMonth() {
    // Three stays of 20 minutes at 1.00 are 33.33 each, two of them on one day.
    String[] times = {MONDAY + "08:00-08:20", MONDAY + "10:00-10:20", "2026-03-03 08:00-08:20"};
    assertThat(bill(Rounding.Per.STAY, times)).isEqualTo(33 + 33 + 33);
    assertThat(bill(Rounding.Per.DAY, times)).isEqualTo(67 + 33);
    assertThat(bill(Rounding.Per.MONTH, times)).isEqualTo(100);
    String[] four = {times[0], times[1], times[2], "2026-03-04 08:00-08:20"};
    // 133.33: by day 67 + 33 + 33, too.
    assertThat(bill(Rounding.Per.MONTH, four)).isEqualTo(133);
  }

  private static long bill(Rounding.Per per, String... times) {
    Invoice invoice =
        lea(child(100).rounded(per, Rounding.Way.HALF_UP, 1), f -> f, times).invoice();
    Bill bill = invoice.bills().getFirst();
    assertThat(sum(bill.lines())).isEqualByComparingTo(BigDecimal.valueOf(bill.cents()));
    return invoice.cents();
  }

  @Test
  void aTariffHoldsFromItsDateOn() {
    TariffFixture raised = child(600).from("2026-03-04", 650);
    assertThat(cents(raised, "2026-03-03 08:00-10:00")).isEqualTo(1200);
    assertThat(cents(raised, "2026-03-04 08:00-10:00")).isEqualTo(1300);
    assertThat(lea(raised, f -> f, "2026-03-04 08:00-10:00").price(0).lines().getFirst().source())
        .isEqualTo("Sun from 2026-03-04");
  }

  @Test
  void missedStaysAndDepositsAreNotPartOfThePrice() {
    TariffFixture strict = child(600).noShow(500, 500, 10_000);
    CostOf costs = new CostOf(lea(strict, f -> f, MONDAY + "08:00-12:00").index());
    LocalDateTime eight = LocalDateTime.parse("2026-03-02T08:00");
    assertThat(costs.cents(0, 0, eight, 240)).isEqualTo(2400);
    assertThat(costs.noShowCents(0, 0, eight, 240)).isEqualTo(500 + 1200);
    assertThat(costs.depositCents(0, 0, eight)).isEqualTo(10_000);
    Placed known = lea(strict, f -> f.registeredWith("Sun"), MONDAY + "08:00-12:00");
    assertThat(new CostOf(known.index()).depositCents(0, 0, eight)).isZero();
    assertThat(known.price(0).noShowCents()).isEqualTo(500 + 1200);
  }

  private static Placed factory(Programme programme, BoughtPlaces... bought) {
    return Placed.at(
        "Sun",
        Fixture.from("2026-03-02", 1)
            .policy(
                plain ->
                    Copies.with(
                        plain,
                        Map.of("programmes", List.of(programme), "boughtPlaces", List.of(bought))))
            .daycare("Sun", p -> p.open("Mon 07:00-19:00").tariff(child(700).tariff()))
            .family("Peeters", f -> f.child("Lea", "2024-03-01"))
            .request(
                "r", "Peeters", r -> r.programme("FACTORY").care("Lea", MONDAY + "08:00-12:00")));
  }

  @Test
  void theFamilyPaysItsCoPaymentAndTheProgrammeTheRest() {
    assertThat(factory(new Programme("FACTORY", 450, null, false)).price(0).cents())
        .isEqualTo(1800);
    assertThat(factory(new Programme("FACTORY", null, 200, false)).invoice().cents())
        .isEqualTo(560);
    assertThat(factory(new Programme("FACTORY", 450, 200, false)).price(0).cents()).isEqualTo(560);
    assertThat(factory(new Programme("HOSPITAL", 450, null, false)).price(0).cents())
        .isEqualTo(2800);
    // Dearer than the care itself it is never.
    assertThat(factory(new Programme("FACTORY", 900, null, false)).price(0).cents())
        .isEqualTo(2800);
  }

  @Test
  void boughtPlacesArePaidAlsoWhenEmpty() {
    Placed day =
        factory(
            new Programme("FACTORY", 0, null, false), new BoughtPlaces("Sun-1", "FACTORY", 2, 800));
    // Two places, twelve hours open at 8.00 each: 192.00; used 4 h, empty 20 h = 160.00.
    assertThat(BoughtBill.of(day.index(), day.placements()))
        .containsExactly(new BoughtBill("FACTORY", "Sun-1", 24 * 60, 4 * 60, 19_200, 16_000));
  }
}
