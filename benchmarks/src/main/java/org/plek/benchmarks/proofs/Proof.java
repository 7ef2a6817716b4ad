package org.plek.benchmarks.proofs;

import java.time.LocalDateTime;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.plek.domain.Placement;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Travel;
import org.plek.options.OptionTable;
import org.plek.rules.RulePacks;
import org.plek.scoring.ConstraintName.Level;
import org.plek.scoring.Weights;
import org.plek.scoring.plain.Match;
import org.plek.scoring.plain.PlainScore;
import org.plek.scoring.plain.PlainScorer;

/**
 * Proves what the best plan of a problem is worth: the program is solved, its plan scored by the
 * rule book, and what the rule book refuses or counts dearer is cut off, until both agree. Then
 * nothing is better, since the program is a relaxation.
 */
public final class Proof {
  private final PlanModel model;
  private final PlainScorer plain;
  private final Weights weights;

  /**
   * What was proven.
   *
   * @param proven whether the best plan is known
   * @param bound no plan costs less
   * @param value objective of the best plan; -1 while not proven
   * @param rounds times the program was solved
   * @param placements the best plan; empty while not proven
   */
  public record Result(
      boolean proven, long bound, long value, int rounds, List<Placement> placements) {
    public Result {
      placements = List.copyOf(placements);
    }
  }

  /** A proof over the options of a table. */
  public Proof(ProblemIndex index, RulePacks packs, Travel travel, OptionTable table) {
    model = PlanModel.of(index, packs, travel, table, PlanModel.Aim.OBJECTIVE);
    plain = new PlainScorer(index, packs, travel);
    weights = new Weights(index.problem().policy());
  }

  /** The program, as far as it has been tightened. */
  public PlanModel model() {
    return model;
  }

  /**
   * Tries to prove the best plan.
   *
   * @param secondsPerRound most time each time the program is solved
   * @param stop asked between rounds
   */
  public Result prove(OrTools.Method method, double secondsPerRound, BooleanSupplier stop) {
    long bound = Long.MIN_VALUE;
    for (int round = 1; ; round++) {
      OrTools.Answer answer = OrTools.solve(model.linear(), method, secondsPerRound, new double[0]);
      if (Double.isFinite(answer.bound())) {
        // Costs are whole; the solver's tolerance is taken off before rounding up.
        bound = Math.max(bound, (long) Math.ceil(answer.bound() - 1e-3));
      }
      if (!answer.proven()) {
        return new Result(false, bound, -1, round, List.of());
      }
      List<Placement> placements = model.placements(answer.values());
      PlainScore score = plain.score(placements);
      long value = weights.objective(score.amounts());
      if (score.legal() && value <= bound) {
        return new Result(true, bound, value, round, placements);
      }
      int added = model.tighten(answer.values());
      if (added == 0 && !score.legal()) {
        added = forbid(answer.values(), score);
      }
      if (added == 0) {
        throw new IllegalStateException(
            "The program says %d, the rule book %d, and no row tells them apart. Maybe a soft aim is missing in the program."
                .formatted(bound, value));
      }
      if (stop.getAsBoolean()) {
        return new Result(false, bound, -1, round, List.of());
      }
    }
  }

  /** Forbids what stands in the first slot of every broken rule that has a place and a time. */
  private int forbid(double[] values, PlainScore score) {
    int added = 0;
    for (Match match : score.matches()) {
      LocalDateTime from = match.from();
      String provider = match.providerId();
      if (match.constraint().level() == Level.HARD && from != null && provider != null) {
        model.forbid(
            values,
            model.index.provider(provider),
            Math.max(0, model.index.timeline().floorSlot(from)));
        added++;
      }
    }
    return added;
  }
}
