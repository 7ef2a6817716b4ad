package org.plek.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plek.Fixture;
import org.plek.domain.CarePattern;
import org.plek.domain.Copies;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.Policy;
import org.plek.domain.ProblemIndex;
import org.plek.domain.ThroughFlowRule;
import org.plek.domain.WeeklyHours;
import org.plek.options.OptionBuilder;
import org.plek.rules.RulePacks;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.plain.Checker;
import org.plek.search.PlanEngine;
import org.plek.search.ProgressListener;
import org.plek.search.SolveLimits;

class ThroughFlowTest {
  private static final RulePacks PACKS = RulePacks.bundled();
  private static final String MONDAY = "2026-03-02 08:00-12:00";

  private static Fixture town(int weeks, int months) {
    return Fixture.from("2026-03-02", 7)
        .policy(
            plain -> Copies.with(plain, Map.of("throughFlow", new ThroughFlowRule(weeks, months))))
        .daycare("Sun", p -> p.places(2))
        .daycare("Moon", p -> p.at(1, 0).places(1).regular("m1", "2024-01-01", "Mon 08:00-12:00"))
        .daycare("Star", p -> p.at(2, 0).places(2))
        .daycare("Far", p -> p.at(90, 0))
        .family("Peeters", f -> f.child("Lea", "2024-03-01"))
        .request("r", "Peeters", r -> r.care("Lea", MONDAY))
        .history("Lea", "Sun", "2026-02-09")
        .history("Lea", "Sun", "2026-02-16")
        .history("Lea", "Sun", "2026-02-23");
  }

  private static List<RegularUse> uses(Fixture fixture, boolean placed) {
    ProblemIndex index = fixture.index();
    return ThroughFlow.of(
        index,
        PACKS,
        new GreatCircleTravel(index.problem().policy()),
        placed ? List.of(at("r-1", "Sun", MONDAY)) : List.of());
  }

  private static Placement at(String session, String provider, String time) {
    LocalDate date = LocalDate.parse(time.substring(0, 10));
    return new Placement(
        session,
        PlacementState.PROPOSED,
        null,
        List.of(
            new Leg(
                provider,
                provider + "-1",
                date.atTime(LocalTime.parse(time.substring(11, 16))),
                date.atTime(LocalTime.parse(time.substring(17))),
                0)));
  }

  @Test
  void theSameWeekdayForSoManyWeeksInARowHistoryAndPlanTogether() {
    // Three Mondays past and one planned are four.
    RegularUse use = uses(town(4, 0), true).getFirst();
    assertThat(use.childId()).isEqualTo("Lea");
    assertThat(use.providerId()).isEqualTo("Sun");
    assertThat(use.weekdays()).containsExactly(DayOfWeek.MONDAY);
    assertThat(use.weeks()).isEqualTo(4);
    assertThat(uses(town(5, 0), true)).isEmpty();
    assertThat(uses(town(0, 0), true)).isEmpty();
    // A week without care ends the run: 2026-02-02 does not make five.
    assertThat(uses(town(5, 0).history("Lea", "Sun", "2026-01-26"), true)).isEmpty();
    assertThat(uses(town(5, 0).history("Lea", "Sun", "2026-02-02"), true)).hasSize(1);
  }

  @Test
  void soManyMonthsInAll() {
    // February and March are two, with a stay in October three.
    assertThat(uses(town(0, 3), true)).isEmpty();
    RegularUse use = uses(town(0, 3).history("Lea", "Sun", "2025-10-07"), true).getFirst();
    assertThat(use.months()).isEqualTo(3);
    assertThat(use.weekdays()).isEmpty();
  }

