package org.plek.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.plek.Fixture;
import org.plek.ProviderFixture;
import org.plek.RequestFixture;
import org.plek.domain.TravelMode;
import org.plek.domain.Urgency;
import org.plek.scoring.ConstraintName;

/** Each rule blocks just when it should, one step on either side of its limit. */
class FitTest {
  private static final UnaryOperator<RequestFixture> MORNING =
      r -> r.care("Lea", "2026-03-02 08:00-12:30");

  private static String why(
      UnaryOperator<ProviderFixture> provider, UnaryOperator<RequestFixture> request) {
    return why(fixture(provider, request));
  }

  private static Fixture fixture(
      UnaryOperator<ProviderFixture> provider, UnaryOperator<RequestFixture> request) {
    return Fixture.from("2026-03-02", 7)
        .daycare("Sun", provider)
        .family("Peeters", f -> f.child("Lea", "2024-03-03", "SLOPE"))
        .request("r", "Peeters", request);
  }

  private static String why(Fixture fixture) {
    Fit.Block block = OptionsOf.fit(fixture).first(0, 0);
    assertThat(OptionsOf.options(fixture)).hasSize(block == null ? 1 : 0);
    if (block != null && block.rule() != ConstraintName.FAMILY_TRAVEL) {
      assertThat(OptionsOf.table(fixture).drops().of(0, block.rule())).isEqualTo(1);
    }
    return block == null ? "fits" : block.rule() + ": " + block.detail();
  }

  private static UnaryOperator<ProviderFixture> serving(UnaryOperator<ProviderFixture> more) {
    return p -> more.apply(p.needs("SLOPE"));
  }

  @Test
  void open() {
    assertThat(why(serving(p -> p.open("Mon 08:00-12:30")), MORNING)).isEqualTo("fits");
    assertThat(why(serving(p -> p.open("Mon 08:00-12:25")), MORNING))
        .isEqualTo("OPEN: not open at 2026-03-02 12:15");
    assertThat(why(serving(p -> p.on("2026-03-02")), MORNING))
        .isEqualTo("OPEN: not open at 2026-03-02 08:00");
  }

  @Test
  void licensedHours() {
    assertThat(why(serving(p -> p.licensed("Mon 08:00-12:30")), MORNING)).isEqualTo("fits");
    assertThat(why(serving(p -> p.licensed("Mon 08:15-12:30")), MORNING))
        .isEqualTo("LICENSED_HOURS: the licence does not cover 2026-03-02 08:00");
  }

  @Test
  void somebodyIsThere() {
    assertThat(why(serving(p -> p.roster("Mon 08:00-12:30")), MORNING)).isEqualTo("fits");
    assertThat(why(serving(p -> p.roster("Mon 08:00-12:00")), MORNING))
        .isEqualTo("RATIO: no caregiver is there at 2026-03-02 12:00");
  }

  @Test
  void onCallServesOnlyWhereThePolicyCallsIn() {
    UnaryOperator<ProviderFixture> onCall =
        serving(p -> p.roster("Mon 08:00-12:00").onCall("Mon 12:00-14:00"));
    assertThat(why(onCall, MORNING)).startsWith("RATIO");
    Fixture callsIn =
        fixture(onCall, MORNING)
            .policy(
                p ->
                    new org.plek.domain.Policy(
                        p.id(),
                        p.tiers(),
                        p.strictTiers(),
                        p.urgencyWeights(),
                        p.weighByLength(),
                        p.weights(),
                        p.settlingInMinutes(),
                        true,
                        p.reserves(),
                        p.boughtPlaces(),
                        p.quotas(),
                        p.entitlements(),
                        p.blackOuts(),
                        p.kilometresPerHour(),
                        p.detour(),
                        p.limits(),
                        p.programmes()));
    assertThat(why(callsIn)).isEqualTo("fits");
  }

  @Test
  void ageAccepted() {
    // Born on 3 March 2024: 23 months on the 2nd, 24 on the 3rd.
    assertThat(why(serving(p -> p.ages(23, 24)), MORNING)).isEqualTo("fits");
    assertThat(why(serving(p -> p.ages(24, 36)), MORNING))
        .isEqualTo("AGE_ACCEPTED: 23 months on 2026-03-02, accepted are 24 to under 36 months");
    assertThat(why(serving(p -> p.ages(24, 36)), r -> r.care("Lea", "2026-03-03 08:00-12:00")))
        .isEqualTo("fits");
  }

