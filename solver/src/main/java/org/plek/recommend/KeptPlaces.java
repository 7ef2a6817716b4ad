package org.plek.recommend;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Copies;
import org.plek.domain.Placement;
import org.plek.domain.Request;
import org.plek.domain.Travel;
import org.plek.domain.Urgency;
import org.plek.rules.RulePacks;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.plain.Match;
import org.plek.scoring.plain.Workbench;

/**
 * Tells which placements take places that the policy keeps free: those that would break {@link
 * ConstraintName#KEPT_FREE} if the request were not urgent and nothing were released yet.
 */
final class KeptPlaces {
  private final LiveFacts facts;
  private final RulePacks packs;
  private final Travel travel;
  private final LocalDateTime asOf;
  private final Request request;
  private final Collection<String> providers;
  private final Set<String> groups = new HashSet<>();
  private @Nullable Workbench ordinary;

  KeptPlaces(
      LiveFacts facts,
      RulePacks packs,
      Travel travel,
      LocalDateTime asOf,
      Request request,
      Collection<String> providers) {
    this.facts = facts;
    this.packs = packs;
    this.travel = travel;
    this.asOf = asOf;
    this.request = request;
    this.providers = providers;
    facts.policy().reserves().forEach(reserve -> groups.add(reserve.groupId()));
  }

  /** Groups whose kept-free places are taken. */
  List<String> taken(List<Placement> placements) {
    Set<String> here = new HashSet<>();
    placements.forEach(each -> each.legs().forEach(leg -> here.add(leg.providerId())));
    if (here.stream()
        .flatMap(id -> facts.provider(id).groups().stream())
        .noneMatch(group -> groups.contains(group.id()))) {
      return List.of();
    }
    Set<String> taken = new TreeSet<>();
    for (Match match : bench().worse(List.of(), placements, ConstraintName.KEPT_FREE)) {
      if (match.groupId() != null) {
        taken.add(match.groupId());
        continue;
      }
      // The place is short at the whole provider.
      placements.forEach(
          each ->
              each.legs().stream()
                  .filter(leg -> leg.providerId().equals(match.providerId()))
                  .forEach(leg -> taken.add(leg.groupId())));
    }
    return List.copyOf(taken);
  }

  private Workbench bench() {
    Workbench made = ordinary;
    if (made == null) {
      made =
          new Part(facts, asOf)
              .asking(Copies.with(request, Map.of("urgency", Urgency.PLANNED)))
              .with(providers)
              .instead(facts.unreleased())
              .workbench(packs, travel);
      ordinary = made;
    }
    return made;
  }
}
