package org.plek.recommend;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Placement;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.plain.Tightest;

/**
 * One way to serve a request or a part of it; legal by the plain scorer when added to the state.
 *
 * @param placements what would be proposed, in the order of the care sessions
 * @param missing care sessions asked that it leaves without a place; empty when it serves the whole
 * @param with the providers, each once, in the order of the placements
 * @param cents price for the family of all placements
 * @param centsPerHour price of an hour of a child's presence, rounded up
 * @param noShowCents what it costs the family to stay away from all of it without a word
 * @param depositCents what the family pays once to providers that it is new to, and gets back
 * @param careMinutes minutes of presence in all
 * @param travelMinutes minutes of the family from home and back, over all placements
 * @param unknownFaces legs with a provider whom the child does not know
 * @param keptFree groups where it takes a place that the policy keeps free, because the request is
 *     urgent or the place is released; empty where ordinary room suffices
 * @param tightest the tightest quarter of an hour once placed
 * @param aims how the amounts of what is wanted change, care served included
 * @param objective their weighted sum, as in a plan: lower is better
 */
public record Offer(
    List<Placement> placements,
    List<String> missing,
    List<With> with,
    long cents,
    long centsPerHour,
    long noShowCents,
    long depositCents,
    int careMinutes,
    int travelMinutes,
    int unknownFaces,
    List<String> keptFree,
    Tightest tightest,
    Map<ConstraintName, Long> aims,
    long objective) {
  /**
   * A provider of an offer.
   *
   * @param providerId the provider
   * @param heardAt when the provider's data was last confirmed; absent if nobody says
   */
  public record With(String providerId, @Nullable LocalDateTime heardAt) {}

  public Offer {
    placements = List.copyOf(placements);
    missing = List.copyOf(missing);
    with = List.copyOf(with);
    keptFree = List.copyOf(keptFree);
    Map<ConstraintName, Long> copy = new EnumMap<>(ConstraintName.class);
    copy.putAll(aims);
    aims = Collections.unmodifiableMap(copy);
  }

  /** Whether every care session asked has a place in it. */
  public boolean whole() {
    return missing.isEmpty();
  }

  /** Care sessions split over two providers. */
  public int splits() {
    return (int) placements.stream().filter(each -> each.legs().size() > 1).count();
  }
}
