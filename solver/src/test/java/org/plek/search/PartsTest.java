package org.plek.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartsTest {
  /**
   * Four processors stay busy to the end of a round, and most of a family's reach is in one part.
   */
  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "1000, 1",
    "4999, 1",
    "5000, 2",
    "10000, 4",
    "32000, 4",
    "50000, 8",
    "200000, 28",
    "2000000, 64"
  })
  void partsAreFewAndOfASizeThatHoldsWhatAFamilyCanReach(int sessions, int parts) {
    assertThat(Parts.count(sessions)).isEqualTo(parts);
  }
}
