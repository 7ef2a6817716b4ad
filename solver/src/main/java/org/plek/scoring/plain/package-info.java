/**
 * The scorer to trust: every constraint straight from the records, the local times and the rule
 * book, with a sentence for each breach. Doors: {@link org.plek.scoring.plain.PlainScorer}, {@link
 * org.plek.scoring.plain.Checker} and {@link org.plek.scoring.plain.Explainer}. Shares no
 * arithmetic with {@code scoring.fast} and knows neither options nor search.
 */
@NullMarked
package org.plek.scoring.plain;

import org.jspecify.annotations.NullMarked;
