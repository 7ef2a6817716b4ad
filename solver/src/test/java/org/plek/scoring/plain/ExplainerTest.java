package org.plek.scoring.plain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.plek.scoring.ConstraintName.AGE_ACCEPTED;
import static org.plek.scoring.ConstraintName.FAMILY_TRAVEL;
import static org.plek.scoring.ConstraintName.LICENSED_CAPACITY;
import static org.plek.scoring.ConstraintName.NOTICE;
import static org.plek.scoring.ConstraintName.OPEN;
import static org.plek.scoring.ConstraintName.RATIO;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plek.Fixture;
import org.plek.RequestFixture;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.Unplaced;
import org.plek.scoring.ConstraintName;

class ExplainerTest {
  private static final String MONDAY = "2026-03-02 ";

  /** Six daycares, further and further away, each with its own reason; Ann has room. */
  private static Fixture town(java.util.function.UnaryOperator<RequestFixture> request) {
    return Fixture.from("2026-03-02", 1)
        .daycare("Closed", p -> p.at(1, 0).open("Mon 08:30-19:00"))
        .daycare("Full", p -> p.at(2, 0).places(1).regular("M", "2022-01-01", "Mon 11:00-12:00"))
        .daycare(
            "Short",
            p -> p.at(3, 0).caregivers(1).roster("Mon 08:00-10:00").onCall("Mon 10:00-19:00"))
        .daycare("Young", p -> p.at(4, 0).ages(0, 12))
        .childminder("Ann", p -> p.at(5, 0).centsPerHour(650))
        .daycare("Late", p -> p.at(6, 0).noticeMinutes(2000))
        .daycare("Far", p -> p.at(40, 0))
        .family("Peeters", f -> f.child("Lea", "2022-03-01"))
        .request("r", "Peeters", request);
  }

  private static Match blocker(ProviderAnswer answer) {
    return requireNonNull(answer.blocker());
  }

  private static Explainer explainer(Fixture fixture, Placement... placements) {
    return new Explainer(fixture.index(), id -> new ToyLaw(), Trial.TRAVEL, List.of(placements));
  }

  @Test
  void namesTheFirstRuleThatBlocksAtEachNearProvider() {
    Explanation why =
        explainer(town(r -> r.care("Lea", MONDAY + "08:00-12:00"))).explain("r-1", 15);
    assertThat(why.here()).isNull();
    assertThat(why.nearest())
        .extracting(
            ProviderAnswer::providerId,
            answer -> answer.blocker() == null ? null : answer.blocker().constraint(),
            answer -> answer.blocker() == null ? 0 : answer.blocker().amount())
        .containsExactly(
            // Closed until 08:30: 2 slots. Full 11:00-12:00: 4 slots. No caregiver 10:00-12:00: 8.
            // At 2026-03-01 12:00 Monday 08:00 is 1,200 minutes ahead, 800 too few. 40 km by car
            // are
            // 80 minutes, 50 over 30.
            tuple("Closed", OPEN, 2L),
            tuple("Full", LICENSED_CAPACITY, 4L),
            tuple("Short", RATIO, 8L),
            tuple("Young", AGE_ACCEPTED, 1L),
            tuple("Ann", null, 0L),
            tuple("Late", NOTICE, 800L),
            tuple("Far", FAMILY_TRAVEL, 50L));
    assertThat(blocker(why.nearest().get(1)).text())
        .isEqualTo(
            "LICENSED_CAPACITY: provider Full on 2026-03-02 11:00–12:00: 2 children for 1 place.");
  }

  @Test
  void saysWhatAnOptionCosts() {
    Explanation why =
        explainer(
                town(r -> r.care("Lea", MONDAY + "08:00-12:00")),
                new Placement(
                    "r-1",
                    PlacementState.PROPOSED,
                    null,
                    List.of(Trial.leg("Ann", MONDAY + "08:00-12:00", 0))))
            .explain("r-1", 2);
    OptionCost cost = requireNonNull(requireNonNull(why.here()).cost());
    // 4 h at 650 cents; 10 minutes there and 10 back; one child for one caregiver. Soft: travel 20,
    // price 260, one unknown face; load 16 slots, 256 / (48 slots * 6 places, and as much on the
    // next date) = 0. Weights 1, 1 and 10: 290. Nobody waits any more, which weighs nothing here.
    assertThat(cost.cents()).isEqualTo(2600);
    assertThat(cost.travelMinutes()).isEqualTo(20);
    assertThat(cost.known()).isFalse();
    assertThat(cost.softChange())
        .containsEntry(ConstraintName.TRAVEL, 20L)
        .containsEntry(ConstraintName.PRICE, 260L)
        .containsEntry(ConstraintName.UNKNOWN_FACES, 1L)
        .containsEntry(ConstraintName.WAITING, -29L)
        .hasSize(4);
    assertThat(cost.objective()).isEqualTo(290);
    assertThat(cost.childrenThere()).isEqualTo(1);
    assertThat(cost.caregiversRequired()).isEqualTo(1);
    assertThat(cost.caregiversThere()).isEqualTo(1);
    assertThat(why.nearest()).hasSize(2);
  }

