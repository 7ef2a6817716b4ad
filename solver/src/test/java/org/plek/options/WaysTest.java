package org.plek.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plek.Fixture;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Point;
import org.plek.domain.TravelMode;

class WaysTest {
  private static final GreatCircleTravel TRAVEL =
      new GreatCircleTravel(Fixture.from("2026-03-02", 1).index().problem().policy());

  /** Next door, within a town, a region, a continent and the earth. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-5, 0.05, 1, 30, 180})
  void theMinutesAreThoseOfTheFullFormula(double degrees) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    Point[] places = new Point[2_000];
    for (int p = 0; p < places.length; p++) {
      places[p] =
          new Point(
              Math.clamp(52 + random.nextDouble(-degrees, degrees), -90, 90),
              Math.clamp(4 + random.nextDouble(-degrees, degrees), -180, 180));
    }
    Ways ways = new Ways(TRAVEL, places, true);
    for (int h = 0; h < 20; h++) {
      Ways.Home home = ways.home(places[h]);
      for (int p = 0; p < places.length; p++) {
        for (TravelMode mode : TravelMode.values()) {
          int there = TRAVEL.minutes(places[h], places[p], mode);
          assertThat(home.to(p, mode)).isEqualTo(there);
          assertThat(ways.between(h, p, mode)).isEqualTo(there);
          assertThat(home.back(p, mode)).isEqualTo(TRAVEL.minutes(places[p], places[h], mode));
        }
      }
    }
  }
}
