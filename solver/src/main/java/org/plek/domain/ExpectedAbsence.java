package org.plek.domain;

/**
 * Whether places may be offered that come free only when regular children stay away. Every regular
 * child stays away with the probability of its contract, each by itself.
 *
 * @param acceptedRisk greatest probability, above 0 to 1, that such a place must be refused on the
 *     day
 * @param source who measured how often regular children stay away, where and when
 */
public record ExpectedAbsence(double acceptedRisk, String source) {}
