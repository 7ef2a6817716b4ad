package org.plek.scoring.plain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Leg;

/**
 * What happens when a care session is tried with one provider, the rest of the plan unchanged.
 * Exactly one of {@code blocker} and {@code cost} is present.
 *
 * @param providerId the provider
 * @param groupId the group tried, the one that gets furthest
 * @param legs the legs tried, at the start that gets furthest
 * @param blocker the first rule that would be broken: when, by how much, in a sentence
 * @param cost what the option costs, where no rule blocks it
 */
public record ProviderAnswer(
    String providerId,
    String groupId,
    List<Leg> legs,
    @Nullable Match blocker,
    @Nullable OptionCost cost) {
  public ProviderAnswer {
    legs = List.copyOf(legs);
  }
}