  @Test
  void triesEveryStartOfFlexibleCareAndKeepsTheOneThatGetsFurthest() {
    // 240 minutes from 08:00 to 13:00: Closed opens 08:30, so 08:30 to 09:00 fit. Short has nobody
    // after 10:00: from 08:00 it lacks 8 slots, least of all starts.
    Explanation why =
        explainer(town(r -> r.flexible("Lea", 240, MONDAY + "08:00-13:00"))).explain("r-1", 3);
    assertThat(why.nearest().get(0).cost()).isNotNull();
    assertThat(why.nearest().get(0).legs().getFirst().start()).hasToString("2026-03-02T08:30");
    assertThat(blocker(why.nearest().get(2)).amount()).isEqualTo(8);
    assertThat(why.nearest().get(2).legs().getFirst().start()).hasToString("2026-03-02T08:00");
  }

  @Test
  void agreesWithTheScorerOfWholePlans() {
    // What an answer says is what the whole plan says when the legs are really added.
    Fixture town = town(r -> r.care("Lea", MONDAY + "08:00-12:00"));
    PlainScorer scorer = new PlainScorer(town.index(), id -> new ToyLaw(), Trial.TRAVEL);
    PlainScore before = scorer.amounts(List.of());
    List<ConstraintName> found = new ArrayList<>();
    for (ProviderAnswer answer : explainer(town).explain("r-1", 15).nearest()) {
      PlainScore after =
          scorer.amounts(
              List.of(new Placement("r-1", PlacementState.PROPOSED, null, answer.legs())));
      ConstraintName first = null;
      for (ConstraintName name : ConstraintName.values()) {
        if (name.level() == ConstraintName.Level.HARD
            && first == null
            && after.amount(name) > before.amount(name)) {
          first = name;
          found.add(name);
          assertThat(blocker(answer).amount()).isEqualTo(after.amount(name) - before.amount(name));
        }
      }
      assertThat(answer.blocker() == null ? null : answer.blocker().constraint()).isEqualTo(first);
    }
    assertThat(found).hasSize(6);
  }

  @Test
  void summarisesWhatIsUnplaced() {
    // Three sessions: one is placed; the night has no open provider; the morning fits with Ann.
    List<Unplaced> unplaced =
        explainer(
                town(
                    r ->
                        r.care("Lea", MONDAY + "13:00-14:00")
                            .care("Lea", MONDAY + "22:00-23:00")
                            .care("Lea", MONDAY + "08:00-12:00")),
                new Placement(
                    "r-1",
                    PlacementState.PROPOSED,
                    null,
                    List.of(Trial.leg("Ann", MONDAY + "13:00-14:00", 0))))
            .unplaced();
    assertThat(unplaced)
        .extracting(Unplaced::sessionId, Unplaced::constraint)
        .containsExactly(tuple("r-2", "OPEN"), tuple("r-3", "UNSERVED"));
    assertThat(unplaced.getFirst().reason())
        .isEqualTo(
            "Blocked at 7 of the 7 nearest providers. OPEN: care session r-2 with Closed on"
                + " 2026-03-02 22:00–23:00: the group is open in 0 of 4 quarters of an hour, not at"
                + " 22:00.");
    assertThat(unplaced.getLast().reason()).contains("fit with Ann");
  }

  @Test
  void leavesThePlanAsItWas() {
    Fixture town =
        town(r -> r.care("Lea", MONDAY + "08:00-12:00").care("Lea", MONDAY + "13:00-14:00"));
    Placement placed =
        new Placement(
            "r-1",
            PlacementState.PROPOSED,
            null,
            List.of(Trial.leg("Ann", MONDAY + "08:00-12:00", 0)));
    Explainer explainer = explainer(town, placed);
    Explanation once = explainer.explain("r-1", 15);
    explainer.explain("r-2", 15);
    assertThat(explainer.explain("r-1", 15)).isEqualTo(once);
  }

  @Test
  void asksForAKnownCareSession() {
    Explainer explainer = explainer(town(r -> r.care("Lea", MONDAY + "08:00-12:00")));
    assertThatThrownBy(() -> explainer.explain("x", 15))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("No care session x");
  }
}
