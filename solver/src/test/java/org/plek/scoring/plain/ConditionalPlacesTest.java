package org.plek.scoring.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plek.Fixture;
import org.plek.ProviderFixture;
import org.plek.domain.AbsenceNeed;
import org.plek.domain.ConditionalPlacement;
import org.plek.domain.Copies;
import org.plek.domain.ExpectedAbsence;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.Policy;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Reserve;
import org.plek.domain.Urgency;

/** Places that hang on the absence of regular children, under the toy law. */
class ConditionalPlacesTest {
  private static final String MONDAY = "2026-03-02 ";
  private static final String BABY = "2025-10-01";
  private static final String OTHER = "2023-10-01";

  private static Policy accepting(Policy policy, double risk) {
    return Copies.with(
        policy, Map.of("expectedAbsence", new ExpectedAbsence(risk, "counted at the door, 2025")));
  }

  /** Lea, two years old, asks for Monday morning. */
  private static Fixture town(double acceptedRisk, UnaryOperator<ProviderFixture> sun) {
    return Fixture.from("2026-03-02", 1)
        .policy(policy -> accepting(policy, acceptedRisk))
        .daycare("Sun", sun)
        .family("Peeters", f -> f.child("Lea", OTHER))
        .request("r", "Peeters", r -> r.care("Lea", MONDAY + "09:00-12:00"));
  }

  private static ConditionalPlaces places(Fixture fixture) {
    return new ConditionalPlaces(fixture.index(), id -> new ToyLaw(), Trial.TRAVEL, List.of());
  }

  private static List<ConditionalPlacement> found(Fixture fixture) {
    return places(fixture).find();
  }

  private static UnaryOperator<ProviderFixture> sixChildren(double probability) {
    return p -> {
      p.caregivers(1);
      for (int child = 1; child <= 6; child++) {
        p.mayStayAway("r" + child, OTHER, "Mon 08:00-17:00", probability);
      }
      return p;
    };
  }

  @Test
  void aSeventhChildHangsOnOneOfSixStayingAway() {
    // One caregiver for six. Nobody of six away: 0.7 ^ 6 = 0.117649.
    assertThat(found(town(0.12, sixChildren(0.3))))
        .containsExactly(
            new ConditionalPlacement(
                "r-1",
                List.of(Trial.leg("Sun", MONDAY + "09:00-12:00", 0)),
                0.1177,
                List.of(
                    new AbsenceNeed(
                        LocalTime.of(9, 0).atDate(LocalDate.of(2026, 3, 2)),
                        LocalTime.of(12, 0).atDate(LocalDate.of(2026, 3, 2)),
                        6,
                        1,
                        0.1177))));
  }

  @Test
  void aRiskAboveTheAcceptedOneIsNotOffered() {
    assertThat(found(town(0.1177, sixChildren(0.3)))).hasSize(1);
    assertThat(found(town(0.1176, sixChildren(0.3)))).isEmpty();
  }

  @Test
  void nothingIsOfferedWhereThePolicyIsSilentOrNobodyEverStaysAway() {
    assertThat(
            found(
                town(0.12, sixChildren(0.3))
                    .policy(
                        p -> Copies.with(p, Collections.singletonMap("expectedAbsence", null)))))
        .isEmpty();
    assertThat(found(town(1, sixChildren(0)))).isEmpty();
  }

  @Test
  void anAcceptedRiskOfOneStillAsksForADayOnWhichItIsLegal() {
    // Two places and three children: with one away there is still no place for Lea.
    assertThat(
            found(
                town(
                    1,
                    p ->
                        p.places(2)
                            .regular("r1", OTHER, "Mon 08:00-17:00")
                            .regular("r2", OTHER, "Mon 08:00-17:00")
                            .mayStayAway("r3", OTHER, "Mon 08:00-17:00", 0.5))))
        .isEmpty();
  }

  @Test
  void theAgeOfWhoStaysAwayCounts() {
    UnaryOperator<ProviderFixture> two =
        p ->
            p.caregivers(1)
                .mayStayAway("b1", BABY, "Mon 08:00-17:00", 0.5)
                .mayStayAway("b2", BABY, "Mon 08:00-17:00", 0.5)
                .mayStayAway("o1", OTHER, "Mon 08:00-17:00", 0.2)
                .mayStayAway("o2", OTHER, "Mon 08:00-17:00", 0.2);
    // 2/3 + 2/6 is one caregiver. For Lea anybody must stay away: 0.5² × 0.8² = 0.16 that none.
    assertThat(found(town(0.3, two)).getFirst().risk()).isEqualTo(0.16);
    // For a baby one baby or both others: refused when no baby and at most one other stays away,
    // 0.25 × (0.64 + 0.32) = 0.24.
    ConditionalPlacement baby =
        found(
                town(0.3, two)
                    .family("Maes", f -> f.child("Bo", BABY))
                    .request("b", "Maes", r -> r.care("Bo", MONDAY + "09:00-12:00")))
            .stream()
            .filter(one -> one.sessionId().equals("b-1"))
            .findFirst()
            .orElse(null);
    // Lea came first and counts as there, which is too much: nobody is promised the same absence.
    assertThat(baby).isNull();
    assertThat(
            found(
                    Fixture.from("2026-03-02", 1)
                        .policy(policy -> accepting(policy, 0.3))
                        .daycare("Sun", two)
                        .family("Maes", f -> f.child("Bo", BABY))
                        .request("b", "Maes", r -> r.care("Bo", MONDAY + "09:00-12:00")))
                .getFirst())
        .satisfies(
            one -> {
              assertThat(one.risk()).isEqualTo(0.24);
              assertThat(one.needs().getFirst().fewestAbsent()).isEqualTo(1);
            });
  }

