/**
 * From options to a plan. Door: {@link org.plek.search.PlanEngine}. A greedy first plan, then
 * annealing on the arrays of the fast scorer with whole bundles, part by part; hosted by Timefold's
 * solver, which only this room knows. Every plan that leaves is scored by the plain scorer's
 * callers.
 */
@NullMarked
package org.plek.search;

import org.jspecify.annotations.NullMarked;
