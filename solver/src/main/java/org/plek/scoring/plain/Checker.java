package org.plek.scoring.plain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.plek.domain.Placement;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Travel;
import org.plek.rules.RulePack;
import org.plek.rules.RulePacks;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.ConstraintName.Level;

/**
 * Whether a plan is legal. Some networks are illegal before anything is placed; such a breach is
 * inherited, and only what a plan adds to it at the same rule, place and slot is caused by the
 * plan.
 */
public final class Checker {
  private record Key(ConstraintName constraint, Place place, int slot) {}

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
    Map<Key, Long> before = new HashMap<>();
    for (Ledger.Entry entry : score(rules, agreed).entries()) {
      before.merge(key(entry), entry.amount(), Long::sum);
    }
    List<Ledger.Entry> caused = new ArrayList<>();
    List<Ledger.Entry> inherited = new ArrayList<>();
    for (Ledger.Entry entry : plan.entries()) {
      long left = before.getOrDefault(key(entry), 0L);
      long old = Math.min(left, entry.amount());
      before.put(key(entry), left - old);
      if (old > 0) {
        inherited.add(entry.with(old, ""));
      }
      if (entry.amount() > old) {
        String remark = old == 0 ? "" : "; " + old + " of " + entry.amount() + " inherited";
        caused.add(entry.with(entry.amount() - old, remark));
      }
    }
    return new CheckReport(
        new PlainScore(plan.amounts(), List.of()),
        Ledger.matches(caused, index.timeline()),
        Ledger.matches(inherited, index.timeline()));
  }

  private static Ledger score(Rules rules, List<Placement> placements) {
    Ledger ledger = Ledger.explaining(name -> name.level() == Level.HARD);
    rules.all(new Placed(rules.facts, placements), ledger);
    return ledger;
  }

  private static Key key(Ledger.Entry entry) {
    return new Key(entry.constraint(), entry.place(), entry.slot());
  }
}
