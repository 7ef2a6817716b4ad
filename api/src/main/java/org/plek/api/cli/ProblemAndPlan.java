package org.plek.api.cli;

import java.io.IOException;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Plan;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Travel;
import org.plek.rules.RulePacks;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The two documents of a command that looks at a plan: the problem and the plan made for it. */
final class ProblemAndPlan {
  @Parameters(
      index = "0",
      paramLabel = "PROBLEM",
      description = "Problem file, - for standard input.")
  private String problemPlace = "";

  @Parameters(index = "1", paramLabel = "PLAN", description = "Plan file, - for standard input.")
  private String planPlace = "";

  @Mixin private RulesOption rules = new RulesOption();

  /** Both documents as they were read, with the law they are read under. */
  record Read(RulePacks packs, ProblemIndex index, Travel travel, Plan plan) {
    Problem problem() {
      return index.problem();
    }
  }

  Read read(Console console) throws IOException {
    Input.requireOneStandard(problemPlace, planPlace);
    RulePacks packs = rules.packs();
    Input input = new Input(console);
    ProblemIndex index = new ProblemIndex(input.problem(problemPlace, packs));
    return new Read(
        packs,
        index,
        new GreatCircleTravel(index.problem().policy()),
        input.plan(planPlace, index));
  }
}
