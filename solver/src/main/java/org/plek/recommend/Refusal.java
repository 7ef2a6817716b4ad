package org.plek.recommend;

import java.util.List;
import org.plek.domain.Placement;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.plain.Match;

/**
 * Why a provider cannot serve a request, or the rest of it.
 *
 * @param providerId the provider
 * @param served care sessions that it could serve
 * @param tried what was tried together and is refused, the way that gets furthest in the order of
 *     the rules
 * @param blocker the first rule that {@code tried} breaks, in the order of {@link ConstraintName}:
 *     where and when first, by how much, in an English sentence with the numbers
 * @param changes the smallest change that helps of each kind that helps; each was applied to a copy
 *     and checked
 */
public record Refusal(
    String providerId,
    List<String> served,
    List<Placement> tried,
    Match blocker,
    List<SmallestChange> changes) {
  public Refusal {
    served = List.copyOf(served);
    tried = List.copyOf(tried);
    changes = List.copyOf(changes);
  }

  /** The first rule broken. */
  public ConstraintName rule() {
    return blocker.constraint();
  }
}
