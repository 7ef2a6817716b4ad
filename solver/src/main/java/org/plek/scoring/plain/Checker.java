package org.plek.scoring.plain;

import java.util.List;
import java.util.function.Function;
import org.plek.domain.Placement;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Travel;
import org.plek.rules.RulePack;
import org.plek.rules.RulePacks;
import org.plek.scoring.ConstraintName.Level;

/**
 * Whether a plan is legal. Some networks are illegal before anything is placed; such a breach is
 * inherited, and only what a plan adds to it at the same rule, place and slot is caused by the
 * plan. Where the law of a slot is broken already, one more child is caused by the plan, too.
 */
public final class Checker {
  private Checker() {}

  /**
   * Checks a plan against the problem alone.
   *
   * @param placements all placements of the plan, the agreed ones among them
   */
  public static CheckReport check(
      ProblemIndex index, RulePacks packs, Travel travel, List<Placement> placements) {
    return check(index, packs::pack, travel, placements);
  }

  static CheckReport check(
      ProblemIndex index,
      Function<String, RulePack> packs,
      Travel travel,
      List<Placement> placements) {
    Rules rules = new Rules(index, packs, travel);
    Ledger plan = score(rules, placements);
    List<Placement> agreed = index.problem().placements().stream().filter(index::agreed).toList();
    Ledger.Comparison compared = plan.since(score(rules, agreed));
    return new CheckReport(
        new PlainScore(plan.amounts(), List.of()),
        Ledger.matches(compared.worse(), index.timeline()),
        Ledger.matches(compared.inherited(), index.timeline()));
  }

  private static Ledger score(Rules rules, List<Placement> placements) {
    Ledger ledger = Ledger.explaining(name -> name.level() == Level.HARD);
    rules.all(new Placed(rules.facts, placements), ledger);
    return ledger;
  }
}
