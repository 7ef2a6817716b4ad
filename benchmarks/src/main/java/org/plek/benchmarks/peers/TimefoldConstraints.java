package org.plek.benchmarks.peers;

import ai.timefold.solver.core.api.score.HardSoftScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.uni.UniConstraintCollector;
import ai.timefold.solver.core.api.score.stream.uni.UniConstraintStream;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Timefold's constraint streams. One custom collector holds the arrays of all groups, families and
 * home carers: what several collectors would sum per group and day, without the cost of keying and
 * joining them. Public for Timefold.
 */
public final class TimefoldConstraints implements ConstraintProvider {
  /** For Timefold. */
  public TimefoldConstraints() {}

  @Override
  public Constraint[] defineConstraints(ConstraintFactory factory) {
    UniConstraintStream<HardSoftScore> sums =
        factory.forEachIncludingUnassigned(TimefoldSession.class).groupBy(new Arrays());
    return new Constraint[] {
      sums.penalize(HardSoftScore.ONE_HARD, score -> -score.hardScore()).asConstraint("rules"),
      sums.penalize(HardSoftScore.ONE_SOFT, score -> -score.softScore()).asConstraint("aims")
    };
  }

  /** The arrays as a collector. */
  private static final class Arrays
      implements UniConstraintCollector<TimefoldSession, Arrays.Holder, HardSoftScore> {
    private static final class Holder {
      private @Nullable TimefoldScoring scoring;
    }

    @Override
    public Supplier<Holder> supplier() {
      return Holder::new;
    }

    @Override
    public BiFunction<Holder, TimefoldSession, Runnable> accumulator() {
      return (holder, session) -> {
        TimefoldScoring scoring = holder.scoring;
        if (scoring == null) {
          scoring = session.scoring().fresh();
          holder.scoring = scoring;
        }
        TimefoldScoring there = scoring;
        Integer option = session.getOption();
        if (option == null || session.isAgreed()) {
          return () -> {};
        }
        there.take(session);
        return () -> there.leave(session);
      };
    }

    @Override
    public Function<Holder, HardSoftScore> finisher() {
      return holder -> holder.scoring == null ? HardSoftScore.ZERO : holder.scoring.score();
    }
  }
}
