package org.plek.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plek.Fixture;
import org.plek.domain.Copies;
import org.plek.domain.Dates;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Placement;
import org.plek.domain.PriorityTier;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Travel;
import org.plek.options.OptionBuilder;
import org.plek.rules.RulePacks;
import org.plek.scoring.plain.Checker;

/** What holds from a date holds from that date on, within one horizon. */
class DatedRulesTest {
  private static List<String> placed(Fixture fixture) {
    ProblemIndex index = fixture.index();
    RulePacks packs = RulePacks.bundled();
    Travel travel = new GreatCircleTravel(index.problem().policy());
    List<Placement> placements =
        new PlanEngine(index, packs, travel, OptionBuilder.build(index, packs, travel))
            .solve(SolveLimits.moves(5_000, 1), ProgressListener.NONE)
            .placements();
    assertThat(Checker.check(index, packs, travel, placements).legal()).isTrue();
    return placements.stream().map(Placement::sessionId).toList();
  }

  private static PriorityTier tier(String reason, Dates valid) {
    return new PriorityTier(reason, 5, Set.of(reason), Set.of(), Set.of(), 1, Set.of(), valid);
  }

  @Test
  void theTierOfTheDateOfCareCounts() {
    // One place. Until Wednesday the course goes first, from Wednesday on work does.
    LocalDate wednesday = LocalDate.of(2026, 3, 4);
    List<PriorityTier> tiers =
        List.of(
            tier("TRAINING", new Dates(null, wednesday)), tier("WORK", new Dates(wednesday, null)));
    Fixture town =
        Fixture.from("2026-03-02", 5)
            .rulePack("VL")
            .policy(policy -> Copies.with(policy, Map.of("tiers", tiers)))
            .daycare("Sun", p -> p.places(1))
            .family("Peeters", f -> f.child("Lea", "2024-03-01"))
            .family("Maes", f -> f.child("Tom", "2024-03-01"));
    for (String[] asked : new String[][] {{"course", "Peeters", "Lea"}, {"work", "Maes", "Tom"}}) {
      town.request(
          asked[0],
          asked[1],
          r ->
              r.reason(asked[0].equals("work") ? "WORK" : "TRAINING")
                  .care(asked[2], "2026-03-03 09:00-12:00")
                  .care(asked[2], "2026-03-05 09:00-12:00"));
    }

    assertThat(placed(town)).containsExactlyInAnyOrder("course-1", "work-2");
  }

  @Test
  void overbookingFollowsTheLawOfTheDate() {
    // Twenty places: 22 children until 31 August 2021 (10 %), 23 from 1 September on (15 %).
    Fixture town =
        Fixture.from("2021-08-31", 2)
            .rulePack("FR")
            .daycare(
                "Soleil",
                p -> {
                  p.places(20)
                      .groupMost(24)
                      .caregivers(6)
                      .overbooking()
                      .open("Mon-Sun 08:00-18:00");
                  for (int child = 0; child < 22; child++) {
                    p.regular("regular" + child, "2019-03-01", "Tue-Wed 09:00-12:00");
                  }
                  return p;
                })
            .family("Petit", f -> f.child("Lea", "2019-03-01"))
            .request(
                "r",
                "Petit",
                r -> r.care("Lea", "2021-08-31 09:00-12:00").care("Lea", "2021-09-01 09:00-12:00"));

    assertThat(placed(town)).containsExactly("r-2");
  }
}
