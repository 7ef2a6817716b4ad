package org.plek.benchmarks.proofs;

import java.time.ZoneId;
import java.util.List;
import org.plek.datasets.generator.SyntheticProblem;
import org.plek.datasets.generator.Town;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Travel;
import org.plek.options.OptionBuilder;
import org.plek.options.OptionTable;
import org.plek.rules.RulePacks;

/** A small generated town with everything that a model of it needs. */
record SmallTown(ProblemIndex index, RulePacks packs, Travel travel, OptionTable table) {
  static SmallTown of(String pack, int groups, int sessions, long seed) {
    RulePacks packs = RulePacks.bundled();
    List<Town> towns =
        Town.ALL.stream().filter(town -> town.rulePack().equals(pack)).limit(1).toList();
    Problem problem =
        SyntheticProblem.of(
            "test",
            towns,
            ZoneId.of("Europe/Brussels"),
            groups,
            sessions,
            0.75,
            0.6,
            packs::pack,
            seed);
    return of(problem);
  }

  static SmallTown of(Problem problem) {
    RulePacks packs = RulePacks.bundled();
    ProblemIndex index = new ProblemIndex(problem);
    Travel travel = new GreatCircleTravel(problem.policy());
    return new SmallTown(index, packs, travel, OptionBuilder.build(index, packs, travel));
  }
}
