package org.plek.recommend;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Child;
import org.plek.domain.Entitlement;
import org.plek.domain.Family;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.Policy;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.domain.Request;
import org.plek.domain.Travel;
import org.plek.rules.RulePacks;
import org.plek.scoring.plain.Workbench;

/**
 * The part of the network that decides about some providers and families: everybody placed with
 * these providers, and all that is placed for these families. A change that touches only them is
 * judged here as in the whole network.
 */
final class Part {
  private final LiveFacts facts;
  private final LocalDateTime asOf;
  private final Map<String, Provider> providers = new TreeMap<>();
  private final Map<String, Family> families = new LinkedHashMap<>();
  private final Map<String, Request> requests = new LinkedHashMap<>();
  private final Map<String, Placement> standing = new LinkedHashMap<>();
  private final Set<String> withoutSessions = new TreeSet<>();
  private Policy policy;

  Part(LiveFacts facts, LocalDateTime asOf) {
    this.facts = facts;
    this.asOf = asOf;
    policy = facts.policy();
  }

  /** Leaves out proposed placements of a request that is asked anew. */
  Part asking(Request request) {
    for (var session : facts.sessions(request)) {
      Placement placement = facts.standing(session.id(), asOf);
      if (placement != null && placement.state() == PlacementState.PROPOSED) {
        withoutSessions.add(session.id());
        standing.remove(session.id());
      }
    }
    family(request.familyId());
    programme(request.programme());
    requests.put(request.id(), request);
    return this;
  }

  /** Adds who uses a programme, where the policy limits its use. */
  private void programme(@Nullable String programme) {
    if (programme == null
        || policy.entitlements().stream()
            .noneMatch(each -> each.holder() == Entitlement.Holder.PROGRAMME)) {
      return;
    }
    facts.sessionsOfProgramme(programme).forEach(this::placed);
    past(facts.pastFamiliesOfProgramme(programme));
  }

  /** Adds families for what is past. */
  private void past(Set<String> familyIds) {
    familyIds.forEach(id -> families.putIfAbsent(id, facts.family(id)));
  }

  /** Adds a request that moves, with all that decides about its family. */
  Part moving(Request request) {
    programme(request.programme());
    return family(request.familyId());
  }

  /** Adds a request that is only thought of. */
  Part variant(Request request) {
    requests.put(request.id(), request);
    return this;
  }

  /** Adds providers with everybody placed there. */
  Part with(Collection<String> providerIds) {
    for (String id : providerIds) {
      providers.putIfAbsent(id, facts.provider(id));
      facts.sessionsAt(id).forEach(this::placed);
      past(facts.pastFamiliesAt(id));
    }
    return this;
  }

  /** Adds a family with everything placed for it. */
  Part family(String familyId) {
    Family family = facts.family(familyId);
    families.put(familyId, family);
    facts.sessionsOfFamily(familyId).forEach(this::placed);
    for (Child child : family.children()) {
      facts.regularAt(child.id()).forEach(id -> providers.putIfAbsent(id, facts.provider(id)));
    }
    return this;
  }

  private void placed(String sessionId) {
    Placement placement = facts.standing(sessionId, asOf);
    if (placement == null || withoutSessions.contains(sessionId)) {
      return;
    }
    if (standing.putIfAbsent(sessionId, placement) != null) {
      return;
    }
    Request request = facts.requestOf(sessionId);
    requests.putIfAbsent(request.id(), request);
    families.computeIfAbsent(request.familyId(), facts::family);
    for (Leg leg : placement.legs()) {
      if (!providers.containsKey(leg.providerId())) {
        Provider known = facts.providers().get(leg.providerId());
        if (known != null) {
          providers.put(known.id(), known);
        }
      }
    }
  }

  /** Takes another provider in the place of the one with its id. */
  Part instead(Provider changed) {
    providers.put(changed.id(), changed);
    return this;
  }

  /** Takes another policy. */
  Part instead(Policy changed) {
    policy = changed;
    return this;
  }

  /** Placements that stand, by care session. */
  Map<String, Placement> standing() {
    return standing;
  }

  Problem problem() {
    return facts.problem(
        asOf,
        policy,
        List.copyOf(providers.values()),
        List.copyOf(families.values()),
        List.copyOf(requests.values()),
        new ArrayList<>(standing.values()));
  }

  Workbench workbench(RulePacks packs, Travel travel) {
    return new Workbench(
        new ProblemIndex(problem()), packs, travel, standing.values(), facts.prepared(policy));
  }
}
