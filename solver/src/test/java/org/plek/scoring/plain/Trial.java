package org.plek.scoring.plain;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.plek.Fixture;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Travel;
import org.plek.domain.TravelMode;
import org.plek.scoring.ConstraintName;

/**
 * A plan in the making, scored under the toy law. A kilometre takes 2 minutes by car, 12 on foot.
 */
final class Trial {
  static final Travel TRAVEL = Trial::minutes;

  final ProblemIndex index;
  final PlainScorer scorer;
  final List<Placement> placements = new ArrayList<>();

  private Trial(Fixture fixture) {
    index = fixture.index();
    scorer = new PlainScorer(index, id -> new ToyLaw(), TRAVEL);
  }

  static Trial of(Fixture fixture) {
    return new Trial(fixture);
  }

  private static int minutes(
      org.plek.domain.Point from, org.plek.domain.Point to, TravelMode mode) {
    int perKilometre =
        switch (mode) {
          case WALK -> 12;
          case BICYCLE -> 4;
          case PUBLIC_TRANSPORT -> 3;
          case CAR -> 2;
        };
    return (int) Math.ceil(GreatCircleTravel.kilometres(from, to) * perKilometre - 0.01);
  }

  /** Places a care session in the first group, {@code "2026-03-02 08:00-12:30"}. */
  Trial put(String session, String provider, String time) {
    return put(session, leg(provider, time, 0));
  }

  /** Places a care session in legs. */
  Trial put(String session, Leg... legs) {
    placements.add(new Placement(session, PlacementState.PROPOSED, null, List.of(legs)));
    return this;
  }

  /** A leg in the first group. */
  static Leg leg(String provider, String time, int escortMinutes) {
    return leg(provider, provider + "-1", time, escortMinutes);
  }

  /** A leg in a group; the end is on the next date when it is not after the start. */
  static Leg leg(String provider, String group, String time, int escortMinutes) {
    String[] words = time.split("[ -](?=\\d\\d:)", -1);
    LocalDateTime start = LocalDate.parse(words[0]).atTime(LocalTime.parse(words[1]));
    LocalDateTime end = start.toLocalDate().atTime(LocalTime.parse(words[2]));
    return new Leg(
        provider, group, start, end.isAfter(start) ? end : end.plusDays(1), escortMinutes);
  }

  PlainScore score() {
    return scorer.score(placements);
  }

  long amount(ConstraintName name) {
    return score().amount(name);
  }

  List<Match> matches(ConstraintName name) {
    return score().matches().stream().filter(match -> match.constraint() == name).toList();
  }

  List<String> texts(ConstraintName name) {
    return matches(name).stream().map(Match::text).toList();
  }
}
