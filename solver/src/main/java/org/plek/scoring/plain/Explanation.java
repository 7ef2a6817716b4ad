package org.plek.scoring.plain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a care session is where it is, or why it is nowhere.
 *
 * @param sessionId the care session
 * @param here its placement in the plan and what it costs, or the rule that it breaks; absent
 *     without a placement
 * @param nearest what happens with the providers nearest to the family's home instead, nearest
 *     first, in one leg
 */
public record Explanation(
    String sessionId, @Nullable ProviderAnswer here, List<ProviderAnswer> nearest) {
  public Explanation {
    nearest = List.copyOf(nearest);
  }
}
