package org.plek.search;

import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.valuerange.ValueRange;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeFactory;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import org.jspecify.annotations.Nullable;

/**
 * A care session as Timefold sees it: its value is the place of an option in its own table. Public
 * only because Timefold reads it by reflection.
 */
@PlanningEntity
public class HostedSession {
  private int session;
  private int options;
  private boolean agreed;
  private @Nullable Integer option;

  /** For Timefold. */
  public HostedSession() {}

  HostedSession(int session, int options, boolean agreed, @Nullable Integer option) {
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

  /** Places in the session's own table of options. */
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

  HostedSession copy() {
    return new HostedSession(session, options, agreed, option);
  }
}
