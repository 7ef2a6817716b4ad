package org.plek.domain;

/**
 * A class of stays in an income tariff: a share of the family's rate for a full day.
 *
 * @param underMinutes stays shorter than this belong here, unless to an earlier class; 0 for stays
 *     of any length
 * @param permille share of the day rate, in thousandths
 * @param fromAgeMonths the class is only for children of at least this age (school age); 0 for all
 */
public record DayClass(int underMinutes, int permille, int fromAgeMonths) {}
