package org.plek.datasets.systems;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.ProblemIndex;
import org.plek.domain.ProviderKind;
import org.plek.offer.AreaPlaces;
import org.plek.offer.FreePlaces;
import org.plek.rules.RulePacks;

/** System 14: the map of a job service (Maintenant!): free places of childminders, nothing else. */
class JobSeekersMapTest {
  private static final SolvedSystem SYSTEM = SolvedSystem.of("14-job-seekers-map");

  private static Map<String, AreaPlaces> map(String from, String to, int ageMonths) {
    List<AreaPlaces> areas =
        new FreePlaces(
                new ProblemIndex(SYSTEM.problem),
                RulePacks.bundled(),
                new GreatCircleTravel(SYSTEM.problem.policy()),
                SYSTEM.plan.placements())
            .byArea(
                ProviderKind.CHILDMINDER,
                LocalDateTime.parse(from),
                LocalDateTime.parse(to),
                ageMonths);
    return areas.stream().collect(Collectors.toMap(AreaPlaces::area, Function.identity()));
  }

  @Test
  void theMapSaysHowManyPlacesAreFreeInAnAreaAtAnHour() {
    Map<String, AreaPlaces> morning = map("2026-12-02T09:00", "2026-12-02T12:00", 20);
    // Places less regular children: 2 - 1, 2 - 2 and 2 - 0; 4 - 3 and 4 - 1; 3 - 0 and 3 - 3.
    assertThat(morning.values())
        .containsExactlyInAnyOrder(
            new AreaPlaces("Boulogne", 3, 2, 3),
            new AreaPlaces("Saint-Martin", 2, 2, 4),
            new AreaPlaces("Outreau", 2, 1, 3));
  }

  @Test
  void onlyTheEarlyChildmindersAreThereAtSixWhenNobodyRegularHasCome() {
    Map<String, AreaPlaces> early = map("2026-12-02T06:00", "2026-12-02T07:30", 20);
    assertThat(early.get("Boulogne").places()).isEqualTo(2);
    assertThat(early.get("Saint-Martin").places()).isEqualTo(4);
    assertThat(early.get("Outreau").places()).isZero();
  }

  @Test
  void whoTakesNoBabiesIsNotOnTheMapForABaby() {
    Map<String, AreaPlaces> baby = map("2026-12-02T09:00", "2026-12-02T12:00", 12);
    assertThat(baby.get("Boulogne")).isEqualTo(new AreaPlaces("Boulogne", 2, 1, 1));
  }

  @Test
  void aPlaceThatThePlanGivesAwayIsNoLongerFree() {
    int tuesday =
        map("2026-12-01T09:30", "2026-12-01T12:30", 22).values().stream()
            .mapToInt(AreaPlaces::places)
            .sum();
    boolean withChildminder = !SYSTEM.whereIs("lou-tue").equals("cocon");
    assertThat(SYSTEM.whereIs("lou-tue")).isNotEqualTo("nowhere");
    assertThat(tuesday).isEqualTo(withChildminder ? 9 : 10);
  }

  @Test
  void theMapNamesNoProviderAndNoChild() {
    String said = map("2026-12-01T09:00", "2026-12-01T12:00", 22).values().toString();
    SYSTEM.problem.providers().forEach(each -> assertThat(said).doesNotContain(each.id()));
    assertThat(said).doesNotContain("lou").doesNotContain("leroy");
  }
}
