/**
 * What a plan is worth: the names of all constraints, their weights and the score. Scored twice, in
 * {@code plain} from the rule book to trust and explain, in {@code fast} over integer arrays to
 * search. Knows domain and rules, never the search.
 */
@NullMarked
package org.plek.scoring;

import org.jspecify.annotations.NullMarked;
