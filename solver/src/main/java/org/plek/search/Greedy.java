package org.plek.search;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.plek.domain.Placement;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Request;
import org.plek.options.OptionTable;
import org.plek.scoring.fast.FastState;

/**
 * The first plan: what was proposed before, as far as it is still legal, then every bundle by tier,
 * urgency and time of asking, each at its cheapest legal place.
 */
final class Greedy {
  private final ProblemIndex index;
  private final OptionTable table;
  private final Bundles bundles;
  private final FastState state;
  private final Insertion insertion;

  Greedy(
      ProblemIndex index,
      OptionTable table,
      Bundles bundles,
      FastState state,
      Insertion insertion) {
    this.index = index;
    this.table = table;
    this.bundles = bundles;
    this.state = state;
    this.insertion = insertion;
  }

  void run(BooleanSupplier stop) {
    takeOver();
    int[] order =
        IntStream.range(0, bundles.count())
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(b -> state.tier(session(b)))
                    .thenComparing(b -> request(b).urgency())
                    .thenComparing(this::askedAt)
                    .thenComparingInt(b -> b))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int bundle : order) {
      if (stop.getAsBoolean()) {
        return;
      }
      if (state.option(session(bundle)) < 0) {
        insertion.insert(bundle);
        insertion.commit();
      }
    }
  }

  /** Places what was published, bundle by bundle, and drops bundles that are no longer whole. */
  private void takeOver() {
    for (Placement placement : index.problem().placements()) {
      int session = index.session(placement.sessionId());
      if (session >= 0
          && index.published(placement)
          && bundles.unitOf[session] >= 0
          && state.option(session) < 0) {
        int option = table.indexOf(session, placement.legs());
        if (option >= 0) {
          insertion.tryPlace(session, option);
        }
      }
    }
    insertion.commit();
    if (insertion.tally.bundle() > state.startTally().bundle()) {
      for (int bundle = 0; bundle < bundles.count(); bundle++) {
        dropBroken(bundle);
      }
      insertion.commit();
    }
  }

  private void dropBroken(int bundle) {
    boolean any = false;
    for (int unit : bundles.unitsOf[bundle]) {
      for (int session : bundles.sessionsOf[unit]) {
        any |= state.option(session) >= 0;
      }
    }
    if (!any) {
      return;
    }
    int mark = insertion.mark();
    long before = insertion.tally.bundle();
    insertion.removeBundle(bundle);
    if (insertion.tally.bundle() >= before) {
      insertion.rollback(mark);
    }
  }

  private int session(int bundle) {
    return bundles.sessionsOf[bundles.unitsOf[bundle][0]][0];
  }

  private Request request(int bundle) {
    return index.problem().requests().get(index.requestOf(session(bundle)));
  }

  private LocalDateTime askedAt(int bundle) {
    return request(bundle).askedAt();
  }
}
