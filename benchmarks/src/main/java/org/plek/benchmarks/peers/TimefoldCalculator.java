package org.plek.benchmarks.peers;

import ai.timefold.solver.core.api.score.HardSoftScore;
import ai.timefold.solver.core.api.score.calculator.IncrementalScoreCalculator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Timefold's incremental calculator over arrays. Public for Timefold. */
public final class TimefoldCalculator
    implements IncrementalScoreCalculator<TimefoldPlan, HardSoftScore> {
  private @Nullable TimefoldScoring scoring;

  /** For Timefold. */
  public TimefoldCalculator() {}

  @Override
  public void resetWorkingSolution(TimefoldPlan plan) {
    TimefoldScoring fresh = plan.scoring().fresh();
    plan.getSessions().forEach(fresh::take);
    scoring = fresh;
  }

  @Override
  public void beforeVariableChanged(Object entity, String variableName) {
    there().leave((TimefoldSession) entity);
  }

  @Override
  public void afterVariableChanged(Object entity, String variableName) {
    there().take((TimefoldSession) entity);
  }

  @Override
  public HardSoftScore calculateScore() {
    return there().score();
  }

  private TimefoldScoring there() {
    return Objects.requireNonNull(scoring);
  }
}
