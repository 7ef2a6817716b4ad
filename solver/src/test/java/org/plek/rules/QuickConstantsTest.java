package org.plek.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plek.domain.ProviderKind.CHILDMINDER;
import static org.plek.domain.ProviderKind.DAYCARE;
import static org.plek.domain.ProviderKind.HOME_CARER;
import static org.plek.rules.Law.children;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plek.domain.HouseNorm;
import org.plek.domain.ProviderKind;

/** The table of quick constants, number by number. */
class QuickConstantsTest {
  private static final String NOW = "2026-09-01";

  @Test
  void flanders_until_2026() {
    Norm ratio = Law.daycare("VL", NOW, Law.PLAIN);
    assertThat(ratio.caregiversRequired(children(0, 8))).isEqualTo(1);
    assertThat(ratio.caregiversRequired(children(0, 9))).isEqualTo(2);
    assertThat(ratio.caregiversRequired(children(0, 18))).isEqualTo(2);
    assertThat(ratio.caregiversRequired(children(0, 19))).isEqualTo(3);
    assertThat(ratio.overSize(children(0, 18))).isZero();
    assertThat(ratio.overSize(children(4, 16))).isEqualTo(2);
    Norm rest = Law.daycare("VL", NOW, resting());
    assertThat(rest.caregiversRequired(children(0, 14))).isEqualTo(1);
    assertThat(rest.caregiversRequired(children(0, 15))).isEqualTo(2);
    Norm family = norm("VL", CHILDMINDER, NOW);
    assertThat(family.overComposition(children(8))).isZero();
    assertThat(family.overComposition(children(10))).isEqualTo(2);
    RulePack pack = RulePacks.bundled().pack("VL");
    LocalDate date = LocalDate.parse(NOW);
    assertThat(pack.clause(Terms.Licence.class, HOME_CARER, date, Set.of()))
        .hasValue(new Terms.Licence(false));
    assertThat(pack.clause(Terms.OccasionalReasons.class, DAYCARE, date, Set.of()))
        .hasValueSatisfying(clause -> assertThat(clause.mostMonths()).isEqualTo(6));
    assertThat(pack.counts(DAYCARE, Level.GROUP, date)).isTrue();
    assertThat(pack.counts(DAYCARE, Level.LOCATION, date)).isFalse();
  }

  @Test
  void flanders_from_2027_counts_at_the_location() {
    LocalDate date = LocalDate.of(2027, 1, 1);
    RulePack pack = RulePacks.bundled().pack("VL");
    assertThat(pack.counts(DAYCARE, Level.GROUP, date)).isFalse();
    assertThat(pack.counts(DAYCARE, Level.LOCATION, date)).isTrue();
    Norm ratio = Law.norm("VL", DAYCARE, Level.LOCATION, "2027-01-01", Law.PLAIN);
    assertThat(ratio.caregiversRequired(children(5, 0))).isEqualTo(1);
    assertThat(ratio.caregiversRequired(children(6, 0))).isEqualTo(2);
    assertThat(ratio.caregiversRequired(children(0, 8))).isEqualTo(1);
    assertThat(ratio.caregiversRequired(children(0, 9))).isEqualTo(2);
    assertThat(ratio.caregiversRequired(children(1, 6))).isEqualTo(1);
    assertThat(ratio.caregiversRequired(children(1, 7))).isEqualTo(2);
    Norm rest = Law.norm("VL", DAYCARE, Level.LOCATION, "2027-01-01", resting());
    assertThat(rest.caregiversRequired(children(0, 14))).isEqualTo(2);
    assertThat(rest.caregiversRequired(children(0, 28))).isEqualTo(2);
    Norm group = Law.daycare("VL", "2027-01-01", Law.PLAIN);
    assertThat(group.caregiversRequired(children(0, 18))).isZero();
    assertThat(group.overSize(children(0, 19))).isEqualTo(1);
  }

