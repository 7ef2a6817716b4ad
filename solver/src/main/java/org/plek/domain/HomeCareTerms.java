package org.plek.domain;

import org.jspecify.annotations.Nullable;

/**
 * The limits that a home carer sets; zero means none.
 *
 * @param mode how the carer travels between homes
 * @param maxMinutesPerDay most minutes of care a day
 * @param maxMinutesPerWeek most minutes of care a week
 * @param maxDaysPerWeek most days with care a week
 * @param wholeRequests takes several children only when their request asks them together
 * @param adults cares for dependent adults, too
 * @param employedAge age in years of a carer whom the family employs, so that the law's least pay
 *     holds; absent for other carers
 */
public record HomeCareTerms(
    TravelMode mode,
    int maxMinutesPerDay,
    int maxMinutesPerWeek,
    int maxDaysPerWeek,
    boolean wholeRequests,
    boolean adults,
    @Nullable Integer employedAge) {

  /** Limits of hours and days alone. */
  public HomeCareTerms(
      TravelMode mode, int maxMinutesPerDay, int maxMinutesPerWeek, int maxDaysPerWeek) {
    this(mode, maxMinutesPerDay, maxMinutesPerWeek, maxDaysPerWeek, false, false, null);
  }
}
