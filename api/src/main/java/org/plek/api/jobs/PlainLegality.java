package org.plek.api.jobs;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Placement;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.rules.RulePack;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.plain.Match;
import org.plek.scoring.plain.PlainScorer;

/** Judges by the rule book, with the scorer that explains. */
public final class PlainLegality implements Legality {
  private final Function<String, RulePack> packs;

  /** Judges by these rule packs. */
  public PlainLegality(Function<String, RulePack> packs) {
    this.packs = packs;
  }

  /** Where a rule is broken; a breach that was there before is told from a new one by it. */
  private record Place(
      ConstraintName constraint, @Nullable String providerId, @Nullable String groupId) {}

  @Override
  public List<Blocking> blocking(Problem part, List<Placement> candidate) {
    PlainScorer scorer = scorer(part);
    List<Placement> all = new ArrayList<>(part.placements());
    all.addAll(candidate);
    List<Match> after = hard(scorer.score(all).matches());
    if (after.isEmpty()) {
      return List.of();
    }
    Map<Place, Long> before = new HashMap<>();
    hard(scorer.score(part.placements()).matches())
        .forEach(match -> before.merge(place(match), match.amount(), Long::sum));
    Map<Place, Long> now = new HashMap<>();
    after.forEach(match -> now.merge(place(match), match.amount(), Long::sum));
    return summed(
        after.stream()
            .filter(m -> now.getOrDefault(place(m), 0L) > before.getOrDefault(place(m), 0L))
            .toList());
  }

  @Override
  public List<Blocking> broken(Problem part, List<Placement> placements) {
    return summed(hard(scorer(part).score(placements).matches()));
  }

  private PlainScorer scorer(Problem part) {
    return new PlainScorer(new ProblemIndex(part), packs, new GreatCircleTravel(part.policy()));
  }

  private static Place place(Match match) {
    return new Place(match.constraint(), match.providerId(), match.groupId());
  }

  private static List<Match> hard(List<Match> matches) {
    return matches.stream()
        .filter(match -> match.constraint().level() == ConstraintName.Level.HARD)
        .toList();
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
