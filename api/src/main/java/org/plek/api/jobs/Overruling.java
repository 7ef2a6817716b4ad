package org.plek.api.jobs;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.plek.scoring.ConstraintName;

/**
 * A rule of the house that a person set aside, knowingly.
 *
 * @param by who
 * @param at when
 * @param reason why; kept
 * @param blocking what stood in the way
 */
public record Overruling(By by, Instant at, String reason, List<Blocking> blocking) {
  /**
   * Rules of house, policy and family that a person may set aside. Law, licence, what a provider
   * cannot do and what others were promised is never among them.
   */
  public static final Set<ConstraintName> ALLOWED =
      Set.copyOf(
          EnumSet.of(
              ConstraintName.REQUEST_ACCEPTED,
              ConstraintName.LEAST_VOLUME,
              ConstraintName.REGISTRATION,
              ConstraintName.NOTICE,
              ConstraintName.KEPT_FREE,
              ConstraintName.OCCASIONAL_QUOTA,
              ConstraintName.SESSION_FORM,
              ConstraintName.FAMILY_TRAVEL,
              ConstraintName.FAMILY_PRICE,
              ConstraintName.SIBLINGS_TOGETHER,
              ConstraintName.ALL_OR_NOTHING));

  public Overruling {
    blocking = List.copyOf(blocking);
  }
}
