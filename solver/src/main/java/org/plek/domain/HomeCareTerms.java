package org.plek.domain;

/**
 * The limits that a home carer sets; zero means none.
 *
 * @param mode how the carer travels between homes
 * @param maxMinutesPerDay most minutes of care a day
 * @param maxMinutesPerWeek most minutes of care a week
 * @param maxDaysPerWeek most days with care a week
 */
public record HomeCareTerms(
    TravelMode mode, int maxMinutesPerDay, int maxMinutesPerWeek, int maxDaysPerWeek) {}
