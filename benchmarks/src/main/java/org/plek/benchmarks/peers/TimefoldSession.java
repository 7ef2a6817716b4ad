package org.plek.benchmarks.peers;

import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.valuerange.ValueRange;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeFactory;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import org.jspecify.annotations.Nullable;

/** A care session; its value is the place of an option in its own table. Public for Timefold. */
@PlanningEntity
public class TimefoldSession {
  private final int session;
  private final int options;
  private final boolean agreed;
  private final @Nullable TimefoldScoring scoring;
  private @Nullable Integer option;

  /** For Timefold. */
  public TimefoldSession() {
    this(0, 0, false, null, null);
  }

  TimefoldSession(
      int session,
      int options,
      boolean agreed,
      @Nullable TimefoldScoring scoring,
      @Nullable Integer option) {
    this.scoring = scoring;
    this.session = session;
    this.options = options;
    this.agreed = agreed;
    this.option = option;
  }

  /** Number of the care session. */
  @PlanningId
  public int getSession() {
    return session;
  }

  /** Agreed placements never move. */
  @PlanningPin
  public boolean isAgreed() {
    return agreed;
  }

  /** Places in its table. */
  @ValueRangeProvider(id = "options")
  public ValueRange<Integer> getOptions() {
    return ValueRangeFactory.createIntValueRange(0, options);
  }

  /** Place of the option taken, absent for none. */
  @PlanningVariable(valueRangeProviderRefs = "options", allowsUnassigned = true)
  public @Nullable Integer getOption() {
    return option;
  }

  /** Takes an option. */
  public void setOption(@Nullable Integer option) {
    this.option = option;
  }

  TimefoldScoring scoring() {
    return java.util.Objects.requireNonNull(scoring);
  }

  TimefoldSession copy() {
    return new TimefoldSession(session, options, agreed, scoring, option);
  }
}
