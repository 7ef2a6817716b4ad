package org.plek.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plek.Fixture;
import org.plek.domain.CarePattern;
import org.plek.domain.TravelMode;
import org.plek.domain.WeeklyHours;
import org.plek.staffing.OpeningHelp;

/**
 * A parent starts work; the daycare opens at 08:00, she must leave at 07:30 every weekday. Two
 * weeks, Flemish law.
 */
class HalfAnHourTooEarlyTest {
  private static final String MONDAY = "r/work/Lea/2026-03-02";

  private static CarePattern everyWeekday(LocalTime from, LocalTime to) {
    List<WeeklyHours> week =
        Stream.of(DayOfWeek.values())
            .limit(5)
            .map(day -> new WeeklyHours(day, from, to, false))
            .toList();
    return new CarePattern(
        "work",
        List.of("Lea"),
        LocalDate.of(2026, 3, 2),
        LocalDate.of(2026, 3, 16),
        List.of(week),
        Set.of());
  }

  private static Fixture town() {
    return Fixture.from("2026-03-02", 14)
        .rulePack("VL")
        .daycare("Sun", p -> p.open("Mon-Fri 08:00-18:00").caregivers(1))
        .family("Peeters", f -> f.child("Lea", "2024-09-01"));
  }

  /** Ann minds children from 20 hours a month on: 1200 * 14 / 30 = 560 minutes in two weeks. */
  private static Fixture withAnn(Fixture town) {
    return town.childminder(
        "Ann",
        p ->
            p.at(0.5, 0).open("Mon-Fri 06:30-09:30").least(20 * 60, 0).escort(TravelMode.WALK, 20));
  }

  @Test
  void noChildminderTakesHalfAnHourAlone() {
    // Ten times half an hour is 300 minutes.
    Told story =
        new Told(
            withAnn(town())
                .request(
                    "r",
                    "Peeters",
                    r -> r.pattern(everyWeekday(LocalTime.of(7, 30), LocalTime.of(8, 0)))));

    assertThat(story.whereIs(MONDAY)).isEqualTo("nowhere");
    assertThat(story.whyNot(MONDAY, "Ann")).startsWith("LEAST_VOLUME").contains("560");
    assertThat(story.whyNot(MONDAY, "Sun")).startsWith("OPEN");
  }

  @Test
  void aChildminderWhoseMorningRunsPastEightBringsToTheDaycare() {
    Told story =
        new Told(
            withAnn(town())
                .request(
                    "r",
                    "Peeters",
                    r ->
                        r.maySplit()
                            .pattern(everyWeekday(LocalTime.of(7, 30), LocalTime.of(17, 0)))));

    assertThat(story.broken()).isEmpty();
    assertThat(story.plan).hasSize(10);
    assertThat(story.plan)
        .allSatisfy(
            placement -> {
              assertThat(placement.legs()).hasSize(2);
              assertThat(placement.legs().getFirst().providerId()).isEqualTo("Ann");
              assertThat(placement.legs().getFirst().escortMinutes()).isPositive();
              assertThat(placement.legs().getFirst().end().toLocalTime())
                  .isBetween(LocalTime.of(8, 0), LocalTime.of(9, 30));
              assertThat(placement.legs().getLast().providerId()).isEqualTo("Sun");
            });
    // Some mornings run past eight, so that her least volume is met.
    long minutes =
        story.plan.stream()
            .map(placement -> placement.legs().getFirst())
            .mapToLong(leg -> Duration.between(leg.start(), leg.end()).toMinutes())
            .sum();
    assertThat(minutes).isGreaterThanOrEqualTo(560);
  }

  @Test
  void elseWhatOpeningAtHalfPastSevenWouldCostAndWhomItWouldServeBesides() {
    Told story =
        new Told(
            town()
                .family("Janssens", f -> f.child("Tom", "2024-08-01"))
                .family("Maes", f -> f.child("Ada", "2024-08-01"))
                .request(
                    "r",
                    "Peeters",
                    r -> r.pattern(everyWeekday(LocalTime.of(7, 30), LocalTime.of(17, 0))))
                .request("q", "Janssens", r -> r.care("Tom", "2026-03-03 07:45-12:00"))
                .request("p", "Maes", r -> r.care("Ada", "2026-03-03 07:15-12:00")));
    assertThat(story.unplaced()).hasSize(12);

    OpeningHelp help =
        story.staffing().openLonger("Sun-1", LocalTime.of(7, 30), LocalTime.of(8, 0));

    // One caregiver, ten mornings: five hours. Lea every day and Tom once, not Ada at 07:15.
    assertThat(help.caregiverMinutes()).isEqualTo(5 * 60);
    assertThat(help.sessionIds()).hasSize(11).contains(MONDAY, "q-1").doesNotContain("p-1");
    assertThat(help.careMinutes()).isEqualTo(10 * (9 * 60 + 30) + 4 * 60 + 15);
  }
}
