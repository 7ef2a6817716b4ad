package org.plek.benchmarks.peers;

import ai.timefold.solver.core.api.score.HardSoftScore;
import java.util.concurrent.atomic.AtomicLong;
import org.plek.benchmarks.instances.Instance;
import org.plek.scoring.fast.FastState;
import org.plek.scoring.fast.Tally;

/**
 * The arrays behind Timefold's score: placing and taking out with the deltas of the fast scorer.
 * Hard rules on the hard level, or, as a single weighted sum, at prices.
 */
final class TimefoldScoring {
  private final Instance instance;
  private final boolean weighted;
  private final long hardPrice;
  private final long bundlePrice;
  private final FastState state;
  private final Tally tally;
  private final long hard;
  private final long bundle;
  private final AtomicLong evaluations;

  /**
   * @param hardPrice price of one unit of a broken rule, 0 for the hard level
   * @param bundlePrice price of one unit of a broken rule of bundles; used with a price only
   */
  TimefoldScoring(Instance instance, long hardPrice, long bundlePrice) {
    this(instance, hardPrice, bundlePrice, new AtomicLong());
  }

  private TimefoldScoring(
      Instance instance, long hardPrice, long bundlePrice, AtomicLong evaluations) {
    this.evaluations = evaluations;
    this.instance = instance;
    this.weighted = hardPrice > 0;
    this.hardPrice = hardPrice;
    this.bundlePrice = bundlePrice;
    state = Plans.state(instance);
    tally = state.startTally();
    hard = tally.hard();
    bundle = tally.bundle();
  }

  /** Moves evaluated, first plan included. */
  long evaluations() {
    return evaluations.get();
  }

  /** The same prices over arrays of their own in which only agreed placements stand. */
  TimefoldScoring fresh() {
    return new TimefoldScoring(instance, hardPrice, bundlePrice, evaluations);
  }

  /** Takes a session out if it is placed. */
  void leave(TimefoldSession session) {
    if (!session.isAgreed() && state.option(session.getSession()) >= 0) {
      state.remove(session.getSession(), tally);
    }
  }

  /** Gives a session its option if it has one. */
  void take(TimefoldSession session) {
    Integer option = session.getOption();
    if (!session.isAgreed() && option != null) {
      int first = instance.table().firstOption(session.getSession());
      state.place(session.getSession(), first + option, tally);
    }
  }

  HardSoftScore score() {
    evaluations.incrementAndGet();
    long overHard = tally.hard() - hard;
    long overBundle = tally.bundle() - bundle;
    return weighted
        ? HardSoftScore.of(0, -tally.objective() - overHard * hardPrice - overBundle * bundlePrice)
        : HardSoftScore.of(-overHard - overBundle, -tally.objective());
  }
}
