package org.plek.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A limit on use (gebruiksrecht): how much care somebody may have, history and plan counted
 * together. All conditions must be met for a stay to count; an empty one is met by every stay.
 *
 * @param id unique in the policy
 * @param holder whose use is counted together
 * @param measure what is counted
 * @param period within what it is counted
 * @param rollingDays length of the window in dates with {@link Period#ROLLING}, else 0
 * @param breakDays with {@link Measure#SPELL_DAYS} the dates without care that end a spell, at
 *     least 1; 0 when nothing ends it, so that the first and the last date count. Else 0
 * @param most the most that may be used, in the unit of the measure
 * @param own another most for some holders, by the id of the child, family or programme (for {@link
 *     Holder#PROVIDER_AND_FAMILY} of the family): bought bundles, hours of one employer
 * @param providers providers where a stay counts
 * @param programmes programmes of the request under which a stay counts
 * @param reasons reasons of the request for which a stay counts
 * @param halfDayMinutes a stay of fewer minutes is one half day, of as many or more two
 * @param valid dates of the stays that count; what is not used by then lapses
 */
public record Entitlement(
    String id,
    Holder holder,
    Measure measure,
    Period period,
    int rollingDays,
    int breakDays,
    int most,
    Map<String, Integer> own,
    Set<String> providers,
    Set<String> programmes,
    Set<String> reasons,
    int halfDayMinutes,
    Dates valid) {
  /** Minutes from which a stay is two half days: the Flemish half day is under five hours. */
  public static final int HALF_DAY_MINUTES = 300;

  /** Whose use is counted together. */
  public enum Holder {
    /** Each child by itself. */
    CHILD,
    /** The children of a family together. */
    FAMILY,
    /** The children of a family together, at each provider by itself. */
    PROVIDER_AND_FAMILY,
    /** All families of a programme together. */
    PROGRAMME
  }

  /** What is counted. */
  public enum Measure {
    /** Stays: each leg of a placement, each stay of the history. */
    STAYS,
    /** Half days, by the length of each stay. */
    HALF_DAYS,
    /** Dates with a stay. */
    DAYS,
    /** Minutes of presence. */
    MINUTES,
    /** Dates from the first through the last of a spell of use, whatever its intensity. */
    SPELL_DAYS
  }

  /** Within what it is counted. */
  public enum Period {
    /** Each date. */
    DAY,
    /** Each week from Monday. */
    WEEK,
    /** Each calendar month. */
    MONTH,
    /** Each calendar year. */
    YEAR,
    /** Any so many dates in a row. */
    ROLLING,
    /** All the dates on which it is valid. */
    IN_TOTAL
  }

  public Entitlement {
    own = Map.copyOf(own);
    providers = Set.copyOf(providers);
    programmes = Set.copyOf(programmes);
    reasons = Set.copyOf(reasons);
  }

  /** Whether care of a request counts. */
  public boolean concerns(Request request) {
    return (reasons.isEmpty() || reasons.contains(request.reason()))
        && (programmes.isEmpty()
            || (request.programme() != null && programmes.contains(request.programme())))
        && (holder != Holder.PROGRAMME || request.programme() != null);
  }

  /** Whether care with a provider on a date counts. */
  public boolean concerns(String providerId, LocalDate date) {
    return (providers.isEmpty() || providers.contains(providerId)) && valid.hold(date);
  }

  /**
   * Whether a stay of the history counts. One that does not say its reason counts for every reason;
   * one without programme for none.
   */
  public boolean concerns(Stay stay) {
    String programme = stay.programme();
    return concerns(stay.providerId(), stay.date())
        && (reasons.isEmpty() || stay.reason() == null || reasons.contains(stay.reason()))
        && (programmes.isEmpty() || (programme != null && programmes.contains(programme)))
        && (holder != Holder.PROGRAMME || programme != null);
  }

  /** The most of a holder. */
  public int mostOf(@Nullable String holderId) {
    return holderId == null ? most : own.getOrDefault(holderId, most);
  }

  /** What one stay of some minutes of presence counts; for days and spells 1. */
  public int amountOf(int minutes) {
    return switch (measure) {
      case MINUTES -> minutes;
      case HALF_DAYS -> minutes < halfDayMinutes ? 1 : 2;
      case STAYS, DAYS, SPELL_DAYS -> 1;
    };
  }
}