  @Test
  void netherlands_since_2019() {
    Norm ratio = Law.daycare("NL", NOW, Law.PLAIN);
    assertThat(ratio.overSize(children(12, 0, 0, 0))).isZero();
    assertThat(ratio.overSize(children(13, 0, 0, 0))).isEqualTo(1);
    assertThat(ratio.overSize(children(0, 0, 0, 17))).isEqualTo(1);
    assertThat(ratio.overSize(children(9, 0, 1, 0))).isEqualTo(1);
    for (ProviderKind kind : new ProviderKind[] {CHILDMINDER, HOME_CARER}) {
      Norm caps = norm("NL", kind, NOW);
      assertThat(caps.overComposition(children(2, 2, 1, 1))).isZero();
      assertThat(caps.overComposition(children(3, 0, 0, 0))).isEqualTo(1);
      assertThat(caps.overComposition(children(0, 5, 0, 0))).isEqualTo(1);
      assertThat(caps.overComposition(children(0, 0, 6, 0))).isEqualTo(1);
      assertThat(caps.overComposition(children(0, 0, 0, 7))).isEqualTo(1);
    }
    assertThat(RulePacks.bundled().pack("NL").homeCareDaysPerWeek(LocalDate.parse(NOW)))
        .isEqualTo(3);
    Norm window =
        Law.daycare(
            "NL", NOW, Law.circumstances(Set.of(), Set.of(), false, true, null, ChildCounts.NONE));
    assertThat(window.caregiversRequired(children(0, 0, 0, 16))).isEqualTo(1);
    assertThat(window.caregiversRequired(children(0, 0, 0, 8))).isEqualTo(1);
  }

  @Test
  void england_since_2023() {
    Norm ratio = Law.daycare("EN", NOW, Law.PLAIN);
    assertThat(ratio.caregiversRequired(children(3, 0, 0))).isEqualTo(1);
    assertThat(ratio.caregiversRequired(children(4, 0, 0))).isEqualTo(2);
    assertThat(ratio.caregiversRequired(children(0, 5, 0))).isEqualTo(1);
    assertThat(ratio.caregiversRequired(children(0, 6, 0))).isEqualTo(2);
    assertThat(ratio.caregiversRequired(children(0, 0, 8))).isEqualTo(1);
    assertThat(ratio.caregiversRequired(children(0, 0, 9))).isEqualTo(2);
    Norm teacher = Law.daycare("EN", NOW, Law.with(Set.of(), Set.of("LEVEL_6")));
    assertThat(teacher.caregiversRequired(children(0, 0, 13))).isEqualTo(1);
    assertThat(teacher.caregiversRequired(children(0, 0, 14))).isEqualTo(2);
    Norm before = Law.daycare("EN", "2023-09-03", Law.PLAIN);
    assertThat(before.caregiversRequired(children(0, 5, 0))).isEqualTo(2);
    Norm minder = norm("EN", CHILDMINDER, NOW);
    assertThat(minder.overComposition(children(1, 2, 3, 9))).isZero();
    assertThat(minder.overComposition(children(2, 1, 0, 0))).isEqualTo(1);
    assertThat(minder.overComposition(children(0, 4, 0, 0))).isEqualTo(1);
    assertThat(minder.overComposition(children(0, 0, 7, 0))).isEqualTo(1);
    assertThat(RulePacks.bundled().pack("EN").homeCareFamilies(LocalDate.parse(NOW))).isEqualTo(2);
  }