  @Test
  void theUnbornAreNotAccepted() {
    Fixture fixture =
        Fixture.from("2026-03-02", 7)
            .daycare("Sun", p -> p)
            .family("Peeters", f -> f.baby("Lea", "2026-03-03"))
            .request("r", "Peeters", MORNING);
    assertThat(why(fixture)).startsWith("AGE_ACCEPTED: not yet born on 2026-03-02");
  }

  @Test
  void needsMet() {
    assertThat(why(p -> p.needs("SLOPE", "SIGN"), MORNING)).isEqualTo("fits");
    assertThat(why(p -> p.needs("SIGN"), MORNING)).isEqualTo("NEEDS_MET: needs not met: SLOPE");
  }

  @Test
  void requestAccepted() {
    assertThat(why(serving(p -> p.reasons("WORK")), MORNING)).isEqualTo("fits");
    assertThat(why(serving(p -> p.reasons("STUDY")), MORNING))
        .isEqualTo("REQUEST_ACCEPTED: reason WORK is not accepted");
    assertThat(why(serving(p -> p.urgencies(Urgency.URGENT)), MORNING))
        .isEqualTo("REQUEST_ACCEPTED: planned requests are not accepted");
  }

  @Test
  void notExcluded() {
    assertThat(why(serving(p -> p.excludes("Maes")), MORNING)).isEqualTo("fits");
    assertThat(why(serving(p -> p.excludes("Peeters")), MORNING))
        .isEqualTo("NOT_EXCLUDED: Sun does not accept the family");
    Fixture unwanted =
        Fixture.from("2026-03-02", 7)
            .daycare("Sun", p -> p)
            .family("Peeters", f -> f.child("Lea", "2024-03-03").excludes("Sun"))
            .request("r", "Peeters", MORNING);
    assertThat(why(unwanted)).isEqualTo("NOT_EXCLUDED: the family does not want Sun");
  }

  @Test
  void leastVolumeCountsTheWholeRequest() {
    // Seven days ask for 7 / 30 of the month; 1,157 x 7 / 30 = 269.97, rounded down 269.
    assertThat(why(serving(p -> p.least(1157, 0)), MORNING)).isEqualTo("fits");
    // 1,162 x 7 / 30 = 271.1, one minute more than the 270 asked.
    assertThat(why(serving(p -> p.least(1162, 0)), MORNING))
        .isEqualTo(
            "LEAST_VOLUME: the whole request is 270 minutes, the provider takes 271 or more");
    assertThat(why(serving(p -> p.least(0, 1)), MORNING)).isEqualTo("fits");
    assertThat(why(serving(p -> p.least(0, 2)), MORNING))
        .isEqualTo(
            "LEAST_VOLUME: the request has 1 days in the week of 2026-03-02, the provider takes 2"
                + " or more");
  }

  @Test
  void registrationOfANewFamily() {
    UnaryOperator<RequestFixture> asked = r -> MORNING.apply(r).askedAt("2026-02-20T23:00:00");
    assertThat(why(serving(p -> p.registrationDays(10)), asked)).isEqualTo("fits");
    assertThat(why(serving(p -> p.registrationDays(12)), asked))
        .isEqualTo("REGISTRATION: registration of a new family takes 2 days more");
    Fixture known = fixture(serving(p -> p.registrationDays(12)), asked);
    assertThat(why(known.history("Lea", "Sun", "2026-01-12"))).isEqualTo("fits");
  }

  @Test
  void notice() {
    // From noon on 1 March to 08:00 on the 2nd are 1,200 minutes.
    assertThat(why(serving(p -> p.noticeMinutes(1200)), MORNING)).isEqualTo("fits");
    assertThat(why(serving(p -> p.noticeMinutes(1201)), MORNING))
        .isEqualTo("NOTICE: 1200 minutes ahead, the provider asks for 1201");
  }

  @Test
  void theChildIsElsewhere() {
    assertThat(
            why(serving(p -> p.regularKnown("x", "2024-03-03", "Mon 12:30-17:00", "Lea")), MORNING))
        .isEqualTo("fits");
    assertThat(
            why(serving(p -> p.regularKnown("x", "2024-03-03", "Mon 12:20-17:00", "Lea")), MORNING))
        .isEqualTo("ONE_PLACE_AT_A_TIME: the child is in regular care at that time");
  }

