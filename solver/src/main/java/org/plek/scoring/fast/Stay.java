package org.plek.scoring.fast;

import org.plek.options.OptionTable;

/** One care session with one option, taken apart; filled again and again by its owner. */
final class Stay {
  int session;
  int provider;
  int start;
  int end;
  int minutes;

  /** Provider of the second leg, -1 for one leg. */
  int secondProvider;

  int secondStart;
  int secondEnd;
  int secondMinutes;

  /** Takes an option; minutes are exact where every option of the session lasts as long. */
  void set(FastModel model, OptionTable table, Legs legs, int ofSession, int option) {
    session = ofSession;
    provider = model.providerOf[table.group(option)];
    start = table.start(option);
    end = table.end(option);
    minutes = legs.minutes(ofSession, start, end);
    secondProvider = -1;
    if (table.split(option)) {
      secondProvider = model.providerOf[table.secondGroup(option)];
      secondStart = table.secondStart(option);
      secondEnd = table.secondEnd(option);
      minutes = legs.minutes(-1, start, end);
      secondMinutes = legs.minutes(-1, secondStart, secondEnd);
    }
  }

  /** Takes the option that a placed session has, with its exact minutes. */
  void setPlaced(FastModel model, Legs legs, int ofSession) {
    int leg = 2 * ofSession;
    session = ofSession;
    provider = model.providerOf[legs.group[leg]];
    start = legs.start[leg];
    end = legs.end[leg];
    minutes = legs.minutes[leg];
    secondProvider = legs.group[leg + 1] < 0 ? -1 : model.providerOf[legs.group[leg + 1]];
    secondStart = legs.start[leg + 1];
    secondEnd = legs.end[leg + 1];
    secondMinutes = legs.minutes[leg + 1];
  }

  boolean isAt(int there) {
    return provider == there || secondProvider == there;
  }

  int lastEnd() {
    return secondProvider < 0 ? end : secondEnd;
  }
}
