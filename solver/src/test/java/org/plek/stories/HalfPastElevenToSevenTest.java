package org.plek.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plek.Fixture;
import org.plek.cost.Bill;
import org.plek.cost.CostOf;
import org.plek.cost.Invoice;
import org.plek.domain.Child;
import org.plek.domain.Family;
import org.plek.domain.Funding;
import org.plek.domain.Leg;
import org.plek.domain.Rounding;
import org.plek.domain.Tariff;
import org.plek.domain.TariffTerms;
import org.plek.domain.TravelMode;

/**
 * Half past eleven to seven, four days. The daycare closes at 18:00; a childminder fetches and
 * keeps her until 19:00. Fifteen funded hours a week count only at the daycare. English law.
 */
class HalfPastElevenToSevenTest {
  private static final List<String> DAYS =
      List.of("2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05");

  private static Tariff hourly(int cents, String... schemes) {
    TariffTerms terms =
        new TariffTerms(
            List.of(), List.of(), 0, 0, 0, 0, 0, Set.of(schemes), 0, Rounding.CENT, 0, 0, 0);
    return new Tariff(cents, 0, 1, 0, terms, List.of());
  }

  private static Told story(boolean fetches) {
    Fixture fixture =
        Fixture.from("2026-03-02", 7)
            .rulePack("EN")
            .daycare("Sun", p -> p.open("Mon-Fri 08:00-18:00").tariff(hourly(800, "EN_15")))
            .childminder(
                "Ann",
                p ->
                    (fetches ? p.escort(TravelMode.WALK, 20) : p)
                        .at(0.5, 0)
                        .open("Mon-Fri 15:00-19:30")
                        .tariff(hourly(600)))
            .family(
                new Family(
                    "Peeters",
                    Fixture.point(0, 0),
                    null,
                    Set.of(),
                    Set.of("en"),
                    Set.of(),
                    Set.of(),
                    null,
                    List.of(
                        new Child(
                            "Lea",
                            LocalDate.of(2022, 9, 1),
                            true,
                            Set.of(),
                            false,
                            List.of(new Funding("EN_15", 15 * 60, List.of(), List.of()))))))
            .request(
                "r",
                "Peeters",
                r -> {
                  r.maySplit();
                  DAYS.forEach(day -> r.care("Lea", day + " 11:30-19:00"));
                  return r;
                });
    return new Told(fixture);
  }

  @Test
  void twoLegsAndOnePickUp() {
    Told story = story(true);

    assertThat(story.broken()).isEmpty();
    assertThat(story.plan).hasSize(4);
    for (int day = 1; day <= 4; day++) {
      List<Leg> legs = story.legs("r-" + day);
      assertThat(legs).extracting(Leg::providerId).containsExactly("Sun", "Ann");
      // She fetches; the family picks up once, at seven, at her door.
      assertThat(legs.getFirst().escortMinutes()).isZero();
      assertThat(legs.getLast().escortMinutes()).isPositive();
      assertThat(legs.getLast().end().toLocalTime()).hasToString("19:00");
    }
  }

  @Test
  void fundedHoursCountOnlyAtTheDaycare() {
    Told story = story(true);

    // Four times 11:30 to 18:00 are 26 hours, 15 of them funded: 11 hours at 8.00. Then an hour.
    assertThat(story.whereIs("r-1")).startsWith("Sun 11:30-18:00, then Ann 18:00-19:00");
    assertThat(Invoice.of(story.index, story.plan).bills())
        .extracting(Bill::providerId, Bill::minutes, Bill::cents)
        .containsExactlyInAnyOrder(tuple("Sun", 26 * 60L, 8800L), tuple("Ann", 4 * 60L, 2400L));
    // Before a plan is made, the daycare's 26 of the thirty hours asked bear 13 funded ones.
    CostOf cost = new CostOf(story.index);
    long cents = 0;
    for (int day = 1; day <= 4; day++) {
      cents += cost.price(story.index.session("r-" + day), story.legs("r-" + day)).cents();
    }
    assertThat(cents).isEqualTo(13 * 800 + 2400);
  }

  @Test
  void withoutAnybodyWhoFetchesTheReasonIsTheClosingTime() {
    Told story = story(false);

    assertThat(story.plan).isEmpty();
    assertThat(story.whyNot("r-1", "Sun")).startsWith("OPEN").contains("18:00");
    assertThat(story.whyNot("r-1", "Ann")).startsWith("OPEN").contains("11:30");
  }
}
