package org.plek.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plek.Fixture;
import org.plek.cost.CostOf;
import org.plek.cost.Price;
import org.plek.domain.CarePattern;
import org.plek.domain.Tariff;
import org.plek.domain.WeeklyHours;

/**
 * A nurse works until 21:30 every other week, three evenings of four hours: 24 hours of care in
 * four weeks. The partner works nights.
 */
class UntilNineThirtyTest {
  private static final String FIRST = "r/evenings/Lea/2026-03-02";

  /** The daycare costs EUR 5.00 an hour until 18:30, the home carer EUR 18.00. */
  private static Told nurse(int mostCentsPerHour) {
    List<WeeklyHours> late =
        Stream.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY)
            .map(day -> new WeeklyHours(day, LocalTime.of(17, 30), LocalTime.of(21, 30), false))
            .toList();
    CarePattern evenings =
        new CarePattern(
            "evenings",
            List.of("Lea"),
            LocalDate.of(2026, 3, 2),
            LocalDate.of(2026, 3, 30),
            List.of(late, List.of()),
            Set.of());
    return new Told(
        Fixture.from("2026-03-02", 28)
            .rulePack("VL")
            .daycare("Sun", p -> p.open("Mon-Fri 07:00-18:30").centsPerHour(500))
            .childminder(
                "Ann", p -> p.open("Mon-Sun 07:00-22:00").least(40 * 60, 0).centsPerHour(600))
            .homeCarer("Kim", p -> p.open("Mon-Sun 07:00-23:00").tariff(new Tariff(0, 1800, 1, 0)))
            .family("Peeters", f -> f.child("Lea", "2024-09-01"))
            .request(
                "r",
                "Peeters",
                r -> r.maySplit().maxCentsPerHour(mostCentsPerHour).pattern(evenings)));
  }

  @Test
  void theSplitShowsItsPricePerHourAndMonthAgainstHerLimit() {
    Told story = nurse(1500);

    assertThat(story.broken()).isEmpty();
    assertThat(story.plan).hasSize(6);
    assertThat(story.whereIs(FIRST)).startsWith("Sun 17:30-18:30, then Kim 18:30-21:30");
    // 1 h at 5.00 and 3 h at 18.00 are 59.00 for four hours.
    Price price = story.price(FIRST);
    assertThat(price.cents()).isEqualTo(5900);
    assertThat(price.centsPerHour()).isEqualTo(1475);
    // Six evenings start in March.
    assertThat(new CostOf(story.index).monthCents(story.index.session(FIRST), price))
        .isEqualTo(6 * 5900);
  }

  @Test
  void whyNoOneProviderTakesIt() {
    Told story = nurse(1500);

    // 24 hours, where Ann asks 40 hours in 30 days: 2240 minutes in four weeks.
    assertThat(story.whyNot(FIRST, "Ann")).startsWith("LEAST_VOLUME").contains("2240");
    assertThat(story.whyNot(FIRST, "Kim")).startsWith("FAMILY_PRICE");
    assertThat(story.whyNot(FIRST, "Sun")).startsWith("OPEN");
  }

  @Test
  void theNeedIsRegisteredWhenNothingFitsAndOneCentMoreWouldDo() {
    Told story = nurse(1474);

    assertThat(story.plan).isEmpty();
    assertThat(story.unplaced()).hasSize(6).allSatisfy(u -> assertThat(u.reason()).isNotBlank());
    // The smallest change of her limit that helps.
    assertThat(nurse(1475).plan).hasSize(6);
  }
}
