package org.plek.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plek.Fixture;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Placement;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Timeline;
import org.plek.rules.RulePacks;
import org.plek.scoring.plain.Checker;
import org.plek.scoring.plain.CountedUnit;

/**
 * Dutch law, one-year-olds: five for one caregiver, ten for two. Sun has five regular children from
 * 07:30 to 17:00 and four more from 08:15 to 16:00, so nine at most; one caregiver is rostered from
 * 07:00 to 19:00, another from 08:00 to 14:00.
 */
class StaffingTest {
  private static final RulePacks PACKS = RulePacks.bundled();

  private static Fixture sun() {
    return Fixture.from("2026-03-02", 1)
        .rulePack("NL")
        .daycare(
            "Sun",
            p -> {
              p.places(16).caregivers(1).caregiver("early", "Mon 08:00-14:00");
              for (int i = 1; i <= 5; i++) {
                p.regular("early" + i, "2024-09-01", "Mon 07:30-17:00");
              }
              for (int i = 1; i <= 4; i++) {
                p.regular("late" + i, "2024-09-01", "Mon 08:15-16:00");
              }
              return p;
            });
  }

  private static Staffing of(Fixture fixture, List<Placement> plan) {
    ProblemIndex index = fixture.index();
    return new Staffing(index, PACKS, new GreatCircleTravel(index.problem().policy()), plan);
  }

  @Test
  void computesWhenEachCaregiverIsNeededFromTheChildrenExpected() {
    DayNeed monday = of(sun(), List.of()).days().getFirst();

    assertThat(monday.groupIds()).containsExactly("Sun-1");
    assertThat(monday.mostChildren()).isEqualTo(9);
    assertThat(monday.mostCaregivers()).isEqualTo(2);
    assertThat(monday.busiest()).isEqualTo(monday.date().atTime(8, 15));
    assertThat(monday.shifts())
        .containsExactly(
            new DayNeed.Shift(
                1, monday.date().atTime(7, 30), monday.date().atTime(17, 0), 9 * 60 + 30),
            new DayNeed.Shift(
                2, monday.date().atTime(8, 15), monday.date().atTime(16, 0), 7 * 60 + 45));
    // The second goes home at 14:00; until 16:00 two are required.
    assertThat(monday.shortages())
        .containsExactly(
            new DayNeed.Shortage(monday.date().atTime(14, 0), monday.date().atTime(16, 0), 1));
    // Two are there from 08:00, one is required until 08:15.
    assertThat(monday.spareMinutes()).isEqualTo(15);
  }

  @Test
  void tellsTheFreePlacesByAgeAtAnyMoment() {
    ProblemIndex index = sun().index();
    CountedUnit sun = of(sun(), List.of()).units().getFirst();
    LocalDate monday = LocalDate.of(2026, 3, 2);
    int nine = 9 * 60 / Timeline.SLOT_MINUTES;
    assertThat(index.timeline().time(nine)).isEqualTo(monday.atTime(9, 0));

    // Nine one-year-olds with two: a tenth may come. With a baby the table goes to 0-1, 8 for two.
    assertThat(sun.freePlaces(nine, monday, 18, true)).isEqualTo(1);
    assertThat(sun.freePlaces(nine, monday, 6, true)).isZero();
    // With two-year-olds eleven: two of them.
    assertThat(sun.freePlaces(nine, monday, 30, true)).isEqualTo(2);
  }

  /**
   * Lea's and Tom's mornings need a second caregiver for the hour before 08:00, Mia's two hours.
   */
  @Test
  void findsWhereOneMoreCaregiverForOneHourLetsTheMostCareIn() {
    Fixture fixture =
        sun()
            .family("Peeters", f -> f.child("Lea", "2024-09-01"))
            .family("Janssens", f -> f.child("Tom", "2024-08-01"))
            .request("r", "Peeters", r -> r.care("Lea", "2026-03-02 07:30-09:00"))
            .request("q", "Janssens", r -> r.care("Tom", "2026-03-02 14:00-16:00"));

    List<HourHelp> helps = of(fixture, List.of()).oneMoreHour(5);

    assertThat(helps)
        .containsExactly(
            new HourHelp(
                "Sun", "Sun-1", LocalDate.of(2026, 3, 2).atTime(7, 30), List.of("r-1"), 90));
    // And it is true: without that hour nobody can be placed.
    ProblemIndex index = fixture.index();
    assertThat(
            Checker.check(
                    index,
                    PACKS,
                    new GreatCircleTravel(index.problem().policy()),
                    new ArrayList<>(
                        List.of(
                            new Placement(
                                "r-1",
                                org.plek.domain.PlacementState.PROPOSED,
                                null,
                                List.of(
                                    new org.plek.domain.Leg(
                                        "Sun",
                                        "Sun-1",
                                        LocalDate.of(2026, 3, 2).atTime(7, 30),
                                        LocalDate.of(2026, 3, 2).atTime(9, 0),
                                        0))))))
                .caused())
        .isNotEmpty();
  }
}
