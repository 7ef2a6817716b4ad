package org.plek.api.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.Plan;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provenance;
import org.plek.domain.Unplaced;
import org.plek.format.ProblemJson;
import org.plek.offer.RegularUse;

/**
 * One daycare of four places, open Monday to Friday 08:00–18:00, with one regular child until noon.
 * A nurse asks 08:15–12:15 (served) and 13:00–16:00 (not) on Monday 7 December 2026.
 */
class SummaryTest {
  private static final String PROBLEM =
      """
      {"format": "plek-problem/1", "id": "one-day", "zone": "Europe/Brussels",
       "asOf": "2026-12-06T12:00", "from": "2026-12-07", "days": 2, "rulePack": "VL",
       "policy": {"id": "own", "tiers": [
         {"id": "care", "weight": 3, "marks": ["HEALTH_OR_CARE"]}]},
       "providers": [{"id": "P<1>", "kind": "DAYCARE",
         "location": {"latitude": 51.03, "longitude": 4.48}, "licensedCapacity": 4,
         "opening": {"week": [{"day": "MONDAY", "from": "08:00", "to": "18:00"}]},
         "ages": {"fromMonths": 0, "toMonths": 48},
         "groups": [{"id": "g1", "maxChildren": 4, "regularChildren": [
           {"id": "r1", "birthDate": "2025-01-01",
            "hours": {"week": [{"day": "MONDAY", "from": "08:00", "to": "12:00"}]}}]}],
         "caregivers": [{"id": "c1", "groupId": "g1",
           "hours": {"week": [{"day": "MONDAY", "from": "08:00", "to": "18:00"}]}}]}],
       "families": [{"id": "f1", "home": {"latitude": 51.03, "longitude": 4.48},
         "marks": ["HEALTH_OR_CARE"],
         "children": [{"id": "k1", "birthDate": "2025-02-01"}]}],
       "requests": [{"id": "q1", "familyId": "f1", "askedAt": "2026-12-01T09:00",
         "urgency": "SOON", "reason": "SHIFT_WORK",
         "limits": {"mode": "WALK", "maxTravelMinutes": 30},
         "sessions": [
           {"id": "s1", "childId": "k1", "start": "2026-12-07T08:15", "end": "2026-12-07T12:15"},
           {"id": "s2", "childId": "k1", "start": "2026-12-07T13:00", "end": "2026-12-07T16:00"}]
       }]}
      """;

  private Problem problem;
  private Plan plan;
  private Summary summary;

  @BeforeEach
  void count() throws IOException {
    problem = ProblemJson.read(new ByteArrayInputStream(PROBLEM.getBytes(StandardCharsets.UTF_8)));
    Leg leg =
        new Leg(
            "P<1>",
            "g1",
            LocalDateTime.parse("2026-12-07T08:15"),
            LocalDateTime.parse("2026-12-07T12:15"),
            0);
    plan =
        new Plan(
            "one-day",
            new Provenance("00", "test", Map.of("VL", "1"), 1, 0),
            List.of(new Placement("s1", PlacementState.PROPOSED, null, List.of(leg))),
            List.of(new Unplaced("s2", "RATIO", "Too few caregivers at P<1>.")),
            Map.of("UNSERVED", 9L),
            Map.of());
    summary = Summary.of(new ProblemIndex(problem), plan);
  }

  @Test
  void countsSessionsAndMinutes() {
    assertThat(summary.all()).isEqualTo(new Tally("all", 1, 1, 240, 180));
    assertThat(summary.tiers())
        .containsExactly(new Tally("care", 1, 1, 240, 180), Tally.empty("(none)"));
    assertThat(summary.reasons()).containsExactly(new Tally("SHIFT_WORK", 1, 1, 240, 180));
    assertThat(summary.urgencies()).contains(new Tally("SOON", 1, 1, 240, 180));
    assertThat(summary.dates().getFirst()).isEqualTo(new Tally("2026-12-07", 1, 1, 240, 180));
    // 240 of 420 minutes.
    assertThat(summary.figures()).containsEntry("servedPercent", 57.1);
  }

  @Test
  void countsTheHoursInWhichCareIsWanted() {
    assertThat(summary.hours().get(8)).isEqualTo(new Tally("08:00", 1, 0, 45, 0));
    assertThat(summary.hours().get(9)).isEqualTo(new Tally("09:00", 1, 0, 60, 0));
    assertThat(summary.hours().get(12)).isEqualTo(new Tally("12:00", 1, 0, 15, 0));
    assertThat(summary.hours().get(13)).isEqualTo(new Tally("13:00", 0, 1, 0, 60));
    assertThat(summary.hours().get(16)).isEqualTo(Tally.empty("16:00"));
  }

  @Test
  void countsHowFullAProviderIs() {
    Occupancy.OfProvider daycare = summary.occupancy().getFirst();

    // 40 open slots of 4 places; 16 slots of the regular child, 16 of the nurse's.
    assertThat(daycare.days().get(0)).isEqualTo(new Occupancy(40, 2, 16, 16, 160));
    assertThat(daycare.days().get(0).percent()).isEqualTo(20.0);
    assertThat(daycare.days().get(1)).isEqualTo(new Occupancy(0, 0, 0, 0, 0));
    assertThat(daycare.occasionalHours()).isEqualTo(4.0);
  }

  @Test
  void thePageEscapesWhatItShows() {
    String page = SummaryPage.html(report());

    assertThat(page)
        .contains(
            "P&lt;1&gt;",
            "Too few caregivers at P&lt;1&gt;.",
            "k1 with P&lt;1&gt; for 9 weeks in a row (Tuesday) and in 3 months in all; a regular"
                + " place for these hours is free with P&lt;1&gt;")
        .doesNotContain("P<1>");
  }

  @Test
  void theTextTellsTheMainThings() {
    assertThat(SummaryText.text(report()))
        .startsWith("1 of 2 care sessions have a place (57.1 % of 7 hours) from 2026-12-07, 2 days")
        .contains(
            "RATIO", "Shift work", "UNSERVED", "\nCome as if they were regular: 1\n  k1 with P");
  }

  private Report report() {
    RegularUse tuesdays =
        new RegularUse(
            "f1",
            "k1",
            "P<1>",
            new TreeSet<>(Set.of(DayOfWeek.TUESDAY)),
            9,
            3,
            List.of(new RegularUse.Suit("P<1>", 5, 2)));
    return new Report(
        plan,
        summary,
        Report.score(problem, plan),
        List.of(),
        List.of(tuesdays),
        Map.of(),
        Map.of());
  }
}
