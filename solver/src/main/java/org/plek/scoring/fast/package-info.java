/**
 * The scorer to run: the same constraints as {@code scoring.plain}, over integer arrays, with masks
 * that refuse a placement by one AND and with deltas for everything else. Door: {@link
 * org.plek.scoring.fast.FastState}. Knows the tables of options and the compiled norms, no text.
 */
@NullMarked
package org.plek.scoring.fast;

import org.jspecify.annotations.NullMarked;
