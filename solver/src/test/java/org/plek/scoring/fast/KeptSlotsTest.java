package org.plek.scoring.fast;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plek.CrowdedTown;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.ProblemIndex;
import org.plek.options.OptionBuilder;
import org.plek.options.OptionTable;
import org.plek.rules.RulePacks;

class KeptSlotsTest {
  /** Towns with care over midnight. */
  @ParameterizedTest
  @ValueSource(longs = {2, 3})
  void everyOptionIsARangeOfPlaces(long seed) {
    ProblemIndex index = new ProblemIndex(CrowdedTown.of(seed, 2, 3, 2, 12));
    OptionTable table =
        OptionBuilder.build(
            index, RulePacks.bundled(), new GreatCircleTravel(index.problem().policy()));
    KeptSlots kept = KeptSlots.of(index, RulePacks.bundled(), table);
    int overMidnight = 0;
    for (int o = 0; o < table.options(); o++) {
      int p = table.providerOf(o);
      assertThat(kept.holds(p, table.start(o), table.end(o))).isTrue();
      assertThat(kept.shift(p, table.end(o) - 1)).isEqualTo(kept.shift(p, table.start(o)));
      overMidnight += kept.dayOf[table.start(o)] < kept.dayOf[table.end(o) - 1] ? 1 : 0;
      if (table.split(o)) {
        int second = index.providerOf(table.secondGroup(o));
        assertThat(kept.holds(second, table.secondStart(o), table.secondEnd(o))).isTrue();
      }
    }
    assertThat(overMidnight).isPositive();
  }

  @Test
  void nightsTakeNoRoom() {
    ProblemIndex index = new ProblemIndex(CrowdedTown.of(1, 2, 3, 2, 12));
    OptionTable table =
        OptionBuilder.build(
            index, RulePacks.bundled(), new GreatCircleTravel(index.problem().policy()));
    KeptSlots some = KeptSlots.of(index, RulePacks.bundled(), table);
    KeptSlots all = KeptSlots.all(index);
    int slots = index.timeline().slots();
    int left = 0;
    for (int p = 0; p < index.problem().providers().size(); p++) {
      assertThat(all.count(p)).isEqualTo(slots);
      assertThat(all.shift(p, slots - 1)).isZero();
      left += slots - some.count(p);
    }
    assertThat(left).isPositive();
  }
}
