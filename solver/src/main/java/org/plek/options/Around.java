package org.plek.options;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.plek.domain.CareSession;
import org.plek.domain.ProblemIndex;
import org.plek.domain.SchoolWays;

/**
 * The providers around a request, nearest first, with what follows for its care sessions whatever
 * their times: worked out once for a child and a provider, when first asked for.
 */
final class Around {
  private static final long UNKNOWN = Long.MIN_VALUE;

  private final ProblemIndex index;
  private final StaticAmounts amounts;
  private final Spans spans;
  private final Fit fit;

  private Candidates near = new Candidates(new int[0], new int[0], new int[0], new int[1], 0, 0);
  private int session;
  private boolean ofSchool;

  /** Children of the request so far, of whom each has a row of the arrays below. */
  private int[] children = new int[4];

  private int rows;
  private int row;
  private long[] rules = new long[0];
  private long[] firstCost = new long[0];
  private @Nullable Span[] parentSpans = new Span[0];

  Around(ProblemIndex index, StaticAmounts amounts, Spans spans, Fit fit) {
    this.index = index;
    this.amounts = amounts;
    this.spans = spans;
    this.fit = fit;
  }

  /** Turns to another request. */
  void turnTo(Candidates candidates) {
    near = candidates;
    rows = 0;
  }

  /** Turns to a care session of the request. */
  void turnTo(int newSession) {
    session = newSession;
    int child = index.childOf(session);
    row = 0;
    while (row < rows && children[row] != child) {
      row++;
    }
    if (row == rows) {
      addRow(child);
    }
    CareSession asked = index.sessions().get(session);
    ofSchool = !asked.school().equals(SchoolWays.NONE);
    if (asked.parentAway() != null) {
      if (parentSpans.length < size()) {
        parentSpans = new Span[2 * size()];
      }
      Arrays.fill(parentSpans, 0, size(), null);
    }
  }

  private void addRow(int child) {
    if (rows == children.length) {
      children = Arrays.copyOf(children, 2 * rows);
    }
    children[rows++] = child;
    int end = rows * size();
    if (end > rules.length) {
      rules = Arrays.copyOf(rules, 2 * end);
      firstCost = Arrays.copyOf(firstCost, 2 * end);
    }
    Arrays.fill(rules, end - size(), end, UNKNOWN);
    Arrays.fill(firstCost, end - size(), end, UNKNOWN);
  }

  Candidates near() {
    return near;
  }

  /** Number of providers; they are asked for by their place, from 0. */
  int size() {
    return near.providers().length;
  }

  /** Groups of the providers from a place on. */
  int groupsFrom(int place) {
    return near.groupsBefore()[size()] - near.groupsBefore()[place];
  }

  int provider(int place) {
    return near.providers()[place];
  }

  /** Rules against a provider whatever the time, as a mask by constraint ordinal. */
  long rules(int place) {
    int at = row * size() + place;
    if (rules[at] == UNKNOWN) {
      rules[at] = fit.ofChild(session, provider(place));
    }
    return ofSchool ? rules[at] | fit.ofSchool(session, provider(place)) : rules[at];
  }

  /** The only time of a session by the parent's hours with a provider. */
  Span parentSpan(int place) {
    Span known = parentSpans[place];
    if (known == null) {
      known = spans.ofParent(session, provider(place));
      parentSpans[place] = known;
    }
    return known;
  }

  /** Weighted cost of one leg with a provider, without its price and the cost of a change. */
  long wholeCost(int place) {
    return firstCost(place)
        + amounts.travelCost(near.backMinutes()[place])
        + (amounts.wished(session, provider(place)) ? 0 : amounts.unwishedCost());
  }

  /** The part of such a cost of two legs that the first of them decides alone. */
  long firstCost(int place) {
    int at = row * size() + place;
    if (firstCost[at] == UNKNOWN) {
      int provider = provider(place);
      firstCost[at] =
          amounts.faceCost(session, provider)
              + amounts.firstWishesCost(session, provider)
              + amounts.travelCost(near.toMinutes()[place]);
    }
    return firstCost[at];
  }

  /** The part of such a cost of two legs that the second of them decides alone. */
  long secondCost(int place) {
    return amounts.faceCost(session, provider(place))
        + amounts.travelCost(near.backMinutes()[place]);
  }
}
