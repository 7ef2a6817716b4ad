package org.plek.recommend;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.plek.scoring.ConstraintName;

/**
 * The answer to a {@link Question}. Equal state and question give an equal answer.
 *
 * @param requestId the request
 * @param asOf the moment of the question
 * @param asked care sessions asked, in the order of the request
 * @param agreed care sessions of the request whose placement is agreed already
 * @param offers what can be offered, best first by the weights of the policy
 * @param refusals why the whole request cannot be with a provider, nearest first
 * @param notListed providers in reach beyond those, by the first rule that blocks them
 * @param helpsWhole where no offer serves the whole request: what would make that possible
 */
public record Recommendation(
    String requestId,
    LocalDateTime asOf,
    List<String> asked,
    List<String> agreed,
    List<Offer> offers,
    List<Refusal> refusals,
    Map<ConstraintName, Integer> notListed,
    List<SmallestChange> helpsWhole) {
  public Recommendation {
    asked = List.copyOf(asked);
    agreed = List.copyOf(agreed);
    offers = List.copyOf(offers);
    refusals = List.copyOf(refusals);
    Map<ConstraintName, Integer> copy = new EnumMap<>(ConstraintName.class);
    copy.putAll(notListed);
    notListed = Collections.unmodifiableMap(copy);
    helpsWhole = List.copyOf(helpsWhole);
  }

  /** Whether some offer serves the whole request. */
  public boolean servesWhole() {
    return offers.stream().anyMatch(Offer::whole);
  }
}
