package org.plek.scoring.plain;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Entitlement.Measure;

/**
 * What is left of a limit on use, history and plan counted together.
 *
 * @param entitlementId the limit
 * @param holderId the child, family or programme whose use is counted
 * @param providerId the provider where it is counted, when each counts by itself
 * @param measure what is counted
 * @param from first date of the period, spell or window
 * @param until first date after it
 * @param most the most that may be used
 * @param usedBefore what the history used
 * @param planned what the plan uses
 */
public record Balance(
    String entitlementId,
    String holderId,
    @Nullable String providerId,
    Measure measure,
    LocalDate from,
    LocalDate until,
    int most,
    int usedBefore,
    int planned) {
  /** What may still be used; 0 also when more was used. */
  public int left() {
    return Math.max(0, most - usedBefore - planned);
  }

  /** {@code 3 of 3 half days from 2026-11-30 (1 before, 2 in the plan), 0 left}. */
  public String words() {
    String times =
        from.getYear() <= 1970
            ? ""
            : until.getYear() >= 9999
                ? " since " + from
                : from.plusDays(1).equals(until)
                    ? " on " + from
                    : " from " + from + " to " + until.minusDays(1);
    return (usedBefore + planned)
        + " of "
        + most
        + " "
        + unit()
        + times
        + " ("
        + usedBefore
        + " before, "
        + planned
        + " in the plan), "
        + left()
        + " left";
  }

  private String unit() {
    return switch (measure) {
      case SPELL_DAYS -> "days from first to last";
      default -> measure.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }
}
