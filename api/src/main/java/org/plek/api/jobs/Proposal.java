package org.plek.api.jobs;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plek.domain.Leg;

/**
 * Places that a planning run proposes for a request. Nothing is kept free for a proposal; a broker
 * holds the places, or not.
 *
 * @param requestId the request
 * @param runId the run
 * @param stays legs by care session
 * @param at when it was taken over from the run
 */
public record Proposal(String requestId, String runId, Map<String, List<Leg>> stays, Instant at) {
  public Proposal {
    Map<String, List<Leg>> copy = new LinkedHashMap<>();
    stays.forEach((session, legs) -> copy.put(session, List.copyOf(legs)));
    stays = java.util.Collections.unmodifiableMap(copy);
  }

  /** As if it were agreed, to judge others beside it. */
  Agreement asAgreed(String familyId) {
    return new Agreement(
        "proposal-" + requestId,
        requestId,
        familyId,
        stays,
        new AgreementState.Confirmed(List.of(), java.util.Set.of()),
        null,
        1,
        at);
  }
}
