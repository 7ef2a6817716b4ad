package org.plek.scoring.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plek.scoring.ConstraintName.GROUP_SIZE;
import static org.plek.scoring.ConstraintName.RATIO;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plek.Fixture;
import org.plek.ProviderFixture;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.Policy;
import org.plek.rules.RulePacks;
import org.plek.scoring.ConstraintName;

/**
 * Flemish law until 2026: one caregiver alone 8 children, two or more 9 each, 18 in a group. Two
 * groups with one caregiver each; Lea comes to the first from 07:00 to 10:00.
 */
class JoinedRoomsTest {
  private static final String MORNING = "2026-03-02 07:00-10:00";

  private static Fixture sun(int regular, String joined) {
    return Fixture.from("2026-03-02", 1)
        .rulePack("VL")
        .daycare("Sun", p -> facts(p, regular, joined))
        .family("Peeters", f -> f.child("Lea", "2024-03-03"))
        .request("r", "Peeters", r -> r.care("Lea", MORNING));
  }

  private static ProviderFixture facts(ProviderFixture p, int regular, String joined) {
    ProviderFixture sun = p.groups(2).places(30).caregivers(1);
    for (int i = 1; i <= regular; i++) {
      sun.regular("regular" + i, "2024-01-01", "Mon 07:00-10:00");
    }
    return joined.isEmpty() ? sun : sun.joined(joined);
  }

  private static PlainScore score(Fixture fixture) {
    return new PlainScorer(
            fixture.index(), RulePacks.bundled(), new GreatCircleTravel(Policy.plain("plain")))
        .score(
            List.of(
                new Placement(
                    "r-1", PlacementState.PROPOSED, null, List.of(Trial.leg("Sun", MORNING, 0)))));
  }

  private static long amount(ConstraintName name, Fixture fixture) {
    return score(fixture).amount(name);
  }

  @Test
  @Measures(RATIO)
  void countsTheChildrenAndTheCaregiversOfJoinedGroupsTogether() {
    // Nine children and the first group's one caregiver: two are required, 12 slots.
    assertThat(amount(RATIO, sun(8, ""))).isEqualTo(12);
    // Joined until 09:00 both caregivers count; from 09:00 to 10:00 she is alone: 4 slots.
    assertThat(amount(RATIO, sun(8, "Mon 07:00-09:00"))).isEqualTo(4);
    // Eighteen children need two, nineteen need three: 8 slots joined, and 3 - 1 in 4 slots alone.
    assertThat(amount(RATIO, sun(17, "Mon 07:00-10:00"))).isZero();
    assertThat(amount(RATIO, sun(18, "Mon 07:00-09:00"))).isEqualTo(8 + 2 * 4);
  }

  @Test
  @Measures(GROUP_SIZE)
  void asksTheLargestGroupOfTheLawOfThemTogether() {
    assertThat(amount(GROUP_SIZE, sun(17, "Mon 07:00-10:00"))).isZero();
    PlainScore nineteen = score(sun(18, "Mon 07:00-10:00"));
    assertThat(nineteen.amount(GROUP_SIZE)).isEqualTo(12);
    assertThat(
            nineteen.matches().stream()
                .filter(match -> match.constraint() == GROUP_SIZE)
                .map(Match::text))
        .singleElement()
        .asString()
        .contains("joined groups Sun-1, Sun-2");
  }
}