  @Test
  void theLawMayAskThatSomebodyComes() {
    // Ten places: eight babies, Max and Zoe. A baby more needs Max or Zoe away, but not both:
    // without an older child a group holds eight babies. Refused: 0.9 × 0.5 + 0.1 × 0.5 = 0.5.
    Fixture town =
        Fixture.from("2026-03-02", 1)
            .policy(policy -> accepting(policy, 0.6))
            .daycare(
                "Sun",
                p -> {
                  p.places(10).caregivers(4);
                  for (int child = 1; child <= 8; child++) {
                    p.regular("b" + child, BABY, "Mon 08:00-17:00");
                  }
                  return p.mayStayAway("Max", OTHER, "Mon 08:00-17:00", 0.1)
                      .mayStayAway("Zoe", OTHER, "Mon 08:00-17:00", 0.5);
                })
            .family("Maes", f -> f.child("Bo", BABY))
            .request("b", "Maes", r -> r.care("Bo", MONDAY + "09:00-12:00"));
    assertThat(found(town).getFirst().risk()).isEqualTo(0.5);
  }

  @Test
  void differentChildrenOfDifferentHoursAddTheirRisks() {
    ConditionalPlacement one =
        found(
                town(
                    0.05,
                    p ->
                        p.places(2)
                            .mayStayAway("a1", OTHER, "Mon 08:00-10:30", 0.9)
                            .mayStayAway("a2", OTHER, "Mon 08:00-10:30", 0.9)
                            .mayStayAway("z1", OTHER, "Mon 10:30-17:00", 0.9)
                            .mayStayAway("z2", OTHER, "Mon 10:30-17:00", 0.9)))
            .getFirst();
    assertThat(one.risk()).isEqualTo(0.02);
    assertThat(one.needs())
        .extracting(need -> need.from().toLocalTime(), AbsenceNeed::risk)
        .containsExactly(tuple(LocalTime.of(9, 0), 0.01), tuple(LocalTime.of(10, 30), 0.01));
  }

  @Test
  void theSameChildrenBeforeAndAfterRestCountOnce() {
    ConditionalPlacement one =
        found(
                town(
                    0.05,
                    p ->
                        p.places(2)
                            .resting("Mon 10:00-11:00")
                            .mayStayAway("a1", OTHER, "Mon 08:00-17:00", 0.9)
                            .mayStayAway("a2", OTHER, "Mon 08:00-17:00", 0.9)))
            .getFirst();
    assertThat(one.risk()).isEqualTo(0.01);
    assertThat(one.needs()).hasSize(1);
  }

  @Test
  void theMostUrgentComesFirstAndEachCountsThoseBefore() {
    Fixture town =
        town(0.5, sixChildren(0.3))
            .family("Maes", f -> f.child("Bo", OTHER))
            .request(
                "b", "Maes", r -> r.care("Bo", MONDAY + "09:00-12:30").urgency(Urgency.URGENT));
    // Bo asks for longer care, which weighs more. Then two of six must stay away:
    // 0.7 ^ 6 + 6 × 0.3 × 0.7 ^ 5 = 0.420175.
    assertThat(found(town))
        .extracting(ConditionalPlacement::sessionId, ConditionalPlacement::risk)
        .containsExactly(tuple("b-1", 0.1177), tuple("r-1", 0.4202));
  }

  @Test
  void whatThePolicyKeepsBackHoldsWhoeverStaysAway() {
    Fixture kept =
        town(0.9, sixChildren(0.9))
            .policy(p -> accepting(Policies.keeping(p, new Reserve("Sun-1", 6, 0, 24)), 0.9));
    assertThat(found(kept)).isEmpty();
  }

  @Test
  void whatFitsAnywayHangsOnNobody() {
    assertThat(found(town(0.9, p -> p.mayStayAway("r1", OTHER, "Mon 08:00-17:00", 0.5)))).isEmpty();
  }

