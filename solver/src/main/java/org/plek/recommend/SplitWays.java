package org.plek.recommend;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plek.domain.CareSession;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.domain.Request;
import org.plek.domain.Travel;
import org.plek.options.OptionBuilder;
import org.plek.options.OptionTable;
import org.plek.rules.RulePacks;

/** The ways of two legs that providers and care session allow, whoever else is there. */
final class SplitWays {
  private SplitWays() {}

  static List<Placement> of(
      LiveFacts facts,
      LocalDateTime asOf,
      Request request,
      Collection<CareSession> asked,
      List<Provider> near,
      RulePacks packs,
      Travel travel) {
    if (!request.limits().splitAllowed()) {
      return List.of();
    }
    ProblemIndex index =
        new ProblemIndex(
            facts.problem(
                asOf,
                facts.policy(),
                near,
                List.of(facts.family(request.familyId())),
                List.of(request),
                List.of()));
    OptionTable table = OptionBuilder.build(index, packs, travel);
    Set<String> ids = new HashSet<>();
    asked.forEach(session -> ids.add(session.id()));
    List<Placement> ways = new ArrayList<>();
    for (int session = 0; session < table.sessions(); session++) {
      String id = index.sessions().get(session).id();
      if (ids.contains(id)) {
        for (int option = table.firstSplit(session); option < table.endOption(session); option++) {
          ways.add(new Placement(id, PlacementState.PROPOSED, null, table.legs(session, option)));
        }
      }
    }
    return ways;
  }
}
