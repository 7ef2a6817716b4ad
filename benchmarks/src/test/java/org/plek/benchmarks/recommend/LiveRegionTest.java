package org.plek.benchmarks.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plek.datasets.generator.Size;

/** The gate of the ranking's benchmark, on a small region. */
class LiveRegionTest {
  @Test
  void ranksAsThePlainScorerOffers() {
    LiveRegion region = new LiveRegion();
    region.fill(Size.S);
    assertThat(region.gate(60)).isGreaterThan(60);
  }
}
