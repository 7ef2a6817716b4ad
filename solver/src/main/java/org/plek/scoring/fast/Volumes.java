package org.plek.scoring.fast;

import java.util.Arrays;
import org.plek.domain.LeastVolume;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Timeline;
import org.plek.options.OptionTable;
import org.plek.scoring.ConstraintName;

/** Least volumes of providers, a request at a time. */
final class Volumes {
  private final FastModel model;
  private final ProblemIndex index;
  private final Legs legs;
  private final OptionTable table;
  private final LeastVolume[] volumeOf;
  private final boolean[] has;

  /** Requests that some provider of a least volume could serve. */
  private final boolean[] concerned;

  Volumes(FastModel model, Legs legs, OptionTable table) {
    this.model = model;
    this.legs = legs;
    this.table = table;
    index = model.index;
    Problem problem = index.problem();
    volumeOf = new LeastVolume[model.providers];
    has = new boolean[model.providers];
    for (int p = 0; p < model.providers; p++) {
      volumeOf[p] = problem.providers().get(p).leastVolume();
      has[p] = volumeOf[p].minutesPerMonth() > 0 || volumeOf[p].daysPerWeek() > 0;
    }
    concerned = new boolean[problem.requests().size()];
    for (int s = 0; s < index.sessions().size(); s++) {
      concerned[index.requestOf(s)] |= any(s);
    }
  }

  private boolean any(int session) {
    for (int o = table.firstOption(session); o < table.endOption(session); o++) {
      if (has[table.providerOf(o)]
          || (table.split(o) && has[model.providerOf[table.secondGroup(o)]])) {
        return true;
      }
    }
    return false;
  }

  boolean has(int provider) {
    return has[provider];
  }

  boolean concerns(int request) {
    return concerned[request];
  }

  /** Adds ({@code sign} 1) or takes out (-1) what a placed stay changes for its providers. */
  void sum(Stay stay, int sign, Tally tally) {
    if (has[stay.provider]) {
      sumAt(stay, stay.provider, sign, tally);
    }
    if (stay.secondProvider >= 0
        && stay.secondProvider != stay.provider
        && has[stay.secondProvider]) {
      sumAt(stay, stay.secondProvider, sign, tally);
    }
  }

  private void sumAt(Stay stay, int provider, int sign, Tally tally) {
    int request = index.requestOf(stay.session);
    int change = missing(request, provider, -1) - missing(request, provider, stay.session);
    if (change != 0) {
      tally.bundle(ConstraintName.LEAST_VOLUME, (long) sign * change);
    }
  }

  /**
   * Minutes and days missing to the least volume of a request at a provider; 0 where it serves
   * nothing of it.
   *
   * @param without a session left out, or -1
   */
  int missing(int request, int provider, int without) {
    if (!has[provider]) {
      return 0;
    }
    LeastVolume volume = volumeOf[provider];
    int first = index.firstSession(request);
    int end = index.firstSession(request + 1);
    long minutes = 0;
    boolean served = false;
    for (int s = first; s < end; s++) {
      if (s != without && legs.option[s] >= 0) {
        for (int leg = 2 * s; leg < 2 * s + 2; leg++) {
          if (isAt(leg, provider)) {
            served = true;
            minutes += legs.minutes[leg];
          }
        }
      }
    }
    if (!served) {
      return 0;
    }
    Timeline timeline = model.timeline;
    long least = (long) volume.minutesPerMonth() * Math.min(timeline.days(), 30) / 30;
    long missing = Math.max(0, least - minutes);
    if (volume.daysPerWeek() > 0) {
      int toMonday = (8 - timeline.date(0).getDayOfWeek().getValue()) % 7;
      for (int monday = toMonday; monday + 7 <= timeline.days(); monday += 7) {
        int days = daysServed(first, end, provider, without, monday);
        missing += days > 0 ? Math.max(0, volume.daysPerWeek() - days) : 0;
      }
    }
    return (int) missing;
  }

  private int daysServed(int first, int end, int provider, int without, int monday) {
    int days = 0;
    for (int s = first; s < end; s++) {
      if (s != without && legs.option[s] >= 0) {
        for (int leg = 2 * s; leg < 2 * s + 2; leg++) {
          int day = isAt(leg, provider) ? legs.day(leg) - monday : -1;
          days |= day >= 0 && day < 7 ? 1 << day : 0;
        }
      }
    }
    return Integer.bitCount(days);
  }

  private boolean isAt(int leg, int provider) {
    return legs.group[leg] >= 0 && model.providerOf[legs.group[leg]] == provider;
  }

  /** Sessions of a request that are placed with a provider. */
  int[] sessionsAt(int request, int provider) {
    int first = index.firstSession(request);
    int end = index.firstSession(request + 1);
    int[] found = new int[end - first];
    int count = 0;
    for (int s = first; s < end; s++) {
      if (legs.option[s] >= 0 && legs.isAt(s, provider)) {
        found[count++] = s;
      }
    }
    return Arrays.copyOf(found, count);
  }
}