  @Test
  void whatWouldSuitIsFreeInTheSameHoursAndInReachTheSameProviderFirst() {
    // The sun has two places without her, the moon is full on Mondays, far is too far.
    assertThat(uses(town(4, 0), true).getFirst().suits())
        .extracting(RegularUse.Suit::providerId, RegularUse.Suit::places)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Sun", 2),
            org.assertj.core.groups.Tuple.tuple("Star", 2));
  }

  @Test
  void whoIsRegularThereAlreadyOrHasStoppedIsNotShown() {
    Fixture regular =
        Fixture.from("2026-03-02", 7)
            .policy(plain -> Copies.with(plain, Map.of("throughFlow", new ThroughFlowRule(3, 0))))
            .daycare("Sun", p -> p.regularKnown("s1", "2024-03-01", "Mon 08:00-12:00", "Lea"))
            .family("Peeters", f -> f.child("Lea", "2024-03-01"))
            .history("Lea", "Sun", "2026-02-09")
            .history("Lea", "Sun", "2026-02-16")
            .history("Lea", "Sun", "2026-02-23");
    assertThat(uses(regular, false)).isEmpty();
    Fixture stopped =
        Fixture.from("2026-03-30", 7)
            .policy(plain -> Copies.with(plain, Map.of("throughFlow", new ThroughFlowRule(3, 0))))
            .daycare("Sun", p -> p)
            .family("Peeters", f -> f.child("Lea", "2024-03-01"))
            .history("Lea", "Sun", "2026-02-09")
            .history("Lea", "Sun", "2026-02-16")
            .history("Lea", "Sun", "2026-02-23");
    assertThat(uses(stopped, false)).isEmpty();
  }

  /** Story 5: beside the hospital. */
  @Test
  void aPlannedSeriesAndAnUnexpectedExamination() {
    Fixture ward =
        Fixture.from("2026-03-02", 14)
            .asOf("2026-03-02T07:00:00")
            .daycare(
                "Ward",
                p ->
                    p.places(2)
                        .regular("w1", "2024-01-01", "Mon-Fri 08:00-18:00")
                        .regular("w2", "2024-01-01", "Tue 14:00-18:00"))
            .family("Peeters", f -> f.child("Lea", "2024-03-01"))
            .request("series", "Peeters", r -> r.allOrNothing().pattern(threeTimesAWeek()));
    ProblemIndex index = ward.index();
    GreatCircleTravel travel = new GreatCircleTravel(index.problem().policy());
    List<Placement> plan =
        new PlanEngine(index, PACKS, travel, OptionBuilder.build(index, PACKS, travel))
            .solve(SolveLimits.moves(500, 1), ProgressListener.NONE)
            .placements();
    // Three times a week four hours, two weeks: all six.
    assertThat(plan).hasSize(6);
    assertThat(Checker.check(index, PACKS, travel, plan).legal()).isTrue();

    // Tuesday, ten past ten: is there room now, and for how long? Until the afternoon's child
    // comes.
    FreePlaces free = new FreePlaces(index, PACKS, travel, plan);
    LocalDateTime now = LocalDateTime.parse("2026-03-03T10:10");
    assertThat(free.freeUntil("Ward", now, 15)).isEqualTo(LocalDateTime.parse("2026-03-03T14:00"));
    // On Wednesday at ten the series itself fills the place.
    LocalDateTime wednesday = LocalDateTime.parse("2026-03-04T10:10");
    assertThat(free.freeUntil("Ward", wednesday, 15)).isNull();

    // True by trial: until two it is legal, a quarter of an hour more is not.
    assertThat(broken(ward, plan, "2026-03-03 10:10-14:00")).isEmpty();
    assertThat(broken(ward, plan, "2026-03-03 10:10-14:15"))
        .contains(ConstraintName.LICENSED_CAPACITY);
  }

  private static List<ConstraintName> broken(Fixture ward, List<Placement> plan, String time) {
    String id = "exam" + time.charAt(time.length() - 1) + time.charAt(time.length() - 2);
    ProblemIndex index =
        ward.family("Janssens" + id, f -> f.child("Tom" + id, "2024-11-20"))
            .request(id, "Janssens" + id, r -> r.care("Tom" + id, time))
            .index();
    List<Placement> more = new java.util.ArrayList<>(plan);
    more.add(at(id + "-1", "Ward", time));
    return Checker.check(index, PACKS, new GreatCircleTravel(Policy.plain("plain")), more)
        .caused()
        .stream()
        .map(org.plek.scoring.plain.Match::constraint)
        .toList();
  }

  private static CarePattern threeTimesAWeek() {
    List<WeeklyHours> hours =
        List.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY).stream()
            .map(day -> new WeeklyHours(day, LocalTime.of(9, 0), LocalTime.of(13, 0), false))
            .toList();
    return new CarePattern(
        "treatment",
        List.of("Lea"),
        LocalDate.of(2026, 3, 2),
        LocalDate.of(2026, 3, 16),
        List.of(hours),
        Set.of());
  }
}
