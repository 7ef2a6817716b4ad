package org.plek.domain;

import org.jspecify.annotations.Nullable;

/**
 * What an employer, school or job service arranges for the families it sends.
 *
 * @param code as in {@link Request#programme}
 * @param coPaymentCentsPerHour what the family pays at most per child and hour of presence, the
 *     programme pays the rest; absent if the family pays itself
 * @param coPaymentPermille share of the price that the family pays at most, in thousandths; absent
 *     if there is none
 * @param registeredCarersOnly home carers only if the family registered them beforehand
 */
public record Programme(
    String code,
    @Nullable Integer coPaymentCentsPerHour,
    @Nullable Integer coPaymentPermille,
    boolean registeredCarersOnly) {}
