package org.plek.api.jobs;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.plek.domain.Request;
import org.plek.recommend.Question;
import org.plek.recommend.Ranked;
import org.plek.recommend.Recommendation;
import tools.jackson.databind.JsonNode;

/** Where there is room for a request now, and why not elsewhere, in one network. */
public final class Advice {
  private final LiveNetwork network;
  private final InstantSource clock;

  Advice(LiveNetwork network, InstantSource clock) {
    this.network = network;
    this.clock = clock;
  }

  /**
   * How much is wanted of an answer.
   *
   * @param offers offers at most
   * @param refusals providers for which it is said why not
   * @param changes whether smallest changes that help are looked for
   * @param providerIds providers of which the answer must say why not
   */
  public record Extent(int offers, int refusals, boolean changes, Set<String> providerIds) {
    public Extent {
      providerIds = Set.copyOf(providerIds);
    }
  }

  /** Answers for a request that is there. */
  public Recommendation of(String requestId, Extent extent) {
    return answer(network.facts().request(requestId), extent);
  }

  /**
   * A request that is only thought of.
   *
   * @param body the request as in a problem document
   * @throws InvalidPart when it is not valid
   */
  public Request read(JsonNode body) {
    return Parts.request(body, network.facts().known(clock.instant()));
  }

  /**
   * The best places for one care session of a fixed time, in the time of a keystroke: found on the
   * masks of the whole network, and each judged by the rule book before it is shown.
   */
  public List<Ranked> rank(String requestId, String sessionId, int most) {
    Instant now = clock.instant();
    Facts facts = network.facts();
    Request request = facts.request(requestId);
    return network
        .advice(Horizon.of(request, List.of()), now)
        .rank(request, sessionId, facts.local(now).truncatedTo(ChronoUnit.SECONDS), most);
  }

  /** Answers for any request of a family that is known. */
  public Recommendation answer(Request request, Extent extent) {
    Instant now = clock.instant();
    Facts facts = network.facts();
    facts.family(request.familyId());
    extent.providerIds().forEach(facts::provider);
    Horizon weeks = Horizon.of(request, List.of());
    return network
        .advice(extent.changes() ? weeks.andAWeek() : weeks, now)
        .answer(
            new Question(
                request,
                facts.local(now).truncatedTo(ChronoUnit.SECONDS),
                extent.offers(),
                extent.refusals(),
                extent.changes(),
                extent.providerIds()));
  }
}
