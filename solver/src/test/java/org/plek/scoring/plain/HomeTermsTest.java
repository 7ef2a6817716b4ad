package org.plek.scoring.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plek.scoring.ConstraintName.AGE_ACCEPTED;
import static org.plek.scoring.ConstraintName.CARER_LIMITS;
import static org.plek.scoring.ConstraintName.COMPOSITION_CAP;
import static org.plek.scoring.ConstraintName.HOUSEHOLD;
import static org.plek.scoring.ConstraintName.LICENSED_CAPACITY;
import static org.plek.scoring.ConstraintName.MINIMUM_WAGE;
import static org.plek.scoring.ConstraintName.RATIO;
import static org.plek.scoring.ConstraintName.REGISTRATION;
import static org.plek.scoring.ConstraintName.REQUEST_ACCEPTED;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plek.Fixture;
import org.plek.Fixture.FamilyFixture;
import org.plek.domain.HomeCareTerms;
import org.plek.domain.Programme;
import org.plek.domain.RatePeriod;
import org.plek.domain.Rounding;
import org.plek.domain.Tariff;
import org.plek.domain.TariffTerms;
import org.plek.domain.TravelMode;
import org.plek.domain.WeeklyHours;

class HomeTermsTest {
  private static final String MONDAY = "2026-03-02 08:00-12:00";

  private static HomeCareTerms terms(boolean whole, boolean adults, @Nullable Integer employedAge) {
    return new HomeCareTerms(TravelMode.CAR, 0, 0, 0, whole, adults, employedAge);
  }

  private static long wage(int age, Tariff tariff, String time) {
    return Trial.of(
            Fixture.from("2026-12-28", 7)
                .homeCarer(
                    "Eva",
                    p ->
                        p.open("Mon-Sun 00:00-00:00")
                            .homeCare(terms(false, false, age))
                            .tariff(tariff))
                .family("Peeters", f -> f.child("Lea", "2022-03-01").child("Tom", "2023-03-01"))
                .request("r", "Peeters", r -> r.care("Lea", time).care("Tom", time)))
        .put("r-1", "Eva", time)
        .amount(MINIMUM_WAGE);
  }

  @Test
  @Measures(MINIMUM_WAGE)
  void paysAnEmployedCarerWhatTheLawAsksOfTheDate() {
    // The toy law: 1,471 cents from 21 years, 1,177 before; 1,500 from 2027-01-01 on.
    Tariff pay = new Tariff(0, 1470, 1, 0);
    assertThat(wage(30, pay, "2026-12-31 08:00-12:00")).isEqualTo(1);
    assertThat(wage(20, pay, "2026-12-31 08:00-12:00")).isZero();
    assertThat(wage(20, pay, "2027-01-01 08:00-12:00")).isEqualTo(30);
    // By the hour worked: two children at 8 euros each do not make 16 for an hour with one.
    assertThat(wage(30, new Tariff(800, 0, 1, 0), "2026-12-31 08:00-12:00")).isEqualTo(671);
    // The lowest hour of the week counts.
    TariffTerms cheapNights =
        new TariffTerms(
            List.of(
                new RatePeriod(
                    List.of(
                        new WeeklyHours(
                            DayOfWeek.SATURDAY, LocalTime.MIDNIGHT, LocalTime.of(6, 0), false)),
                    0,
                    1400)),
            List.of(),
            0,
            0,
            0,
            0,
            0,
            Set.of(),
            0,
            Rounding.CENT,
            0,
            0,
            0);
    assertThat(
            wage(30, new Tariff(0, 1600, 1, 0, cheapNights, List.of()), "2026-12-31 08:00-12:00"))
        .isEqualTo(71);
  }

  @Test
  @Measures(MINIMUM_WAGE)
  void asksNoWageOfCarersWhomTheFamilyDoesNotEmploy() {
    assertThat(
            Trial.of(
                    Fixture.from("2026-03-02", 5)
                        .homeCarer("Eva", p -> p.tariff(new Tariff(0, 900, 1, 0)))
                        .family("Peeters", f -> f.child("Lea", "2022-03-01"))
                        .request("r", "Peeters", r -> r.care("Lea", MONDAY)))
                .put("r-1", "Eva", MONDAY)
                .amount(MINIMUM_WAGE))
        .isZero();
  }

  private static Trial grandfather(HomeCareTerms terms) {
    return Trial.of(
            Fixture.from("2026-03-02", 5)
                .homeCarer("Eva", p -> p.places(1).ages(0, 48).homeCare(terms))
                .family("Peeters", f -> f.adult("Opa").child("Lea", "2024-03-01"))
                .request("r", "Peeters", r -> r.care("Opa", MONDAY).care("Lea", MONDAY)))
        .put("r-1", "Eva", MONDAY)
        .put("r-2", "Eva", MONDAY);
  }

