/**
 * Answers for one request what a broker asks with a parent on the phone: where is there room now,
 * what does each way cost, why not elsewhere, and what is the smallest change that would help.
 * Door: {@link org.plek.recommend.Recommender}; {@link org.plek.recommend.Wording} puts its answers
 * into words. The masks of {@code scoring.fast} find, {@code scoring.plain} decides: nothing is
 * shown that it has not judged. Knows neither search nor store.
 */
@NullMarked
package org.plek.recommend;

import org.jspecify.annotations.NullMarked;
