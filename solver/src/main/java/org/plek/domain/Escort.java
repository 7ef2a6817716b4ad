package org.plek.domain;

/**
 * A childminder who brings children to, or fetches them from, another provider.
 *
 * @param mode how she travels
 * @param maxMinutes longest way, one direction
 * @param assistantStays somebody stays at home meanwhile, so that other children may arrive
 */
public record Escort(TravelMode mode, int maxMinutes, boolean assistantStays) {}
