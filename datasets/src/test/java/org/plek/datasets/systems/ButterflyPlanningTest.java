package org.plek.datasets.systems;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plek.domain.AbsenceNeed;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.ProblemIndex;
import org.plek.rules.RulePacks;
import org.plek.scoring.plain.CountedUnit;
import org.plek.staffing.DayNeed;
import org.plek.staffing.HourHelp;
import org.plek.staffing.Staffing;

/** System 6: Butterfly nursery's planning. */
class ButterflyPlanningTest {
  private static final SolvedSystem SYSTEM = SolvedSystem.of("06-butterfly-planning");
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
  private static final ProblemIndex INDEX = new ProblemIndex(SYSTEM.problem);
  private static final Staffing STAFFING =
      new Staffing(
          INDEX,
          RulePacks.bundled(),
          new GreatCircleTravel(SYSTEM.problem.policy()),
          SYSTEM.plan.placements());

  private static LocalDateTime at(int hour, int minute) {
    return MONDAY.atTime(hour, minute);
  }

  private static DayNeed monday(String... groups) {
    return STAFFING.days().stream()
        .filter(day -> day.date().equals(MONDAY) && day.groupIds().equals(List.of(groups)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void earlyBirdAndTwilightFillTheHoursOfTheOpenerAndTheCloser() {
    assertThat(SYSTEM.whereIs("amy-early")).isEqualTo("butterfly");
    assertThat(SYSTEM.whereIs("tess-twilight")).isEqualTo("butterfly");
    DayNeed edges = monday("babies", "twos", "threes");
    assertThat(edges.mostCaregivers()).isEqualTo(1);
    assertThat(edges.shortages()).isEmpty();
  }

  @Test
  void theStartOfEachCaregiverFollowsFromTheChildrenExpected() {
    // The second caregiver of the babies is needed just while Noah drops in.
    assertThat(monday("babies").shifts())
        .containsExactly(
            new DayNeed.Shift(1, at(8, 30), at(16, 30), 8 * 60),
            new DayNeed.Shift(2, at(10, 0), at(12, 0), 2 * 60));
    assertThat(monday("twos").shifts().getFirst().start()).isEqualTo(at(8, 0));
  }

  @Test
  void freePlacesByAgeAreKnownAtAnyMoment() {
    CountedUnit threes =
        STAFFING.units().stream()
            .filter(unit -> unit.groupIds().equals(List.of("threes")))
            .findFirst()
            .orElseThrow();
    int slot = INDEX.timeline().floorSlot(at(9, 0));
    // Five children of three and more with the opener: three more. A caregiver comes at 10:00:
    // eleven more, as sixteen are the most here.
    assertThat(threes.freePlaces(slot, MONDAY, 40, true)).isEqualTo(3);
    assertThat(threes.freePlaces(slot + 4, MONDAY, 40, true)).isEqualTo(11);
  }

  @Test
  void onlyWhereNeededSomebodyOnCallIsCalledIn() {
    assertThat(SYSTEM.whereIs("noah-drop-in")).isEqualTo("butterfly");
    assertThat(SYSTEM.plan.score()).containsEntry("CALLED_IN", 8L);
  }

  @Test
  void aBabyAtAQuarterPastSevenNeedsOneMoreHour() {
    assertThat(SYSTEM.whereIs("zoe-early")).isEqualTo("nowhere");
    assertThat(SYSTEM.whyNot("zoe-early", "butterfly")).startsWith("RATIO").contains("joined");
    assertThat(STAFFING.oneMoreHour(3))
        .containsExactly(new HourHelp("butterfly", "babies", at(7, 15), List.of("zoe-early"), 60));
  }

  @Test
  void aSixthTwoHangsOnOneOfFourStayingAway() {
    assertThat(SYSTEM.whereIs("odo-tue")).isEqualTo("butterfly");
    assertThat(SYSTEM.whereIs("pia-tue")).isEqualTo("nowhere");
    // One caregiver for five at two until the closer comes at 11:00. Nobody of four is away with
    // 0.69 ^ 4 = 0.2267. Ray would need two.
    assertThat(SYSTEM.plan.conditional())
        .singleElement()
        .satisfies(
            pia -> {
              assertThat(pia.sessionId()).isEqualTo("pia-tue");
              assertThat(pia.legs().getFirst().groupId()).isEqualTo("twos");
              assertThat(pia.risk()).isEqualTo(0.2267);
              assertThat(pia.needs())
                  .containsExactly(
                      new AbsenceNeed(
                          LocalDateTime.of(2026, 12, 1, 9, 30),
                          LocalDateTime.of(2026, 12, 1, 11, 0),
                          4,
                          1,
                          0.2267));
            });
    assertThat(SYSTEM.whereIs("ray-tue")).isEqualTo("nowhere");
  }
}
