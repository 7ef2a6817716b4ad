package org.plek.recommend;

import java.time.LocalDateTime;
import java.util.Set;
import org.plek.domain.Request;

/**
 * What is asked of the {@link Recommender}.
 *
 * @param request the request; need not be known before, its family must be. Care sessions of it
 *     whose placement is agreed stay as they are; proposed ones are asked anew
 * @param asOf the moment: notice, holds and releases are judged at it
 * @param mostOffers offers at most, at least 1
 * @param mostRefusals providers for which the answer says why not, nearest first; 0 for none. The
 *     others in reach are counted by the rule that blocks them
 * @param withChanges whether the smallest changes that help are looked for
 * @param providerIds providers of which the answer must say why not if they are not offered,
 *     wherever they are; they come on top of {@code mostRefusals}
 */
public record Question(
    Request request,
    LocalDateTime asOf,
    int mostOffers,
    int mostRefusals,
    boolean withChanges,
    Set<String> providerIds) {
  /** Offers where nobody says another number. */
  public static final int MOST_OFFERS = 7;

  /** Refusals where nobody says another number. */
  public static final int MOST_REFUSALS = 10;

  public Question {
    if (mostOffers < 1 || mostRefusals < 0) {
      throw new IllegalArgumentException(
          "Asked are %d offers and %d refusals. Maybe at least 1 and 0."
              .formatted(mostOffers, mostRefusals));
    }
    providerIds = Set.copyOf(providerIds);
  }

  /** With the usual limits. */
  public static Question of(Request request, LocalDateTime asOf) {
    return new Question(request, asOf, MOST_OFFERS, MOST_REFUSALS, true, Set.of());
  }
}