  @Test
  void sessionForm() {
    assertThat(why(serving(p -> p.form(270, 270)), MORNING)).isEqualTo("fits");
    assertThat(why(serving(p -> p.form(271, 0)), MORNING))
        .isEqualTo("SESSION_FORM: 270 minutes is less than the least, 271");
    assertThat(why(serving(p -> p.form(0, 269)), MORNING))
        .isEqualTo("SESSION_FORM: 270 minutes is more than the most, 269");
    assertThat(why(serving(p -> p.form(0, 0, "12:00-18:00", "07:00-12:00")), MORNING))
        .isEqualTo("fits");
    assertThat(why(serving(p -> p.form(0, 0, "07:00-12:00", "12:15-18:00")), MORNING))
        .isEqualTo(
            "SESSION_FORM: no run of touching blocks holds 2026-03-02T08:00 to 2026-03-02T12:30");
  }

  @Test
  void familyTravel() {
    // 7 km by car are 16 minutes.
    assertThat(why(serving(p -> p.at(7, 0)), r -> MORNING.apply(r).travels(TravelMode.CAR, 16)))
        .isEqualTo("fits");
    assertThat(why(serving(p -> p.at(7, 0)), r -> MORNING.apply(r).travels(TravelMode.CAR, 15)))
        .isEqualTo("FAMILY_TRAVEL: the way is 16 minutes, the family accepts 15");
  }

  @Test
  void familyPrice() {
    assertThat(why(serving(p -> p.centsPerHour(500)), r -> MORNING.apply(r).maxCentsPerHour(500)))
        .isEqualTo("fits");
    assertThat(why(serving(p -> p.centsPerHour(501)), r -> MORNING.apply(r).maxCentsPerHour(500)))
        .startsWith("FAMILY_PRICE: ");
  }

  @Test
  void ofSeveralTimesTheOneThatGetsFurthestIsNamed() {
    Fixture fixture =
        fixture(
            serving(p -> p.open("Mon 08:00-12:00").form(0, 30)),
            r -> r.flexible("Lea", 60, "2026-03-02 07:00-13:00"));
    Fit.Block block = Objects.requireNonNull(OptionsOf.fit(fixture).first(0, 0));
    assertThat(block.rule()).isEqualTo(ConstraintName.SESSION_FORM);
  }

  /** Flanders counts groups until the end of 2026 and the location from then on. */
  @Test
  void looksForACaregiverOfTheGroupOrOfTheLocationAsTheLawOfTheDateCounts() {
    Fixture fixture =
        Fixture.from("2026-12-28", 7)
            .rulePack("VL")
            .daycare("Sun", p -> p.groups(2).caregiversOfFirstGroupOnly())
            .family("Peeters", f -> f.child("Lea", "2024-03-03"))
            .request(
                "r",
                "Peeters",
                r -> r.care("Lea", "2026-12-30 08:00-12:30").care("Lea", "2027-01-02 08:00-12:30"));

    Fit fit = OptionsOf.fit(fixture);
    assertThat(fit.first(0, 0)).isNull();
    assertThat(fit.first(0, 1)).isNotNull();
    assertThat(fit.first(1, 1)).isNull();
  }

  @Test
  void looksForACaregiverOfAnyGroupWhileTheyAreJoined() {
    Fixture fixture =
        Fixture.from("2026-03-02", 7)
            .rulePack("VL")
            .daycare(
                "Sun", p -> p.groups(2).caregiversOfFirstGroupOnly().joined("Mon-Fri 07:00-09:00"))
            .family("Peeters", f -> f.child("Lea", "2024-03-03"))
            .request(
                "r",
                "Peeters",
                r -> r.care("Lea", "2026-03-02 07:00-09:00").care("Lea", "2026-03-02 07:00-09:15"));

    Fit fit = OptionsOf.fit(fixture);
    assertThat(fit.first(0, 1)).isNull();
    assertThat(fit.first(1, 1))
        .isEqualTo(
            new Fit.Block(ConstraintName.RATIO, "no caregiver is there at 2026-03-02 09:00"));
  }

  @Test
  void aClosureSaysWhy() {
    assertThat(why(serving(p -> p.closed("2026-03-02", "HOUSEHOLD_FEVER")), MORNING))
        .isEqualTo("OPEN: not open at 2026-03-02 08:00 (HOUSEHOLD_FEVER)");
  }
}
