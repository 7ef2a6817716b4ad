package org.plek.scoring.fast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Urgency;
import org.plek.options.KnownFaces;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.Weights;

/** Few providers for one child, and settling in before a first long stay with a new one. */
final class Faces {
  private final FastModel model;
  private final Legs legs;
  private final KnownFaces known;
  private final int settlingInMinutes;
  private final int providersWeight;
  private final int settlingWeight;

  /** Care sessions of each child. */
  final int[][] sessionsOfChild;

  private final boolean[] urgent;

  Faces(FastModel model, Legs legs, KnownFaces known, Weights weights) {
    this.model = model;
    this.legs = legs;
    this.known = known;
    ProblemIndex index = model.index;
    settlingInMinutes = index.problem().policy().settlingInMinutes();
    providersWeight = weights.of(ConstraintName.PROVIDERS_PER_CHILD);
    settlingWeight = weights.of(ConstraintName.SETTLING_IN);
    List<List<Integer>> lists = new ArrayList<>();
    for (int c = 0; c < index.children().size(); c++) {
      lists.add(new ArrayList<>());
    }
    for (int s = 0; s < index.sessions().size(); s++) {
      lists.get(index.childOf(s)).add(s);
    }
    sessionsOfChild = new int[lists.size()][];
    Arrays.setAll(
        sessionsOfChild, c -> lists.get(c).stream().mapToInt(Integer::intValue).toArray());
    urgent = new boolean[index.problem().requests().size()];
    for (int r = 0; r < urgent.length; r++) {
      urgent[r] = index.problem().requests().get(r).urgency() == Urgency.URGENT;
    }
  }

  /** Most that a move of one session can save here. */
  int mostSaved(int session) {
    int others = sessionsOfChild[model.index.childOf(session)].length - 1;
    return (others > 0 ? 2 * providersWeight : 0)
        + (settlingInMinutes > 0 ? 2 * settlingWeight : 0);
  }

  /** Adds ({@code sign} 1) or takes out (-1) what a stay adds to the others of its child. */
  void sum(Stay stay, int sign, Tally tally) {
    int extra = extraProviders(stay);
    if (extra != 0) {
      tally.soft(ConstraintName.PROVIDERS_PER_CHILD, (long) sign * extra, providersWeight);
    }
    if (settlingInMinutes > 0) {
      int unsettled = unsettled(stay);
      if (unsettled != 0) {
        tally.soft(ConstraintName.SETTLING_IN, (long) sign * unsettled, settlingWeight);
      }
    }
  }

  /** What a stay adds to the weighted soft aims here. */
  long soft(Stay stay) {
    long soft = (long) extraProviders(stay) * providersWeight;
    return settlingInMinutes > 0 ? soft + (long) unsettled(stay) * settlingWeight : soft;
  }

  private int extraProviders(Stay stay) {
    boolean any = false;
    boolean atFirst = false;
    boolean atSecond = stay.secondProvider < 0 || stay.secondProvider == stay.provider;
    for (int other : sessionsOfChild[model.index.childOf(stay.session)]) {
      if (other != stay.session && legs.option[other] >= 0) {
        any = true;
        atFirst = atFirst || legs.isAt(other, stay.provider);
        atSecond = atSecond || legs.isAt(other, stay.secondProvider);
      }
    }
    int added = (atFirst ? 0 : 1) + (atSecond ? 0 : 1);
    return any ? added : added - 1;
  }

  private int unsettled(Stay stay) {
    int child = model.index.childOf(stay.session);
    int sum = unsettled(stay, child, stay.provider);
    if (stay.secondProvider >= 0 && stay.secondProvider != stay.provider) {
      sum += unsettled(stay, child, stay.secondProvider);
    }
    return sum;
  }

  /** Change in unsettled first stays with one provider. */
  private int unsettled(Stay stay, int child, int provider) {
    if (known.knows(child, provider)) {
      return 0;
    }
    int first = -1;
    for (int session : sessionsOfChild[child]) {
      if (session != stay.session && legs.option[session] >= 0) {
        for (int leg = 2 * session; leg < 2 * session + 2; leg++) {
          if (legs.group[leg] >= 0
              && model.providerOf[legs.group[leg]] == provider
              && (first < 0 || legs.start[leg] < legs.start[first])) {
            first = leg;
          }
        }
      }
    }
    boolean second = stay.provider != provider;
    int start = second ? stay.secondStart : stay.start;
    int minutes = second ? stay.secondMinutes : stay.minutes;
    int before = first < 0 ? 0 : unsettled(first >> 1, legs.minutes[first]);
    boolean leads =
        first < 0
            || start < legs.start[first]
            || (start == legs.start[first] && stay.session < first >> 1);
    return leads ? unsettled(stay.session, minutes) - before : 0;
  }

  private int unsettled(int session, int minutes) {
    return !urgent[model.index.requestOf(session)] && minutes > settlingInMinutes ? 1 : 0;
  }
}
