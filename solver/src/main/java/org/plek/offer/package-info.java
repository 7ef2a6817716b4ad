/**
 * What is free beside a plan, and whom it would suit: free places by area and hour without personal
 * data ({@link org.plek.offer.FreePlaces}), and families whose occasional use has become regular
 * ({@link org.plek.offer.ThroughFlow}). Asks the plain scorer, never the search.
 */
@NullMarked
package org.plek.offer;

import org.jspecify.annotations.NullMarked;