  @Test
  void aListWithTooLowARiskIsFoundOut() {
    Fixture town = town(0.12, sixChildren(0.3));
    ConditionalPlacement real = found(town).getFirst();
    assertThat(places(town).faults(List.of(real))).isEmpty();
    assertThat(
            places(town)
                .faults(
                    List.of(
                        new ConditionalPlacement("r-1", real.legs(), 0.05, real.needs()), real)))
        .containsExactly(
            "r-1 states a risk of 5.00 %, but has one of 11.77 %.",
            "r-1 is unknown, has a place already, or has not one leg.");
    assertThat(places(town.policy(p -> accepting(p, 0.1))).faults(List.of(real)))
        .containsExactly("r-1 has a risk of 11.77 %, above the accepted 10.00 %.");
    assertThat(
            places(
                    town.policy(
                        p -> Copies.with(p, Collections.singletonMap("expectedAbsence", null))))
                .faults(List.of(real)))
        .containsExactly("r-1 is conditional, but the policy accepts no expected absence.");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theNumberAwayIsThatOfEveryListOfWhoIsAway(long seed) {
    Random random = new Random(seed);
    List<Double> probabilities = new ArrayList<>();
    for (int child = 0; child < 9; child++) {
      probabilities.add(random.nextInt(5) == 0 ? random.nextInt(2) : random.nextDouble());
    }
    double[] counted = new double[10];
    for (int away = 0; away < 1 << 9; away++) {
      double chance = 1;
      for (int child = 0; child < 9; child++) {
        double p = probabilities.get(child);
        chance *= (away >> child & 1) == 1 ? p : 1 - p;
      }
      counted[Integer.bitCount(away)] += chance;
    }
    assertThat(PoissonBinomial.distribution(probabilities)).containsExactly(counted, within(1e-12));
  }

  /** A regular child as drawn. */
  private record Drawn(String id, String birthDate, String hours, double probability) {}

  private record Draw(List<Drawn> regular, int caregivers, int places, boolean oneEvent) {
    static Draw of(long seed) {
      Random random = new Random(seed);
      boolean same = random.nextBoolean();
      List<Drawn> regular = new ArrayList<>();
      for (int child = 0; child < 3 + random.nextInt(6); child++) {
        String hours =
            same
                ? "Mon 08:00-17:00"
                : "Mon 0%d:00-1%d:00".formatted(7 + random.nextInt(3), random.nextInt(4));
        regular.add(
            new Drawn(
                "r" + child,
                random.nextInt(3) == 0 ? BABY : OTHER,
                hours,
                random.nextInt(11) / 10.0));
      }
      return new Draw(regular, 1 + random.nextInt(2), regular.size() + random.nextInt(3), same);
    }

    /** The town while some of the children, by the bits, are away. */
    Fixture town(int away, boolean baby) {
      return Fixture.from("2026-03-02", 1)
          .policy(policy -> accepting(policy, 0.9))
          .daycare(
              "Sun",
              p -> {
                p.caregivers(caregivers).places(places);
                for (int child = 0; child < regular.size(); child++) {
                  if ((away >> child & 1) == 0) {
                    Drawn one = regular.get(child);
                    p.mayStayAway(one.id(), one.birthDate(), one.hours(), one.probability());
                  }
                }
                return p;
              })
          .family("Peeters", f -> f.child("Lea", baby ? BABY : OTHER))
          .request("r", "Peeters", r -> r.care("Lea", MONDAY + "09:00-12:00"));
    }

    double chance(int away) {
      double chance = 1;
      for (int child = 0; child < regular.size(); child++) {
        double p = regular.get(child).probability();
        chance *= (away >> child & 1) == 1 ? p : 1 - p;
      }
      return chance;
    }
  }

  private static boolean legal(Fixture town, @Nullable ConditionalPlacement one) {
    ProblemIndex index = town.index();
    List<Placement> placements =
        one == null
            ? List.of()
            : List.of(new Placement(one.sessionId(), PlacementState.PROPOSED, null, one.legs()));
    CheckReport report = Checker.check(index, id -> new ToyLaw(), Trial.TRAVEL, placements);
    return report.caused().isEmpty() && report.inherited().isEmpty();
  }

  /** Every list of who is away is tried with the checker of plans on the problem without them. */
  @Test
  void theRiskIsNeverLessThanThatOfEveryListOfWhoIsAway() {
    int offered = 0;
    int exact = 0;
    for (long seed = 0; seed < 150; seed++) {
      Draw draw = Draw.of(seed);
      Fixture all = draw.town(0, seed % 3 == 0);
      List<ConditionalPlacement> found = found(all);
      if (found.isEmpty()) {
        continue;
      }
      offered++;
      ConditionalPlacement one = found.getFirst();
      assertThat(legal(all, one)).as("%s: only what is not legal is conditional", seed).isFalse();
      double refused = 0;
      boolean everLegal = false;
      for (int away = 0; away < 1 << draw.regular().size(); away++) {
        boolean legal = legal(draw.town(away, seed % 3 == 0), one);
        refused += legal ? 0 : draw.chance(away);
        everLegal |= legal && draw.chance(away) > 0;
      }
      assertThat(everLegal).as("%s: there is a day on which it is legal", seed).isTrue();
      assertThat(one.risk()).as("seed %s", seed).isBetween(refused - 1e-9, 0.9);
      if (draw.oneEvent()) {
        exact++;
        assertThat(one.risk()).as("seed %s", seed).isLessThan(refused + 0.000_101);
      }
    }
    assertThat(offered).isGreaterThan(20);
    assertThat(exact).isGreaterThan(8);
  }
}