  @Test
  void france_since_2021() {
    Norm fractions = Law.daycare("FR", NOW, Law.PLAIN);
    assertThat(fractions.caregiversRequired(children(1, 0))).isEqualTo(2);
    // 6/5 + 8/8 = 2.2
    assertThat(fractions.caregiversRequired(children(6, 8))).isEqualTo(3);
    assertThat(fractions.caregiversRequired(children(5, 8))).isEqualTo(2);
    assertThat(fractions.overSize(children(30, 31))).isEqualTo(1);
    Norm flat = Law.daycare("FR", NOW, Law.with(Set.of("FR_6"), Set.of()));
    assertThat(flat.caregiversRequired(children(12, 0))).isEqualTo(2);
    assertThat(flat.caregiversRequired(children(0, 13))).isEqualTo(3);
    Norm micro = Law.daycare("FR", NOW, Law.with(Set.of("FR_MICRO_CRECHE"), Set.of("CATEGORY_1")));
    assertThat(micro.caregiversRequired(children(1, 2))).isEqualTo(1);
    assertThat(micro.caregiversRequired(children(1, 3))).isEqualTo(2);
    Norm minder = norm("FR", CHILDMINDER, NOW);
    assertThat(minder.overComposition(children(4, 2, 0))).isZero();
    assertThat(minder.overComposition(children(5, 0, 0))).isEqualTo(1);
    assertThat(minder.overComposition(children(0, 7, 3))).isEqualTo(1);
    RulePack pack = RulePacks.bundled().pack("FR");
    assertThat(pack.homeCareFamilies(LocalDate.parse(NOW))).isEqualTo(2);
    assertThat(pack.overbookedCapacity(DAYCARE, 12, LocalDate.parse(NOW))).isEqualTo(14);
    assertThat(pack.overbookedCapacity(DAYCARE, 20, LocalDate.of(2015, 6, 1))).isEqualTo(22);
  }

  @Test
  void a_house_norm_may_be_stricter_never_looser() {
    Norm house =
        Law.daycare(
            "VL",
            NOW,
            Law.circumstances(
                Set.of(), Set.of(), false, false, new HouseNorm(6, 12), ChildCounts.NONE));
    assertThat(house.caregiversRequired(children(0, 7))).isEqualTo(2);
    assertThat(house.overSize(children(0, 14))).isEqualTo(2);
    Norm whereTheLawCountsElsewhere =
        Law.daycare(
            "VL",
            "2027-01-04",
            Law.circumstances(
                Set.of(), Set.of(), false, false, new HouseNorm(6, null), ChildCounts.NONE));
    assertThat(whereTheLawCountsElsewhere.caregiversRequired(children(0, 7))).isEqualTo(2);
    Norm loose =
        Law.daycare(
            "VL",
            NOW,
            Law.circumstances(
                Set.of(), Set.of(), false, false, new HouseNorm(20, 40), ChildCounts.NONE));
    assertThat(loose.caregiversRequired(children(0, 9))).isEqualTo(2);
    assertThat(loose.overSize(children(0, 19))).isEqualTo(1);
  }

  @Test
  void own_children_count_only_while_other_children_are_present() {
    Norm minder =
        Law.norm(
            "NL",
            CHILDMINDER,
            Level.GROUP,
            NOW,
            Law.circumstances(
                Set.of(), Set.of(), false, false, null, new ChildCounts(children(2, 0, 0, 0))));
    assertThat(minder.overComposition(children(1, 0, 0, 0))).isEqualTo(1);
    assertThat(minder.overComposition(0)).isZero();
    assertThat(minder.caregiversRequired(0)).isZero();
    assertThat(minder.caregiversRequired(children(0, 0, 1, 0))).isEqualTo(1);
  }

  @Test
  void a_breach_names_clause_article_and_numbers() {
    Norm ratio = Law.daycare("VL", NOW, Law.PLAIN);
    assertThat(ratio.breaches(children(0, 19), 2))
        .extracting(Norm.Breach::clauseId)
        .containsExactly("VL_RATIO_8_9", "VL_GROUP_18");
    assertThat(ratio.breaches(children(0, 19), 2).getFirst().text())
        .isEqualTo("19 children with 2 caregivers, 3 required.");
    assertThat(ratio.breaches(children(0, 17), 2)).isEmpty();
  }

  private static Norm norm(String pack, ProviderKind kind, String date) {
    return Law.norm(pack, kind, Level.GROUP, date, Law.PLAIN);
  }

  private static Circumstances resting() {
    return Law.circumstances(Set.of(), Set.of(), true, false, null, ChildCounts.NONE);
  }
}
