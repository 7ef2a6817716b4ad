package org.plek.search;

/**
 * How a chain cools.
 *
 * @param from temperature at the start, in units of the objective
 * @param to temperature at the end
 * @param strict whether no move may leave more unserved in a tier to serve later ones
 * @param repairShare share of the moves that exact repairs have, 0 to 1
 * @param mostForUnserved the most that leaving a care session out costs above its cheapest option;
 *     {@link Long#MAX_VALUE} for what it really costs
 */
record Cooling(double from, double to, boolean strict, double repairShare, long mostForUnserved) {}
