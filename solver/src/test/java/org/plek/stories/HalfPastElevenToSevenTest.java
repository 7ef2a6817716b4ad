package org.plek.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plek.Fixture;
import org.plek.cost.CostOf;
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
    CostOf cost = new CostOf(story.index);
    long daycare = 0;
    long childminder = 0;
    long daycareMinutes = 0;
    long childminderMinutes = 0;
    for (int day = 1; day <= 4; day++) {
      int session = story.index.session("r-" + day);
      List<Leg> legs = story.legs("r-" + day);
      daycare += cost.price(session, List.of(legs.getFirst())).cents();
      childminder += cost.price(session, List.of(legs.getLast())).cents();
      daycareMinutes += cost.price(session, List.of(legs.getFirst())).minutes();
      childminderMinutes += cost.price(session, List.of(legs.getLast())).minutes();
    }
    // Her hours are paid in full; at the daycare up to fifteen of the week are somebody else's.
    assertThat(childminder).isEqualTo(childminderMinutes * 600 / 60);
    assertThat(daycare)
        .isBetween((daycareMinutes - 15 * 60) * 800 / 60, daycareMinutes * 800 / 60 - 1);
  }

  @Test
  void withoutAnybodyWhoFetchesTheReasonIsTheClosingTime() {
    Told story = story(false);

    assertThat(story.plan).isEmpty();
    assertThat(story.whyNot("r-1", "Sun")).startsWith("OPEN").contains("18:00");
    assertThat(story.whyNot("r-1", "Ann")).startsWith("OPEN").contains("11:30");
  }
}
