package org.plek.api.jobs;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;

/**
 * What is held, offered or agreed for care sessions of one request. Its stays never change; other
 * stays are another agreement.
 *
 * @param id its id
 * @param requestId the request
 * @param familyId the family
 * @param stays legs by care session
 * @param state how far it is
 * @param overruling what a person set aside for it, absent if nothing
 * @param version grows with every change, from 1
 * @param madeAt when it was made
 */
public record Agreement(
    String id,
    String requestId,
    String familyId,
    Map<String, List<Leg>> stays,
    AgreementState state,
    @Nullable Overruling overruling,
    long version,
    Instant madeAt) {
  public Agreement {
    Map<String, List<Leg>> copy = new LinkedHashMap<>();
    stays.forEach((session, legs) -> copy.put(session, List.copyOf(legs)));
    stays = java.util.Collections.unmodifiableMap(copy);
  }

  /** Whether the desk may not give the places to somebody else at a moment. */
  public boolean keepsPlacesAt(Instant moment) {
    return state instanceof AgreementState.Confirmed || isLiveAt(moment);
  }

  /** Whether it keeps its places until its time runs out, if ever. */
  boolean stands() {
    return state.ends() != null || state instanceof AgreementState.Confirmed;
  }

  /** Whether it is held or offered, and its time has not run out at a moment. */
  public boolean isLiveAt(Instant moment) {
    Instant ends = state.ends();
    return ends != null && ends.isAfter(moment);
  }

  /** Whether its time has run out and nobody has written that down yet. */
  public boolean hasRunOut(Instant moment) {
    Instant ends = state.ends();
    return ends != null && !ends.isAfter(moment);
  }

  /** Providers with a stay, in order. */
  public Set<String> providers() {
    Set<String> providers = new LinkedHashSet<>();
    stays.values().forEach(legs -> legs.forEach(leg -> providers.add(leg.providerId())));
    return providers;
  }

  /** The stays as placements in the words of the engine. */
  public List<Placement> placements(ZoneId zone) {
    Instant ends = state.ends();
    LocalDateTime until = ends == null ? null : LocalDateTime.ofInstant(ends, zone);
    PlacementState firm =
        switch (state) {
          case AgreementState.Held held -> PlacementState.HELD;
          case AgreementState.Offered offered -> PlacementState.OFFERED;
          default -> PlacementState.CONFIRMED;
        };
    return stays.entrySet().stream()
        .map(
            stay ->
                new Placement(
                    stay.getKey(),
                    firm,
                    firm == PlacementState.HELD ? until : null,
                    stay.getValue()))
        .toList();
  }

  Agreement in(AgreementState next) {
    return new Agreement(id, requestId, familyId, stays, next, overruling, version + 1, madeAt);
  }
}
