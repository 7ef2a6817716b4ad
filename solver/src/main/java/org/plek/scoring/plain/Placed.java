package org.plek.scoring.plain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Placement;

/** The placements of a plan, found by care session, child, family and provider. */
final class Placed {
  private final Facts facts;
  private final @Nullable PlacedCare[] bySession;
  private final Map<Integer, List<PlacedCare>> byChild = new HashMap<>();
  private final Map<Integer, List<PlacedCare>> byFamily = new HashMap<>();
  private final Map<Integer, List<PlacedLeg>> byProvider = new HashMap<>();

  /** Placements of unknown sessions, and those of a session placed before. */
  final List<Placement> unusable = new ArrayList<>();

  Placed(Facts facts, Collection<Placement> placements) {
    this.facts = facts;
    bySession = new PlacedCare[facts.index.sessions().size()];
    for (Placement placement : placements) {
      int session = facts.index.session(placement.sessionId());
      if (session < 0 || bySession[session] != null) {
        unusable.add(placement);
      } else {
        add(facts.placed(placement));
      }
    }
  }

  void add(PlacedCare care) {
    bySession[care.session()] = care;
    byChild.computeIfAbsent(care.child(), key -> new ArrayList<>()).add(care);
    byFamily.computeIfAbsent(care.family(), key -> new ArrayList<>()).add(care);
    for (PlacedLeg leg : care.legs()) {
      byProvider.computeIfAbsent(leg.provider(), key -> new ArrayList<>()).add(leg);
    }
  }

  void remove(PlacedCare care) {
    bySession[care.session()] = null;
    ofChild(care.child()).remove(care);
    ofFamily(care.family()).remove(care);
    for (PlacedLeg leg : care.legs()) {
      ofProvider(leg.provider()).remove(leg);
    }
  }

  @Nullable PlacedCare of(int session) {
    return bySession[session];
  }

  List<PlacedCare> all() {
    List<PlacedCare> all = new ArrayList<>();
    for (PlacedCare care : bySession) {
      if (care != null) {
        all.add(care);
      }
    }
    return all;
  }

  List<PlacedCare> ofChild(int child) {
    return byChild.getOrDefault(child, List.of());
  }

  List<PlacedCare> ofFamily(int family) {
    return byFamily.getOrDefault(family, List.of());
  }

  List<PlacedLeg> ofProvider(int provider) {
    return byProvider.getOrDefault(provider, List.of());
  }

  /** Whether the plan has this placement with the same legs. */
  boolean has(Placement placement) {
    int session = facts.index.session(placement.sessionId());
    PlacedCare care = session < 0 ? null : bySession[session];
    return care != null && care.placement().legs().equals(placement.legs());
  }
}