  @Test
  @Measures({AGE_ACCEPTED, LICENSED_CAPACITY})
  void countsADependentAdultNowhereButWithThoseWhoTakeAdults() {
    Trial both = grandfather(terms(false, true, null));
    assertThat(both.amount(AGE_ACCEPTED)).isZero();
    // One place, one child, and an adult who takes none.
    assertThat(both.amount(LICENSED_CAPACITY)).isZero();
    assertThat(both.amount(COMPOSITION_CAP)).isZero();
    assertThat(both.amount(RATIO)).isZero();
    assertThat(grandfather(terms(false, false, null)).amount(AGE_ACCEPTED)).isEqualTo(1);
    assertThat(
            Trial.of(
                    Fixture.from("2026-03-02", 5)
                        .daycare("Sun", p -> p)
                        .family("Peeters", f -> f.adult("Opa"))
                        .request("r", "Peeters", r -> r.care("Opa", MONDAY)))
                .put("r-1", "Sun", MONDAY)
                .amount(AGE_ACCEPTED))
        .isEqualTo(1);
  }

  @Test
  @Measures({CARER_LIMITS, HOUSEHOLD})
  void isBusyWithAnAdultAsWithAChild() {
    HomeCareTerms threeHours = new HomeCareTerms(TravelMode.CAR, 180, 0, 0, false, true, null);
    Trial day =
        Trial.of(
                Fixture.from("2026-03-02", 5)
                    .homeCarer("Eva", p -> p.homeCare(threeHours))
                    .family("Peeters", f -> f.adult("Opa"))
                    .family("Janssens", f -> f.child("Tom", "2022-03-01"))
                    .request("r", "Peeters", r -> r.care("Opa", MONDAY))
                    .request("q", "Janssens", r -> r.care("Tom", "2026-03-02 11:00-13:00")))
            .put("r-1", "Eva", MONDAY)
            .put("q-1", "Eva", "2026-03-02 11:00-13:00");
    // 08:00-13:00 are 300 minutes, 180 allowed; both households from 11:00 to 12:00.
    assertThat(day.amount(CARER_LIMITS)).isEqualTo(120);
    assertThat(day.amount(HOUSEHOLD)).isEqualTo(4);
  }

  @Test
  @Measures(REQUEST_ACCEPTED)
  void takesWholeRequestsOnly() {
    // The same question asked apart and together; each of the two legs counts.
    assertThat(siblings(terms(true, false, null), false)).isEqualTo(2);
    assertThat(siblings(terms(true, false, null), true)).isZero();
    assertThat(siblings(terms(false, false, null), false)).isZero();
  }

  private static long siblings(HomeCareTerms terms, boolean together) {
    return Trial.of(
            Fixture.from("2026-03-02", 5)
                .homeCarer("Eva", p -> p.homeCare(terms))
                .family("Peeters", f -> f.child("Lea", "2022-03-01").child("Tom", "2023-03-01"))
                .request(
                    "r",
                    "Peeters",
                    r ->
                        together
                            ? r.siblingsTogether().care("Lea", MONDAY).care("Tom", MONDAY)
                            : r.care("Lea", MONDAY).care("Tom", MONDAY)))
        .put("r-1", "Eva", MONDAY)
        .put("r-2", "Eva", MONDAY)
        .amount(REQUEST_ACCEPTED);
  }

  private static long registration(
      String programme, UnaryOperator<FamilyFixture> family, boolean history) {
    Fixture fixture =
        Fixture.from("2026-03-02", 5)
            .policy(
                policy -> Policies.programme(policy, new Programme("FACTORY", null, null, true)))
            .homeCarer("Eva", p -> p)
            .family("Peeters", f -> family.apply(f.child("Lea", "2022-03-01")))
            .request("r", "Peeters", r -> r.programme(programme).care("Lea", MONDAY));
    return Trial.of(history ? fixture.history("Lea", "Eva", "2026-01-05") : fixture)
        .put("r-1", "Eva", MONDAY)
        .amount(REGISTRATION);
  }

  @Test
  @Measures(REGISTRATION)
  void takesOnlyCarersRegisteredBeforehandWhereTheProgrammeSaysSo() {
    assertThat(registration("FACTORY", f -> f, false)).isEqualTo(1);
    assertThat(registration("HOSPITAL", f -> f, false)).isZero();
    assertThat(registration("FACTORY", f -> f.registeredWith("Eva"), false)).isZero();
    assertThat(registration("FACTORY", f -> f, true)).isZero();
  }
}
