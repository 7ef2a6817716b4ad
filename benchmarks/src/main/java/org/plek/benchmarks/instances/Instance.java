package org.plek.benchmarks.instances;

import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Travel;
import org.plek.format.ProblemJson;
import org.plek.options.OptionBuilder;
import org.plek.options.OptionTable;
import org.plek.rules.RulePacks;

/**
 * A problem with its options: what every solver starts from.
 *
 * @param name short name, such as {@code M-3}
 * @param sha256 hash of the problem, lower-case hexadecimal
 * @param index the problem with its numbers
 * @param packs the law
 * @param travel travel times
 * @param table every option of every care session
 */
public record Instance(
    String name,
    String sha256,
    ProblemIndex index,
    RulePacks packs,
    Travel travel,
    OptionTable table) {

  /** Makes the options of a problem. */
  public static Instance of(String name, Problem problem, RulePacks packs) {
    ProblemIndex index = new ProblemIndex(problem);
    Travel travel = new GreatCircleTravel(problem.policy());
    OptionTable table = OptionBuilder.build(index, packs, travel);
    return new Instance(name, ProblemJson.hash(problem), index, packs, travel, table);
  }
}
