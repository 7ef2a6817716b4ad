package org.plek.scoring.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plek.scoring.ConstraintName.BLACK_OUT;
import static org.plek.scoring.ConstraintName.ENTITLEMENT;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plek.Fixture;
import org.plek.domain.BlackOut;
import org.plek.domain.Dates;
import org.plek.domain.Entitlement;
import org.plek.domain.Entitlement.Holder;
import org.plek.domain.Entitlement.Measure;
import org.plek.domain.Entitlement.Period;
import org.plek.domain.Policy;

class EntitlementRulesTest {
  private static Entitlement limit(
      Holder holder, Measure measure, Period period, int rollingDays, int breakDays, int most) {
    return new Entitlement(
        "limit",
        holder,
        measure,
        period,
        rollingDays,
        breakDays,
        most,
        Map.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        300,
        Dates.ALWAYS);
  }

  private static Entitlement weekly(Holder holder, Measure measure, int most) {
    return limit(holder, measure, Period.WEEK, 0, 0, most);
  }

  /** Lea and Tom of one family; Lea was there for four hours on Monday 2 March. */
  private static Trial trial(Entitlement entitlement) {
    return Trial.of(fixture(p -> Policies.use(p, List.of(entitlement), List.of())));
  }

  private static Fixture fixture(java.util.function.UnaryOperator<Policy> policy) {
    return Fixture.from("2026-03-03", 10)
        .policy(policy)
        .daycare("Sun", p -> p.open("Mon-Sun 08:00-18:00"))
        .daycare("Moon", p -> p.open("Mon-Sun 08:00-18:00"))
        .family("Peeters", f -> f.child("Lea", "2022-03-01").child("Tom", "2023-03-01"))
        .history("Lea", "Sun", "2026-03-02")
        .request(
            "r",
            "Peeters",
            r ->
                r.care("Lea", "2026-03-03 08:00-13:00")
                    .care("Lea", "2026-03-04 08:00-12:00")
                    .care("Tom", "2026-03-04 08:00-12:00")
                    .care("Lea", "2026-03-09 08:00-12:00"));
  }

  private static Trial three(Trial trial) {
    return trial
        .put("r-1", "Sun", "2026-03-03 08:00-13:00")
        .put("r-2", "Moon", "2026-03-04 08:00-12:00")
        .put("r-3", "Moon", "2026-03-04 08:00-12:00");
  }

  @Test
  @Measures(ENTITLEMENT)
  void countsHalfDaysOfHistoryAndPlanTogetherPerHolder() {
    // Lea: 1 in the past, 5 h are two half days, 4 h one: 4 of 3. Tom: 1 of 3.
    assertThat(three(trial(weekly(Holder.CHILD, Measure.HALF_DAYS, 3))).amount(ENTITLEMENT))
        .isEqualTo(1);
    // The family together: 5 of 3.
    assertThat(three(trial(weekly(Holder.FAMILY, Measure.HALF_DAYS, 3))).amount(ENTITLEMENT))
        .isEqualTo(2);
    // At Sun 1 + 2, at Moon 1 + 1: over 2 by 1 at Sun alone.
    assertThat(
            three(trial(weekly(Holder.PROVIDER_AND_FAMILY, Measure.HALF_DAYS, 2)))
                .amount(ENTITLEMENT))
        .isEqualTo(1);
    // 9 March is another week.
    assertThat(
            three(trial(weekly(Holder.CHILD, Measure.HALF_DAYS, 4)))
                .put("r-4", "Sun", "2026-03-09 08:00-12:00")
                .amount(ENTITLEMENT))
        .isZero();
  }

  @Test
  @Measures(ENTITLEMENT)
  void countsStaysDatesAndMinutes() {
    // The family: 4 stays; on 3 dates; 4 + 5 + 4 + 4 = 17 hours = 1020 minutes.
    assertThat(three(trial(weekly(Holder.FAMILY, Measure.STAYS, 1))).amount(ENTITLEMENT))
        .isEqualTo(3);
    assertThat(three(trial(weekly(Holder.FAMILY, Measure.DAYS, 1))).amount(ENTITLEMENT))
        .isEqualTo(2);
    assertThat(three(trial(weekly(Holder.FAMILY, Measure.MINUTES, 1000))).amount(ENTITLEMENT))
        .isEqualTo(20);
  }

