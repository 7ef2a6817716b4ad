package org.plek.benchmarks.peers;

import org.plek.benchmarks.instances.Instance;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.Weights;
import org.plek.scoring.plain.CheckReport;
import org.plek.scoring.plain.Checker;

/** Scores what a peer returns by the plain scorer. */
public final class Judge {
  private Judge() {}

  /**
   * What a plan is worth.
   *
   * @param unserved weights of care sessions without a place
   * @param unplaced care sessions without a place
   * @param objective weighted sum of all amounts but hard ones; lower is better
   * @param caused breaches that the plan causes
   * @param equal whether the peer claimed the same objective
   */
  public record Verdict(long unserved, int unplaced, long objective, int caused, boolean equal) {
    /** Whether the plan causes no breach. */
    public boolean legal() {
      return caused == 0;
    }
  }

  /** Judges an attempt. The policy of the instance weighs its tiers, or strict ones never equal. */
  public static Verdict judge(Instance instance, Attempt attempt) {
    CheckReport report =
        Checker.check(instance.index(), instance.packs(), instance.travel(), attempt.placements());
    long objective =
        new Weights(instance.index().problem().policy()).objective(report.score().amounts());
    return new Verdict(
        report.score().amount(ConstraintName.UNSERVED),
        instance.index().sessions().size() - attempt.placements().size(),
        objective,
        report.caused().size(),
        objective == attempt.claimed());
  }
}
