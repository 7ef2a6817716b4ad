package org.plek.scoring.plain;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plek.scoring.ConstraintName;

/**
 * One place and time at which a constraint has an amount. Neighbouring slots with the same numbers
 * are one match.
 *
 * @param constraint the rule or aim
 * @param amount its amount here, all slots together, above 0
 * @param providerId the provider concerned, if one is
 * @param groupId the group concerned, if one is
 * @param sessionIds the care sessions concerned; at a group or provider those present
 * @param from local time from which, absent where no time belongs to it
 * @param until local time until which
 * @param text one English sentence with the numbers
 */
public record Match(
    ConstraintName constraint,
    long amount,
    @Nullable String providerId,
    @Nullable String groupId,
    List<String> sessionIds,
    @Nullable LocalDateTime from,
    @Nullable LocalDateTime until,
    String text) {
  public Match {
    sessionIds = List.copyOf(sessionIds);
  }
}
