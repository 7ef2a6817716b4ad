package org.plek.options;

/**
 * A legal option of two legs, before the cheapest are chosen.
 *
 * @param firstGroup group of the first leg
 * @param first time of the first leg
 * @param secondGroup group of the second leg
 * @param second time of the second leg
 * @param escortSide 1 the first provider brings, 2 the second fetches
 * @param escortMinutes minutes on the way
 * @param cost weighted static soft cost
 * @param rank place by cost among the handovers of the same two groups, from 0; the published one
 *     goes before all
 * @param order number in the order of finding, for ties
 */
record Split(
    int firstGroup,
    Span first,
    int secondGroup,
    Span second,
    int escortSide,
    int escortMinutes,
    int cost,
    int rank,
    int order) {
  Split ranked(int newRank) {
    return new Split(
        firstGroup, first, secondGroup, second, escortSide, escortMinutes, cost, newRank, order);
  }
}
