package org.plek.options;

import java.time.LocalDateTime;

/**
 * A possible time of one leg for the child of one session, with all that follows from the time
 * alone, worked out once for all groups.
 *
 * @param start first moment, local time
 * @param end end, local time
 * @param from first slot of presence
 * @param until first slot after
 * @param minutes minutes that really pass
 * @param ageMonths age of the child in completed months on the start date
 * @param startDay start date as days since 1970
 * @param noticeMinutes minutes from the moment of the problem to the start
 * @param elsewhere the child is in regular care in at least one of the slots
 */
record Span(
    LocalDateTime start,
    LocalDateTime end,
    int from,
    int until,
    int minutes,
    int ageMonths,
    long startDay,
    long noticeMinutes,
    boolean elsewhere) {}
