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
import org.plek.domain.CarePattern;
import org.plek.domain.WeeklyHours;
import org.plek.recommend.Recommendation;
import org.plek.recommend.SmallestChange.CaregiverLonger;
import org.plek.recommend.SmallestChange.Shortened;

/**
 * Shift rota of three weeks: one week mornings only, one week three full days, one week only the
 * weekend. Few different faces over the whole rota. Two rounds, Flemish law.
 */
class ShiftRotaTest {
  private static WeeklyHours on(DayOfWeek day, int from, int until) {
    return new WeeklyHours(day, LocalTime.of(from, 0), LocalTime.of(until, 0), false);
  }

  private static CarePattern rota() {
    List<WeeklyHours> mornings =
        Stream.of(DayOfWeek.values()).limit(5).map(day -> on(day, 6, 13)).toList();
    List<WeeklyHours> fullDays =
        List.of(
            on(DayOfWeek.MONDAY, 8, 18),
            on(DayOfWeek.TUESDAY, 8, 18),
            on(DayOfWeek.THURSDAY, 8, 18));
    List<WeeklyHours> weekend = List.of(on(DayOfWeek.SATURDAY, 8, 17), on(DayOfWeek.SUNDAY, 8, 17));
    return new CarePattern(
        "shifts",
        List.of("Lea"),
        LocalDate.of(2026, 3, 2),
        LocalDate.of(2026, 4, 13),
        List.of(mornings, fullDays, weekend),
        Set.of());
  }

  /**
   * Sun next door opens on weekdays at 07:00. Ann, half a kilometre away, minds children at all
   * hours given.
   */
  private static Told rotaWith(String hoursOfAnn) {
    return new Told(
        Fixture.from("2026-03-02", 42)
            .rulePack("VL")
            .daycare("Sun", p -> p.open("Mon-Fri 07:00-18:30"))
            .childminder("Ann", p -> p.at(0.5, 0).open(hoursOfAnn))
            .family("Peeters", f -> f.child("Lea", "2024-09-01"))
            .request("r", "Peeters", r -> r.maySplit().pattern(rota())));
  }

  @Test
  void oneFaceOverTheWholeRotaThoughAnotherIsNearer() {
    Told story = rotaWith("Mon-Sun 06:00-19:00");

    assertThat(story.broken()).isEmpty();
    assertThat(story.plan).as("5 mornings, 3 days, 2 weekend days, twice").hasSize(20);
    assertThat(story.providers()).containsExactly("Ann");
    // The days next door would be nearer.
    assertThat(story.whyNot("r/shifts/Lea/2026-03-09", "Sun")).isEqualTo("free");
    Recommendation answer = story.recommend("r");
    assertThat(answer.servesWhole()).isTrue();
    assertThat(answer.offers().getFirst().with())
        .singleElement()
        .satisfies(with -> assertThat(with.providerId()).isEqualTo("Ann"));
  }

  @Test
  void whereAnnOpensAnHourLaterOnSundayThatHourIsNamed() {
    Told story = rotaWith("Mon-Sat 06:00-19:00; Sun 09:00-19:00");

    assertThat(story.plan).hasSize(18);
    assertThat(story.unplaced())
        .extracting(unplaced -> unplaced.sessionId())
        .containsExactly("r/shifts/Lea/2026-03-22", "r/shifts/Lea/2026-04-12");
    assertThat(story.whyNot("r/shifts/Lea/2026-03-22", "Ann")).startsWith("OPEN");
    Recommendation answer = story.recommend("r");
    assertThat(Told.refusal(answer, "Ann")).startsWith("OPEN");
    assertThat(answer.refusals())
        .filteredOn(refusal -> refusal.providerId().equals("Ann"))
        .flatExtracting(refusal -> refusal.changes())
        .anySatisfy(
            change -> {
              assertThat(change).isInstanceOf(CaregiverLonger.class);
              assertThat(((CaregiverLonger) change).opening()).isTrue();
              assertThat(change.size()).isEqualTo(60);
            })
        .anySatisfy(
            change -> {
              assertThat(change).isInstanceOf(Shortened.class);
              assertThat(((Shortened) change).startMinutes()).isEqualTo(60);
            });
  }

  @Test
  void atWeekendsNobodyIsOpen() {
    Told story = rotaWith("Mon-Fri 06:00-19:00");

    assertThat(story.plan).hasSize(16);
    assertThat(story.providers()).containsExactly("Ann");
    assertThat(story.unplaced())
        .hasSize(4)
        .allSatisfy(unplaced -> assertThat(unplaced.reason()).isNotBlank());
    assertThat(story.whyNot("r/shifts/Lea/2026-03-21", "Ann")).startsWith("OPEN");
    assertThat(story.whyNot("r/shifts/Lea/2026-03-21", "Sun")).startsWith("OPEN");
  }
}
