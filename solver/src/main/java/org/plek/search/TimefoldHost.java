package org.plek.search;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.api.solver.phase.PhaseCommand;
import ai.timefold.solver.core.api.solver.phase.PhaseCommandContext;
import ai.timefold.solver.core.config.phase.custom.CustomPhaseConfig;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.preview.api.domain.metamodel.PlanningVariableMetaModel;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Runs a search as one custom phase of Timefold's solver. The loop works on arrays and clones
 * nothing; Timefold gives the life cycle and receives the plan when the phase ends. The only place
 * that knows Timefold, with the two classes that it reads.
 */
final class TimefoldHost {
  private TimefoldHost() {}

  static void run(PlanEngine.Run run, List<HostedSession> sessions, EnvironmentMode mode) {
    if (sessions.isEmpty()) {
      return;
    }
    SolverConfig config =
        new SolverConfig()
            .withEnvironmentMode(mode)
            .withSolutionClass(HostedPlan.class)
            .withEntityClasses(HostedSession.class)
            .withScoreDirectorFactory(
                new ScoreDirectorFactoryConfig()
                    .withEasyScoreCalculatorClass(HostedPlan.Calculator.class))
            .withPhases(new CustomPhaseConfig().withCustomPhaseCommands(new SearchCommand()));
    SolverFactory.<HostedPlan>create(config).buildSolver().solve(new HostedPlan(run, sessions));
  }

  private static final class SearchCommand implements PhaseCommand<HostedPlan> {
    @Override
    public void changeWorkingSolution(PhaseCommandContext<HostedPlan> context) {
      HostedPlan plan = context.getWorkingSolution();
      PlanEngine.Run run = Objects.requireNonNull(plan.run());
      run.search(context::isPhaseTerminated);
      PlanningVariableMetaModel<HostedPlan, HostedSession, @Nullable Integer> variable =
          (PlanningVariableMetaModel<HostedPlan, HostedSession, @Nullable Integer>)
              context
                  .getSolutionMetaModel()
                  .entity(HostedSession.class)
                  .<@Nullable Integer>variable("option");
      context.execute(
          view -> {
            for (HostedSession session : plan.getSessions()) {
              Integer option = run.option(session.getSession());
              if (!Objects.equals(option, session.getOption())) {
                view.changeVariable(variable, session, option);
              }
            }
          });
    }
  }
}
