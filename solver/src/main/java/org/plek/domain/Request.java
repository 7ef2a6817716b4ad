package org.plek.domain;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a family asks (opvangvraag).
 *
 * @param id unique in the problem
 * @param familyId the family
 * @param askedAt when it was asked, local time
 * @param urgency how soon care must start
 * @param reason code of the reason, e.g. {@code JOB_INTERVIEW}
 * @param programme employer, school or job service that sends the family; opens bought places
 * @param destination where the parent must be, for {@link CareSession#parentAway}
 * @param limits what the family does not go beyond
 * @param wishes what the family would like
 * @param reviewDate date on which the care plan is looked at again: from it on placements are no
 *     longer agreed, though confirmed; absent for a plan without review
 * @param sessions care sessions by date
 * @param patterns rotas from which further care sessions are made
 * @param continuity what the family asks of continuity
 */
public record Request(
    String id,
    String familyId,
    LocalDateTime askedAt,
    Urgency urgency,
    String reason,
    @Nullable String programme,
    @Nullable Point destination,
    FamilyLimits limits,
    Wishes wishes,
    @Nullable LocalDate reviewDate,
    List<CareSession> sessions,
    List<CarePattern> patterns,
    Continuity continuity) {
  public Request {
    sessions = List.copyOf(sessions);
    patterns = List.copyOf(patterns);
  }

  /** A request without review that asks nothing of continuity. */
  public Request(
      String id,
      String familyId,
      LocalDateTime askedAt,
      Urgency urgency,
      String reason,
      @Nullable String programme,
      @Nullable Point destination,
      FamilyLimits limits,
      Wishes wishes,
      List<CareSession> sessions,
      List<CarePattern> patterns) {
    this(
        id,
        familyId,
        askedAt,
        urgency,
        reason,
        programme,
        destination,
        limits,
        wishes,
        null,
        sessions,
        patterns,
        Continuity.NONE);
  }

  /** Days from the date on which it was asked until a moment, at least 0 and at most a year. */
  public int daysWaited(LocalDateTime asOf) {
    long days = asOf.toLocalDate().toEpochDay() - askedAt.toLocalDate().toEpochDay();
    return (int) Math.clamp(days, 0, 365);
  }

  /**
   * Single dates first, then the care sessions of the patterns that start in {@code [from, until)}.
   */
  public List<CareSession> allSessions(LocalDate from, LocalDate until) {
    List<CareSession> all = new ArrayList<>(sessions);
    for (CarePattern pattern : patterns) {
      all.addAll(pattern.sessions(id, from, until));
    }
    return all;
  }
}
