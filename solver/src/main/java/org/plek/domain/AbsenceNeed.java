package org.plek.domain;

import java.time.LocalDateTime;

/**
 * A time in which a conditional placement hangs on absences.
 *
 * @param from local time from which
 * @param until local time until which
 * @param regularChildren regular children expected then who may stay away
 * @param fewestAbsent how many of them must stay away at the least, 0 when none need
 * @param risk probability that those who stay away do not suffice, 0 to 1, rounded up to four
 *     decimals
 */
public record AbsenceNeed(
    LocalDateTime from, LocalDateTime until, int regularChildren, int fewestAbsent, double risk) {}
