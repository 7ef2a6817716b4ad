/**
 * How fast one urgent care session is ranked on a live state of a whole region, in percentiles;
 * before anything is measured, the ranking is held to the plain scorer's. Door: {@link
 * org.plek.benchmarks.recommend.RankingBenchmark}.
 */
@NullMarked
package org.plek.benchmarks.recommend;

import org.jspecify.annotations.NullMarked;
