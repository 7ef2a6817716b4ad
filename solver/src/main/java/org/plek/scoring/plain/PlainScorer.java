package org.plek.scoring.plain;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.plek.domain.Placement;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Travel;
import org.plek.rules.RulePack;
import org.plek.rules.RulePacks;

/**
 * Scores a plan by the rule book, one provider, child, family and request after the other.
 * Placements may be anything: what cannot be read counts as {@code SESSION_TIME}. Safe to use from
 * several threads.
 */
public final class PlainScorer {
  private final Rules rules;

  /** Reads what depends on the problem alone, so that scoring again is cheap. */
  public PlainScorer(ProblemIndex index, RulePacks packs, Travel travel) {
    this(index, packs::pack, travel);
  }

  PlainScorer(ProblemIndex index, Function<String, RulePack> packs, Travel travel) {
    rules = new Rules(index, packs, travel);
  }

  /** Amounts with a match for each place and time. */
  public PlainScore score(Collection<Placement> placements) {
    Ledger ledger = Ledger.explaining();
    rules.all(new Placed(rules.facts, placements), ledger);
    return new PlainScore(ledger.amounts(), Ledger.matches(ledger.entries(), rules.facts.timeline));
  }

  /** Amounts only, faster; {@link PlainScore#matches()} is empty. */
  public PlainScore amounts(Collection<Placement> placements) {
    Ledger ledger = Ledger.ofAmounts();
    rules.all(new Placed(rules.facts, placements), ledger);
    return new PlainScore(ledger.amounts(), List.of());
  }
}
