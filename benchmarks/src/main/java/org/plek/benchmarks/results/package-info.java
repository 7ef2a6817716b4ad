/**
 * What was measured, as files: rows of plans, figures of speed and size, each with machine, JDK and
 * commit; the summary against what the table must show, and the comparison of two runs. Door:
 * {@link org.plek.benchmarks.results.Results}.
 */
@NullMarked
package org.plek.benchmarks.results;

import org.jspecify.annotations.NullMarked;
