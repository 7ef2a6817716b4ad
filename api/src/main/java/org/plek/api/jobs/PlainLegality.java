package org.plek.api.jobs;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Placement;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.rules.RulePacks;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.plain.CheckReport;
import org.plek.scoring.plain.Checker;
import org.plek.scoring.plain.Match;

/** Judges by the rule book, with the checker of plans. */
public final class PlainLegality implements Legality {
  private final RulePacks packs;

  /** Judges by these rule packs. */
  public PlainLegality(RulePacks packs) {
    this.packs = packs;
  }

  @Override
  public List<Blocking> blocking(Problem part, List<Placement> candidate) {
    List<Placement> all = new ArrayList<>(part.placements());
    all.addAll(candidate);
    return summed(check(part, all).caused());
  }

  @Override
  public List<Blocking> broken(Problem part, List<Placement> placements) {
    CheckReport report = check(part, placements);
    List<Match> all = new ArrayList<>(report.caused());
    all.addAll(report.inherited());
    return summed(all);
  }

  private CheckReport check(Problem part, List<Placement> placements) {
    return Checker.check(
        new ProblemIndex(part), packs, new GreatCircleTravel(part.policy()), placements);
  }

  /** One entry per rule in the fixed order, with the words of its first place. */
  private static List<Blocking> summed(List<Match> matches) {
    Map<ConstraintName, Blocking> byName = new EnumMap<>(ConstraintName.class);
    for (Match match : matches) {
      byName.merge(
          match.constraint(),
          new Blocking(match.constraint(), match.amount(), match.text()),
          (a, b) -> new Blocking(a.constraint(), a.amount() + b.amount(), a.text()));
    }
    return List.copyOf(byName.values());
  }
}
