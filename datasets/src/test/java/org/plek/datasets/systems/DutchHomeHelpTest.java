package org.plek.datasets.systems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** System 12: the Dutch home-help scheme (dienstverlening aan huis). */
class DutchHomeHelpTest {
  private static final SolvedSystem SYSTEM = SolvedSystem.of("12-dutch-home-help");
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri");

  @Test
  void oneCarerComesThreeDaysAWeekAtMostAndAnotherOneOnTheOtherDays() {
    List<String> carers = new ArrayList<>();
    for (String day : DAYS) {
      carers.add(SYSTEM.whereIs("saar-" + day));
      assertThat(SYSTEM.whereIs("sem-" + day)).as(day).isEqualTo(SYSTEM.whereIs("saar-" + day));
    }
    assertThat(carers).containsOnly("kim", "sam").doesNotContain("nowhere");
    assertThat(carers).filteredOn("kim"::equals).hasSizeBetween(2, 3);
  }

  @Test
  void oneHourCountsAsADay() {
    // Wednesday asks one hour. With the carer of three other days it would be the fourth.
    String ofThree =
        DAYS.stream().filter(day -> SYSTEM.whereIs("saar-" + day).equals("kim")).count() == 3
            ? "kim"
            : "sam";
    String other =
        DAYS.stream()
            .filter(day -> !SYSTEM.whereIs("saar-" + day).equals(ofThree))
            .findFirst()
            .orElseThrow();
    assertThat(SYSTEM.blocker("saar-" + other, ofThree)).isEqualTo("CARER_FAMILY_DAYS");
    assertThat(SYSTEM.problem.requests().getFirst().sessions())
        .filteredOn(session -> session.id().equals("saar-wed"))
        .singleElement()
        .satisfies(session -> assertThat(session.minutes()).isEqualTo(60));
  }

  @Test
  void nobodyIsPaidLessThanTheLawAsksForAnHourWorked() {
    // Lot, 41, asks 14.50; the law 14.40 in 2025, 14.71 since 2026. Pim, 20, may be paid 11.77.
    assertThat(SYSTEM.blocker("saar-mon", "lot")).isEqualTo("MINIMUM_WAGE");
    assertThat(SYSTEM.whyNot("saar-mon", "lot")).contains("1450").contains("1471");
    assertThat(SYSTEM.whereIs("mees-tue")).isNotEqualTo("lot").isNotEqualTo("nowhere");
    assertThat(SYSTEM.blocker("mees-tue", "pim")).isEqualTo("free");
  }
}
