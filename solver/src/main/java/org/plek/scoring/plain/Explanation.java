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
 * @param balances what is left of every limit on use that concerns it, as the plan stands
 */
public record Explanation(
    String sessionId,
    @Nullable ProviderAnswer here,
    List<ProviderAnswer> nearest,
    List<Balance> balances) {
  public Explanation {
    nearest = List.copyOf(nearest);
    balances = List.copyOf(balances);
  }
}
