package org.plek.scoring.fast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plek.rules.ChildCounts;
import org.plek.rules.Norm;

class NormTableTest {
  private static final int MOST = 7;

  /** A law that tells every composition of up to eight children from most others. */
  private static final class EveryOneDiffers implements Norm {
    @Override
    public int caregiversRequired(long counts) {
      return (ChildCounts.of(counts, 0)
              + 3 * ChildCounts.of(counts, 1)
              + 11 * ChildCounts.of(counts, 2)
              + 29 * ChildCounts.of(counts, 3))
          % 97;
    }

    @Override
    public int overSize(long counts) {
      return ChildCounts.total(counts);
    }

    @Override
    public int overComposition(long counts) {
      return ChildCounts.of(counts, 0) + 9 * ChildCounts.of(counts, 3);
    }

    @Override
    public List<Breach> breaches(long counts, int caregivers) {
      return List.of();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void saysOfEveryCompositionWhatTheNormSays(int classes) {
    Norm norm = new EveryOneDiffers();
    NormTable table = new NormTable(norm, classes, MOST);
    compare(norm, table, classes, 0, 0, MOST + 2);
  }

  private static void compare(
      Norm norm, NormTable table, int classes, int nextClass, long counts, int left) {
    if (nextClass < classes) {
      for (int children = 0; children <= left; children++) {
        long more = counts + children * ChildCounts.one(nextClass);
        compare(norm, table, classes, nextClass + 1, more, left - children);
      }
      return;
    }
    int entry = table.entry(counts);
    assertThat(NormTable.required(entry)).isEqualTo(norm.caregiversRequired(counts));
    assertThat(NormTable.overSize(entry)).isEqualTo(norm.overSize(counts));
    assertThat(NormTable.overCaps(entry)).isEqualTo(norm.overComposition(counts));
    assertThat(table.hasRoom(counts)).isEqualTo(ChildCounts.total(counts) < MOST);
  }
}