  @Test
  @Measures(ENTITLEMENT)
  void countsSpellsFromFirstToLastAndWindowsThatRoll() {
    // Lea on 2, 3, 4 and 9 March. A break of 5 dates (5 to 8 are 4) ends no spell: 8 days of 6.
    Entitlement spell = limit(Holder.CHILD, Measure.SPELL_DAYS, Period.IN_TOTAL, 0, 5, 6);
    assertThat(three(trial(spell)).put("r-4", "Sun", "2026-03-09 08:00-12:00").amount(ENTITLEMENT))
        .isEqualTo(2);
    // A break of 4 ends it: 3 days and 1 day of 2.
    Entitlement shorter = limit(Holder.CHILD, Measure.SPELL_DAYS, Period.IN_TOTAL, 0, 4, 2);
    assertThat(
            three(trial(shorter)).put("r-4", "Sun", "2026-03-09 08:00-12:00").amount(ENTITLEMENT))
        .isEqualTo(1);
    // In any 7 dates: 3 to 9 March hold 3 of Lea's days, 2 to 8 as many; in any 8 there are 4.
    Entitlement seven = limit(Holder.CHILD, Measure.DAYS, Period.ROLLING, 7, 0, 2);
    assertThat(three(trial(seven)).put("r-4", "Sun", "2026-03-09 08:00-12:00").amount(ENTITLEMENT))
        .isEqualTo(1);
    Entitlement eight = limit(Holder.CHILD, Measure.DAYS, Period.ROLLING, 8, 0, 2);
    assertThat(three(trial(eight)).put("r-4", "Sun", "2026-03-09 08:00-12:00").amount(ENTITLEMENT))
        .isEqualTo(2);
  }

  @Test
  @Measures(ENTITLEMENT)
  void countsOnlyWhatItConcernsAndSaysWhatIsLeft() {
    Entitlement bundle =
        new Entitlement(
            "bundle",
            Holder.FAMILY,
            Measure.MINUTES,
            Period.IN_TOTAL,
            0,
            0,
            0,
            Map.of("Peeters", 720),
            Set.of("Sun"),
            Set.of(),
            Set.of("WORK"),
            300,
            new Dates(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1)));
    // At Sun 240 in the past and 300 in the plan, of the 720 that the family bought.
    Trial trial = three(trial(bundle));
    assertThat(trial.amount(ENTITLEMENT)).isZero();
    Explainer explainer =
        new Explainer(trial.index, id -> new ToyLaw(), Trial.TRAVEL, trial.placements);
    assertThat(explainer.explain("r-1", 5).balances())
        .extracting(Balance::words)
        .containsExactly(
            "540 of 720 minutes from 2026-03-01 to 2026-03-31 (240 before, 300 in the plan),"
                + " 180 left");
    // Lea's four hours more on 9 March would be 780 of 720.
    assertThat(explainer.explain("r-4", 5).nearest())
        .filteredOn(answer -> answer.providerId().equals("Sun"))
        .extracting(answer -> answer.blocker() == null ? "free" : answer.blocker().text())
        .containsExactly(
            "ENTITLEMENT: bundle of Peeters: 780 of 720"
                + " minutes from 2026-03-01 to 2026-03-31 (240 before, 540 in the plan), 0 left.");
  }

  @Test
  @Measures(BLACK_OUT)
  void givesNoCareOnADateThatIsLeftOut() {
    BlackOut home =
        new BlackOut(
            "home",
            new Dates(LocalDate.of(2026, 3, 4), LocalDate.of(2026, 3, 5)),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of("Lea"));
    Trial trial = three(Trial.of(fixture(p -> Policies.use(p, List.of(), List.of(home)))));
    // Lea on the 4th; not Tom, not Lea on the 3rd.
    assertThat(trial.amount(BLACK_OUT)).isEqualTo(1);
    assertThat(trial.texts(BLACK_OUT).getFirst())
        .endsWith("no care is given on 2026-03-04 (home).");
  }
}
