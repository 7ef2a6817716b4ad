package org.plek.rules;

/** Least caregivers for children by class. */
@FunctionalInterface
interface CaregiverRule {
  /** From 0 to {@link Norm#IMPOSSIBLE}; the counts are never all zero. */
  int required(long counts);
}
