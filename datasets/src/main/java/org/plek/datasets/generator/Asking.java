package org.plek.datasets.generator;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.plek.domain.Urgency;

/** When families ask: weekday and hour of real applications (published; see the document). */
final class Asking {
  /** Monday to Sunday, per cent of applications. */
  static final double[] WEEKDAYS = {18.5, 20.2, 17.9, 15.3, 12.2, 6.9, 9.0};

  /** By hour: 10 to 16 about 7 to 8 % each, second peak 21 to 22; the rest fills up to 100. */
  static final double[] HOURS = {
    1.2, 0.5, 0.3, 0.2, 0.2, 0.4, 1.0, 2.4, 4.6, 6.4, 7.6, 7.6, 7.4, 7.4, 7.6, 7.4, 7.0, 4.8, 3.8,
    4.0, 4.8, 6.6, 4.6, 2.2
  };

  private Asking() {}

  /** How soon care must start: 10, 30 and 60 % (modelled). */
  static Urgency urgency(Chance chance) {
    return Urgency.values()[chance.weighted(10, 30, 60)];
  }

  /** A moment before {@code asOf}, as long ago as the urgency lets one expect. */
  static LocalDateTime askedAt(LocalDateTime asOf, Urgency urgency, Chance chance) {
    int mostDays =
        switch (urgency) {
          case URGENT -> 2;
          case SOON -> 10;
          case PLANNED -> 60;
        };
    for (int draw = 0; draw < 40; draw++) {
      LocalDate date = asOf.toLocalDate().minusDays(chance.between(0, mostDays));
      double share = WEEKDAYS[date.getDayOfWeek().getValue() - 1] / WEEKDAYS[1];
      LocalDateTime moment = date.atTime(chance.weighted(HOURS), chance.between(0, 60));
      if (chance.in(share) && moment.isBefore(asOf)) {
        return moment;
      }
    }
    return asOf.minusMinutes(5 + chance.between(0, 600));
  }
}
